import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { operator, type Actor } from "../../flows/actor.ts";
import { command, hear } from "../../flows/index.ts";
import { showReport, showReview } from "../../flows/review-report.ts";
import type { Command } from "../../src/conversation/commands.ts";
import type { Message, Review, ReviewItem, View } from "../../src/conversation/messages.ts";
import type { Reply, Said } from "../../src/conversation/replies.ts";
import { compose } from "../../src/delivery/compose.ts";
import { mintLink } from "../../src/delivery/links.ts";
import { rowsOf } from "../../src/round/report-lists.ts";
import type { Report } from "../../src/round/report.ts";
import type { Round } from "../../src/round/round.ts";
import { bareApp, oslo, runningRound, type BareApp } from "../support/bare-app.ts";
import { scriptedChannel, type ScriptedChannel } from "../support/scripted-channel.ts";
import { smallTown } from "../support/town.ts";

const opened = oslo("2026-11-30 09:00");
const now = oslo("2026-12-08 10:00");
const after = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

let bare: BareApp;
let chat: ScriptedChannel;
let round: Awaited<ReturnType<typeof runningRound>>;
let cars: string;
let bikes: string;
let solarOfSchools: string;
let solarOfBuildings: string;

const ida: Actor = { id: "ida", person: "ida", name: "Ida Koordinator" };

/** An open round of the small town; everybody has been asked and can be reached. Stig and Rolf must read heading 1. */
beforeEach(async () => {
  const town = smallTown();
  const { klima } = town.plans;
  if (!klima) throw new Error("no plan");
  Object.assign(klima, { readers: { "1. Reise": ["stig", "rolf"] } });
  chat = scriptedChannel({ canFind: true });
  bare = await bareApp({ town, now: opened, channels: [chat.channel] });
  const { app } = bare;
  for (const { id } of app.config.people) await app.store.people.found(id, { channel: "web", account: id });
  await bare.work(opened);
  round = await runningRound(app);
  cars = round.item("1/1.1", "omsorg").id;
  bikes = round.item("1/1.2", "skole").id;
  solarOfSchools = round.item("2/2.1", "skole").id;
  solarOfBuildings = round.item("2/2.1", "eiendom").id;
});

afterEach(() => bare.close());

async function theRound(): Promise<Round> {
  const found = await bare.app.store.rounds.get(round.id);
  if (!found) throw new Error("no round");
  return found;
}
type Told = Command extends infer One ? (One extends Command ? Omit<One, "round"> : never) : never;
const tell = (told: Told, at = now, by = ida, confirmed = true): Promise<View> =>
  command(bare.app, by, { ...told, round: round.id }, confirmed, at, "test");
const ask = (told: Told, at = now) => tell(told, at, ida, false);

let things = 0;
async function says(who: string, reply: Reply, at = now): Promise<View> {
  const thing = { source: `test:${(things += 1)}`, version: "1", saidAt: at, receivedAt: at };
  return (await hear(bare.app, { from: { channel: "web", account: who }, reply, ...thing }, at)).view;
}
const answers = (
  who: string,
  item: string,
  status: string,
  comment = "",
  at = now,
  seen = 99,
): Promise<View> => {
  const said: Said[] = [{ item, seen, status, comment, progress: null }];
  return says(who, { kind: "answer", said }, at);
};
const enters = (comment: string, more: { seen?: number; from?: string; status?: string } = {}): Told => ({
  verb: "answer-for",
  item: bikes,
  seen: 0,
  status: "orange",
  comment,
  progress: null,
  from: "på e-post fra skolen 24. november",
  ...more,
});

const done = (verb: Command["verb"], already = false) => ({ kind: "done", verb, already });
const refused = (why: string) => ({ kind: "refused", why });

async function review(at = now): Promise<Review> {
  const view = await showReview(bare.app, ida, await theRound(), at);
  if (view.kind !== "review") throw new Error(JSON.stringify(view));
  return view.review;
}
async function itemNow(id: string): Promise<ReviewItem> {
  const items = (await review()).headings.flatMap((heading) => heading.rows.flatMap((row) => row.items));
  const found = items.find((one) => one.id === id);
  if (!found) throw new Error(`no item ${id}`);
  return found;
}
const flagged = async () => (await review()).flags.map(({ is, measure }) => `${measure} ${is}`);
async function draft(): Promise<Report> {
  return bare.app.store.records.draft(await theRound());
}
const rowIn = (report: Report, key: string) => rowsOf(report).find((row) => row.key === key);
async function published(): Promise<Report> {
  const view = await showReport(bare.app, ida, await theRound(), false);
  if (view.kind !== "report") throw new Error(JSON.stringify(view));
  return view.report;
}
/** Everything of a kind that reached somebody, delivered at that time. */
async function heardBy<K extends Message["kind"]>(who: string, kind: K, at = now) {
  await bare.work(at);
  return chat
    .to(who)
    .map((one) => one.shows)
    .filter((message): message is Extract<Message, { kind: K }> => message.kind === kind);
}
const verbs = async () => (await bare.app.store.events.since("0")).map((event) => event.verb);
const warnings = async (at = now) => {
  const view = await ask({ verb: "publish", preface: [] }, at);
  return view.kind === "confirm" ? view.what.warnings : [];
};

