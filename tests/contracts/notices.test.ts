import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { prepareDueRounds } from "../../flows/open-round.ts";
import type { Owed } from "../../src/store/notices.ts";
import { bareApp, oslo, runningRound, type BareApp } from "../support/bare-app.ts";

const now = oslo("2026-11-30 09:00");
const after = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

let bare: BareApp;
let item: string;
beforeEach(async () => {
  bare = await bareApp({ now });
  const { app } = bare;
  await prepareDueRounds(app, now);
  item = (await runningRound(app)).item("1/1.2", "skole").id;
});
afterEach(() => bare.close());

const ask = (more: Partial<Owed> = {}): Owed => ({
  person: "siv",
  kind: "ask",
  slot: "day 2026-11-30",
  day: "2026-11-30",
  notBefore: now,
  round: null,
  items: [{ item, step: "ask" }],
  ...more,
});
const owe = (...owed: Owed[]) => bare.app.store.notices.owe(owed, now);
const owedOne = async (more: Partial<Owed> = {}): Promise<string> => (await owe(ask(more)))[0] ?? "";
const sent = { channel: "web", account: "siv", message: "m1" };

describe("what the bot owes somebody", () => {
  test("is owed once for a slot, whoever tries again, also at the same moment", async () => {
    const tries = await Promise.all(Array.from({ length: 10 }, () => owe(ask())));
    expect(tries.flat()).toHaveLength(1);
    expect(await owe(ask({ kind: "remind" }))).toEqual([]);
    expect(await owe(ask({ slot: "day 2026-12-01", day: "2026-12-01" }))).toHaveLength(1);
  });

  test("is the same slot for another person, but another notice", async () => {
    expect(await owe(ask(), ask({ person: "stig" }))).toHaveLength(2);
  });

  test("counts a step of an item once, however many notices name it", async () => {
    await owe(ask(), ask({ slot: "day 2026-12-01", day: "2026-12-01" }));
    const { rows } = await bare.app.store.pool.query("select step from notice_item where item_id = $1", [
      item,
    ]);
    expect(rows).toEqual([{ step: "ask" }]);
  });

  test("leaves one event, and none where nothing was owed", async () => {
    await owe(ask());
    await owe(ask());
    const { rows } = await bare.app.store.pool.query("select verb from event where verb like 'ask %'");
    expect(rows).toEqual([{ verb: "ask owed" }]);
  });
});

describe("a lease", () => {
  test("is given to one of twenty workers that want it at once", async () => {
    const id = await owedOne();
    const workers = await Promise.all(
      Array.from({ length: 20 }, () => bare.app.store.notices.lease(id, now)),
    );
    expect(workers.filter((one) => one !== null)).toHaveLength(1);
  });

  test("is not given before the time has come, and not for what is settled", async () => {
    const { notices } = bare.app.store;
    const id = await owedOne({ notBefore: after(10) });
    expect(await notices.lease(id, after(9))).toBeNull();
    expect(await notices.toDeliver(after(9))).toEqual([]);
    const held = (await notices.lease(id, after(10)))!;
    await notices.sent(held, sent, after(10), "2026-11-30");
    expect(await notices.lease(id, after(11))).toBeNull();
    expect(await notices.toDeliver(after(11))).toEqual([]);
  });

  test("of a worker that lives is left alone; that of a dead one makes the notice unsure", async () => {
    const { notices, pool } = bare.app.store;
    const id = await owedOne();
    await notices.lease(id, now);
    await notices.abandon();
    expect(await notices.sending()).toBe(true);
    expect(await notices.lease(id, now)).toBeNull();

    await pool.query("update notice set lease_until = clock_timestamp() - interval '1 second'");
    await notices.abandon();
    expect(await notices.sending()).toBe(false);
    expect(await notices.lease(id, now)).toMatchObject({ unsure: true, attempts: 2 });
  });

  test("that ran out while the worker was merely slow still settles what it sent", async () => {
    const { notices, pool } = bare.app.store;
    const held = (await notices.lease(await owedOne(), now))!;
    await pool.query("update notice set lease_until = clock_timestamp() - interval '1 second'");
    await notices.abandon();
    await notices.sent(held, sent, now, "2026-11-30");
    expect(await notices.toDeliver(now)).toEqual([]);
  });

  test("a second word on what is settled already changes nothing", async () => {
    const { notices, pool } = bare.app.store;
    const held = (await notices.lease(await owedOne(), now))!;
    await notices.sent(held, sent, now, "2026-11-30");
    await notices.later(held, after(60), "too late to say so");
    await notices.unsure(held);
    await notices.moot(held, "no", now);
    await notices.sent(held, { ...sent, message: "m2" }, now, "2026-11-30");
    const { rows } = await pool.query("select state, message from notice");
    expect(rows).toEqual([{ state: "sent", message: "m1" }]);
  });
});

describe("the table of notices itself refuses", () => {
  test.each([
    [
      "a second notice for a slot",
      "insert into notice (person_id, slot, kind, day, not_before) values ('siv', 'day 2026-11-30', 'remind', now(), now())",
      "23505",
    ],
    ["something sent that has no message", "update notice set state = 'sent'", "23514"],
    ["a message that was not sent", "update notice set message = 'm'", "23514"],
    [
      "an item on a notice of somebody else",
      "insert into notice_item (notice_id, person_id, item_id, step) select id, 'stig', 1, 'ask' from notice",
      "23503",
    ],
    ["a state nobody knows", "update notice set state = 'lost'", "23514"],
  ])("%s", async (_what, statement, code) => {
    await owe(ask());
    await expect(bare.app.store.pool.query(statement)).rejects.toMatchObject({ code });
  });
});
