import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closeRound } from "../../flows/close-round.ts";
import { operator } from "../../flows/actor.ts";
import { publishReport } from "../../flows/publish-report.ts";
import { parseReport } from "../../src/round/report-bytes.ts";
import { rowsOf } from "../../src/round/report-lists.ts";
import { bareApp, heard, oslo, runningRound, type BareApp } from "../support/bare-app.ts";
import { smallTown } from "../support/town.ts";

const now = oslo("2026-11-30 09:00");
const after = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

let bare: BareApp;
let round: Awaited<ReturnType<typeof runningRound>>;
let bikes: string;
let solar: string;

/** An open round of the small town, in which everybody has opened their pages once. */
beforeEach(async () => {
  bare = await bareApp({ now });
  const { app } = bare;
  await bare.work(now);
  round = await runningRound(app);
  bikes = round.item("1/1.2", "skole").id;
  solar = round.item("2/2.1", "skole").id;
  for (const { id } of app.config.people) await app.store.people.found(id, { channel: "web", account: id });
});

afterEach(() => bare.close());

const say = (...args: Parameters<typeof heard>) => {
  const one = heard(...args);
  return bare.app.store.takeAnswers(one, one.reply.said);
};
const rows = async (item = bikes) => {
  const found = await bare.app.store.pool.query<{
    revision: number;
    said_by: string;
    status: string | null;
    comment: string;
    crossed: boolean;
  }>("select revision, said_by, status, comment, crossed from answer where item_id = $1 order by revision", [
    item,
  ]);
  return found.rows;
};
const current = async (item = bikes) =>
  (await bare.app.store.rounds.items(round.id)).find((one) => one.id === item)?.answer ?? null;
const sql = (text: string, values: unknown[] = []) => bare.app.store.pool.query(text, values);

