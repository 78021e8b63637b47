import { describe, expect, test } from "vitest";
import { compileReport, lastTime } from "../../src/round/compile.ts";
import type { Decisions } from "../../src/round/decision.ts";
import { reportChanges, samePreface } from "../../src/round/report-changes.ts";
import { onlyHeadings, partsOf, whatStands } from "../../src/round/report-part.ts";
import { rowsOf } from "../../src/round/report-lists.ts";
import type { Report } from "../../src/round/report.ts";
import type { Item } from "../../src/round/round.ts";
import { answered, itemOf, measure, planWith, roundOf, sampleReport } from "../documents/sample-report.ts";

const alone = measure("a", "1.1", "Låne utstyr");
const shared = measure("b", "1.2", "Kurs", { units: ["kultur", "plan"] });
const plan = planWith([{ title: "Mål", headings: [], measures: [alone, shared] }]);

function table(
  own: Item,
  two: readonly (string | null)[] = ["green", "green"],
  decision?: { status: string; comment: string | null },
  preface: string[] = [],
): Report {
  const decisions: Decisions = new Map(
    decision ? [["b", { id: "1", measure: "b", by: "kari", at: new Date(0), ...decision }]] : [],
  );
  const items = [
    own,
    ...shared.units.map((unit, at) => itemOf(shared, unit, answered(two[at] ?? null, "Holdt."))),
  ];
  const version = { version: 1, publishedAt: null, preface };
  return compileReport({ round: roundOf(plan), items, decisions, last: lastTime(plan, null), ...version });
}

const said = (status: string | null, comment = "", more: Parameters<typeof answered>[2] = {}) =>
  itemOf(alone, "oppvekst", answered(status, comment, more));
const first = { number: "1.1", short: "Låne utstyr" };
const second = { number: "1.2", short: "Kurs" };

describe("what a correction changed", () => {
  test.each([
    ["nothing", table(said("green", "Ja")), table(said("green", "Ja")), []],
    ["how bullets were written", table(said("green", "- Ja")), table(said("green", "• Ja")), []],
    [
      "a colour",
      table(said("green")),
      table(said("red")),
      [{ ...first, from: "green", to: "red", comments: true }],
    ],
    [
      "silence that was filled",
      table(itemOf(alone, "oppvekst", null)),
      table(said("red", "Nei")),
      [{ ...first, from: "unanswered", to: "red", comments: true }],
    ],
    [
      "a comment only",
      table(said("green", "Ja")),
      table(said("green", "Jo")),
      [{ ...first, from: null, to: null, comments: true }],
    ],
    [
      "a number only",
      table(said("green", "", { progress: 3 })),
      table(said("green", "", { progress: 4 })),
      [{ ...first, from: null, to: null, comments: true }],
    ],
    [
      "a row that was dropped",
      table(said("green")),
      table(itemOf(alone, "oppvekst", answered("green"), "vedtak 3/27")),
      [{ ...first, from: "green", to: "dropped", comments: true }],
    ],
    [
      "a row that was decided, where only the row's colour is another",
      table(said("green"), ["green", "red"]),
      table(said("green"), ["green", "red"], { status: "red", comment: null }),
      [{ ...second, from: "undecided", to: "red", comments: false }],
    ],
    [
      "the words of a decision",
      table(said("green"), ["green", "red"], { status: "red", comment: "Bygget mangler." }),
      table(said("green"), ["green", "red"], { status: "red", comment: "Salen mangler." }),
      [{ ...second, from: null, to: null, comments: true }],
    ],
    [
      "two rows, in reading order",
      table(said("green"), ["green", "green"]),
      table(said("red"), ["red", "red"]),
      [
        { ...first, from: "green", to: "red", comments: true },
        { ...second, from: "green", to: "red", comments: true },
      ],
    ],
  ])("%s", (_, before, after, changes) => {
    expect(reportChanges(before, after)).toEqual(changes);
  });

  test("the coordinator's own lines are part of it", () => {
    expect(samePreface(table(said("green")), table(said("green")))).toBe(true);
    expect(samePreface(table(said("green")), table(said("green"), [], undefined, ["Nytt."]))).toBe(false);
  });
});

describe("a decided row", () => {
  test("has the decided colour and its words, whatever the units said, and whoever is silent", () => {
    const [, row] = rowsOf(
      table(said("green"), ["green", null], { status: "red", comment: "- Salen\n- mangler" }),
    );
    expect([row?.status, row?.decided]).toEqual(["red", { bullets: ["Salen", "mangler"] }]);
    expect(row?.units.map((unit) => unit.status)).toEqual(["green", null]);
  });

  test("counts with its colour in the totals", () => {
    expect(table(said("green"), ["green", "red"], { status: "red", comment: null }).totals.by).toMatchObject({
      green: 1,
      red: 1,
      undecided: 0,
    });
  });
});

describe("part of a table", () => {
  const report = sampleReport({ draft: true });

  test("has the headings above it as titles, and counts only itself", () => {
    const part = onlyHeadings(report, ["2/4"]);
    expect(partsOf(part.headings).map(({ title, rows }) => [title, rows.length])).toEqual([
      ["Mål 2: Alle finner et sted å høre til", 0],
      ["4. Kommunen som arbeidsgiver", 4],
      ["Vedtatt senere", 2],
    ]);
    expect([part.totals.measures, part.headings[0]?.totals.measures]).toEqual([6, 6]);
  });

  test("with no heading at all is empty", () => {
    expect(onlyHeadings(report, ["7"])).toMatchObject({ headings: [], totals: { measures: 0 } });
  });

  test("stands for something else as soon as a row of its own does, and not when another heading's does", () => {
    const [one, other] = partsOf(report.headings);
    if (!one || !other) throw new Error("no headings");
    const [row, ...rows] = one.rows;
    if (!row) throw new Error("no row");
    expect(whatStands({ ...one, rows: [{ ...row, status: "red" }, ...rows] })).not.toBe(whatStands(one));
    expect(whatStands({ ...one, headings: [] })).toBe(whatStands(one));
    expect(whatStands({ ...one, rows: [{ ...row, late: true }, ...rows] })).toBe(whatStands(one));
  });
});
