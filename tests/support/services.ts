import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { findChromium, type Chromium } from "./chromium.ts";
import { startDatabase } from "./database-server.ts";
import { findRedis, type RedisProgram } from "./redis-program.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Connection string of the maintenance database of a real PostgreSQL. */
    postgres: string;
    redis: RedisProgram | undefined;
    chromium: Chromium | undefined;
  }
}

/** What a machine may lack: skipped loudly where a person works, an error where nobody reads along. */
async function have<T>(what: string, remedy: string, find: () => Promise<T>): Promise<T | undefined> {
  try {
    return await find();
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n", 1)[0] : String(error);
    const line = `NO ${what.toUpperCase()}: its tests are SKIPPED (${reason}). ${remedy}`;
    if (process.env["CI"]) throw new Error(line, { cause: error });
    console.warn(`\n!!! ${line}\n`);
    return undefined;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cache = path.resolve(".cache");
  fs.mkdirSync(cache, { recursive: true });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "statusrunde-tests-"));
  fs.chmodSync(folder, 0o755); // run by root, PostgreSQL works as another account and must get in
  const [redis, chromium] = await Promise.all([
    have("Redis", "Install redis-server, or set REDIS_SERVER to its path.", () => findRedis(cache)),
    have("browser", "Set CHROME_PATH to a Chrome or Chromium.", () => findChromium(cache)),
  ]);
  // Last: nothing that can fail comes after it, so no server is left running.
  const postgres = await startDatabase(path.join(folder, "data"));
  project.provide("postgres", postgres.url);
  project.provide("redis", redis);
  project.provide("chromium", chromium);
  return async () => {
    await postgres.stop();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}
