import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  inData,
  killDatabase,
  letLeasesRunOut,
  removeData,
  startBot,
  startProgram,
  type BotProcess,
} from "../support/bot-process.ts";
import { freshRedis, hasRedis, type Redis } from "../support/redis.ts";
import { comesIn } from "../support/visitor.ts";

/** As `npm run demo` starts it. */
const demoProgram = (
  JSON.parse(fs.readFileSync("package.json", "utf8")) as { scripts: { demo: string } }
).scripts.demo
  .split(" ")
  .slice(1);

interface Said {
  readonly said_by: string;
  readonly item_id: string;
  readonly revision: number;
  readonly comment: string;
}

async function answersIn(pool: pg.Pool): Promise<Said[]> {
  return (
    await pool.query<Said>(
      "select said_by, item_id, revision, comment from answer order by item_id, revision",
    )
  ).rows;
}

const queues = [
  { queue: "PostgreSQL", onRedis: false },
  { queue: "Redis", onRedis: true },
];

describe.each(queues)("a demo that is killed in the middle, the queue on $queue", ({ onRedis }) => {
  let folder: string;
  let data: string;
  let redis: Redis | undefined;
  let processes: BotProcess[];

  beforeEach(async ({ skip }) => {
    skip(onRedis && !hasRedis, "this machine has no Redis");
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "statusrunde-demo-"));
    fs.chmodSync(folder, 0o755);
    data = path.join(folder, "data");
    processes = [];
    redis = onRedis ? await freshRedis() : undefined;
  });
  afterEach(async () => {
    if (onRedis && !hasRedis) return;
    await Promise.all(processes.map((each) => each.kill()));
    await redis?.stop();
    await removeData(data);
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const env = () => ({ DATA_DIR: data, LOG_LEVEL: "silent", ...(redis ? { REDIS_URL: redis.url } : {}) });

  /** Up to where three people have answered: what is stored by then, they were told is stored. */
  async function playHalf() {
    const [program = "", ...args] = demoProgram;
    const demo = startProgram(program, env(), [...args, "--lang", "en", "--out", path.join(folder, "out")]);
    processes.push(demo);
    await demo.says(/\n.*\n.*\n/); // the database is there and begun anew
    const acknowledged = await inData(data, async (pool) => {
      const people = "select distinct said_by from answer";
      await expect
        .poll(async () => (await pool.query(people)).rowCount, { timeout: 60_000 })
        .toBeGreaterThan(2);
      return answersIn(pool);
    });
    return { demo, acknowledged };
  }

  async function expectTheRoundGoesOn(acknowledged: readonly Said[]): Promise<void> {
    const before = await inData(data, async (pool) => {
      await letLeasesRunOut(pool);
      return answersIn(pool);
    });
    expect(before).toEqual(expect.arrayContaining([...acknowledged]));

    const bot = await startBot(env());
    processes.push(bot);
    expect(bot.said()).toContain("demo, which goes on from its own time: 2026-11-2");
    const mette = await comesIn(bot.url, "mette");
    expect(await mette.answers(mette.items[0] ?? "", "Vi fortsetter der vi slapp.")).toMatchObject({
      stored: true,
    });
    expect((await mette.page("desk")).body).toContain("Vi fortsetter der vi slapp.");
    expect((await (await comesIn(bot.url, "ingrid")).page("rounds")).body).toContain("desember 2026");

    await inData(data, async (pool) => {
      const due =
        "select from notice where (state in ('owed', 'sending', 'unsure') and not_before <= (select now from demo)) or (state = 'sent' and drawn < version)";
      await expect.poll(async () => (await pool.query(due)).rowCount, { timeout: 120_000 }).toBe(0);
      const twice = await pool.query(
        "select account from inbox where notice_id is not null group by account, notice_id having count(*) > 1",
      );
      expect(twice.rows).toEqual([]);
    });
    const after = await inData(data, answersIn);
    expect(after.filter((said) => said.comment !== "Vi fortsetter der vi slapp.")).toEqual(before);
    expect(await bot.stop()).toEqual({ code: 0, signal: null });
  }

  test("the bot: the round goes on where it was", async () => {
    const { demo, acknowledged } = await playHalf();
    await demo.kill();
    await expectTheRoundGoesOn(acknowledged);
  }, 200_000);

  test("the database: the demo ends by itself, and the round goes on where it was", async () => {
    const { demo, acknowledged } = await playHalf();
    await killDatabase(data);
    expect(await demo.ended).toEqual({ code: 1, signal: null });
    await expectTheRoundGoesOn(acknowledged);
  }, 200_000);

  test("both: the round goes on where it was", async () => {
    const { demo, acknowledged } = await playHalf();
    await Promise.all([demo.kill(), killDatabase(data)]);
    await expectTheRoundGoesOn(acknowledged);
  }, 200_000);
});
