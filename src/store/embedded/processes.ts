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

/** Is this pid a PostgreSQL process that works in this data directory? */
export function isServerOf(pgdata: string, pid: number): boolean {
  if (linux) {
    try {
      return (
        read(`/proc/${pid}/comm`)?.trim() === "postgres" && fs.readlinkSync(`/proc/${pid}/cwd`) === pgdata
      );
    } catch {
      return false;
    }
  }
  const command = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout;
  return command.includes("postgres") && command.includes(pgdata);
}

/** Also the children that a killed postmaster leaves behind for a moment; they still hold its shared memory. */
export function anyServerOf(pgdata: string): boolean {
  const pids = linux
    ? fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name))
    : spawnSync("ps", ["-axo", "pid="], { encoding: "utf8" }).stdout.split("\n");
  return pids.some((pid) => pid.trim() !== "" && isServerOf(pgdata, Number(pid)));
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
