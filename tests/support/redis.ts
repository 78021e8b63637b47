import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { inject } from "vitest";

export type Redis = {
  url: string;
  /** As a power cut would: nothing is written down that was not already. */
  kill: () => Promise<void>;
  /** Ends it and removes its files. */
  stop: () => Promise<void>;
};

/** For `describe.skipIf(!hasRedis)`: the run has already said loudly how to get one. */
export const hasRedis = inject("redis") !== undefined;

/** A Redis of the caller's own, with nothing in it, that keeps an append-only file. */
export async function freshRedis(): Promise<Redis> {
  const found = inject("redis");
  if (!found) throw new Error("no Redis on this machine: put the test under describe.skipIf(!hasRedis)");
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "statusrunde-redis-"));
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000); // below the ports the system hands out by itself
    const settings = {
      bind: "127.0.0.1",
      dir: folder,
      appendonly: "yes",
      "maxmemory-policy": "noeviction",
      save: "",
    };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
    const child = spawn(found.program, ["--port", String(port), ...args], {
      stdio: ["ignore", "pipe", "inherit"],
      env: found.libraries ? { ...process.env, LD_LIBRARY_PATH: found.libraries } : process.env,
    });
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    let log = "";
    const ready = new Promise<boolean>((resolve) => {
      child.stdout.on("data", (chunk: Buffer) => {
        log += chunk.toString();
        if (log.includes("Ready to accept connections")) resolve(true);
      });
      child.once("exit", () => resolve(false));
    });
    if (await ready) {
      const end = async (signal: NodeJS.Signals): Promise<void> => {
        child.kill(signal);
        await ended;
      };
      return {
        url: `redis://127.0.0.1:${port}`,
        kill: () => end("SIGKILL"),
        stop: async () => {
          await end("SIGTERM");
          fs.rmSync(folder, { recursive: true, force: true });
        },
      };
    }
    if (!/Address already in use/.test(log)) throw new Error(`Redis did not start:\n${log}`);
  }
}
