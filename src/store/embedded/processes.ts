import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const linux = process.platform === "linux";

function read(file: string): string | undefined {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** When a living process was born, in a form only compared for equality: a pid alone is soon somebody else's. */
export function birth(pid: number): string | undefined {
  if (!linux)
    return (
      spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim() || undefined
    );
  const stat = read(`/proc/${pid}/stat`);
  // The name stands in parentheses and may hold spaces and parentheses itself.
  const [state, ...rest] = stat?.slice(stat.lastIndexOf(")") + 2).split(" ") ?? [];
  if (state === undefined || state === "Z" || state === "X") return undefined;
  return `${read("/proc/sys/kernel/random/boot_id")?.trim()}:${rest[18]}`;
}

function worksIn(folder: string, pid: number, programs: string[]): boolean {
  if (linux) {
    try {
      const name = read(`/proc/${pid}/comm`)?.trim() ?? "";
      return programs.includes(name) && fs.readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch {
      return false;
    }
  }
  const command = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout;
  return command.includes(folder) && programs.some((program) => command.includes(program));
}

function pids(): number[] {
  const names = linux
    ? fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name))
    : spawnSync("ps", ["-axo", "pid="], { encoding: "utf8" }).stdout.trim().split("\n");
  return names.map(Number);
}

/** Is this pid a PostgreSQL process that works in this data directory? */
export const isServerOf = (pgdata: string, pid: number): boolean => worksIn(pgdata, pid, ["postgres"]);

/** Also the children that a killed postmaster leaves behind for a moment; they still hold its shared memory. */
export const anyServerOf = (pgdata: string): boolean => pids().some((pid) => isServerOf(pgdata, pid));

/** Ends what a killed process left at work on a database that it did not finish making. */
export function endMakersOf(half: string): void {
  for (const pid of pids().filter((each) => worksIn(half, each, ["initdb", "sh", "postgres"]))) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // it ended by itself
    }
  }
}

/** Polls `done` until it holds, at most `ms`; says whether it came to hold. */
export async function until(done: () => boolean, ms: number): Promise<boolean> {
  const end = performance.now() + ms;
  while (!done()) {
    if (performance.now() > end) return false;
    await sleep(15);
  }
  return true;
}
