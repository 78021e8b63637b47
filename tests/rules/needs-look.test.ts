import { describe, expect, test } from "vitest";
import { compileReport, lastTime } from "../../src/round/compile.ts";
import { noDecisions, type Decisions } from "../../src/round/decision.ts";
import { needsLook } from "../../src/round/needs-look.ts";
import type { Measure } from "../../src/round/plan.ts";
import type { Item } from "../../src/round/round.ts";
import { answered, itemOf, measure, planWith, roundOf } from "../documents/sample-report.ts";

const lending = measure("a", "1.1", "Låne utstyr gratis", {
  title: "Låne utstyr gratis: Alle skal kunne låne ski, skøyter og telt i biblioteket.",
});
const shared = { ...lending, units: ["kultur", "plan"] };
const before = (status: string | null, ...comments: string[]) => ({ previous: { status, comments } });
const reach = { target: { goal: 5, of: "utlånssteder", by: "2027-12-31" } };

function flags(
  of: Measure,
  items: readonly Item[],
  more: { decisions?: Decisions; proposed?: string[] } = {},
) {
  const plan = planWith([{ title: "Mål", headings: [], measures: [of] }]);
  const last = lastTime(plan, null);
  const decisions = more.decisions ?? noDecisions;
  const unpublished = { version: null, publishedAt: null, preface: [] };
  const draft = compileReport({ round: roundOf(plan), items, decisions, last, ...unpublished });
  return needsLook({ draft, items, last, decisions, proposed: new Set(more.proposed) });
}

/** What one unit's answer is flagged for. */
const kinds = (of: Measure, status: string | null, comment = "", more: Parameters<typeof answered>[2] = {}) =>
  flags(of, [itemOf(of, "oppvekst", answered(status, comment, more))]).map((flag) => flag.is);

describe("an answer that needs a look", () => {
  test.each([
    ["says green, which speaks for itself", lending, "green", "", {}, []],
    ["says orange and why", lending, "orange", "To av fem steder er åpnet.", {}, []],
    ["says orange and not why", lending, "orange", " \n - ", {}, ["no-comment"]],
    ["was taken back", lending, null, "", {}, ["unanswered"]],
    ["crossed somebody else's", lending, "green", "Ferdig.", { crossed: true }, ["crossed"]],
    [
      "says word for word what it said last time",
      { ...lending, ...before("orange", "To av fem er åpnet.", "Resten kommer.") },
      "orange",
      "- To av  fem er åpnet.\n\n• Resten kommer.",
      {},
      ["same-comment"],
    ],
    [
      "says almost what it said last time",
      { ...lending, ...before("orange", "To av fem er åpnet.") },
      "orange",
      "Tre av fem er åpnet.",
      {},
      [],
    ],
    ["repeats the measure", lending, "orange", lending.title.toUpperCase(), {}, ["repeats-measure"]],
    ["repeats its short title", lending, "orange", "1.1 Låne utstyr – gratis!", {}, ["repeats-measure"]],
    ["says more than the measure", lending, "orange", "Låne utstyr gratis: to steder er åpnet.", {}, []],
    [
      "changed colour without a word",
      { ...lending, ...before("orange", "I gang.") },
      "green",
      "",
      {},
      ["changed-without-a-word"],
    ],
    [
      "changed colour with last time's words",
      { ...lending, ...before("orange", "I gang.") },
      "green",
      "I gang.",
      {},
      ["same-comment", "changed-without-a-word"],
    ],
    ["changed colour and says why", { ...lending, ...before("red") }, "green", "Åpnet i mai.", {}, []],
    ["has a colour where there was none", { ...lending, ...before(null, "?") }, "green", "", {}, []],
    ["kept its colour", { ...lending, ...before("green") }, "green", "", {}, []],
    [
      "is best before the target is reached",
      { ...lending, ...reach },
      "green",
      "",
      { progress: 4 },
      ["target-contradicts"],
    ],
    [
      "is not best although it is reached",
      { ...lending, ...reach },
      "orange",
      "Fem av fem.",
      { progress: 5 },
      ["target-contradicts"],
    ],
    ["reached its target", { ...lending, ...reach }, "green", "", { progress: 5 }, []],
    ["is on its way to the target", { ...lending, ...reach }, "orange", "Nær.", { progress: 4 }, []],
    ["says no number", { ...lending, ...reach }, "green", "", {}, []],
  ])("%s", (_, of, status, comment, more, expected) => {
    expect(kinds(of, status, comment, more)).toEqual(expected);
  });

  test("of a measure that was dropped needs none", () => {
    expect(flags(lending, [itemOf(lending, "oppvekst", null, "vedtak 1/26")])).toEqual([]);
  });

  test("is one that was sent back, or proposed to drop, and says which unit's", () => {
    const item = itemOf(lending, "oppvekst", answered("green"));
    const question = { text: "Hvilke steder?", by: "kari", at: new Date() };
    expect(flags(lending, [{ ...item, question }], { proposed: [item.id] })).toEqual([
      { is: "drop-proposed", measure: "a", item: "a-oppvekst" },
      { is: "sent-back", measure: "a", item: "a-oppvekst" },
    ]);
  });
});