describe("one thing that was said", () => {
  test("is one revision, however often it is delivered", async () => {
    const first = await say("siv", [{ item: bikes }], now, { source: "slack:1", version: "1" });
    const again = await say("siv", [{ item: bikes }], now, { source: "slack:1", version: "1" });
    expect(first.taken).toEqual([{ item: bikes, revision: 1, crossed: false }]);
    expect(again.taken).toEqual([]);
    expect(await rows()).toHaveLength(1);
  });

  test("is one revision when the same delivery comes ten times at once", async () => {
    const ten = Array.from({ length: 10 }, () =>
      say("siv", [{ item: bikes }, { item: solar }], now, { source: "slack:2", version: "1" }),
    );
    const revisions = (await Promise.all(ten)).flatMap(({ taken }) => taken.map((one) => one.item));
    expect(revisions.toSorted()).toEqual([bikes, solar].toSorted());
    expect([await rows(), await rows(solar)].map((one) => one.length)).toEqual([1, 1]);
  });

  test("is no new revision when the same person says the same again", async () => {
    await say("siv", [{ item: bikes, comment: "Stativene er bestilt." }], now);
    const again = await say("siv", [{ item: bikes, comment: "Stativene er bestilt.", seen: 1 }], after(5));
    expect(again.taken).toEqual([]);
    expect(await rows()).toHaveLength(1);
  });

  test("is a revision of their own when somebody else says the same", async () => {
    await say("siv", [{ item: bikes }], now);
    await say("stig", [{ item: bikes, seen: 1 }], after(5));
    expect((await rows()).map((row) => row.said_by)).toEqual(["siv", "stig"]);
    expect(await current()).toMatchObject({ by: "stig", crossed: false });
  });

  test("said again after something else is a revision: the digest is of what counts now, not of everything", async () => {
    await say("siv", [{ item: bikes, status: "green" }], now);
    await say("siv", [{ item: bikes, status: "red", seen: 1 }], after(1));
    await say("siv", [{ item: bikes, status: "green", seen: 2 }], after(2));
    expect(await current()).toMatchObject({ revision: 3, status: "green" });
  });

  test("that changed nothing, delivered again after somebody else's answer, still changes nothing", async () => {
    await say("siv", [{ item: bikes }], now);
    const same = { source: "slack:9", version: "1" };
    await say("siv", [{ item: bikes, seen: 1 }, { item: solar }], after(1), same);
    await say("stig", [{ item: bikes, status: "red", seen: 1 }], after(2));
    await say("siv", [{ item: bikes, seen: 1 }, { item: solar }], after(1), same);
    expect((await rows()).map((row) => row.said_by)).toEqual(["siv", "stig"]);
    expect(await rows(solar)).toHaveLength(1);
  });

  test("an old redelivery after a newer answer changes nothing", async () => {
    await say("siv", [{ item: bikes, status: "green" }], now, { source: "slack:3", version: "1" });
    await say("siv", [{ item: bikes, status: "red", seen: 1 }], after(1));
    await say("siv", [{ item: bikes, status: "green" }], now, { source: "slack:3", version: "1" });
    expect(await current()).toMatchObject({ revision: 2, status: "red" });
    expect(await rows()).toHaveLength(2);
  });

  test("edits that arrive out of order are both kept, and the newest said counts", async () => {
    await say("siv", [{ item: bikes, comment: "andre utgave" }], after(2), {
      source: "slack:4",
      version: "2",
      receivedAt: after(3),
    });
    await say("siv", [{ item: bikes, comment: "første utgave" }], after(1), {
      source: "slack:4",
      version: "1",
      receivedAt: after(4),
    });
    expect((await rows()).map((row) => row.comment)).toEqual(["andre utgave", "første utgave"]);
    expect(await current()).toMatchObject({ comment: "andre utgave", revision: 1 });
  });

  test("after an older edit came in late, saying the newest again is still nothing new", async () => {
    await say("siv", [{ item: bikes, comment: "ny" }], after(2));
    await say("siv", [{ item: bikes, comment: "gammel" }], after(1));
    expect((await say("siv", [{ item: bikes, comment: "ny", seen: 2 }], after(3))).taken).toEqual([]);
  });

  test("taken back makes the item open, and taking back what was never said says nothing", async () => {
    const nothing = await say("siv", [{ item: bikes, status: null }], now);
    expect(nothing.taken).toEqual([]);
    await say("siv", [{ item: bikes }], after(1));
    await say("siv", [{ item: bikes, status: null, seen: 1 }], after(2));
    expect(await current()).toMatchObject({ status: null, revision: 2 });
    const table = await bare.app.store.records.draft((await bare.app.store.rounds.get(round.id))!);
    expect(rowsOf(table).find((row) => row.key === "1/1.2")).toMatchObject({
      status: "unanswered",
      units: [{ status: null }],
    });
  });

  test("about several items is one event each, and never the text", async () => {
    await say(
      "siv",
      [
        { item: bikes, comment: "hemmelig" },
        { item: solar, comment: "hemmelig" },
      ],
      now,
    );
    const { rows: events } = await sql("select * from event where verb = 'answered'");
    expect(events).toHaveLength(2);
    expect(JSON.stringify(events)).not.toContain("hemmelig");
  });
});