describe("an answer that came by e-mail", () => {
  test("is entered in the owner's name with where it came from, and the owner is told", async () => {
    expect(await tell(enters("Fire av ni skoler."))).toMatchObject({
      ...done("answer-for"),
      sent: { to: ["Siv Skole"] },
    });
    expect(await itemNow(bikes)).toMatchObject({
      answer: { status: "orange", comment: "Fire av ni skoler.", by: "Siv Skole" },
      enteredFrom: "på e-post fra skolen 24. november",
    });
    expect(await heardBy("siv", "answered-for")).toMatchObject([
      {
        by: "Ida Koordinator",
        from: "på e-post fra skolen 24. november",
        item: { answer: { comment: "Fire av ni skoler." } },
      },
    ]);
    expect(await verbs()).toContain("answered-for");
    expect(JSON.stringify(await draft())).not.toContain("e-post");
  });

  test("entered twice is entered once", async () => {
    await tell(enters("Fire av ni."));
    expect(await tell(enters("Fire av ni."), after(1))).toMatchObject(done("answer-for", true));
    expect((await itemNow(bikes)).revision).toBe(1);
    expect(await heardBy("siv", "answered-for", after(2))).toHaveLength(1);
  });

  test("does not overwrite what the owner said meanwhile", async () => {
    await answers("siv", bikes, "green", "Alle ni.");
    expect(await tell(enters("Fire av ni."))).toEqual(refused("changed-meanwhile"));
    expect((await itemNow(bikes)).answer?.comment).toBe("Alle ni.");
    expect(await tell(enters("Fire av ni.", { seen: 1 }))).toMatchObject(done("answer-for"));
    expect((await itemNow(bikes)).answer?.comment).toBe("Fire av ni.");
  });

  test("becomes the owner's own when they say the very same, and is not told any more when they were quicker", async () => {
    await tell(enters("Fire av ni."));
    await answers("siv", bikes, "orange", "Fire av ni.");
    expect(await itemNow(bikes)).toMatchObject({ revision: 2, enteredFrom: null });
    expect(await heardBy("siv", "answered-for")).toEqual([]);
  });

  test("says where it came from, has a status of the legend, and is of this round", async () => {
    expect(await tell(enters("Ja", { from: " " }))).toEqual(refused("says-nothing"));
    expect(await tell(enters("Ja", { status: "blue" }))).toEqual(refused("says-nothing"));
    expect(await tell(enters("x".repeat(3001)))).toEqual(refused("too-long"));
    expect(await tell({ ...enters("Ja"), item: "999" } as Told)).toEqual(refused("no-such-item"));
    expect(await tell({ ...enters("Ja"), item: "x" } as Told)).toEqual(refused("no-such-item"));
  });

  test("is entered by a coordinator only; the operator of the command line is one and is named so", async () => {
    const siv = { id: "siv", person: "siv", name: "Siv" };
    expect(await tell(enters("Ja"), now, siv)).toEqual(refused("not-coordinator"));
    expect(await verbs()).toContain("refused not-coordinator".replace("refused ", "refused answer-for "));
    expect(await tell(enters("Ja"), now, operator)).toMatchObject(done("answer-for"));
    const log = await bare.app.store.events.since("0");
    expect(log.find((event) => event.verb === "answered-for")?.actor).toBe("operator");
  });
});

