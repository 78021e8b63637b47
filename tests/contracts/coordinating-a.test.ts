import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { command, hear } from "../../flows/index.ts";
import { showProgress } from "../../flows/show-progress.ts";
import { operator } from "../../flows/actor.ts";
import type { Command } from "../../src/conversation/commands.ts";
import type { View } from "../../src/conversation/messages.ts";
import type { Reply } from "../../src/conversation/replies.ts";
import { isLate } from "../../src/round/round.ts";
import { bareApp, heard, oslo, runningRound, type BareApp } from "../support/bare-app.ts";
import { scriptedChannel, type ScriptedChannel } from "../support/scripted-channel.ts";
import { smallTown } from "../support/town.ts";

const opened = oslo("2026-11-30 09:00");

let bare: BareApp;
let chat: ScriptedChannel;
let round: string;
let item: (measure: string, unit: string) => string;
let said = 0;

beforeEach(async () => {
  chat = scriptedChannel({ canFind: true });
  bare = await bareApp({ now: opened, channels: [chat.channel] });
  await bare.work(opened);
  const running = await runningRound(bare.app);
  round = running.id;
  item = (measure, unit) => running.item(measure, unit).id;
});
afterEach(() => bare.close());

/** What somebody does, as their channel hears it. */
async function says(person: string, reply: Reply, at: Date): Promise<View> {
  const from = { channel: "web", account: person };
  await bare.app.store.people.found(person, from);
  said += 1;
  const source = `said ${said}`;
  const { view } = await hear(
    bare.app,
    { from, reply, source, version: "1", saidAt: at, receivedAt: at },
    at,
  );
  return view;
}

const ida = { id: "ida", person: "ida", name: "Ida Koordinator" };
type Told = Command extends infer One ? (One extends Command ? Omit<One, "round"> : never) : never;

function tells(told: Told, at: Date, how: { confirmed?: boolean; actor?: typeof ida } = {}): Promise<View> {
  const { confirmed = true, actor = ida } = how;
  return command(bare.app, actor, { ...told, round }, confirmed, at, "test");
}

const answers = (person: string, at: Date, ...items: string[]) =>
  hear(
    bare.app,
    heard(
      person,
      items.map((one) => ({ item: one })),
      at,
    ),
    at,
  );

/** What comes of what was just sent is told at the next tick. */
async function morning(day: string): Promise<void> {
  await bare.work(oslo(`2026-12-${day} 08:00`));
  await bare.work(oslo(`2026-12-${day} 08:05`));
}

const kinds = (person: string): string[] => chat.to(person).map((one) => one.kind);
const last = (person: string) => chat.to(person).at(-1)?.shows;
const respondersOf = async (measure: string, unit: string) =>
  (await runningRound(bare.app)).item(measure, unit).responders;

async function verbs(like: string): Promise<string[]> {
  const { rows } = await bare.app.store.pool.query<{ actor: string; verb: string }>(
    "select actor, verb from event where verb like $1 order by id",
    [like],
  );
  return rows.map((row) => `${row.actor} ${row.verb}`);
}

const everybody = { verb: "remind", whom: { of: "all" }, insist: false } as const;

