import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hear } from "../../flows/index.ts";
import { isNoStatus } from "../../src/round/legend.ts";
import { parseReport } from "../../src/round/report-bytes.ts";
import { rowsOf } from "../../src/round/report-lists.ts";
import type { Report } from "../../src/round/report.ts";
import { bareApp, heard, oslo, type BareApp } from "../support/bare-app.ts";
import { scriptedChannel, type ScriptedChannel } from "../support/scripted-channel.ts";
import { smallTown, type Town } from "../support/town.ts";

/** Contacts of every unit and, among all others, people who have nothing to do with the round. */
const people = ["oda", "ole", "siv", "stig", "egil", "else", "ida", "rolf", "ukjent"] as const;
const statuses = ["green", "orange", "red"] as const;
const itemCount = 5;

/** One thing that happens, `later` minutes after the last one. */
type Event = { readonly later: number } & (
  | {
      readonly does: "answers";
      /** The first or second of those who are asked about the item, or anybody. */
      readonly who: string;
      readonly item: number;
      /** Everything they are asked about in one go. */
      readonly several: boolean;
      readonly status: string;
      readonly comment: string;
      readonly seen: number;
      readonly saidBefore: number;
    }
  | { readonly does: "delivers-again"; readonly nth: number }
  | { readonly does: "withdraws"; readonly who: string; readonly item: number }
  | { readonly does: "looks" }
  | { readonly does: "waits"; readonly who: string; readonly minutes: number }
  | { readonly does: "breaks"; readonly who: string; readonly arrived: boolean }
  | { readonly does: "changes-contacts"; readonly unit: string; readonly contacts: readonly string[] }
  | { readonly does: "closes" | "publishes"; readonly who: string }
  | { readonly does: "restarts" }
);

const who = fc.constantFrom(...people);
const later = fc.oneof(fc.nat(20), fc.nat(20), fc.nat(600), fc.nat(3_000));
const item = fc.nat(itemCount - 1);
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      does: fc.constant("answers" as const),
      later,
      who: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom("owner", "deputy") },
        { weight: 1, arbitrary: who },
      ),
      item,
      several: fc.boolean(),
      status: fc.constantFrom(...statuses),
      comment: fc.constantFrom("", "én", "to\ntre", "=1+1"),
      seen: fc.constantFrom(99, 99, 99, 0, 1),
      // An edit that was written before others, and arrives after them.
      saidBefore: fc.constantFrom(0, 0, 5, 500),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant("waits" as const),
      later,
      who: fc.constantFrom(...people.slice(0, 6)),
      minutes: fc.nat(1_500),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant("delivers-again" as const), later, nth: fc.nat(20) }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("withdraws" as const), later, who, item }) },
  { weight: 6, arbitrary: fc.record({ does: fc.constant("looks" as const), later }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant("breaks" as const), later, who, arrived: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant("changes-contacts" as const),
      later,
      unit: fc.constantFrom("omsorg", "skole", "eiendom"),
      contacts: fc.uniqueArray(fc.constantFrom(...people.slice(0, 6)), { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant("closes" as const), later, who: fc.constantFrom("ida", "oda") }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant("publishes" as const),
      later,
      who: fc.constantFrom("ida", "oda"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("restarts" as const), later }) },
);

/** One town in which things happen one after the other, with what a reader of the rules would expect beside it. */
class World {
  bare: BareApp;
  readonly town: Town = smallTown();
  readonly chat: ScriptedChannel = scriptedChannel({ canFind: true });
  readonly delivered: ReturnType<typeof heard>[] = [];
  now = oslo("2026-11-30 09:00");
  private constructor(bare: BareApp) {
    this.bare = bare;
  }

  static async begin(): Promise<World> {
    const world = new World(await bareApp({ now: oslo("2026-11-30 08:30") }));
    const { url, configDir } = world.bare;
    await world.bare.close();
    await world.open(url, configDir);
    await world.bare.work(world.now);
    return world;
  }