describe("what is never stored", () => {
  test("a stranger's answer, and one from an account nobody knows", async () => {
    expect((await say("rolf", [{ item: bikes }], now)).taken).toEqual([]);
    expect((await say("nobody", [{ item: bikes }], now)).taken).toEqual([]);
    expect(await rows()).toEqual([]);
  });

  test("a stranger's answer that gets past the statement is refused by the table itself", async () => {
    const insert = `insert into answer (item_id, revision, round_id, said_by, status, comment, source, source_version, seen, crossed, said_at, received_at)
      values ($1, 1, $2, 'rolf', 'green', '', 's', '1', 0, false, now(), now())`;
    await expect(sql(insert, [bikes, round.id])).rejects.toMatchObject({ code: "23503" });
  });

  test("an answer of somebody who no longer answers for the unit", async () => {
    const town = smallTown();
    town.units["skole"]!.contacts = ["stig"];
    await bare.edit(town, after(1));
    expect((await say("siv", [{ item: bikes }], after(2))).taken).toEqual([]);
    expect((await say("stig", [{ item: bikes }], after(2))).taken).toHaveLength(1);
  });

  test("another unit's item beside one's own: only one's own is taken", async () => {
    const { taken } = await say("siv", [{ item: bikes }, { item: round.item("1/1.1", "omsorg").id }], now);
    expect(taken.map((one) => one.item)).toEqual([bikes]);
  });

  test("a status of another plan, and nothing that was said beside it", async () => {
    await expect(
      say("siv", [{ item: solar }, { item: bikes, status: "halfway" }], now),
    ).rejects.toMatchObject({ code: "23503" });
    expect([await rows(), await rows(solar)]).toEqual([[], []]);
  });

  test("a comment longer than may be stored, and nothing that was said beside it", async () => {
    const long = "æ".repeat(3_001);
    await expect(say("siv", [{ item: solar }, { item: bikes, comment: long }], now)).rejects.toMatchObject({
      code: "23514",
    });
    expect([await rows(), await rows(solar)]).toEqual([[], []]);
    await say("siv", [{ item: bikes, comment: "æ".repeat(3_000) }], now);
    expect((await current())?.comment).toHaveLength(3_000);
  });

  test("an answer about an item that was dropped", async () => {
    await sql("update item set dropped_because = 'sak 12/26' where id = $1", [bikes]);
    expect((await say("siv", [{ item: bikes }], now)).taken).toEqual([]);
    expect(await rows()).toEqual([]);
  });

  test("an answer after the round was published or cancelled, or before it is open; after it closed it is", async () => {
    await closeRound(bare.app, operator, (await bare.app.store.rounds.get(round.id))!, true, after(1));
    expect((await say("siv", [{ item: bikes }], after(2))).taken).toHaveLength(1);
    await publishReport(bare.app, operator, (await bare.app.store.rounds.get(round.id))!, [], true, after(3));
    expect((await say("siv", [{ item: bikes, status: "red", seen: 1 }], after(4))).taken).toEqual([]);
    await sql("update round set published_at = null, cancelled_at = now() where id = $1", [round.id]);
    expect((await say("siv", [{ item: bikes, status: "red", seen: 1 }], after(5))).taken).toEqual([]);
    await sql("update round set opened_at = null, closed_at = null, cancelled_at = null where id = $1", [
      round.id,
    ]);
    expect((await say("siv", [{ item: bikes, status: "red", seen: 1 }], after(6))).taken).toEqual([]);
    expect(await rows()).toHaveLength(1);
  });

  test("a change to something that was said, or to a table that was published", async () => {
    await say("siv", [{ item: bikes }], now);
    await expect(sql("update answer set comment = 'x'")).rejects.toThrow("answer is append-only");
    await expect(sql("delete from answer")).rejects.toThrow("answer is append-only");
    await publishReport(bare.app, operator, (await bare.app.store.rounds.get(round.id))!, [], true, after(1));
    await expect(sql("update report set version = 2")).rejects.toThrow("report is append-only");
    await expect(sql("delete from report")).rejects.toThrow("report is append-only");
  });

  test("report bytes whose SHA-256 is another one", async () => {
    const insert =
      "insert into report (round_id, version, body, sha256, published_at) values ($1, 1, 'x', sha256('y'), now())";
    await expect(sql(insert, [round.id])).rejects.toMatchObject({ code: "23514" });
  });
});

