import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { EMBEDDED_DATABASE, startEmbedded } from "../../src/store/embedded.ts";
import { migrate } from "../../src/store/migrate.ts";

/** A program of the project as a process of its own, as `npm start` or a container would run it. */
export interface BotProcess {
  readonly pid: number;
  said(): string;
  complained(): string;
  /** Resolves when it has said (or complained about) this; rejects with everything it said when it ends before. */
  says(what: RegExp): Promise<RegExpExecArray>;
  /** As a power cut would: nothing is finished. */
  kill(): Promise<void>;
  /** SIGTERM, and how it ended. */
  stop(): Promise<Ended>;
  readonly ended: Promise<Ended>;
}

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

type Env = Readonly<Record<string, string>>;

/** Nothing of the environment the tests run in reaches the program but the way to its tools. */
export function startProgram(
  program: string,
  env: Env,
  args: readonly string[] = [],
  cwd?: string,
): BotProcess {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: {
      PATH: process.env["PATH"],
      HOME: process.env["HOME"],
      TZ: "UTC",
      // The same files are compiled at every start otherwise.
      NODE_COMPILE_CACHE: path.resolve(".cache/compiled"),
      HOST: "127.0.0.1",
      PORT: "0",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [said, complained] = ["", ""];
  const heard = new Set<() => void>();
  const hear = (): void => heard.forEach((look) => look());
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    hear();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    complained += chunk.toString();
    hear();
  });
  const ended = new Promise<Ended>((resolve) =>
    child.once("close", (code, signal) => resolve({ code, signal })),
  );
  const end = async (signal: NodeJS.Signals): Promise<Ended> => {
    child.kill(signal);
    return ended;
  };
  return {
    pid: child.pid ?? -1,
    said: () => said,
    complained: () => complained,
    says: (what) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = what.exec(`${said}${complained}`);
          if (!found) return;
          heard.delete(look);
          resolve(found);
        };
        heard.add(look);
        look();
        void ended.then(({ code, signal }) =>
          reject(new Error(`ended (${code ?? signal}) before it said ${what}:\n${said}${complained}`)),
        );
      }),
    kill: async () => void (await end("SIGKILL")),
    stop: () => end("SIGTERM"),
    ended,
  };
}

/** `npm start`, up and serving. */
export async function startBot(env: Env): Promise<BotProcess & { readonly url: string }> {
  const bot = startProgram("src/main.ts", env);
  const [, url = ""] = await bot.says(/running: (http:\/\/\S+)/);
  return { ...bot, url };
}

/** The embedded database of a data folder, looked into from outside; a server that runs is shared, otherwise started. */
export async function inData<T>(dataDir: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const server = await startEmbedded(dataDir);
  try {
    return await inDatabase(server.url(EMBEDDED_DATABASE), work);
  } finally {
    await server.stop();
  }
}

export async function inDatabase<T>(url: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on("error", () => {});
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

/** Makes the bot go on from a time of the test's choosing, as it does in the database of a demo. */
export async function setTime(pool: pg.Pool, now: Date): Promise<void> {
  await migrate(pool);
  await pool.query(
    "insert into demo (now) values ($1) on conflict (only_one) do update set now = excluded.now",
    [now],
  );
}

/** As if the minute had passed after which nobody waits any longer for a worker that died while sending. */
export async function letLeasesRunOut(pool: pg.Pool): Promise<void> {
  await pool.query(
    "update notice set lease_until = clock_timestamp() - interval '1 second' where state = 'sending'",
  );
}

/** Ends the embedded server as a power cut would. */
export async function killDatabase(dataDir: string): Promise<void> {
  const pid = databasePid(dataDir);
  if (pid === null) throw new Error(`no database runs in ${dataDir}`);
  process.kill(pid, "SIGKILL");
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** For cleaning up: whatever a test left behind. */
export async function removeData(dataDir: string): Promise<void> {
  if (databasePid(dataDir) !== null) await killDatabase(dataDir);
  fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

function databasePid(dataDir: string): number | null {
  const file = path.join(dataDir, "postgres/postmaster.pid");
  if (!fs.existsSync(file)) return null;
  const pid = Number(fs.readFileSync(file, "utf8").split("\n", 1)[0]);
  return isAlive(pid) ? pid : null;
}

/** A killed process stays in the table until its parent has looked: a zombie is not alive. */
function isAlive(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(fs.readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