describe("a measure that is no longer relevant", () => {
  const proposes = (who = "siv") =>
    says(who, { kind: "propose-drop", item: bikes, reason: "Skolene er lagt ned." });
  const drop = { verb: "drop", items: [] as string[], because: "vedtak 12/26" } as const;

  test("is proposed by somebody who answers for it, and the coordinator hears why", async () => {
    expect(await proposes()).toMatchObject({ kind: "noted", what: { is: "proposed-drop" } });
    expect(await proposes()).toMatchObject({ kind: "noted" });
    expect(await heardBy("ida", "drop-proposed")).toMatchObject([
      { by: "Siv Skole", reason: "Skolene er lagt ned.", item: { id: bikes } },
    ]);
    expect((await itemNow(bikes)).proposal).toEqual({ by: "Siv Skole", reason: "Skolene er lagt ned." });
    expect(await flagged()).toContain("1/1.2 drop-proposed");
    expect(await proposes("egil")).toEqual(refused("not-yours"));
    expect(await says("siv", { kind: "propose-drop", item: bikes, reason: "\n" })).toEqual(
      refused("says-nothing"),
    );
  });

  test("stays when the coordinator says no", async () => {
    await proposes();
    expect(await tell({ verb: "keep", item: bikes })).toMatchObject(done("keep"));
    expect(await tell({ verb: "keep", item: bikes })).toMatchObject(done("keep", true));
    expect((await itemNow(bikes)).proposal).toBeNull();
    expect(await heardBy("ida", "drop-proposed")).toEqual([]);
  });

  test("is dropped with the decision's reference, the owner is told, and nobody is asked about it", async () => {
    await proposes();
    expect(await ask({ ...drop, items: [bikes] })).toMatchObject({
      kind: "confirm",
      command: { because: "vedtak 12/26" },
      what: { people: [{ name: "Siv Skole", items: 1 }] },
    });
    expect((await itemNow(bikes)).dropped).toBeNull();
    expect(await tell({ ...drop, items: [bikes] })).toMatchObject({
      ...done("drop"),
      sent: { to: ["Siv Skole"] },
    });
    expect(await tell({ ...drop, items: [bikes] }, after(1))).toMatchObject(done("drop", true));
    expect(await itemNow(bikes)).toMatchObject({ dropped: "vedtak 12/26", proposal: null });
    expect(await heardBy("siv", "dropped")).toMatchObject([{ because: "vedtak 12/26" }]);
    expect(rowIn(await draft(), "1/1.2")?.status).toBe("dropped");
    expect(await answers("siv", bikes, "green")).toEqual(refused("dropped"));
    expect(await proposes()).toEqual(refused("dropped"));
  });

  test("comes back with what was said before", async () => {
    await answers("siv", bikes, "green", "Alle ni.");
    await tell({ ...drop, items: [bikes] });
    expect(await tell({ verb: "restore", items: [bikes] })).toMatchObject(done("restore"));
    expect(await tell({ verb: "restore", items: [bikes] })).toMatchObject(done("restore", true));
    expect(rowIn(await draft(), "1/1.2")).toMatchObject({
      status: "green",
      units: [{ bullets: ["Alle ni."] }],
    });
    expect(await heardBy("siv", "dropped")).toEqual([]);
  });

  test("is one of this round's, and dropped for a reason", async () => {
    expect(await tell({ ...drop, items: [bikes, "999"] })).toEqual(refused("no-such-item"));
    expect(await tell({ ...drop, items: [] })).toEqual(refused("no-such-item"));
    expect(await tell({ verb: "drop", items: [bikes], because: " " })).toEqual(refused("says-nothing"));
  });
});

describe("units that differ", () => {
  const decide = (status: string | null, seen: string | null, comment: string | null = null): Told => ({
    verb: "decide",
    measure: "2/2.1",
    status,
    comment,
    seen,
  });
  const decision = async () =>
    (await review()).headings.flatMap((heading) => heading.rows).find((row) => row.key === "2/2.1")?.decision;

  beforeEach(async () => {
    await answers("siv", solarOfSchools, "orange", "Taket er målt.");
    await answers("egil", solarOfBuildings, "green", "Satt i drift.");
  });

  test("leave the row undecided until the coordinator writes what it is; what units said stays", async () => {
    expect(await flagged()).toContain("2/2.1 undecided");
    expect(await tell(decide("orange", null, "Ett tak av to."))).toMatchObject(done("decide"));
    expect(rowIn(await draft(), "2/2.1")).toMatchObject({
      status: "orange",
      decided: { bullets: ["Ett tak av to."] },
      units: [{ status: "orange" }, { status: "green" }],
    });
    expect(await flagged()).not.toContain("2/2.1 undecided");
    expect(await decision()).toMatchObject({ status: "orange", by: "Ida Koordinator" });
    expect(await tell(decide("orange", null, "Ett tak av to."))).toMatchObject(done("decide", true));
  });

  test("are decided by the newest decision, and undecided again when it is taken back", async () => {
    await tell(decide("orange", null));
    const shown = (await decision())?.id ?? null;
    expect(await tell(decide("green", shown))).toMatchObject(done("decide"));
    expect(rowIn(await draft(), "2/2.1")?.status).toBe("green");
    const newer = (await decision())?.id ?? null;
    expect(await tell(decide(null, newer))).toMatchObject(done("decide"));
    expect(await tell(decide(null, null))).toMatchObject(done("decide", true));
    expect(rowIn(await draft(), "2/2.1")?.status).toBe("undecided");
    expect(await decision()).toBeNull();
  });

  test("are not decided over another coordinator's head", async () => {
    await tell(decide("orange", null));
    expect(await tell(decide("green", null), now, operator)).toEqual(refused("changed-meanwhile"));
    expect(await tell(decide(null, "999"), now, operator)).toEqual(refused("changed-meanwhile"));
    const both = await Promise.all([tell(decide("green", "0")), tell(decide("red", "0"))]);
    expect(both).toEqual([refused("changed-meanwhile"), refused("changed-meanwhile")]);
    expect((await decision())?.status).toBe("orange");
  });

  test("cannot be decided to be a colour the legend lacks, and a measure must be there", async () => {
    expect(await tell(decide("blue", null))).toEqual(refused("says-nothing"));
    expect(await tell({ ...decide("green", null), measure: "7" } as Told)).toEqual(refused("no-such-item"));
    expect(await tell(decide("green", null, "x".repeat(3001)))).toEqual(refused("too-long"));
  });

  test("are looked at once more when one of them answers after the decision", async () => {
    await tell(decide("orange", null));
    await answers("siv", solarOfSchools, "red", "Taket tåler det ikke.", after(60));
    expect(await flagged()).toContain("2/2.1 decided-before");
    expect(rowIn(await draft(), "2/2.1")?.status).toBe("orange");
  });
});