describe("a reminder round", () => {
  const tuesday = oslo("2026-12-01 10:00");

  test("shows who would hear and about how much, and sends nothing until it is confirmed", async () => {
    const view = await tells(everybody, tuesday, { confirmed: false });
    expect(view).toMatchObject({
      kind: "confirm",
      what: {
        people: [
          { id: "oda", name: "Oda Omsorg", items: 1 },
          { id: "siv", name: "Siv Skole", items: 2 },
          { id: "egil", name: "Egil Eiendom", items: 2 },
        ],
        leftOut: [],
        unreachable: [],
        blocked: [],
      },
    });
    await bare.work(tuesday);
    expect(kinds("siv")).toEqual(["ask"]);
    expect(await verbs("reminded")).toEqual([]);
  });

  test("sends one message each, and told twice nobody hears twice", async () => {
    const done = await tells(everybody, tuesday);
    expect(done).toMatchObject({
      kind: "done",
      already: false,
      sent: { to: ["Oda Omsorg", "Siv Skole", "Egil Eiendom"], at: tuesday },
    });
    const again = await tells(everybody, tuesday);
    expect(again).toMatchObject({ kind: "done", already: true, sent: { to: [] } });
    await bare.work(tuesday);
    await bare.work(tuesday);
    expect(await tells(everybody, oslo("2026-12-01 14:00"))).toMatchObject({
      already: true,
      sent: { leftOut: [{ name: "Oda Omsorg", why: "heard-today" }, {}, {}] },
    });
    await bare.work(oslo("2026-12-01 14:00"));
    expect(kinds("siv")).toEqual(["ask", "remind"]);
    expect(await verbs("reminded")).toEqual(["ida reminded"]);
  });

  test("leaves out whoever heard today, unless the coordinator insists, and insisting twice at once is once", async () => {
    const at = oslo("2026-11-30 11:00");
    expect(await tells(everybody, at, { confirmed: false })).toMatchObject({
      what: { people: [], leftOut: [{ why: "heard-today" }, {}, {}], blocked: [{ is: "nobody-left" }] },
    });
    const insists = { ...everybody, insist: true };
    const both = await Promise.all([tells(insists, at), tells(insists, at)]);
    expect(both.filter((view) => view.kind === "done" && view.already)).toHaveLength(1);
    await bare.work(at);
    await tells(insists, oslo("2026-11-30 11:01"));
    await bare.work(oslo("2026-11-30 11:01"));
    expect(kinds("siv")).toEqual(["ask", "remind"]);
    await tells(insists, oslo("2026-11-30 13:00"));
    await bare.work(oslo("2026-11-30 13:00"));
    expect(kinds("siv")).toEqual(["ask", "remind", "remind"]);
  });

  test("reaches a heading, a unit, or one person, and only who is missing there", async () => {
    await answers("egil", opened, item("2/2.1", "eiendom"), item("2/2.2", "eiendom"));
    const people = async (whom: (typeof everybody)["whom"] | object) => {
      const view = await tells({ ...everybody, whom } as Told, tuesday, { confirmed: false });
      return view.kind === "confirm" && view.what.people.map(({ id, items }) => `${id} ${items}`);
    };
    expect(await people({ of: "heading", heading: "2" })).toEqual(["siv 1"]);
    expect(await people({ of: "unit", unit: "omsorg" })).toEqual(["oda 1"]);
    expect(await people({ of: "unit", unit: "eiendom" })).toEqual([]);
    expect(await people({ of: "person", person: "siv" })).toEqual(["siv 2"]);
    expect(await people({ of: "person", person: "stig" })).toEqual(["stig 2"]);
    for (const [whom, why] of [
      [{ of: "heading", heading: "9" }, "no-such-item"],
      [{ of: "unit", unit: "__proto__" }, "no-such-item"],
      [{ of: "person", person: "nobody" }, "no-such-person"],
    ] as const)
      expect(await tells({ ...everybody, whom }, tuesday)).toEqual({ kind: "refused", why });
    expect(await verbs("refused remind%")).toHaveLength(3);
  });

  test("goes to the deputy of somebody who is away or whom nobody can reach, and says so", async () => {
    await bare.app.store.people.setTrouble("oda", "not-found");
    await says("siv", { kind: "away", until: "2026-12-04" }, opened);
    const view = await tells(everybody, tuesday);
    expect(view).toMatchObject({
      sent: {
        to: ["Ole Omsorg", "Stig Skole", "Egil Eiendom"],
        unreachable: [{ name: "Oda Omsorg", why: "not-found" }],
        leftOut: [{ name: "Siv Skole", why: "away" }],
      },
    });
    await bare.work(tuesday);
    expect(kinds("stig")).toEqual(["ask"]);
    expect(kinds("siv")).toEqual(["ask"]);
  });

  test("to a deputy beside an owner who is there: both can answer, and the owner is told", async () => {
    await tells({ ...everybody, whom: { of: "person", person: "stig" } }, tuesday);
    await bare.work(tuesday);
    await bare.work(oslo("2026-12-01 10:05"));
    expect(kinds("stig")).toEqual(["deputy"]);
    expect(kinds("siv")).toEqual(["ask", "deputy-asked"]);
  });

  test("told in the evening goes out the next working morning, once, and is the day's one nudge", async () => {
    const friday = oslo("2026-12-04 16:00");
    expect(await tells(everybody, friday)).toMatchObject({ sent: { at: oslo("2026-12-07 08:00") } });
    expect(await tells(everybody, oslo("2026-12-05 12:00"))).toMatchObject({ already: true });
    expect(await tells({ ...everybody, insist: true }, oslo("2026-12-05 12:00"))).toMatchObject({
      already: true,
    });
    await bare.work(oslo("2026-12-07 07:00"));
    expect(kinds("siv")).toEqual(["ask"]);
    await bare.work(oslo("2026-12-07 08:00"));
    await bare.work(oslo("2026-12-07 12:00"));
    // The automatic reminder of the 4th that nobody sent is not said again on the 8th.
    await bare.work(oslo("2026-12-08 08:00"));
    expect(kinds("siv")).toEqual(["ask", "remind"]);
  });

  test("works after the deadline too, when the bot by itself asks nobody any more", async () => {
    const after = oslo("2026-12-14 09:00");
    await bare.work(oslo("2026-12-11 12:00"));
    await bare.work(after);
    const before = kinds("siv").length;
    expect(await tells(everybody, after)).toMatchObject({ already: false });
    await bare.work(after);
    expect(kinds("siv").slice(before)).toEqual(["remind"]);
  });

  test("is not sent to somebody who answers, or goes away, before it goes out", async () => {
    const friday = oslo("2026-12-04 16:00");
    await tells(everybody, friday);
    await answers("oda", friday, item("1/1.1", "omsorg"));
    await says("siv", { kind: "away", until: "2026-12-07" }, friday);
    await bare.work(oslo("2026-12-07 08:00"));
    expect(kinds("oda")).toEqual(["ask"]);
    expect(kinds("siv")).toEqual(["ask"]);
    expect(kinds("egil")).toEqual(["ask", "remind"]);
  });

  test("is refused to whoever does not coordinate, and in a round that is out, with a line in the log", async () => {
    const siv = { id: "siv", person: "siv", name: "Siv Skole" };
    const refused = { kind: "refused", why: "not-coordinator" };
    expect(await tells(everybody, tuesday, { actor: siv })).toEqual(refused);
    await tells({ verb: "publish", preface: [] }, tuesday);
    expect(await tells(everybody, tuesday)).toEqual({ kind: "refused", why: "published" });
    expect(await verbs("refused remind%")).toEqual([
      "siv refused remind not-coordinator",
      "ida refused remind published",
    ]);
  });
});