describe("a row of several units needs a look", () => {
  const kultur = itemOf(shared, "kultur", answered("green", "Åpent."));
  const plan = itemOf(shared, "plan", answered("orange", "Venter."));

  test("when they differ and nobody decided", () => {
    expect(flags(shared, [plan, kultur])).toEqual([{ is: "undecided", measure: "a", item: null }]);
  });

  test("not when the lead unit's answer decides, or the coordinator did", () => {
    expect(flags({ ...shared, lead: "plan" }, [kultur, plan])).toEqual([]);
    expect(flags(shared, [kultur, plan], { decisions: decided("2026-12-02T09:00:00Z") })).toEqual([]);
  });

  test("when one of them answered again after it was decided", () => {
    expect(flags(shared, [kultur, plan], { decisions: decided("2026-12-01T08:00:00Z") })).toEqual([
      { is: "decided-before", measure: "a", item: "a-kultur" },
      { is: "decided-before", measure: "a", item: "a-plan" },
    ]);
  });

  test("when one of them is silent, which is said of that unit", () => {
    expect(flags(shared, [kultur, itemOf(shared, "plan", null)])).toEqual([
      { is: "unanswered", measure: "a", item: "a-plan" },
    ]);
  });

  test("when no unit is there to answer", () => {
    expect(flags({ ...lending, units: [] }, [])).toEqual([{ is: "unanswered", measure: "a", item: null }]);
  });

  test("in the order in which units stand in the plan", () => {
    const silent = [itemOf(shared, "plan", null), itemOf(shared, "kultur", null)];
    expect(flags(shared, silent).map((flag) => flag.item)).toEqual(["a-kultur", "a-plan"]);
  });
});

test("a unit's colour is held against what that unit said last time, where that is known", () => {
  const published = compileReport({
    round: roundOf(planWith([{ title: "Mål", headings: [], measures: [shared] }])),
    items: [
      itemOf(shared, "kultur", answered("green", "Åpent.")),
      itemOf(shared, "plan", answered("red", "Venter.")),
    ],
    decisions: decided("2026-12-02T09:00:00Z"),
    last: { period: null, rows: new Map() },
    version: 1,
    publishedAt: null,
    preface: [],
  });
  const plan = planWith([{ title: "Mål", headings: [], measures: [shared] }]);
  const last = lastTime(plan, published);
  const items = [itemOf(shared, "kultur", answered("green")), itemOf(shared, "plan", answered("green"))];
  const unpublished = { version: null, publishedAt: null, preface: [] };
  const draft = compileReport({ round: roundOf(plan), items, decisions: noDecisions, last, ...unpublished });
  expect(needsLook({ draft, items, last, decisions: noDecisions, proposed: new Set() })).toEqual([
    { is: "changed-without-a-word", measure: "a", item: "a-plan" },
  ]);
});

function decided(at: string): Decisions {
  const decision = { id: "1", measure: "a", status: "green", comment: null, by: "kari", at: new Date(at) };
  return new Map([["a", decision]]);
}