describe("two people at once", () => {
  test("both answers to one item are kept, and the second is marked as crossed", async () => {
    await Promise.all([
      say("siv", [{ item: bikes, status: "green" }], now),
      say("stig", [{ item: bikes, status: "red" }], now),
    ]);
    const both = await rows();
    expect(both.map((row) => row.said_by).toSorted()).toEqual(["siv", "stig"]);
    expect(both.map((row) => row.crossed)).toEqual([false, true]);
    expect(await current()).toMatchObject({ revision: 2, crossed: true });
  });

  test("an answer over somebody else's newer one is crossed; over one's own, or one that was seen, it is not", async () => {
    await say("siv", [{ item: bikes, status: "green" }], now);
    await say("siv", [{ item: bikes, status: "red" }], after(1));
    await say("stig", [{ item: bikes, status: "orange", seen: 1 }], after(2));
    await say("siv", [{ item: bikes, status: "green", seen: 3 }], after(3));
    expect((await rows()).map((row) => row.crossed)).toEqual([false, false, true, false]);
  });

  test("one person in two windows does not cross themself", async () => {
    for (let time = 0; time < 20; time += 1) {
      const seen = (await rows()).length;
      await Promise.all(
        ["én", "to"].map((which) =>
          say("siv", [{ item: bikes, comment: `${which} ${time}`, seen }], after(time)),
        ),
      );
    }
    expect((await rows()).filter((row) => row.crossed)).toEqual([]);
  });

  test("owner and deputy who answer the same items in opposite order never block each other for ever", async () => {
    const all = [bikes, solar];
    for (let time = 0; time < 25; time += 1) {
      const said = all.map((item) => ({ item, comment: randomUUID() }));
      await Promise.all(
        Array.from({ length: 4 }, () => [
          say("siv", said, after(time)),
          say("stig", said.toReversed(), after(time)),
        ]).flat(),
      );
    }
    expect(await deadlocks()).toBe(0);
  });

  test("owner and deputy who answer different items of one desk do not block each other over their messages", async () => {
    await bare.work(oslo("2026-12-09 09:00"));
    const { rows: asked } = await sql(
      "select person_id from notice where state = 'sent' and person_id in ('siv', 'stig') group by 1",
    );
    expect(asked).toHaveLength(2);
    for (let time = 0; time < 25; time += 1) {
      await Promise.all([
        ...Array.from({ length: 4 }, () => say("siv", [{ item: bikes, comment: randomUUID() }], after(time))),
        ...Array.from({ length: 4 }, () =>
          say("stig", [{ item: solar, comment: randomUUID() }], after(time)),
        ),
      ]);
    }
    expect(await deadlocks()).toBe(0);
  });

  test("an answer that races with publishing is in the frozen table, or refused: never neither, never both", async () => {
    const ends = { inTable: 0, refused: 0 };
    const town = smallTown();
    const plan = town.plans["klima"]!;
    town.plans = Object.fromEntries(Array.from({ length: 40 }, (_, nth) => [`plan-${nth}`, plan]));
    const racing = await bareApp({ now, town });
    try {
      const { app } = racing;
      await racing.work(now);
      await app.store.people.found("oda", { channel: "web", account: "oda" });
      for (const [time, open] of (await app.store.rounds.running()).entries()) {
        const item = (await app.store.rounds.items(open.id)).find((each) => each.measure === "1/1.1")!.id;
        const one = heard("oda", [{ item, status: "green", comment: "i siste liten" }], after(1));
        const answering = () => app.store.takeAnswers(one, one.reply.said);
        const publishing = () => publishReport(app, operator, open, [], true, after(2));
        const begin = [answering, publishing];
        const [first, second] = time % 2 === 0 ? begin : begin.toReversed();
        const started = first?.();
        await sleep(time % 8);
        await Promise.all([started, second?.()]);

        const frozen = parseReport((await app.store.rounds.published(open.id))!.body);
        const kept = await app.store.pool.query("select from answer where item_id = $1", [item]);
        expect(rowsOf(frozen).find((each) => each.key === "1/1.1")?.status).toBe(
          kept.rowCount === 1 ? "green" : "unanswered",
        );
        ends[kept.rowCount === 1 ? "inTable" : "refused"] += 1;
      }
    } finally {
      await racing.close();
    }
    // Both ways were really taken, or nothing raced.
    expect(ends.inTable).toBeGreaterThan(0);
    expect(ends.refused).toBeGreaterThan(0);
  });
});

describe("a plan's rounds", () => {
  test("one runs at a time, also when ten are prepared at once, and a period is collected once", async () => {
    const { app } = bare;
    const running = (await app.store.rounds.get(round.id))!;
    const another = (period: string) =>
      app.store.rounds.prepare({ ...running, period, items: [] }, now, "test");
    expect(await another("juni 2027")).toBeNull();

    await publishReport(app, operator, running, [], true, after(1));
    expect(await another(running.period)).toBeNull();
    const ten = await Promise.all(Array.from({ length: 10 }, (_, nth) => another(`periode ${nth}`)));
    expect(ten.filter((id) => id !== null)).toHaveLength(1);
  });
});

/** Counted by PostgreSQL itself when a connection ends; the statement's own second try would hide them. */
async function deadlocks(): Promise<number> {
  await bare.app.store.pool.query("select pg_stat_force_next_flush()");
  const { url } = bare;
  await bare.close();
  bare = await bareApp({ now });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (;;) {
    const { rows: left } = await client.query<{ n: number }>(
      "select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    if (left[0]?.n === 0) break;
  }
  const { rows: found } = await client.query<{ deadlocks: number }>(
    "select deadlocks::int from pg_stat_database where datname = current_database()",
  );
  await client.end();
  return found[0]?.deadlocks ?? -1;
}