describe("a comment that the coordinator puts differently", () => {
  const edit = (comment: string, seen: string): Told => ({ verb: "edit", item: bikes, comment, seen });

  beforeEach(() => answers("siv", bikes, "orange", "fire av ni skoler"));

  test("is printed as edited; its author sees both", async () => {
    expect(await tell(edit("Fire av ni skoler.", "fire av ni skoler"))).toMatchObject({
      ...done("edit"),
      sent: { to: ["Siv Skole"] },
    });
    expect(rowIn(await draft(), "1/1.2")?.units[0]?.bullets).toEqual(["Fire av ni skoler."]);
    expect((await itemNow(bikes)).written).toBe("fire av ni skoler");
    expect(await heardBy("siv", "edited")).toMatchObject([
      { was: "fire av ni skoler", now: "Fire av ni skoler.", by: "Ida Koordinator" },
    ]);
    expect(await tell(edit("Fire av ni skoler.", "fire av ni skoler"))).toMatchObject(done("edit", true));
  });

  test("is not put over another coordinator's edit, nor over a newer answer", async () => {
    await tell(edit("Fire av ni.", "fire av ni skoler"));
    expect(await tell(edit("4 av 9", "fire av ni skoler"))).toEqual(refused("changed-meanwhile"));
    await answers("siv", bikes, "green", "Alle ni");
    expect(await tell(edit("4 av 9", "Fire av ni."))).toEqual(refused("changed-meanwhile"));
    expect(await itemNow(bikes)).toMatchObject({ answer: { comment: "Alle ni" }, written: null });
    // What was edited is not there any more, so there is nothing to show.
    expect(await heardBy("siv", "edited")).toEqual([]);
  });

  test("is one that was said", async () => {
    expect(await tell({ ...edit("x", ""), item: cars } as Told)).toEqual(refused("not-now"));
    expect(await tell({ ...edit("x", ""), item: "999" } as Told)).toEqual(refused("no-such-item"));
    expect(await tell(edit("x".repeat(3001), "fire av ni skoler"))).toEqual(refused("too-long"));
  });
});