  async open(url: string, configDir: string): Promise<void> {
    this.bare = await bareApp({ url, configDir, now: this.now, channels: [this.chat.channel] });
    for (const id of people.filter((one) => one !== "ukjent")) {
      await this.bare.app.store.people.found(id, { channel: "web", account: id });
    }
  }

  async items() {
    const [round] = await this.bare.app.store.rounds.list();
    if (!round) throw new Error("the round is gone");
    return { round, items: await this.bare.app.store.rounds.items(round.id) };
  }

  async count(): Promise<number> {
    return (await this.bare.app.store.pool.query("select from answer")).rowCount ?? -1;
  }

  async apply(happens: Event): Promise<void> {
    this.now = new Date(this.now.getTime() + happens.later * 60_000);
    const { app } = this.bare;
    switch (happens.does) {
      case "answers": {
        const { items } = await this.items();
        const one = items[happens.item]!;
        const asked = one.responders[happens.who === "deputy" ? 1 : 0] ?? one.responders[0] ?? "";
        const account = ["owner", "deputy"].includes(happens.who) ? asked : happens.who;
        const theirs = items.filter(
          (each) => each === one || (happens.several && each.responders.includes(account)),
        );
        const { status, comment, seen } = happens;
        const said = theirs.map(({ id }) => ({ item: id, status, comment, seen }));
        const saidAt = new Date(this.now.getTime() - happens.saidBefore * 60_000);
        await this.say({ ...heard(account, said, saidAt), receivedAt: this.now });
        return;
      }
      case "delivers-again": {
        const again = this.delivered[happens.nth % Math.max(1, this.delivered.length)];
        if (!again) return;
        const before = await this.count();
        await hear(app, again, this.now);
        expect(await this.count()).toBe(before);
        return;
      }
      case "withdraws": {
        const { items } = await this.items();
        const reply = { kind: "withdraw" as const, items: [{ item: items[happens.item]!.id, seen: 99 }] };
        await hear(app, { ...heard(happens.who, [], this.now), reply }, this.now);
        return;
      }
      case "looks":
        return this.bare.work(this.now);
      case "waits":
        this.chat.next(happens.who, {
          does: "asks-to-wait",
          until: new Date(this.now.getTime() + happens.minutes * 60_000),
        });
        return;
      case "breaks":
        this.chat.next(happens.who, { does: "breaks", arrived: happens.arrived });
        return;
      case "changes-contacts":
        this.town.units[happens.unit]!.contacts = [...happens.contacts];
        return this.bare.edit(this.town, this.now);
      case "closes":
      case "publishes": {
        const { round } = await this.items();
        const command =
          happens.does === "closes"
            ? { verb: "close" as const, round: round.id }
            : { verb: "publish" as const, round: round.id, preface: [] };
        await hear(
          app,
          { ...heard(happens.who, [], this.now), reply: { kind: "command", command, confirmed: true } },
          this.now,
        );
        return;
      }
      case "restarts": {
        const { url, configDir } = this.bare;
        await this.bare.close();
        return this.open(url, configDir);
      }
    }
  }

  /** Stored is what somebody said who is asked, in a round that takes answers; for anybody else nothing changes. */
  private async say(one: ReturnType<typeof heard>): Promise<void> {
    const { round, items } = await this.items();
    const isTheirs = one.reply.said.every(({ item: id }) =>
      items.find((each) => each.id === id)?.responders.includes(one.from.account),
    );
    const before = await this.count();
    const { view } = await hear(this.bare.app, one, this.now);
    if (round.publishedAt !== null || !isTheirs) {
      expect(view.kind).toBe("refused");
      expect(await this.count()).toBe(before);
    }
    if (view.kind === "stored") this.delivered.push(one);
  }

