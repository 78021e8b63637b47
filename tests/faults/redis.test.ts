import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Redis as RedisClient } from "ioredis";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { oslo } from "../support/bare-app.ts";
import { inDatabase, setTime, startBot, type BotProcess } from "../support/bot-process.ts";
import { freshDatabase } from "../support/database.ts";
import { freshRedis, hasRedis, type Redis } from "../support/redis.ts";
import { smallTown, writeTown } from "../support/town.ts";
import { comesIn } from "../support/visitor.ts";

describe.skipIf(!hasRedis)("with the queue on Redis", () => {
  let folder: string;
  let url: string;
  let redis: Redis;
  let bot: BotProcess & { readonly url: string };
  let stopAgain: (() => Promise<void>) | undefined;

  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "statusrunde-redis-round-"));
    writeTown(smallTown(), folder);
    [url, redis] = await Promise.all([freshDatabase(), freshRedis()]);
    stopAgain = undefined;
    await inDatabase(url, (pool) => setTime(pool, oslo("2026-11-30 09:00")));
    bot = await startBot({
      CONFIG_DIR: folder,
      DATABASE_URL: url,
      REDIS_URL: redis.url,
      LOG_LEVEL: "silent",
    });
    await settled();
  });
  afterEach(async () => {
    await bot.kill();
    await stopAgain?.();
    await redis.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const ask = <T extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
    inDatabase(url, async (pool) => (await pool.query<T>(text, values)).rows);
  const settled = () =>
    expect
      .poll(() => ask("select from notice where state <> 'sent' or drawn < version"), { timeout: 120_000 })
      .toEqual([]);

  /** As a command line without a server of its own does: nobody rings for it. */
  const owe = (person: string) =>
    ask(
      `insert into notice (person_id, slot, kind, round_id, day, not_before)
       select $1, 'event ready test', 'ready', id, current_date, '2026-11-30' from round`,
      [person],
    );

  async function expectNothingTwice(): Promise<void> {
    expect(await ask("select person_id, kind from notice where attempts > 1")).toEqual([]);
    expect(
      await ask(
        "select source, verb from event where source like 'notice %' group by 1, 2 having count(*) > 1",
      ),
    ).toEqual([]);
    expect(
      await ask(
        "select account from inbox where notice_id is not null group by account, notice_id having count(*) > 1",
      ),
    ).toEqual([]);
  }

  test("FLUSHALL in the middle of a round: it goes on from the database, and nothing is sent twice", async () => {
    const client = new RedisClient(redis.url);
    await client.flushall();
    client.disconnect();

    const siv = await comesIn(bot.url, "siv");
    for (const item of siv.items)
      expect(await siv.answers(item, "etter tømmingen")).toMatchObject({ stored: true });
    await settled(); // her message shows it: the ring was heard although the schedules are gone
    await owe("ida");
    await settled(); // and the tick has come back by itself
    await expectNothingTwice();
    expect((await ask("select person_id from notice order by 1")).map((row) => row["person_id"])).toEqual([
      "egil",
      "ida",
      "oda",
      "siv",
    ]);
  }, 150_000);

  test("Redis away and back again: answers are stored meanwhile, notices go out after, and nothing is sent twice", async () => {
    const client = new RedisClient(redis.url);
    const [, dir = ""] = await client.config("GET", "dir");
    client.disconnect();
    await redis.kill();

    const siv = await comesIn(bot.url, "siv");
    for (const item of siv.items)
      expect(await siv.answers(item, "mens køen var borte")).toMatchObject({ stored: true });
    await owe("ida");
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
    expect(await ask("select state from notice where person_id = 'ida'")).toEqual([{ state: "owed" }]);

    stopAgain = await startRedisAgain(new URL(redis.url).port, dir);
    await settled();
    await expectNothingTwice();
    expect((await siv.page("desk")).body).toContain("mens køen var borte");
  }, 150_000);

  test("SIGTERM while Redis is away: the process ends all the same", async () => {
    await redis.kill();
    const siv = await comesIn(bot.url, "siv");
    expect(await siv.answers(siv.items[0] ?? "", "før slutt")).toMatchObject({ stored: true });
    const { code, signal } = await bot.stop();
    expect(signal).toBeNull();
    expect(code).not.toBeNull();
    expect(await ask("select comment from answer")).toEqual([{ comment: "før slutt" }]);
  });
});

/** On the same port and the same files, as a service manager would. */
async function startRedisAgain(port: string, dir: string): Promise<() => Promise<void>> {
  const found = inject("redis");
  if (!found) throw new Error("no Redis on this machine");
  const child = spawn(
    found.program,
    ["--port", port, "--bind", "127.0.0.1", "--dir", dir, "--appendonly", "yes", "--save", ""],
    {
      stdio: ["ignore", "pipe", "inherit"],
      env: found.libraries ? { ...process.env, LD_LIBRARY_PATH: found.libraries } : process.env,
    },
  );
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("Ready to accept connections")) resolve();
    });
  });
  return async () => {
    child.kill("SIGTERM");
    await ended;
  };
}