describe("an answer that is sent back", () => {
  const back = (question = "Hvilke skoler?", due: string | null = null): Told => ({
    verb: "send-back",
    item: bikes,
    question,
    due,
  });

  beforeEach(() => answers("siv", bikes, "orange", "Fire av ni."));

  test("is shown first, stands until it is replaced, and is open again for its owner", async () => {
    expect(await ask(back("Hvilke skoler?", "2026-12-16"))).toMatchObject({
      kind: "confirm",
      what: { people: [{ name: "Siv Skole" }], blocked: [] },
    });
    expect((await itemNow(bikes)).question).toBeNull();
    expect(await tell(back("Hvilke skoler?", "2026-12-16"))).toMatchObject(done("send-back"));
    expect(await itemNow(bikes)).toMatchObject({
      question: "Hvilke skoler?",
      deadline: oslo("2026-12-16 12:00"),
      answer: { comment: "Fire av ni." },
    });
    expect(await flagged()).toContain("1/1.2 sent-back");
    expect(rowIn(await draft(), "1/1.2")?.status).toBe("orange");
    expect(await heardBy("siv", "sent-back")).toMatchObject([
      {
        question: "Hvilke skoler?",
        by: "Ida Koordinator",
        due: oslo("2026-12-16 12:00"),
        item: { id: bikes },
      },
    ]);
    expect(await warnings()).toContainEqual({ is: "sent-back", number: "1.2", short: "Sykkelparkering" });
  });

  test("twice with the same question is sent back once, with another one again", async () => {
    await tell(back());
    expect(await ask(back())).toMatchObject(done("send-back", true));
    expect(await tell(back(), after(1))).toMatchObject(done("send-back", true));
    expect(await heardBy("siv", "sent-back", after(2))).toHaveLength(1);
    await tell(back("Og når?"), after(3));
    expect((await heardBy("siv", "sent-back", after(4))).map((one) => one.question)).toEqual([
      "Hvilke skoler?",
      "Og når?",
    ]);
  });

  test("is settled by a new answer, also when it says the very same words", async () => {
    await tell(back());
    await answers("siv", bikes, "orange", "Fire av ni.", after(5));
    expect(await itemNow(bikes)).toMatchObject({
      question: null,
      revision: 2,
      answer: { comment: "Fire av ni." },
    });
    expect(await flagged()).not.toContain("1/1.2 sent-back");
    // Answered before it was sent: there is nothing to ask any more.
    expect(await heardBy("siv", "sent-back", after(6))).toEqual([]);
  });

  test("goes to the deputy who wrote it and to the owner", async () => {
    await answers("stig", bikes, "red", "Ingen.");
    await tell(back());
    expect(await heardBy("stig", "sent-back")).toHaveLength(1);
    expect(await heardBy("siv", "sent-back")).toHaveLength(1);
  });

  test("is one that was said, with a question, and a day that is to come", async () => {
    expect(await tell({ ...back(), item: cars } as Told)).toEqual(refused("not-now"));
    expect(await tell(back(" "))).toEqual(refused("says-nothing"));
    expect(await tell(back("Når?", "2026-12-07"))).toMatchObject({
      kind: "confirm",
      what: { blocked: [{ is: "deadline-passed" }] },
    });
    expect((await itemNow(bikes)).question).toBeNull();
  });

  test("answered in its own time is not late", async () => {
    await tell(back("Hvilke skoler?", "2026-12-16"));
    await tell({ verb: "close" }, oslo("2026-12-14 09:00"));
    await answers("siv", bikes, "orange", "Nes og Vik.", oslo("2026-12-15 09:00"));
    expect(rowIn(await draft(), "1/1.2")).toMatchObject({
      late: false,
      units: [{ bullets: ["Nes og Vik."] }],
    });
  });
});

describe("a heading that was read through", () => {
  const approve = (heading: string, approved = true): Told => ({ verb: "approve", heading, approved });
  const approved = async () =>
    (await review()).headings.filter((heading) => heading.approved).map((heading) => heading.place);

  beforeEach(() => answers("siv", bikes, "orange", "Fire av ni."));

  test("is approved by somebody at some time, once, and can be taken back", async () => {
    expect(await tell(approve("1"))).toMatchObject(done("approve"));
    expect(await tell(approve("1"), after(1))).toMatchObject(done("approve", true));
    expect((await review()).headings[0]?.approved).toEqual({ by: "Ida Koordinator", at: now });
    expect(await tell(approve("1", false))).toMatchObject(done("approve"));
    expect(await tell(approve("1", false))).toMatchObject(done("approve", true));
    expect(await approved()).toEqual([]);
    expect(await tell(approve("9"))).toEqual(refused("no-such-item"));
  });

  test.each<[string, () => Promise<unknown>]>([
    ["a new answer", () => answers("siv", bikes, "green", "Alle.")],
    ["an edit", () => tell({ verb: "edit", item: bikes, comment: "Fire.", seen: "Fire av ni." })],
    [
      "a decision",
      () => tell({ verb: "decide", measure: "1/1.2", status: "red", comment: null, seen: null }),
    ],
    ["a drop", () => tell({ verb: "drop", items: [bikes], because: "vedtak" })],
    ["an entered answer", () => tell(enters("Fem.", { seen: 1 }))],
  ])("is not approved any more after %s under it", async (_, change) => {
    await tell(approve("1"));
    await tell(approve("2"));
    await change();
    expect(await approved()).toEqual(["2"]);
    expect(await tell(approve("1"), after(1))).toMatchObject(done("approve"));
    expect(await approved()).toEqual(["1", "2"]);
  });

  test("is asked for before publishing only where some heading was approved", async () => {
    expect((await warnings()).filter((one) => one.is === "not-approved")).toEqual([]);
    await tell(approve("1"));
    expect((await warnings()).filter((one) => one.is === "not-approved")).toEqual([
      { is: "not-approved", heading: "2. Bygg" },
    ]);
  });
});