describe("a deadline", () => {
  const extend = (deadline: string, whom: object = { of: "all" }) =>
    ({ verb: "extend", whom, deadline }) as Told;
  const deadlines = async () => {
    const running = await bare.app.store.rounds.get(round);
    const items = await bare.app.store.rounds.items(round);
    return {
      round: running?.deadline.toISOString().slice(0, 16),
      own: items.flatMap((one) =>
        one.deadline ? [`${one.measure} ${one.unit} ${one.deadline.toISOString().slice(0, 10)}`] : [],
      ),
      closed: running?.closedAt !== null,
    };
  };
  const at = oslo("2026-12-03 10:00");

  test("is moved for everybody: shown first, then they hear of it, once, and are reminded by the new one", async () => {
    expect(await tells(extend("2026-12-18"), at, { confirmed: false })).toMatchObject({
      kind: "confirm",
      what: { people: [{ id: "oda" }, { id: "siv", items: 2 }, { id: "egil" }], blocked: [], warnings: [] },
    });
    expect(await tells(extend("2026-12-18"), at)).toMatchObject({
      kind: "done",
      already: false,
      round: { deadline: oslo("2026-12-18 12:00") },
      sent: { to: ["Oda Omsorg", "Siv Skole", "Egil Eiendom"] },
    });
    expect(await tells(extend("2026-12-18"), at)).toMatchObject({ kind: "done", already: true, sent: null });
    await bare.work(at);
    expect(last("siv")).toMatchObject({ kind: "deadline-moved", deadline: oslo("2026-12-18 12:00") });
    for (const day of ["04", "07", "08", "09", "10", "11", "14", "15", "16", "17"]) await morning(day);
    expect(chat.to("siv").map((one) => `${one.at.toISOString().slice(8, 10)} ${one.kind}`)).toEqual([
      "30 ask",
      "03 deadline-moved",
      "11 remind",
      "16 deputy-asked",
      "17 remind",
    ]);
    expect((await deadlines()).closed).toBe(false);
    await bare.work(oslo("2026-12-18 12:00"));
    expect(await deadlines()).toEqual({ round: "2026-12-18T11:00", own: [], closed: true });
  });

  test("is moved for a unit only: others close with the round, and the round with the last of them", async () => {
    await tells(extend("2026-12-16", { of: "unit", unit: "skole" }), at);
    expect(await deadlines()).toEqual({
      round: "2026-12-11T11:00",
      own: ["1/1.2 skole 2026-12-16", "2/2.1 skole 2026-12-16"],
      closed: false,
    });
    await bare.work(oslo("2026-12-14 08:00"));
    expect((await deadlines()).closed).toBe(false);
    expect(kinds("siv")).toContain("deadline-moved");
    expect(kinds("egil")).not.toContain("deadline-moved");

    await answers("egil", oslo("2026-12-14 09:00"), item("2/2.2", "eiendom"));
    await answers("siv", oslo("2026-12-14 09:00"), item("1/1.2", "skole"));
    const record = await bare.app.store.records.record((await bare.app.store.rounds.get(round))!);
    const lateness = record.items.flatMap((one) =>
      one.answer ? [[one.unit, isLate(one.answer.receivedAt, one.deadline ?? record.round.deadline)]] : [],
    );
    expect(lateness).toEqual([
      ["skole", false],
      ["eiendom", true],
    ]);
    const view = await showProgress(bare.app, ida, record.round, oslo("2026-12-14 09:00"));
    expect(view.kind === "progress" && view.progress.people).toMatchObject([
      { id: "oda", ownDeadline: null },
      { id: "siv", answered: 1, ownDeadline: oslo("2026-12-16 12:00") },
      { id: "egil", answered: 1, ownDeadline: null },
    ]);

    await bare.work(oslo("2026-12-16 12:00"));
    expect((await deadlines()).closed).toBe(true);
    // Everybody's own deadline passed, and the last one.
    expect(kinds("ida").filter((kind) => kind === "digest").length).toBeGreaterThan(1);
  });

  test("is moved for a person: what they own, and not what they are a deputy for", async () => {
    const town = smallTown();
    town.units["omsorg"] = { name: "Omsorg", contacts: ["oda", "siv"] };
    await bare.edit(town, at);
    await tells(extend("2026-12-16", { of: "person", person: "siv" }), at);
    expect((await deadlines()).own).toEqual(["1/1.2 skole 2026-12-16", "2/2.1 skole 2026-12-16"]);
  });

  test("for everybody takes away who had less, and leaves who had more", async () => {
    await tells(extend("2026-12-16", { of: "unit", unit: "skole" }), at);
    await tells(extend("2026-12-09", { of: "unit", unit: "omsorg" }), at);
    await tells(extend("2026-12-14"), at);
    expect(await deadlines()).toMatchObject({
      round: "2026-12-14T11:00",
      own: ["1/1.2 skole 2026-12-16", "2/2.1 skole 2026-12-16"],
    });
    await tells(extend("2026-12-18"), at);
    expect((await deadlines()).own).toEqual([]);
  });

  test("moved twice before anybody heard is told once, as it is now", async () => {
    const friday = oslo("2026-12-04 16:00");
    await tells(extend("2026-12-16"), friday);
    await tells(extend("2026-12-18"), friday);
    await tells(extend("2026-12-16"), friday);
    await bare.work(oslo("2026-12-07 08:00"));
    expect(kinds("siv")).toEqual(["ask", "deadline-moved"]);
    expect(last("siv")).toMatchObject({ deadline: oslo("2026-12-16 12:00") });
  });

  test("in the past, or on a day that does not exist, is none", async () => {
    expect(await tells(extend("2026-12-02"), at)).toMatchObject({
      kind: "confirm",
      what: { blocked: [{ is: "deadline-passed" }] },
    });
    expect(await tells(extend("2026-02-30"), at)).toEqual({ kind: "refused", why: "not-now" });
    expect((await deadlines()).round).toBe("2026-12-11T11:00");
  });

  test("extended after closing opens the round again, for one unit too, and it closes again", async () => {
    await bare.work(oslo("2026-12-11 12:00"));
    const monday = oslo("2026-12-14 09:00");
    const told = extend("2026-12-18", { of: "unit", unit: "eiendom" });
    expect(await tells(told, monday, { confirmed: false })).toMatchObject({
      what: { people: [{ id: "egil", items: 2 }], warnings: [{ is: "reopens" }] },
    });
    await tells(told, monday);
    expect((await deadlines()).closed).toBe(false);
    expect(await verbs("reopened")).toEqual(["ida reopened"]);
    await bare.work(monday);
    for (const day of ["15", "16", "17"]) await morning(day);
    // The reminder of the 11th is not made up for: news of the new deadline reminded them.
    expect(kinds("egil")).toEqual(["ask", "deadline-moved", "deputy-asked", "remind"]);
    // Who got no more time is left alone.
    expect(kinds("siv")).toEqual(["ask"]);
    await bare.work(oslo("2026-12-18 12:00"));
    expect((await deadlines()).closed).toBe(true);
  });

  test("moved while the calendar closes: one of them comes first, and nothing is half done", async () => {
    const noon = oslo("2026-12-11 12:00");
    await Promise.all([
      bare.app.store.deadlines.closePassed(round, noon),
      tells(extend("2026-12-18"), noon),
      tells(extend("2026-12-18"), noon),
    ]);
    expect(await deadlines()).toMatchObject({ round: "2026-12-18T11:00", closed: false });
    const { rows } = await bare.app.store.pool.query(
      "select count(*)::int as n from notice where person_id = 'siv' and kind = 'deadline-moved'",
    );
    expect(rows).toEqual([{ n: 1 }]);
  });
});

