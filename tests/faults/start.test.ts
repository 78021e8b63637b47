import fs from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { oslo } from "../support/bare-app.ts";
import { inDatabase, setTime, startProgram } from "../support/bot-process.ts";
import { freshDatabase } from "../support/database.ts";
import { smallTown, writeTown } from "../support/town.ts";

describe("npm start that cannot start says why in one clear line, and leaves with 1:", () => {
  let folder: string;
  let config: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "statusrunde-start-"));
    config = writeTown(smallTown(), path.join(folder, "config"));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  async function startsWith(env: Record<string, string>): Promise<string[]> {
    const bot = startProgram("src/main.ts", { CONFIG_DIR: config, LOG_LEVEL: "error", ...env });
    expect(await bot.ended).toEqual({ code: 1, signal: null });
    expect(bot.said()).toBe("");
    expect(bot.complained()).not.toMatch(/^ +at /m);
    return bot.complained().trim().split("\n");
  }

  test("a database that is not there", async () => {
    const free = await freePort();
    const lines = await startsWith({ DATABASE_URL: `postgres://bot:hemmelig@127.0.0.1:${free}/status` });
    expect(lines).toEqual([
      "The database at DATABASE_URL does not answer (ECONNREFUSED). Check the address, the password and that it is running.",
    ]);
  });

  test("a Redis that is not there", async () => {
    const lines = await startsWith({
      DATABASE_URL: await freshDatabase(),
      REDIS_URL: `redis://:hemmelig@127.0.0.1:${await freePort()}`,
      LOG_LEVEL: "silent",
    });
    expect(lines).toEqual([
      "Redis at REDIS_URL does not answer. Check the address, the password and that it is running.",
    ]);
  });

  test("a database that does not exist on a server that does", async () => {
    const url = new URL(await freshDatabase());
    url.pathname = "/nowhere";
    const lines = await startsWith({ DATABASE_URL: url.href });
    expect(lines).toEqual([expect.stringContaining("The database at DATABASE_URL does not answer (3D000)")]);
  });

  test("a port in use", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const { port } = taken.address() as AddressInfo;
    const lines = await startsWith({ DATABASE_URL: await freshDatabase(), PORT: String(port) });
    taken.close();
    expect(lines).toEqual([`port ${port} is in use: set PORT`]);
  });

  test("a config with faults: every one, with its line, and nothing was written", async () => {
    const town = smallTown();
    town.units["skole"]!.contacts = ["ingen"];
    town.plans["klima"]!.coordinators = ["heller-ikke"];
    writeTown(town, config);
    const url = await freshDatabase();
    const [first, ...faults] = await startsWith({ DATABASE_URL: url });
    expect(first).toBe("The config has faults; nothing was started.");
    expect(faults).toHaveLength(2);
    expect(faults).toContainEqual(expect.stringMatching(/people\.yaml:\d+.*ingen/));
    expect(faults).toContainEqual(expect.stringMatching(/klima\.yaml:\d+.*heller-ikke/));
    const { rowCount } = await inDatabase(url, (pool) => pool.query("select from person"));
    expect(rowCount).toBe(0);
  });

  test("a data folder of another PostgreSQL major", async () => {
    const data = path.join(folder, "data");
    fs.mkdirSync(path.join(data, "postgres"), { recursive: true });
    fs.writeFileSync(path.join(data, "postgres/PG_VERSION"), "15\n");
    const lines = await startsWith({ DATA_DIR: data });
    expect(lines).toEqual([expect.stringMatching(/was made by PostgreSQL 15.*Nothing was touched/)]);
  });

  test("NODE_ENV=production on the database of a demo", async () => {
    const url = await freshDatabase();
    await inDatabase(url, (pool) => setTime(pool, oslo("2026-11-30 09:00")));
    const lines = await startsWith({ DATABASE_URL: url, NODE_ENV: "production" });
    expect(lines).toEqual(["This database holds a demo. Point DATABASE_URL to another one."]);
  });

  test("a database that a newer version has migrated", async () => {
    const url = await freshDatabase();
    await inDatabase(url, (pool) => pool.query("insert into migration (name) values ('999_future.sql')"));
    const lines = await startsWith({ DATABASE_URL: url });
    expect(lines).toEqual([
      expect.stringContaining(
        'the database has "999_future.sql", which this version does not know: start the newer version',
      ),
    ]);
  });

  test("an environment variable that is misspelt in value", async () => {
    const lines = await startsWith({ NODE_ENV: "prodution", PORT: "http" });
    expect(lines[0]).toBe("The environment has faults; nothing was started.");
    expect(lines.slice(1).toSorted()).toEqual([
      expect.stringContaining("NODE_ENV"),
      expect.stringContaining("PORT"),
    ]);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