describe("readers of a heading", () => {
  const askThem: Told = { verb: "ask-readers" };
  const readers = async () => (await review()).headings[0]?.readers;
  const read = (who: string, at = now) => says(who, { kind: "read", round: round.id }, at);

  test("are asked, once a day, and reminded as long as they have not read it", async () => {
    expect(await ask(askThem)).toMatchObject({
      kind: "confirm",
      what: { people: [{ name: "Stig Skole" }, { name: "Rolf Leder" }], leftOut: [], blocked: [] },
    });
    expect(await tell(askThem)).toMatchObject({
      ...done("ask-readers"),
      sent: { to: ["Stig Skole", "Rolf Leder"] },
    });
    expect(await heardBy("rolf", "reader-asked")).toMatchObject([{ headings: ["1. Reise"], again: false }]);
    expect(await tell(askThem, after(30))).toMatchObject(done("ask-readers", true));
    expect(await ask(askThem, after(30))).toMatchObject({
      what: { people: [], leftOut: [{ name: "Stig Skole", why: "heard-today" }, { name: "Rolf Leder" }] },
    });
    await read("rolf", after(60));
    const tomorrow = oslo("2026-12-09 10:00");
    expect(await tell(askThem, tomorrow)).toMatchObject({
      ...done("ask-readers"),
      sent: { to: ["Stig Skole"] },
    });
    expect((await heardBy("stig", "reader-asked", tomorrow)).map((one) => one.again)).toEqual([false, true]);
    expect(await heardBy("rolf", "reader-asked", tomorrow)).toHaveLength(1);
  });

  test("who have read it are shown with when, and nobody is asked any more", async () => {
    expect(await warnings()).toContainEqual({ is: "not-read", heading: "1. Reise", reader: "Rolf Leder" });
    expect(await read("rolf")).toMatchObject({ kind: "noted", what: { is: "read" } });
    expect(await read("rolf", after(1))).toMatchObject({ kind: "noted" });
    expect(await readers()).toEqual([
      { name: "Stig Skole", readAt: null },
      { name: "Rolf Leder", readAt: now },
    ]);
    await read("stig");
    expect((await warnings()).filter((one) => one.is === "not-read")).toEqual([]);
    expect(await tell(askThem)).toMatchObject(done("ask-readers", true));
    expect(await read("egil")).toEqual(refused("not-reader"));
  });

  test("see the draft of their headings, and of no other", async () => {
    await answers("siv", bikes, "orange", "Fire av ni.");
    const rolf = { id: "rolf", person: "rolf", name: "Rolf Leder" };
    for (const asDraft of [true, false]) {
      const view = await showReport(bare.app, rolf, await theRound(), asDraft);
      if (view.kind !== "report") throw new Error(JSON.stringify(view));
      expect(rowsOf(view.report).map((row) => row.key)).toEqual(["1/1.1", "1/1.2"]);
      expect(view.report.totals.measures).toBe(2);
    }
    const egil = { id: "egil", person: "egil", name: "Egil" };
    expect(await showReport(bare.app, egil, await theRound(), true)).toEqual(refused("nothing-published"));
    expect(await showReview(bare.app, rolf, await theRound(), now)).toEqual(refused("not-coordinator"));
    await tell({ verb: "publish", preface: [] });
    const view = await showReport(bare.app, rolf, await theRound(), true);
    expect(view.kind === "report" && rowsOf(view.report)).toHaveLength(4);
  });
});

describe("publishing", () => {
  test("says everything that is missing, and is done all the same when confirmed", async () => {
    await answers("siv", bikes, "orange", "Fire av ni.");
    await answers("siv", solarOfSchools, "orange", "Taket er målt.");
    await answers("egil", solarOfBuildings, "green", "I drift.");
    await tell({ verb: "approve", heading: "2", approved: true });
    await tell({ verb: "send-back", item: bikes, question: "Hvilke?", due: null });
    expect(await ask({ verb: "publish", preface: ["En linje."] })).toMatchObject({
      kind: "confirm",
      command: { preface: ["En linje."] },
      what: {
        people: [{ name: "Rolf Leder" }],
        warnings: [
          { is: "before-deadline" },
          { is: "unanswered", number: "1.1", units: ["Omsorg"] },
          { is: "unanswered", number: "2.2", units: ["Eiendom"] },
          { is: "undecided", number: "2.1" },
          { is: "sent-back", number: "1.2" },
          { is: "not-approved", heading: "1. Reise" },
          { is: "not-read", heading: "1. Reise", reader: "Stig Skole" },
          { is: "not-read", heading: "1. Reise", reader: "Rolf Leder" },
        ],
      },
    });
    expect(await tell({ verb: "publish", preface: [] })).toMatchObject(done("publish"));
    expect(await tell({ verb: "publish", preface: [] })).toMatchObject(done("publish", true));
    expect(rowIn(await published(), "1/1.2")?.status).toBe("orange");
  });
});

