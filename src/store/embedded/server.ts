import { spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { give } from "./account.ts";
import { doorTo, environmentOf, pgdataOf, type Place } from "./cluster.ts";
import { EmbeddedError } from "./failure.ts";
import { anyServerOf, isServerOf, until } from "./processes.ts";

export type Server = { pid: number; port: number };

const logOf = (dataDir: string): string => path.join(dataDir, "postgres.log");

/** What the server says about itself: line 1 pid, line 4 port, line 8 state. */
function readPidFile(dataDir: string): (Server & { state: string }) | undefined {
  const file = path.join(pgdataOf(dataDir), "postmaster.pid");
  if (!fs.existsSync(file)) return undefined;
  const lines = fs.readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]), state: lines[7]?.trim() ?? "" };
}

/**
 * The server that already runs on this data (ours was killed, or another process started it), once it takes connections.
 * After kill -9 of a server its children go by themselves, in a moment; until then they hold its memory, and no new one starts.
 */
export async function findRunning(dataDir: string): Promise<Server | undefined> {
  const pgdata = pgdataOf(dataDir);
  let told = readPidFile(dataDir);
  const settled = (): boolean => {
    told = readPidFile(dataDir);
    return told && isServerOf(pgdata, told.pid) ? told.state === "ready" : !anyServerOf(pgdata);
  };
  if (!(await until(settled, 120_000))) {
    throw new EmbeddedError(
      `A PostgreSQL (process ${told?.pid}) works on ${dataDir} but takes no connections. See the end of ${logOf(dataDir)}.`,
    );
  }
  return told && isServerOf(pgdata, told.pid) ? { pid: told.pid, port: told.port } : undefined;
}

function listen(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => {
      resolve(undefined);
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === "object" ? address?.port : undefined);
      });
    });
  });
}

/** The port of the last time if it is free: whoever lost the connection finds the server again. */
async function choosePort(previous: number | undefined): Promise<number> {
  const port = (previous && (await listen(previous))) || (await listen(0));
  if (port) return port;
  throw new EmbeddedError(
    "No port on 127.0.0.1 can be opened for the database. Set DATABASE_URL to a PostgreSQL of your own.",
  );
}

const MAX_LOG_BYTES = 10_000_000;

function openLog({ dataDir, account }: Place): { fd: number; sinceThen: () => string } {
  const file = logOf(dataDir);
  if ((fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG_BYTES)
    fs.renameSync(file, `${file}.old`);
  const fd = fs.openSync(file, "a", 0o600);
  give(file, account);
  const from = fs.fstatSync(fd).size;
  return { fd, sinceThen: () => fs.readFileSync(file).subarray(from).toString() };
}

/** Starts the server in a session of its own, so that Ctrl-C reaches only the bot, which drains first. */
async function attempt(
  place: Place,
  port: number,
  fsync: boolean,
): Promise<{ server: Server } | { log: string }> {
  const { dataDir, program, account } = place;
  const door = doorTo(pgdataOf(dataDir), account);
  const log = openLog(place);
  const folder = door.open();
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    fsync: fsync ? "on" : "off",
  };
  const args = [
    "-D",
    door.seen,
    "-p",
    String(port),
    ...Object.entries(settings).flatMap(([k, v]) => ["-c", `${k}=${v}`]),
  ];
  const child = spawn(path.join(program.bin, "postgres"), args, {
    ...account,
    cwd: "/",
    env: environmentOf(program),
    detached: true,
    stdio: ["ignore", log.fd, log.fd, folder],
  });
  fs.closeSync(log.fd);
  if (folder !== "ignore") fs.closeSync(folder);
  let ended = false;
  let refused = "";
  child.once("exit", () => (ended = true));
  child.once("error", (error) => {
    refused = error.message;
    ended = true;
  });
  const isReady = (): boolean => {
    const told = readPidFile(dataDir);
    return told?.pid === child.pid && told?.state === "ready";
  };
  await until(() => ended || isReady(), Infinity); // recovery after a crash takes the time it takes
  child.unref();
  return ended || child.pid === undefined
    ? { log: refused || log.sinceThen() }
    : { server: { pid: child.pid, port } };
}

/** Only when findRunning has just said, under the lock, that nothing runs on this data. */
export async function startServer(place: Place, fsync: boolean): Promise<Server> {
  const { dataDir } = place;
  const previous = readPidFile(dataDir)?.port;
  // A pid file whose pid is by now some other program's would keep PostgreSQL from starting.
  fs.rmSync(path.join(pgdataOf(dataDir), "postmaster.pid"), { force: true });
  for (let tries = 1; ; tries++) {
    const result = await attempt(place, await choosePort(tries === 1 ? previous : undefined), fsync);
    if ("server" in result) return result.server;
    if (/could not bind/.test(result.log) && tries < 5) continue; // somebody took the port between our look and the start
    const full = result.log.includes("No space left on device")
      ? " The disk is full: make room and start again."
      : "";
    throw new EmbeddedError(
      `PostgreSQL did not start on ${dataDir}.${full} Its log, ${logOf(dataDir)}, ends with:\n` +
        result.log.trim().split("\n").slice(-8).join("\n"),
    );
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is written down. */
export async function stopServer(dataDir: string, pid: number): Promise<void> {
  const pgdata = pgdataOf(dataDir);
  const gone = (): boolean => !isServerOf(pgdata, pid);
  if (gone()) return;
  process.kill(pid, "SIGINT");
  if (await until(gone, 60_000)) return;
  process.kill(pid, "SIGQUIT"); // the next start recovers; nothing committed is lost
  await until(gone, 10_000);
}