describe("handing over", () => {
  const at = oslo("2026-12-01 10:00");
  const offer = (to: string | null, ...items: string[]): Reply => ({
    kind: "hand-over",
    items,
    to,
    reason: "Hun styrer byggesaken",
  });
  const offersTo = async (person: string, ofItem?: string): Promise<string[]> => {
    const { rows } = await bare.app.store.pool.query<{ id: string }>(
      "select id from hand_over where to_person = $1 and ($2::bigint is null or item_id = $2) order by id",
      [person, ofItem ?? null],
    );
    return rows.map((row) => row.id);
  };
  const accepts = (offers: string[], accepted = true): Reply => ({ kind: "take-over", offers, accepted });

  test("without a name shows the directory, and nobody is offered anything", async () => {
    const view = await says("siv", offer(null, item("1/1.2", "skole")), at);
    expect(view).toMatchObject({ kind: "choose-person", what: "hand-over", items: [item("1/1.2", "skole")] });
    expect(view.kind === "choose-person" && view.people.map(({ id }) => id)).not.toContain("siv");
    expect(await offersTo("else")).toEqual([]);
  });

  test("offers several at once in one message; the giver answers for them until they are taken", async () => {
    const items = [item("1/1.2", "skole"), item("2/2.1", "skole")];
    expect(await says("siv", offer("else", ...items), at)).toMatchObject({
      kind: "noted",
      what: { is: "offered", to: "Else Eiendom", count: 2 },
    });
    expect(await says("siv", offer("else", ...items), at)).toMatchObject({ kind: "noted" });
    await bare.work(at);
    expect(kinds("else")).toEqual(["hand-over"]);
    expect(last("else")).toMatchObject({
      by: "Siv Skole",
      offers: [{}, {}],
      reason: "Hun styrer byggesaken",
    });
    expect(await respondersOf("1/1.2", "skole")).toEqual(["siv", "stig"]);
    expect(await says("else", { kind: "show", show: { view: "desk" } }, at)).toMatchObject({
      desk: { rounds: [{ offers: [{ by: "Siv Skole" }, { by: "Siv Skole" }] }] },
    });
    const record = await bare.app.store.rounds.get(round);
    const view = await showProgress(bare.app, operator, record!, at);
    expect(view.kind === "progress" && view.progress.people.find(({ id }) => id === "siv")).toMatchObject({
      offeredTo: ["Else Eiendom"],
    });
  });

  test("accepted, it is theirs, the giver stays behind them, and the people sheet does not change that", async () => {
    await says("siv", offer("else", item("1/1.2", "skole")), at);
    const offers = await offersTo("else");
    expect(await says("else", accepts(offers), at)).toMatchObject({
      kind: "noted",
      what: { is: "accepted", from: "Siv Skole", count: 1 },
    });
    expect(await says("else", accepts(offers), at)).toMatchObject({
      kind: "noted",
      what: { is: "accepted", count: 1 },
    });
    expect(await respondersOf("1/1.2", "skole")).toEqual(["else", "siv", "stig"]);
    await bare.work(at);
    expect(kinds("siv")).toEqual(["ask", "hand-over-answered"]);
    expect(last("siv")).toMatchObject({ by: "Else Eiendom", accepted: true });

    const town = smallTown();
    town.units["skole"] = { name: "Skole", contacts: ["stig"] };
    await bare.edit(town, at);
    expect(await respondersOf("1/1.2", "skole")).toEqual(["else", "siv", "stig"]);
    expect(await respondersOf("2/2.1", "skole")).toEqual(["stig"]);
    // Whoever took it over is asked as its owner.
    await bare.work(oslo("2026-12-02 08:00"));
    expect(kinds("else").at(-1)).toBe("ask");
  });

  test("declined, it stays where it was, and the giver hears", async () => {
    await says("siv", offer("else", item("1/1.2", "skole")), at);
    await bare.work(at);
    const offers = await offersTo("else");
    await says("else", accepts(offers, false), at);
    expect(await says("else", accepts(offers), at)).toEqual({ kind: "refused", why: "settled" });
    await bare.work(at);
    expect(last("siv")).toMatchObject({ kind: "hand-over-answered", accepted: false });
    expect(last("else")).toMatchObject({ kind: "hand-over", offers: [] });
    expect(await respondersOf("1/1.2", "skole")).toEqual(["siv", "stig"]);
  });

  test("only who answers may offer, and only whom it was offered to may take", async () => {
    expect(await says("egil", offer("else", item("1/1.2", "skole")), at)).toEqual({
      kind: "refused",
      why: "not-yours",
    });
    await says("siv", offer("else", item("1/1.2", "skole")), at);
    const offers = await offersTo("else");
    for (const person of ["egil", "siv", "ida"])
      expect(await says(person, accepts(offers), at)).toEqual({ kind: "refused", why: "not-yours" });
    for (const odd of [["0"], ["999999"], ["x'; drop table item"], []])
      expect(await says("else", accepts(odd), at)).toEqual({ kind: "refused", why: "not-yours" });
    expect(await says("siv", offer("nobody", item("1/1.2", "skole")), at)).toEqual({
      kind: "refused",
      why: "no-such-person",
    });
    expect(await verbs("refused take-over%")).toHaveLength(7);
    expect(await respondersOf("1/1.2", "skole")).toEqual(["siv", "stig"]);
  });

  test("offered to another one instead, the first offer is taken back, and says so", async () => {
    await says("siv", offer("else", item("1/1.2", "skole")), at);
    await bare.work(at);
    await says("siv", offer("oda", item("1/1.2", "skole")), at);
    await bare.work(at);
    expect(last("else")).toMatchObject({ kind: "hand-over", offers: [] });
    expect(await says("else", accepts(await offersTo("else")), at)).toEqual({
      kind: "refused",
      why: "settled",
    });
    expect(await says("oda", accepts(await offersTo("oda")), at)).toMatchObject({ kind: "noted" });
    expect(await respondersOf("1/1.2", "skole")).toEqual(["oda", "siv", "stig"]);
  });

  test("what was answered, dropped or published meanwhile is not taken over", async () => {
    await says("siv", offer("else", item("1/1.2", "skole"), item("2/2.1", "skole")), at);
    await answers("siv", at, item("1/1.2", "skole"));
    const [first = "", second = ""] = await offersTo("else");
    // What is answered is no longer among what waits for them, and in one go with another only the other is taken.
    expect(await says("else", { kind: "show", show: { view: "desk" } }, at)).toMatchObject({
      desk: { rounds: [{ offers: [{ id: second }] }] },
    });
    expect(await says("else", accepts([first]), at)).toEqual({ kind: "refused", why: "settled" });
    expect(await says("else", accepts([first, second]), at)).toMatchObject({ what: { count: 1 } });
    expect(await respondersOf("1/1.2", "skole")).toEqual(["siv", "stig"]);
    expect(await respondersOf("2/2.1", "skole")).toEqual(["else", "siv", "stig"]);

    await says("oda", offer("else", item("1/1.1", "omsorg")), at);
    await tells({ verb: "publish", preface: [] }, at);
    expect(await says("else", accepts(await offersTo("else", item("1/1.1", "omsorg"))), at)).toEqual({
      kind: "refused",
      why: "published",
    });
  });

  test("accepted twice at the same moment it changes hands once", async () => {
    await says("siv", offer("else", item("1/1.2", "skole")), at);
    const offers = await offersTo("else");
    await bare.app.store.people.found("else", { channel: "web", account: "else" });
    const views = await Promise.all([says("else", accepts(offers), at), says("else", accepts(offers), at)]);
    expect(views.map((view) => view.kind)).toEqual(["noted", "noted"]);
    expect(await verbs("accepted")).toEqual(["else accepted"]);
  });
});