describe("after publishing", () => {
  const correct = (why = "Feil tall fra skolen.", preface: string[] = []): Told => ({
    verb: "correct",
    why,
    preface,
  });

  beforeEach(async () => {
    await answers("siv", bikes, "orange", "Fire av ni.");
    await tell({ verb: "publish", preface: ["Elbilene er på plass."] });
    await bare.work(now);
  });

  test("a correction is a new version that says what changed and reaches the same people", async () => {
    await tell(enters("Seks av ni.", { seen: 1, from: "på telefon" }), after(5));
    await tell(
      { verb: "decide", measure: "2/2.2", status: "red", comment: "Ikke begynt.", seen: null },
      after(6),
    );
    const changes = [
      { number: "1.2", short: "Sykkelparkering", from: null, to: null, comments: true },
      { number: "2.2", short: "Varmestyring", from: "unanswered", to: "red", comments: true },
    ];
    expect(await ask(correct(), after(7))).toMatchObject({
      kind: "confirm",
      command: { preface: ["Elbilene er på plass."] },
      what: { people: [{ name: "Rolf Leder" }], changes },
    });
    expect(await tell(correct(), after(8))).toMatchObject(done("correct"));
    expect(await published()).toMatchObject({
      version: 2,
      preface: ["Elbilene er på plass."],
      correction: { why: "Feil tall fra skolen.", of: 1, changes },
    });
    for (const who of ["rolf", "siv", "oda", "egil"]) {
      const [message, ...more] = await heardBy(who, "corrected", after(9));
      expect([who, message?.changes, more]).toEqual([who, changes, []]);
    }
    expect(await heardBy("rolf", "summary", after(9))).toHaveLength(1);
    expect(await heardBy("stig", "corrected", after(9))).toEqual([]);
    expect(await verbs()).toContain("corrected");
  });

  test("a correction that says nothing new is refused; the same one again was done already", async () => {
    expect(await tell(correct())).toEqual(refused("says-nothing"));
    await tell({ verb: "edit", item: bikes, comment: "Seks av ni.", seen: "Fire av ni." });
    expect(await tell(correct(" "))).toEqual(refused("says-nothing"));
    expect(await tell(correct())).toMatchObject(done("correct"));
    expect(await tell(correct())).toMatchObject(done("correct", true));
    expect(await tell(correct("Noe annet."))).toEqual(refused("says-nothing"));
    expect((await published()).version).toBe(2);
  });

  test("two coordinators who correct at once make one version", async () => {
    await tell({ verb: "edit", item: bikes, comment: "Seks av ni.", seen: "Fire av ni." });
    const both = await Promise.all([tell(correct()), tell(correct(), now, operator)]);
    expect(both.filter((view) => view.kind === "done" && !view.already)).toHaveLength(1);
    expect((await published()).version).toBe(2);
  });

  test("new lines on top are a correction too", async () => {
    expect(await tell(correct("Lenke manglet.", ["Se saken."]))).toMatchObject(done("correct"));
    expect(await published()).toMatchObject({
      version: 2,
      preface: ["Se saken."],
      correction: { changes: [] },
    });
  });

  test("the coordinator sees the correction as a draft, and everybody else what is published", async () => {
    await tell({ verb: "edit", item: bikes, comment: "Seks av ni.", seen: "Fire av ni." });
    const shown = async (actor: Actor, asDraft: boolean) => {
      const view = await showReport(bare.app, actor, await theRound(), asDraft);
      return view.kind === "report" ? rowIn(view.report, "1/1.2")?.units[0]?.bullets : view;
    };
    expect(await shown(ida, true)).toEqual(["Seks av ni."]);
    expect(await shown(ida, false)).toEqual(["Fire av ni."]);
    expect(await shown({ id: "rolf", person: "rolf", name: "Rolf" }, true)).toEqual(["Fire av ni."]);
  });

  test("each version is told of once, however often the bot looks", async () => {
    for (const comment of ["Fem.", "Seks."]) {
      const seen = (await itemNow(bikes)).answer?.comment ?? "";
      await tell({ verb: "edit", item: bikes, comment, seen }, after(5));
      await tell(correct(comment), after(6));
      await bare.work(after(7));
      await bare.work(after(8));
    }
    expect((await heardBy("rolf", "corrected", after(9))).map((one) => one.report.version)).toEqual([2, 3]);
  });

  test("whoever did not get the first version yet gets the newest one only", async () => {
    await tell({ verb: "edit", item: bikes, comment: "Fem.", seen: "Fire av ni." }, oslo("2026-12-08 17:00"));
    await tell(correct("Fem."), oslo("2026-12-08 17:00"));
    await tell({ verb: "edit", item: bikes, comment: "Seks.", seen: "Fem." }, oslo("2026-12-08 17:05"));
    await tell(correct("Seks."), oslo("2026-12-08 17:05"));
    const heard = await heardBy("rolf", "corrected", oslo("2026-12-09 08:00"));
    expect(heard.map((one) => one.report.version)).toEqual([3]);
  });

  test("owners cannot change anything, nor is anything sent back, approved or read", async () => {
    expect(await answers("siv", bikes, "green")).toEqual(refused("published"));
    expect(await tell({ verb: "send-back", item: bikes, question: "?", due: null })).toEqual(
      refused("published"),
    );
    expect(await tell({ verb: "approve", heading: "1", approved: true })).toEqual(refused("published"));
    expect(await tell({ verb: "ask-readers" })).toEqual(refused("published"));
    expect(await says("rolf", { kind: "read", round: round.id })).toEqual(refused("published"));
    expect(await tell({ verb: "cancel", because: "x" })).toEqual(refused("published"));
  });

  test("the next round goes by the corrected version of the newest round", async () => {
    await tell({ verb: "edit", item: bikes, comment: "Seks av ni.", seen: "Fire av ni." });
    await tell(correct());
    const before = await bare.app.store.rounds.publishedBefore("klima", null);
    expect(before?.version).toBe(2);
  });
});

