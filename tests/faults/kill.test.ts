import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { load } from "cheerio";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { oslo } from "../support/bare-app.ts";
import {
  inData,
  killDatabase,
  letLeasesRunOut,
  removeData,
  setTime,
  startBot,
  type BotProcess,
} from "../support/bot-process.ts";
import { freshRedis, hasRedis, type Redis } from "../support/redis.ts";
import { smallTown, writeTown } from "../support/town.ts";
import { comesIn, type Visitor } from "../support/visitor.ts";

const queues = [
  { queue: "PostgreSQL", onRedis: false },
  { queue: "Redis", onRedis: true },
];

/** What a dead process was in the middle of is taken up when its lease and its lock have run out: a minute or two. */
const patience = 200_000;

describe.each(queues)("kill -9 while people answer, the queue on $queue", ({ onRedis }) => {
  let folder: string;
  let data: string;
  let redis: Redis | undefined;
  let bots: BotProcess[];

  beforeEach(async ({ skip }) => {
    skip(onRedis && !hasRedis, "this machine has no Redis");
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "statusrunde-kill-"));
    fs.chmodSync(folder, 0o755);
    data = path.join(folder, "data");
    bots = [];
    redis = onRedis ? await freshRedis() : undefined;
    await inData(data, (pool) => setTime(pool, oslo("2026-11-30 09:00")));
  });
  afterEach(async () => {
    if (onRedis && !hasRedis) return;
    await Promise.all(bots.map((bot) => bot.kill()));
    await redis?.stop();
    await removeData(data);
    fs.rmSync(folder, { recursive: true, force: true });
  });

  /** Whoever starts it again takes longer about it than a test does. */
  async function startAgain() {
    await inData(data, letLeasesRunOut);
    return start();
  }

  async function start() {
    const bot = await startBot({
      CONFIG_DIR: writeTown(smallTown(), path.join(folder, "config")),
      DATA_DIR: data,
      LOG_LEVEL: "silent",
      ...(redis ? { REDIS_URL: redis.url } : {}),
    });
    bots.push(bot);
    return bot;
  }

  /** Three people say something new all the time, until it fails; `enough` is called when so many were told "stored". */
  async function answering(url: string, count: number, enough: () => void) {
    const acknowledged: { item: string; comment: string }[] = [];
    const failed: { status: number; body: string; comment: string }[] = [];
    const people = await Promise.all(["oda", "siv", "egil"].map((id) => comesIn(url, id)));
    const keepsAnswering = async ({ person, items, answers }: Visitor): Promise<void> => {
      for (let nth = 0; ; nth += 1) {
        const item = items[nth % items.length] ?? "";
        const comment = `${person} ${nth}`;
        const shown = await answers(item, comment).catch(() => null);
        if (shown === null) return; // nobody answered at all: nothing was promised
        if (!shown.stored) return void failed.push({ ...shown, comment });
        acknowledged.push({ item, comment });
        if (acknowledged.length === count) enough();
      }
    };
    await Promise.all(people.map(keepsAnswering));
    return { acknowledged, failed };
  }

  async function expectAllThere(acknowledged: readonly { item: string; comment: string }[]): Promise<void> {
    expect(acknowledged.length).toBeGreaterThanOrEqual(40);
    const stored = await inData(data, async (pool) => {
      const { rows } = await pool.query<{ comment: string }>("select comment from answer");
      return new Set(rows.map((row) => row.comment));
    });
    expect(acknowledged.filter(({ comment }) => !stored.has(comment))).toEqual([]);
  }

  async function expectTheRoundGoesOn(url: string): Promise<void> {
    const siv = await comesIn(url, "siv");
    for (const item of siv.items)
      expect(await siv.answers(item, "etterpå", "green")).toMatchObject({ stored: true });
    const desk = load((await siv.page("desk")).body);
    expect(
      desk("main")
        .text()
        .match(/etterpå/g),
    ).toHaveLength(2);
    await inData(data, async (pool) => {
      // Each was asked, once, whichever process did it.
      const { rows } = await pool.query(
        "select account, count(*)::int from inbox where notice_id is not null group by account order by account",
      );
      expect(rows).toEqual(["egil", "oda", "siv"].map((account) => ({ account, count: 1 })));
      await expect
        .poll(
          async () =>
            (await pool.query("select from notice where state <> 'sent' or drawn < version")).rowCount,
          { timeout: 120_000 },
        )
        .toBe(0);
    });
  }

  test(
    "of the bot: every answer that was acknowledged is there, and the next one goes on",
    async () => {
      const bot = await start();
      const { acknowledged } = await answering(bot.url, 40, () => void bot.kill());
      const again = await startAgain();
      await expectAllThere(acknowledged);
      await expectTheRoundGoesOn(again.url);
    },
    patience,
  );

  test(
    'of the database: nobody was told "stored" for nothing, texts are kept, and starting again goes on',
    async () => {
      const bot = await start();
      const { acknowledged, failed } = await answering(bot.url, 40, () => void killDatabase(data));
      expect(failed).toHaveLength(3);
      for (const { status, body, comment } of failed) {
        expect(status).toBe(503);
        expect(load(body)("textarea").text().trim()).toBe(comment);
      }
      expect(await bot.ended).toEqual({ code: 1, signal: null });
      expect(bot.complained().trim()).toBe(
        "The embedded database stopped. Nothing that was acknowledged is lost: start again.",
      );
      const again = await startAgain();
      await expectAllThere(acknowledged);
      await expectTheRoundGoesOn(again.url);
    },
    patience,
  );

  test(
    "of both at once: the same",
    async () => {
      const bot = await start();
      const { acknowledged } = await answering(bot.url, 40, () => {
        void bot.kill();
        void killDatabase(data);
      });
      const again = await startAgain();
      await expectAllThere(acknowledged);
      await expectTheRoundGoesOn(again.url);
    },
    patience,
  );
});