describe("who answers, as the coordinator says", () => {
  const at = oslo("2026-12-01 10:00");
  const assign = (what: object, people: string[], lasting = false) =>
    ({ verb: "assign", what, people, lasting }) as Told;

  test("for one item in this round: shown first, done once, the old one ended and the new one asked", async () => {
    const told = assign({ of: "item", item: item("2/2.1", "skole") }, ["stig", "else"]);
    expect(await tells(told, at, { confirmed: false })).toMatchObject({
      kind: "confirm",
      what: { people: [{ id: "stig", items: 1 }, { id: "else" }] },
    });
    expect(await tells(told, at)).toMatchObject({ kind: "done", already: false });
    expect(await tells(told, at)).toMatchObject({ kind: "done", already: true });
    expect(await respondersOf("2/2.1", "skole")).toEqual(["stig", "else"]);
    const { rows } = await bare.app.store.pool.query(
      "select person_id, until is not null as ended from responder where item_id = $1 order by person_id",
      [item("2/2.1", "skole")],
    );
    expect(rows).toContainEqual({ person_id: "siv", ended: true });
    await bare.work(at);
    expect(kinds("stig")).toEqual(["ask"]);
    await bare.edit(smallTown(), at);
    expect(await respondersOf("2/2.1", "skole")).toEqual(["stig", "else"]);
    expect(await respondersOf("1/1.2", "skole")).toEqual(["siv", "stig"]);
    expect(await verbs("assigned")).toEqual(["ida assigned"]);
  });

  test("for a unit from now on: the sheet does not undo it, a new round begins with it", async () => {
    expect(await tells(assign({ of: "unit", unit: "skole" }, ["stig"], true), at)).toMatchObject({
      already: false,
    });
    expect(await tells(assign({ of: "unit", unit: "skole" }, ["stig"], true), at)).toMatchObject({
      already: true,
    });
    const town = smallTown();
    town.units["skole"] = { name: "Skole", contacts: ["siv"] };
    town.plans["klima"]!.rounds.push({
      period: "juni 2027",
      opens: "2027-06-01",
      deadline: "2027-06-11",
      automatic: true,
    });
    await bare.edit(town, at);
    expect(await respondersOf("1/1.2", "skole")).toEqual(["stig"]);
    await tells({ verb: "publish", preface: [] }, at);
    await bare.work(oslo("2027-06-01 08:00"));
    expect(await respondersOf("1/1.2", "skole")).toEqual(["stig"]);
    expect(await respondersOf("1/1.1", "omsorg")).toEqual(["oda", "ole"]);
  });

  test("for a measure: every unit in it; a unit's people do not take what one measure's were chosen for", async () => {
    await tells(assign({ of: "measure", measure: "2/2.1" }, ["else"], true), at);
    expect(await respondersOf("2/2.1", "skole")).toEqual(["else"]);
    expect(await respondersOf("2/2.1", "eiendom")).toEqual(["else"]);
    await tells(assign({ of: "unit", unit: "skole" }, ["stig"]), at);
    expect(await respondersOf("1/1.2", "skole")).toEqual(["stig"]);
    expect(await respondersOf("2/2.1", "skole")).toEqual(["else"]);
  });

  test("does not take from somebody what they took over, and takes back what nobody can give any more", async () => {
    await says("siv", { kind: "hand-over", items: [item("1/1.2", "skole")], to: "else", reason: "" }, at);
    await says("siv", { kind: "hand-over", items: [item("2/2.1", "skole")], to: "else", reason: "" }, at);
    await says("else", { kind: "take-over", offers: ["1"], accepted: true }, at);
    await tells(assign({ of: "unit", unit: "skole" }, ["stig"]), at);
    expect(await respondersOf("1/1.2", "skole")).toEqual(["else", "siv", "stig"]);
    expect(await respondersOf("2/2.1", "skole")).toEqual(["stig"]);
    expect(await says("else", { kind: "take-over", offers: ["2"], accepted: true }, at)).toEqual({
      kind: "refused",
      why: "settled",
    });
  });

  test("needs somebody who is there, and something that is there", async () => {
    const skole = { of: "unit", unit: "skole" };
    const refused = async (told: Told) => {
      const view = await tells(told, at);
      return view.kind === "refused" && view.why;
    };
    expect(await refused(assign(skole, ["nobody"]))).toBe("no-such-person");
    expect(await refused(assign(skole, []))).toBe("says-nothing");
    expect(await refused(assign({ of: "unit", unit: "nowhere" }, ["stig"]))).toBe("no-such-item");
    expect(await refused(assign({ of: "item", item: "9999" }, ["stig"]))).toBe("no-such-item");
    expect(await refused(assign({ of: "measure", measure: "9/9" }, ["stig"]))).toBe("no-such-item");
    expect(await verbs("refused assign%")).toHaveLength(5);
  });

  test("somebody chosen who leaves the town answers no more: the sheet counts again", async () => {
    await tells(assign({ of: "unit", unit: "omsorg" }, ["else"]), at);
    const town = smallTown();
    delete town.people["else"];
    town.units["eiendom"] = { name: "Eiendom", contacts: ["egil"] };
    await bare.edit(town, at);
    expect(await respondersOf("1/1.1", "omsorg")).toEqual(["oda", "ole"]);
  });
});

