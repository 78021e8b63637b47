import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { EmbeddedError } from "./failure.ts";
import { birth } from "./processes.ts";

/**
 * A claim is a symbolic link whose target names the process that made it ("pid@birth"). Making one is a single step that
 * succeeds for one process only, so there is never a claim without its owner's name; the claim of a dead process counts for nothing.
 */
function claim(file: string): boolean {
  try {
    fs.symlinkSync(`${process.pid}@${birth(process.pid)}`, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

type Holder = { pid: number; alive: boolean };

function holderOf(file: string): Holder | undefined {
  let name: string;
  try {
    name = fs.readlinkSync(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  const at = name.indexOf("@");
  const pid = Number(name.slice(0, at));
  return { pid, alive: birth(pid) === name.slice(at + 1) };
}

/** Runs `work` while no other process (and no other call in this one) is inside the same lock. */
export async function withLock<T>(
  file: string,
  work: () => Promise<T> | T,
  patienceMs = 120_000,
): Promise<T> {
  const end = performance.now() + patienceMs;
  while (!claim(file)) {
    const holder = holderOf(file);
    if (holder && !holder.alive) {
      // Whoever breaks a dead process's lock does it under a lock too: else the second to notice would remove the first one's new lock.
      await withLock(`${file}.break`, () => {
        if (holderOf(file)?.alive === false) fs.rmSync(file, { force: true });
      });
    } else if (holder && performance.now() > end) {
      throw new EmbeddedError(
        `Process ${holder.pid} has been busy with ${path.dirname(file)} for ${Math.round(patienceMs / 1000)} seconds. ` +
          `Wait for it, or end it, and start again.`,
      );
    } else await sleep(10);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

/** Notes in `dir` that this process uses the server; returns the note's file. */
export function enter(dir: string): string {
  const lease = path.join(dir, randomUUID());
  claim(lease);
  return lease;
}

/** How many living processes use the server. Notes of dead ones are cleared away. */
export function countUsers(dir: string): number {
  return fs.readdirSync(dir).filter((name) => {
    const lease = path.join(dir, name);
    const alive = holderOf(lease)?.alive === true;
    if (!alive) fs.rmSync(lease, { force: true });
    return alive;
  }).length;
}

export function leave(lease: string): void {
  fs.rmSync(lease, { force: true });
}