  async check(): Promise<void> {
    const { app } = this.bare;
    const { round, items } = await this.items();
    const rows = await this.ask(
      "select item_id, revision, status, said_at, received_at from answer order by item_id, revision",
    );
    for (const one of items) {
      const said = rows.filter((row) => row["item_id"] === one.id);
      expect(said.map((row) => row["revision"])).toEqual(said.map((_, nth) => nth + 1));
      // One counts, and it is the newest said; of two at the same moment the one that came last.
      const newest = said
        .toSorted(
          (a, b) =>
            Number(a["said_at"]) - Number(b["said_at"]) || Number(a["revision"]) - Number(b["revision"]),
        )
        .at(-1);
      expect(one.answer?.revision ?? null).toBe(newest?.["revision"] ?? null);
    }
    await this.checkMessages();
    checkTable(await app.store.records.draft(round), items, round.deadline);
    const frozen = await app.store.rounds.published(round.id);
    if (frozen) checkTable(parseReport(frozen.body), items, round.deadline);
  }

  /** Nothing twice, whatever broke: a slot is one notice, a notice one message, a day one nudge; and never outside working hours. */
  private async checkMessages(): Promise<void> {
    const nudges = this.chat.arrived.filter((one) => ["ask", "remind", "deputy"].includes(one.kind));
    const days = nudges.map((one) => `${one.account} ${one.at.toISOString().slice(0, 10)}`);
    expect(days).toEqual([...new Set(days)]);
    const sent = this.chat.arrived.map((one) => one.notice);
    expect(sent).toEqual([...new Set(sent)]);
    const local = new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/Oslo",
      hour: "2-digit",
      minute: "2-digit",
    });
    const early = this.chat.arrived
      .map((one) => local.format(one.at))
      .filter((time) => time < "08:00" || time >= "15:30");
    expect(early).toEqual([]);
    expect(await this.ask("select person_id, slot from notice group by 1, 2 having count(*) > 1")).toEqual(
      [],
    );
    expect(
      await this.ask("select item_id, person_id, step from notice_item group by 1, 2, 3 having count(*) > 1"),
    ).toEqual([]);
  }

  private async ask(text: string): Promise<Record<string, unknown>[]> {
    return (await this.bare.app.store.pool.query<Record<string, unknown>>(text)).rows;
  }
}

type Items = Awaited<ReturnType<World["items"]>>["items"];

function checkTable(table: Report, items: Items, deadline: Date): void {
  const rows = rowsOf(table);
  expect(rows).toHaveLength(4);
  for (const row of rows) {
    const silent = row.units.every((unit) => unit.status === null);
    expect(isNoStatus(row.status) || row.units.some((unit) => unit.status === row.status)).toBe(true);
    if (silent) expect(row.status).toBe("unanswered");
    for (const unit of row.units) {
      const answer = items.find((one) => one.measure === row.key && one.unit === unit.unit.key)?.answer;
      expect(unit.status).toBe(answer?.status ?? null);
      expect(unit.late).toBe(answer?.status != null && answer.receivedAt > deadline);
    }
  }
  const add = (by: Readonly<Record<string, number>>): number =>
    Object.values(by).reduce((sum, each) => sum + each, 0);
  expect(add(table.totals.by)).toBe(table.totals.measures);
  expect(table.totals.measures).toBe(rows.length);
  for (const [status, count] of Object.entries(table.totals.by))
    expect(rows.filter((row) => row.status === status)).toHaveLength(count);
  for (const heading of table.headings) expect(add(heading.totals.by)).toBe(heading.totals.measures);
}

describe("whatever happens, in whatever order", () => {
  test("one answer counts, silence is no colour, totals add up, strangers are not heard, and nobody hears anything twice", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 8, maxLength: 24, size: "max" }), async (events) => {
        const world = await World.begin();
        try {
          for (const happens of events) await world.apply(happens);
          await world.bare.work(world.now);
          await world.check();
        } finally {
          await world.bare.close();
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});