describe("being away", () => {
  const at = oslo("2026-12-01 10:00");

  test("nobody is asked while away, the deputy stands in, and the one who is back is reminded", async () => {
    expect(await says("siv", { kind: "away", until: "2026-12-07" }, at)).toMatchObject({
      kind: "noted",
      what: { is: "away", until: "2026-12-07" },
    });
    await says("siv", { kind: "away", until: "2026-12-07" }, at);
    for (const day of ["01", "04", "07"]) await bare.work(oslo(`2026-12-${day} 12:00`));
    expect(kinds("siv")).toEqual(["ask"]);
    expect(kinds("stig")).toEqual(["ask", "remind"]);
    await bare.work(oslo("2026-12-08 08:00"));
    expect(kinds("siv")).toEqual(["ask", "remind"]);
    expect(await verbs("away")).toEqual(["siv away"]);
  });

  test("shows in progress until it is over", async () => {
    await says("siv", { kind: "away", until: "2026-12-07" }, at);
    const running = (await bare.app.store.rounds.get(round))!;
    const awayOn = async (day: string) => {
      const view = await showProgress(bare.app, ida, running, oslo(`2026-12-${day} 12:00`));
      return view.kind === "progress" && view.progress.people.find(({ id }) => id === "siv")?.awayUntil;
    };
    expect(await awayOn("07")).toBe("2026-12-07");
    expect(await awayOn("08")).toBeNull();
  });

  test("somebody is back when they say so; a day that has been is no day to be away until", async () => {
    await says("siv", { kind: "away", until: "2026-12-24" }, at);
    await says("siv", { kind: "away", until: null }, at);
    await bare.work(oslo("2026-12-04 08:00"));
    expect(kinds("siv")).toEqual(["ask", "remind"]);
    for (const until of ["2026-11-30", "2026-13-01", "tomorrow"])
      expect(await says("siv", { kind: "away", until }, at)).toEqual({ kind: "refused", why: "not-now" });
    expect(await verbs("refused away%")).toHaveLength(3);
  });
});

