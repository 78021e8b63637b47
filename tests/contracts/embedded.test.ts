import { spawn, type ChildProcess } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import readline from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { canReach } from "../../src/store/embedded/account.ts";

type Said = { port?: number; shared?: boolean; rows?: unknown[]; stopped?: boolean; refused?: string };
type User = {
  child: ChildProcess;
  hear: () => Promise<Said>;
  ask: (line: string) => Promise<Said>;
  kill: () => Promise<void>;
};

const NOBODY = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;
/** In root's own folder nobody else can even read the program. */
const checkoutIsOpen = canReach(import.meta.dirname, NOBODY);
const accounts = isRoot
  ? [
      { who: "root", ids: {}, can: true },
      { who: "an ordinary user", ids: NOBODY, can: checkoutIsOpen },
    ]
  : [{ who: "an ordinary user", ids: {}, can: true }];

describe.each(accounts)("the embedded database, run by $who", ({ ids, can }) => {
  let shared: string;
  let folder: string;
  let data: string;
  let users: User[];

  beforeAll(() => {
    shared = emptyFolder();
  });
  afterAll(() => {
    fs.rmSync(shared, { recursive: true, force: true });
  });

  beforeEach(({ skip }) => {
    skip(!can, "the checkout lies in a folder that only root can enter");
    folder = shared; // making a database is slow: only tests about making or breaking one begin in an empty folder
    data = path.join(folder, "data");
    users = [];
  });

  afterEach(async () => {
    if (!can) return;
    for (const user of users) await user.kill();
    const pid = serverPid();
    if (pid && isAlive(pid)) process.kill(pid, "SIGKILL");
    if (folder !== shared) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  });

  function emptyFolder(): string {
    const made = fs.mkdtempSync(path.join(os.tmpdir(), "statusrunde-embedded-"));
    if ("uid" in ids) fs.chownSync(made, ids.uid, ids.gid);
    return made;
  }

  function beginEmpty(): void {
    folder = emptyFolder();
    data = path.join(folder, "data");
  }

  /** Another process with the same data, as another `npm start` would be. */
  function launch(...options: "fsync"[]): User {
    const program = path.join(import.meta.dirname, "embedded-user.ts");
    const child = spawn(process.execPath, [program, data, ...options], {
      ...ids,
      stdio: ["pipe", "pipe", "inherit"],
      env: { PATH: process.env["PATH"] },
    });
    const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    const hear = async (): Promise<Said> => {
      const { value } = (await lines.next()) as { value?: string };
      return value === undefined ? {} : (JSON.parse(value) as Said);
    };
    const ask = (line: string): Promise<Said> => {
      child.stdin.write(`${line}\n`);
      return hear();
    };
    const kill = async (): Promise<void> => {
      child.kill("SIGKILL");
      await ended;
    };
    users.push({ child, hear, ask, kill });
    return { child, hear, ask, kill };
  }

  function serverPid(): number | undefined {
    const file = path.join(data, "postgres/postmaster.pid");
    return fs.existsSync(file) ? Number(fs.readFileSync(file, "utf8").split("\n", 1)[0]) : undefined;
  }

  function isAlive(pid: number): boolean {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  }

  const put = "DROP TABLE IF EXISTS said; CREATE TABLE said (what text); INSERT INTO said VALUES ('green')";
  const count = async (user: User): Promise<unknown> =>
    (await user.ask("SELECT count(*)::int FROM said")).rows;

  test("starts fresh, stops with its only user, and keeps what was written", async () => {
    beginEmpty();
    const first = launch("fsync"); // elsewhere without: it guards against a power cut, which no test can play
    expect(await first.hear()).toEqual({ port: expect.any(Number), shared: false });
    await first.ask(put);
    expect(await first.ask("stop")).toEqual({ stopped: true });
    expect(serverPid()).toBeUndefined();
    const second = launch();
    await second.hear();
    expect(await count(second)).toEqual([{ count: 1 }]);
  });

  test("nobody gets in from outside or without the password, and nobody else reads the files", async () => {
    const user = launch();
    await user.hear();
    const { rows } = await user.ask(
      "SELECT current_setting('listen_addresses') AS on, current_setting('unix_socket_directories') AS socket, " +
        "array_agg(DISTINCT auth_method) AS methods FROM pg_hba_file_rules",
    );
    expect(rows).toEqual([{ on: "127.0.0.1", socket: "", methods: ["scram-sha-256"] }]);
    expect(fs.statSync(path.join(data, "postgres")).mode & 0o777).toBe(0o700);
    expect(fs.statSync(path.join(data, "postgres.password")).mode & 0o777).toBe(0o600);
  });

  test("after kill -9 of the bot the next one takes over the server that still runs", async () => {
    const first = launch();
    const { port } = await first.hear();
    await first.ask(put);
    const pid = serverPid();
    await first.kill();
    const second = launch();
    expect(await second.hear()).toEqual({ port, shared: false });
    expect(serverPid()).toBe(pid);
    expect(await count(second)).toEqual([{ count: 1 }]);
    expect(await second.ask("stop")).toEqual({ stopped: true });
    expect(serverPid()).toBeUndefined();
  });

  test("after kill -9 of the database it starts again, on the same port, with everything committed", async () => {
    const first = launch();
    const { port } = await first.hear();
    await first.ask(put);
    process.kill(serverPid() ?? 0, "SIGKILL");
    const second = launch();
    expect(await second.hear()).toMatchObject({ port });
    expect(await count(second)).toEqual([{ count: 1 }]);
    expect(await count(first)).toEqual([{ count: 1 }]);
  });

  test("after kill -9 of both it starts again", async () => {
    const first = launch();
    await first.hear();
    await first.ask(put);
    process.kill(serverPid() ?? 0, "SIGKILL");
    await first.kill();
    const second = launch();
    await second.hear();
    expect(await count(second)).toEqual([{ count: 1 }]);
  });

  test("a pid file left behind whose pid is now another program's does not keep it from starting", async () => {
    const first = launch();
    await first.hear();
    await first.ask(put);
    const file = path.join(data, "postgres/postmaster.pid");
    process.kill(serverPid() ?? 0, "SIGKILL");
    await first.kill();
    const other = spawn("sleep", ["600"], { ...ids, stdio: "ignore" });
    fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace(/^\d+/, String(other.pid)));
    const second = launch();
    await second.hear();
    expect(await count(second)).toEqual([{ count: 1 }]);
    expect(isAlive(other.pid ?? 0)).toBe(true);
    other.kill();
  });

  test("a second process shares it, and the last to leave puts out the light", async () => {
    const first = launch();
    const { port } = await first.hear();
    const second = launch();
    expect(await second.hear()).toEqual({ port, shared: true });
    await first.ask("stop");
    await second.ask(put);
    expect(await count(second)).toEqual([{ count: 1 }]);
    await second.ask("stop");
    expect(serverPid()).toBeUndefined();
  });

  test("four processes that start at the same moment on an empty folder share one database", async () => {
    beginEmpty();
    const four = [launch(), launch(), launch(), launch()];
    const heard = await Promise.all(four.map((user) => user.hear()));
    expect(new Set(heard.map(({ port }) => port)).size).toBe(1);
    await Promise.all(four.map((user) => user.ask("SELECT 1")));
    await Promise.all(four.map((user) => user.ask("stop")));
    expect(serverPid()).toBeUndefined();
  });

  test("a user who was killed does not keep the server alive", async () => {
    const first = launch();
    await first.hear();
    const second = launch();
    await second.hear();
    await first.kill();
    await second.ask("stop");
    expect(serverPid()).toBeUndefined();
  });

  test.each([100, 300, 600])(
    "killed %i ms into its very first start, the next start succeeds",
    async (ms) => {
      beginEmpty();
      const first = launch();
      await sleep(ms);
      await first.kill();
      const second = launch();
      await second.hear();
      await second.ask(put);
      expect(await count(second)).toEqual([{ count: 1 }]);
      await second.ask("stop");
      expect(fs.readdirSync(data).filter((name) => name.includes("half") || name.includes("lock"))).toEqual(
        [],
      );
    },
  );

  test("data of another PostgreSQL major is refused with a clear line, and nothing is touched", async () => {
    beginEmpty();
    fs.mkdirSync(path.join(data, "postgres"), { recursive: true });
    fs.writeFileSync(path.join(data, "postgres/PG_VERSION"), "15\n");
    const { refused } = await launch().hear();
    expect(refused).toMatch(/PostgreSQL 15.*PostgreSQL 18.*pg_dump.*DATA_DIR/s);
    expect(fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted()).toEqual([
      "data",
      "data/postgres",
      "data/postgres/PG_VERSION",
    ]);
  });

  test("a start that fails quotes what PostgreSQL said", async () => {
    beginEmpty();
    const first = launch();
    await first.hear();
    await first.ask("stop");
    fs.appendFileSync(path.join(data, "postgres/postgresql.conf"), "nonsense = 1\n");
    const { refused } = await launch().hear();
    expect(refused).toMatch(/did not start.*unrecognized configuration parameter "nonsense"/s);
  });

  test("a lost password file is named, not worked around", async () => {
    beginEmpty();
    const first = launch();
    await first.hear();
    await first.ask("stop");
    fs.rmSync(path.join(data, "postgres.password"));
    expect((await launch().hear()).refused).toMatch(/postgres\.password is missing/);
  });

  test("Ctrl-C in the terminal does not reach the server", async () => {
    const user = launch();
    await user.hear();
    const group = fs.readFileSync(`/proc/${serverPid()}/stat`, "utf8").split(" ")[4];
    expect(group).toBe(String(serverPid()));
  });
});

describe.runIf(isRoot)("the embedded database, run by root", () => {
  test("works in a folder that only root can enter", async () => {
    const closed = fs.mkdtempSync(path.join(os.tmpdir(), "statusrunde-closed-"));
    const { startEmbedded } = await import("../../src/store/embedded.ts");
    const server = await startEmbedded(path.join(closed, "data"), { fsync: false });
    await server.stop();
    const again = await startEmbedded(path.join(closed, "data"), { fsync: false });
    expect(new URL(again.url("any")).hostname).toBe("127.0.0.1");
    await again.stop();
    fs.rmSync(closed, { recursive: true });
  });

  test("hands data that an ordinary user owns back to that user", async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "statusrunde-owned-"));
    fs.chownSync(folder, 1, 1);
    const { startEmbedded } = await import("../../src/store/embedded.ts");
    const server = await startEmbedded(folder, { fsync: false });
    await server.stop();
    const owners = fs.readdirSync(folder).map((name) => [name, fs.lstatSync(path.join(folder, name)).uid]);
    expect(owners.filter(([, uid]) => uid !== 1)).toEqual([]);
    fs.rmSync(folder, { recursive: true });
  });
});
