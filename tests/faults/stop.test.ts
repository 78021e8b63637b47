import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { oslo } from "../support/bare-app.ts";
import { inDatabase, setTime, startBot, type BotProcess } from "../support/bot-process.ts";
import { freshDatabase } from "../support/database.ts";
import { smallTown, writeTown } from "../support/town.ts";
import { comesIn, type Visitor } from "../support/visitor.ts";

let folder: string;
let url: string;
let bots: BotProcess[];
beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "statusrunde-stop-"));
  url = await freshDatabase();
  bots = [];
  writeTown(smallTown(), folder);
  await inDatabase(url, (pool) => setTime(pool, oslo("2026-11-30 09:00")));
});
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.kill()));
  fs.rmSync(folder, { recursive: true, force: true });
});

async function start() {
  const bot = await startBot({ CONFIG_DIR: folder, DATABASE_URL: url, LOG_LEVEL: "silent" });
  bots.push(bot);
  return bot;
}

const settled = async (pool: pg.Pool): Promise<void> => {
  const open = "select from notice where state <> 'sent' or drawn < version";
  await expect.poll(async () => (await pool.query(open)).rowCount, { timeout: 30_000 }).toBe(0);
};

describe("SIGTERM", () => {
  test("while somebody's answer is being stored: the answer is finished and acknowledged, and the process ends by itself", async () => {
    const bot = await start();
    const siv = await comesIn(bot.url, "siv");
    await inDatabase(url, async (pool) => {
      await settled(pool);
      // The answer has to wait for somebody who holds its item.
      const holder = await pool.connect();
      await holder.query("begin");
      await holder.query("select from item where id = $1 for update", [siv.items[0]]);
      const answer = siv.answers(siv.items[0] ?? "", "i siste øyeblikk");
      const waiting =
        "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
      await expect.poll(async () => (await pool.query(waiting)).rowCount).toBe(1);
      process.kill(bot.pid, "SIGTERM");
      // Nobody new gets in any more, but the one who waits is not sent away.
      await expect
        .poll(() =>
          fetch(`${bot.url}/healthz`).then(
            (response) => response.status,
            () => "closed",
          ),
        )
        .toBe("closed");
      await holder.query("commit");
      holder.release();
      expect(await answer).toMatchObject({ stored: true });
      expect(await bot.ended).toEqual({ code: 0, signal: null });
      const { rows } = await pool.query("select comment from answer");
      expect(rows).toEqual([{ comment: "i siste øyeblikk" }]);
    });
  });

  test("while three people answer without a pause: what was acknowledged is stored, and the process ends by itself", async () => {
    const bot = await start();
    const acknowledged: string[] = [];
    const people = await Promise.all(["oda", "siv", "egil"].map((id) => comesIn(bot.url, id)));
    const keepsAnswering = async ({ person, items, answers }: Visitor): Promise<void> => {
      for (let nth = 0; ; nth += 1) {
        const comment = `${person} ${nth}`;
        const shown = await answers(items[nth % items.length] ?? "", comment).catch(() => null);
        if (shown === null) return;
        // Whoever is let in is served: nobody sees an error page because of the stop.
        expect(shown).toMatchObject({ stored: true });
        acknowledged.push(comment);
        if (acknowledged.length === 30) process.kill(bot.pid, "SIGTERM");
      }
    };
    await Promise.all(people.map(keepsAnswering));
    expect(await bot.ended).toEqual({ code: 0, signal: null });
    expect(bot.complained()).toBe("");
    const { rows } = await inDatabase(url, (pool) =>
      pool.query<{ comment: string }>("select comment from answer"),
    );
    const stored = new Set(rows.map((row) => row.comment));
    expect(acknowledged.length).toBeGreaterThanOrEqual(30);
    expect(acknowledged.filter((comment) => !stored.has(comment))).toEqual([]);
  });
});

describe("two processes on one database", () => {
  test("run one round between them, and everybody hears each thing once", async () => {
    const [one, other] = await Promise.all([start(), start()]);
    await inDatabase(url, async (pool) => {
      await settled(pool);
      expect((await pool.query("select plan, period from round")).rows).toEqual([
        { plan: "klima", period: "desember 2026" },
      ]);
      const asked = async () =>
        (await pool.query("select person_id, kind, state, attempts from notice order by person_id")).rows;
      const each = (person_id: string) => ({ person_id, kind: "ask", state: "sent", attempts: 1 });
      expect(await asked()).toEqual(["egil", "oda", "siv"].map(each));

      // What is said to one is seen on the other.
      const siv = await comesIn(one.url, "siv");
      expect(await siv.answers(siv.items[0] ?? "", "sagt til den ene")).toMatchObject({ stored: true });
      const there = await comesIn(other.url, "siv");
      expect((await there.page("desk")).body).toContain("sagt til den ene");
      await settled(pool);
      expect(await asked()).toEqual(["egil", "oda", "siv"].map(each));
    });
  });

  test("go on when one of them is killed", async () => {
    const [one, other] = await Promise.all([start(), start()]);
    await one.kill();
    const siv = await comesIn(other.url, "siv");
    for (const item of siv.items)
      expect(await siv.answers(item, "fortsatt her")).toMatchObject({ stored: true });
    expect((await siv.page("desk")).body).toContain("fortsatt her");
  });
});