describe("asking a colleague for a text", () => {
  const at = oslo("2026-12-01 10:00");
  const ask = (to: string | null, question = "Hvor mange stativer?"): Reply => ({
    kind: "ask-colleague",
    item: item("1/1.2", "skole"),
    to,
    question,
  });

  test("reaches them with the question, and the text comes back; the item stays where it is", async () => {
    expect(await says("siv", ask(null), at)).toMatchObject({ kind: "choose-person", what: "ask-colleague" });
    expect(await says("siv", ask("else"), at)).toMatchObject({
      kind: "noted",
      what: { is: "asked-colleague", to: "Else Eiendom" },
    });
    await says("siv", ask("else"), at);
    await bare.work(at);
    expect(kinds("else")).toEqual(["text-asked"]);
    const message = last("else");
    expect(message).toMatchObject({ question: "Hvor mange stativer?", by: "Siv Skole" });
    const request = message?.kind === "text-asked" ? message.request : "";

    const give = (text: string): Reply => ({ kind: "give-text", request, text });
    expect(await says("else", give("Førti, under tak."), at)).toMatchObject({
      kind: "noted",
      what: { is: "text-given", to: "Siv Skole" },
    });
    expect(await says("else", give("Førti, under tak."), at)).toMatchObject({ kind: "noted" });
    expect(await says("else", give("Femti."), at)).toEqual({ kind: "refused", why: "settled" });
    await bare.work(at);
    expect(kinds("siv")).toEqual(["ask", "text-given"]);
    expect(last("siv")).toMatchObject({ by: "Else Eiendom", text: "Førti, under tak." });
    expect(await respondersOf("1/1.2", "skole")).toEqual(["siv", "stig"]);
    const { rows } = await bare.app.store.pool.query("select 1 from event where verb like '%tak%'");
    expect(rows).toEqual([]);
  });

  test("only who answers may ask, and only who was asked may give", async () => {
    const not = { kind: "refused", why: "not-yours" };
    expect(await says("egil", ask("else"), at)).toEqual(not);
    await says("siv", ask("else"), at);
    for (const person of ["egil", "siv"])
      expect(await says(person, { kind: "give-text", request: "1", text: "Nei" }, at)).toEqual(not);
    expect(await says("else", { kind: "give-text", request: "0 or 1", text: "Nei" }, at)).toEqual(not);
    expect(await says("else", { kind: "give-text", request: "1", text: "  " }, at)).toEqual({
      kind: "refused",
      why: "says-nothing",
    });
    expect(await says("siv", ask("else", " "), at)).toEqual({ kind: "refused", why: "says-nothing" });
    expect(await says("siv", ask("else", "x".repeat(3001)), at)).toEqual({
      kind: "refused",
      why: "too-long",
    });
    expect(await says("siv", ask("siv"), at)).toEqual({ kind: "refused", why: "no-such-person" });
  });
});