describe("links to a report", () => {
  test("are ended for everybody, also those still to be sent, and not those of the next version", async () => {
    await answers("siv", bikes, "orange", "Fire av ni.");
    await tell({ verb: "publish", preface: [] });
    const { store } = bare.app;
    const link = { person: "rolf", opens: "report", round: round.id, madeBy: "statusrunde" } as const;
    const token = await mintLink(store, link, now);
    expect(await store.links.open(token, now)).not.toBeNull();
    expect(await ask({ verb: "withdraw-links" })).toMatchObject({
      kind: "confirm",
      what: { people: [{ name: "Rolf Leder" }] },
    });
    expect(await tell({ verb: "withdraw-links" })).toMatchObject(done("withdraw-links"));
    expect(await tell({ verb: "withdraw-links" })).toMatchObject(done("withdraw-links", true));
    expect(await store.links.open(token, now)).toBeNull();
    const composed = (kind: "summary" | "corrected", version: string) => {
      const notice = {
        id: "0",
        isSent: false,
        person: "rolf",
        kind,
        round: round.id,
        about: null,
        item: null,
        thing: version,
        slot: "",
      };
      return compose({ ...bare.app, publicUrl: "https://status.example" }, notice, now);
    };
    expect(await composed("summary", "1")).toMatchObject({ kind: "summary", link: null });
    await tell({ verb: "edit", item: bikes, comment: "Seks.", seen: "Fire av ni." });
    await tell({ verb: "correct", why: "Feil tall.", preface: [] });
    expect(await composed("summary", "1")).toBeNull();
    expect(await composed("corrected", "2")).toMatchObject({
      link: expect.stringContaining("https://status.example/w/"),
    });
  });
});

describe("a round that is cancelled", () => {
  const cancel: Told = { verb: "cancel", because: "Planen blir lagt om." };

  test("asks nobody any more; who was asked hears why, once", async () => {
    expect(await ask(cancel)).toMatchObject({
      kind: "confirm",
      command: { because: "Planen blir lagt om." },
    });
    expect(await tell(cancel)).toMatchObject(done("cancel"));
    expect(await tell(cancel)).toMatchObject(done("cancel", true));
    await bare.work(now);
    await bare.work(oslo("2026-12-10 08:00"));
    expect(await heardBy("siv", "cancelled")).toMatchObject([{ because: "Planen blir lagt om." }]);
    expect(await heardBy("rolf", "cancelled")).toEqual([]);
    const later = chat.arrived.filter((one) => one.at > now && one.kind !== "cancelled");
    expect(later).toEqual([]);
    expect(await answers("siv", bikes, "green")).toEqual(refused("cancelled"));
    expect(await tell(enters("Ja"))).toEqual(refused("cancelled"));
    expect(await tell({ verb: "publish", preface: [] })).toEqual(refused("cancelled"));
    expect(await bare.app.store.rounds.running()).toEqual([]);
  });

  test("is cancelled for a reason", async () => {
    expect(await tell({ verb: "cancel", because: "" })).toEqual(refused("says-nothing"));
  });
});

test("two hundred measures are reviewed and previewed without waiting", async () => {
  const town = smallTown();
  const { klima } = town.plans;
  if (!klima) throw new Error("no plan");
  klima.headings = Array.from({ length: 10 }, (_, at) => ({
    title: `${at + 1}. Del`,
    measures: Array.from({ length: 20 }, (__, nth) => ({
      number: `${at + 1}.${nth + 1}`,
      title: `Tiltak ${nth}: Noe skal gjøres.`,
      units: ["skole", "eiendom", "omsorg"].slice(0, 1 + (nth % 3)),
    })),
  }));
  const big = await bareApp({ town, now: opened });
  try {
    await big.work(opened);
    const [one] = await big.app.store.rounds.running();
    if (!one) throw new Error("no round");
    const begun = performance.now();
    const view = await showReview(big.app, ida, one, now);
    const preview = await command(
      big.app,
      ida,
      { verb: "publish", round: one.id, preface: [] },
      false,
      now,
      "test",
    );
    expect(performance.now() - begun).toBeLessThan(1500);
    expect(view.kind === "review" && view.review.headings).toHaveLength(10);
    expect(preview.kind === "confirm" && preview.what.warnings.length).toBeGreaterThan(200);
  } finally {
    await big.close();
  }
});
