import { spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { canReach, give, giveAll, type Account } from "./account.ts";
import { EmbeddedError } from "./failure.ts";
import { endMakersOf } from "./processes.ts";
import type { Program, Shipped } from "./program.ts";

export const USER = "statusrunde";
export const DATABASE = "statusrunde";

/** Where everything lies and who runs it. `dataDir` is absolute and free of links. */
export type Place = { dataDir: string; program: Program; account: Account | undefined };

export const pgdataOf = (dataDir: string): string => path.join(dataDir, "postgres");
const passwordFile = (dataDir: string): string => path.join(dataDir, "postgres.password");

/** Data of another PostgreSQL major cannot be read by ours. Said before anything at all is written. */
export function refuseOtherMajor(dataDir: string, shipped: Shipped): void {
  const pgdata = pgdataOf(dataDir);
  if (!fs.existsSync(pgdata) || fs.readdirSync(pgdata).length === 0) return;
  const file = path.join(pgdata, "PG_VERSION");
  if (!fs.existsSync(file)) {
    throw new EmbeddedError(
      `${pgdata} holds something that is not a PostgreSQL database. Point DATA_DIR to another folder.`,
    );
  }
  const found = fs.readFileSync(file, "utf8").trim();
  if (found === shipped.major) return;
  throw new EmbeddedError(
    `${pgdata} was made by PostgreSQL ${found}; this version of Statusrunde brings PostgreSQL ${shipped.major}. ` +
      `Nothing was touched. Dump it with pg_dump of PostgreSQL ${found} and restore it into a new folder, ` +
      `or point DATA_DIR to another folder.`,
  );
}

/**
 * How the server's account sees the folder: by name, or, behind a closed door such as /root, by a descriptor opened by
 * root and handed down as number 3. Linux only, as is the path.
 */
export function doorTo(
  folder: string,
  account: Account | undefined,
): { seen: string; open: () => number | "ignore" } {
  if (canReach(folder, account)) return { seen: folder, open: () => "ignore" };
  if (process.platform === "linux") return { seen: "/proc/self/fd/3", open: () => fs.openSync(folder, "r") };
  throw new EmbeddedError(
    `${folder} lies in a folder that only root can enter, and PostgreSQL does not run as root. ` +
      `Point DATA_DIR elsewhere, or run as an ordinary user.`,
  );
}

/** Nothing from our environment may steer the server: no PG… variable, no language, no library path. */
export function environmentOf({ libraries }: Program): Record<string, string> {
  return { LC_ALL: "C", TZ: "UTC", LD_LIBRARY_PATH: libraries.join(":") };
}

async function run(
  { program, account }: Place,
  name: "initdb" | "postgres",
  args: string[],
  folder: string,
  input: string,
) {
  const stdin = fs.openSync(input, "r");
  const door = doorTo(folder, account).open();
  const child = spawn(path.join(program.bin, name), args, {
    ...account,
    cwd: folder, // so that what a killed process leaves at work can be found
    env: environmentOf(program),
    stdio: [stdin, "pipe", "pipe", door],
  });
  fs.closeSync(stdin);
  if (door !== "ignore") fs.closeSync(door);
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", (error) => {
      said += error.message;
      resolve(null);
    });
    child.once("close", resolve);
  });
  if (code === 0) return;
  const remedy = said.includes("No space left on device")
    ? " The disk is full: make room and start again."
    : said.includes("could not look up effective user ID")
      ? " PostgreSQL does not run under a user without a name: add one, or set DATABASE_URL to a PostgreSQL of your own."
      : "";
  throw new EmbeddedError(
    `The database could not be created in ${path.dirname(folder)}.${remedy} ${name} said:\n` +
      said.trim().split("\n").slice(-8).join("\n"),
  );
}

export function readPassword(dataDir: string): string {
  try {
    return fs.readFileSync(passwordFile(dataDir), "utf8").trim();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    throw new EmbeddedError(
      `${passwordFile(dataDir)} is missing, so nobody can log in to the database beside it. Restore it from a backup.`,
    );
  }
}

/** Written once, before the database: a database is never there without its password. */
function ensurePassword({ dataDir, account }: Place): void {
  const half = `${passwordFile(dataDir)}.half`;
  if (fs.existsSync(passwordFile(dataDir))) return;
  fs.writeFileSync(half, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600, flush: true });
  give(half, account);
  fs.renameSync(half, passwordFile(dataDir));
}

/** Makes the database, if there is none. It gets its name only when it is whole: killed halfway, the next start begins again. */
export async function ensureCluster(place: Place, fsync: boolean): Promise<void> {
  const { dataDir, account } = place;
  const pgdata = pgdataOf(dataDir);
  for (const name of fs.readdirSync(dataDir).filter((entry) => entry.startsWith("postgres.half-"))) {
    const left = path.join(dataDir, name);
    endMakersOf(left);
    fs.rmSync(left, { recursive: true, force: true, maxRetries: 5 });
  }
  if (fs.existsSync(path.join(pgdata, "PG_VERSION"))) {
    // A backup that root put back belongs to root; PostgreSQL insists on owning its data.
    if (account && fs.statSync(pgdata).uid !== account.uid) giveAll(pgdata, account);
    return;
  }
  ensurePassword(place);
  const half = path.join(dataDir, `postgres.half-${randomUUID()}`);
  fs.mkdirSync(half, { mode: 0o700 });
  give(half, account);
  const { seen } = doorTo(half, account);
  const initdb = [
    "-D",
    seen,
    "-U",
    USER,
    "-A",
    "scram-sha-256",
    "--pwfile=/dev/stdin",
    "-E",
    "UTF8",
    "--locale=C",
  ];
  if (!fsync) initdb.push("--no-sync");
  await run(place, "initdb", initdb, half, passwordFile(dataDir));
  const script = `${half}.sql`;
  fs.writeFileSync(script, `CREATE DATABASE ${DATABASE}\n`);
  const single = ["--single", "-D", seen, ...(fsync ? [] : ["-F"]), "postgres"];
  await run(place, "postgres", single, half, script);
  fs.rmSync(script);
  fs.renameSync(half, pgdata);
}
