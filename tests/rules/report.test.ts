import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileReport, lastTime } from "../../src/round/compile.ts";
import { noDecisions } from "../../src/round/decision.ts";
import { defaultLegend, statusIn } from "../../src/round/legend.ts";
import type { Heading, Measure } from "../../src/round/plan.ts";
import { leadOf, measuresOf } from "../../src/round/plan.ts";
import { parseReport, reportBytes } from "../../src/round/report-bytes.ts";
import {
  changedRows,
  lateRows,
  missingRows,
  rowsOf,
  silentUnits,
  undecidedRows,
} from "../../src/round/report-lists.ts";
import type { Report, Totals } from "../../src/round/report.ts";
import type { Item } from "../../src/round/round.ts";
import { answered, deadline, itemOf, measure, planWith, roundOf } from "../documents/sample-report.ts";

const unpublished = { decisions: noDecisions, version: null, publishedAt: null, preface: [] };

function table(
  headings: readonly Heading[],
  items: readonly Item[],
  published: Report | null = null,
): Report {
  const plan = planWith(headings);
  return compileReport({ round: roundOf(plan), items, last: lastTime(plan, published), ...unpublished });
}

function oneRow(of: Measure, items: readonly Item[], published: Report | null = null) {
  const [row] = rowsOf(table([{ title: "Mål", headings: [], measures: [of] }], items, published));
  if (!row) throw new Error("no row");
  return row;
}

const alone = measure("a", "1.1", "Låne utstyr");
const shared = measure("a", "1.1", "Låne utstyr", { units: ["kultur", "plan"] });
const led = { ...shared, lead: "plan" };

describe("the status of a row", () => {
  test("a unit that has not answered leaves the row without a colour", () => {
    expect(oneRow(alone, [itemOf(alone, "oppvekst", null)]).status).toBe("unanswered");
  });

  test("somebody who takes the answer back is silent again, and the comment goes with it", () => {
    const row = oneRow(alone, [itemOf(alone, "oppvekst", answered(null, "Vi trekker dette"))]);
    expect([row.status, row.units[0]?.bullets]).toEqual(["unanswered", []]);
  });

  test("a measure that no unit is responsible for is shown as unanswered, not left out", () => {
    const row = oneRow({ ...alone, units: [] }, []);
    expect([row.status, row.units]).toEqual(["unanswered", []]);
  });

  test("two units that agree give the row their colour", () => {
    const items = ["kultur", "plan"].map((unit) => itemOf(shared, unit, answered("green")));
    expect(oneRow(shared, items).status).toBe("green");
  });

  test("two units that differ leave the row for the coordinator", () => {
    const items = [itemOf(shared, "kultur", answered("green")), itemOf(shared, "plan", answered("red"))];
    expect(oneRow(shared, items).status).toBe("undecided");
  });

  test("two units that differ when nobody leads wait for the third, which is silent", () => {
    const three = { ...shared, units: ["kultur", "plan", "helse"] };
    const items = [itemOf(three, "kultur", answered("green")), itemOf(three, "plan", answered("red"))];
    expect(oneRow(three, items).status).toBe("unanswered");
  });

  test("the lead unit's answer decides, also while the other is silent", () => {
    const row = oneRow(led, [itemOf(led, "kultur", null), itemOf(led, "plan", answered("orange"))]);
    expect([row.status, row.units.map((said) => said.status)]).toEqual(["orange", [null, "orange"]]);
  });

  test("as long as the lead unit is silent, the other unit does not decide for it", () => {
    expect(oneRow(led, [itemOf(led, "kultur", answered("green")), itemOf(led, "plan", null)]).status).toBe(
      "unanswered",
    );
  });

  test("what was dropped for one unit leaves the decision to the others", () => {
    const items = [itemOf(led, "kultur", answered("green")), itemOf(led, "plan", null, "vedtak 3/26")];
    const row = oneRow(led, items);
    expect([row.status, row.units[1]?.dropped]).toEqual(["green", "vedtak 3/26"]);
  });

  test("a measure dropped for everybody is dropped, whatever was said before", () => {
    const row = oneRow(alone, [itemOf(alone, "oppvekst", answered("green", "Ferdig"), "vedtak 3/26")]);
    expect([row.status, row.units[0]?.status, row.units[0]?.bullets]).toEqual(["dropped", null, ["Ferdig"]]);
  });
});

describe("what was said", () => {
  test("each line of a comment is one bullet, and links stay", () => {
    const comment = "- Avtalen er signert\n\n• Se [avtalen](https://eksempel.no)\n-1 møte";
    const row = oneRow(alone, [itemOf(alone, "oppvekst", answered("green", comment))]);
    expect(row.units[0]?.bullets).toEqual([
      "Avtalen er signert",
      "Se [avtalen](https://eksempel.no)",
      "-1 møte",
    ]);
  });

  test("units stand in the plan's order under their names", () => {
    const items = [itemOf(shared, "plan", answered("green")), itemOf(shared, "kultur", answered("green"))];
    expect(oneRow(shared, items).units.map((said) => said.unit.name)).toEqual([
      "Kultur, idrett og frivillighet",
      "Plan og eiendom",
    ]);
  });

  test("an answer on the stroke of the deadline is in time, a second later it is late", () => {
    const at = (ms: number) => answered("green", "", { receivedAt: new Date(deadline.getTime() + ms) });
    expect(oneRow(alone, [itemOf(alone, "oppvekst", at(0))]).late).toBe(false);
    expect(oneRow(alone, [itemOf(alone, "oppvekst", at(1000))]).late).toBe(true);
  });

  test("an item that the plan has no place for is a bug, and so is a status the legend lacks", () => {
    expect(() => oneRow(alone, [itemOf(alone, "plan", null)])).toThrow("not in the plan");
    expect(() => oneRow(alone, [itemOf({ key: "z" }, "oppvekst", null)])).toThrow("not in the plan");
    expect(() => oneRow(alone, [itemOf(alone, "oppvekst", null), itemOf(alone, "oppvekst", null)])).toThrow(
      "twice",
    );
    expect(() => oneRow(alone, [itemOf(alone, "oppvekst", answered("blue"))])).toThrow("no status blue");
  });
});

describe("compared with last time", () => {
  const planned = { ...alone, previous: { status: "red", comments: ["Venter", "Søker midler"] } };
  const green = [itemOf(alone, "oppvekst", answered("green"))];
  const published = (items: readonly Item[]) =>
    table([{ title: "Mål", headings: [], measures: [alone] }], items);

  test("before the first published table, the plan's own words are what was last said", () => {
    expect(oneRow(planned, green).changedFrom).toBe("red");
    expect(lastTime(planWith([{ title: "Mål", headings: [], measures: [planned] }]), null)).toEqual({
      period: "juni 2026",
      rows: new Map([
        ["a", { period: "juni 2026", status: "red", units: new Map(), comment: "Venter\nSøker midler" }],
      ]),
    });
  });

  test("the last published table wins over the plan's words", () => {
    const before = published([itemOf(alone, "oppvekst", answered("orange", "I gang\nSnart ferdig"))]);
    expect(oneRow(planned, green, before).changedFrom).toBe("orange");
    const last = lastTime(planWith([{ title: "Mål", headings: [], measures: [planned] }]), before).rows.get(
      "a",
    );
    expect(last?.units.get("oppvekst")).toEqual({ status: "orange", comment: "I gang\nSnart ferdig" });
  });

  test("a measure that was published without a colour has changed from nothing", () => {
    expect(oneRow(planned, green, published([])).changedFrom).toBeNull();
  });

  test("a measure that the published table lacked is compared with the plan's words, under the plan's period", () => {
    const added = { ...planned, key: "b" };
    const headings = [{ title: "Mål", headings: [], measures: [alone, added] }];
    const last = lastTime({ ...planWith(headings), period: "2025" }, published(green));
    expect([last.rows.get("a")?.period, last.rows.get("b")?.period]).toEqual(["desember 2026", "2025"]);
    expect(last.rows.get("b")?.status).toBe("red");
  });

  test("the same colour again, or silence, is no change", () => {
    expect(oneRow(planned, [itemOf(alone, "oppvekst", answered("red"))]).changedFrom).toBeNull();
    expect(oneRow(planned, []).changedFrom).toBeNull();
  });

  test("where nothing was ever said, the table is compared with nothing", () => {
    expect(table([{ title: "Mål", headings: [], measures: [alone] }], green).since).toBeNull();
  });
});

describe("the lists a coordinator reads", () => {
  test("who is missing is named, with the measure and where it stands", () => {
    const headings = [
      { title: "Mål", measures: [], headings: [{ title: "Idrett", headings: [], measures: [shared] }] },
    ];
    const report = table(headings, [itemOf(shared, "kultur", answered("green"))]);
    expect(missingRows(report).map(({ row, silent }) => [row.under, row.number, silent])).toEqual([
      [["Mål", "Idrett"], "1.1", ["Plan og eiendom"]],
    ]);
  });

  test("changed, undecided and late rows are found wherever they stand", () => {
    const late = { receivedAt: new Date(deadline.getTime() + 1) };
    const changed = measure("b", "1", "Kurs", { previous: { status: "red", comments: [] } });
    const headings = [
      { title: "Mål", measures: [shared], headings: [{ title: "Kurs", headings: [], measures: [changed] }] },
    ];
    const report = table(headings, [
      itemOf(shared, "kultur", answered("green")),
      itemOf(shared, "plan", answered("red", "", late)),
      itemOf(changed, "oppvekst", answered("green")),
    ]);
    const keys = [changedRows(report), undecidedRows(report), lateRows(report)].map((rows) =>
      rows.map((row) => row.key),
    );
    expect(keys).toEqual([["b"], ["a"], ["a"]]);
  });
});

const unitKeys = ["oppvekst", "kultur", "helse", "plan"];
const answers = fc.option(
  fc.record({
    status: fc.constantFrom("green", "orange", "red", null),
    comment: fc.string({ unit: "binary" }),
  }),
);

/** Any tree of headings; each measure says which units have it and who leads. */
function anyHeading(depth: number): fc.Arbitrary<Heading> {
  const owned = fc
    .subarray(unitKeys)
    .chain((units) => fc.constantFrom(null, ...units).map((lead) => measure("", "1", "x", { units, lead })));
  return fc.record({
    title: fc.string(),
    measures: fc.array(owned, { maxLength: 4 }),
    headings: depth === 0 ? fc.constant([]) : fc.array(anyHeading(depth - 1), { maxLength: 2 }),
  });
}

function keyed(headings: readonly Heading[], path = "m"): Heading[] {
  return headings.map((heading, at) => ({
    ...heading,
    measures: heading.measures.map((one, nth) => ({ ...one, key: `${path}-${at}.${nth}` })),
    headings: keyed(heading.headings, `${path}-${at}`),
  }));
}

const collected = fc
  .array(anyHeading(3), { maxLength: 3 })
  .map((trees) => keyed(trees))
  .chain((headings) => {
    const owed = measuresOf(headings).flatMap((of) => of.units.map((unit) => ({ of, unit })));
    const items = fc.tuple(
      ...owed.map(({ of, unit }) =>
        fc
          .tuple(answers, fc.option(fc.constant("vedtak 1/26"), { freq: 4 }))
          .map(([said, dropped]) => itemOf(of, unit, said && answered(said.status, said.comment), dropped)),
      ),
    );
    return fc.record({ headings: fc.constant(headings), items });
  });

function everyTotal(report: Report): { totals: Totals; rows: number }[] {
  const under = (heading: Report["headings"][number]): { totals: Totals; rows: number }[] => [
    { totals: heading.totals, rows: rowsOf({ headings: [heading] }).length },
    ...heading.headings.flatMap(under),
  ];
  return [{ totals: report.totals, rows: rowsOf(report).length }, ...report.headings.flatMap(under)];
}

describe("whatever people answer", () => {
  test("the totals add up, under every heading and for the whole plan", () => {
    fc.assert(
      fc.property(collected, ({ headings, items }) => {
        for (const { totals, rows } of everyTotal(table(headings, items))) {
          expect(Object.keys(totals.by)).toEqual([
            "green",
            "orange",
            "red",
            "unanswered",
            "undecided",
            "dropped",
          ]);
          expect(Object.values(totals.by).reduce((sum, count) => sum + count, 0)).toBe(totals.measures);
          expect(totals.measures).toBe(rows);
        }
      }),
    );
  });

  test("every measure has its row, and no colour that nobody said", () => {
    fc.assert(
      fc.property(collected, ({ headings, items }) => {
        const rows = rowsOf(table(headings, items));
        expect(rows.map((row) => row.key)).toEqual(measuresOf(headings).map((of) => of.key));

        const heard = (key: string, status: string) =>
          items.some((item) => item.measure === key && !item.dropped && item.answer?.status === status);
        const coloured = rows.filter((row) => statusIn(defaultLegend("nb"), row.status));
        expect(coloured.filter((row) => !heard(row.key, row.status))).toEqual([]);
      }),
    );
  });

  test("a row with a silent unit has a colour only where the lead unit has answered", () => {
    fc.assert(
      fc.property(collected, ({ headings, items }) => {
        const withLead = new Set(
          measuresOf(headings)
            .filter((of) => leadOf(of))
            .map((of) => of.key),
        );
        const waiting = rowsOf(table(headings, items)).filter(
          (row) => silentUnits(row).length > 0 && !withLead.has(row.key),
        );
        expect(waiting.filter((row) => row.status !== "unanswered")).toEqual([]);
      }),
    );
  });

  test("the order in which answers come in changes nothing, and the same answers are the same bytes", () => {
    const shuffled = collected.chain(({ headings, items }) =>
      fc.record({
        headings: fc.constant(headings),
        items: fc.constant(items),
        other: fc.shuffledSubarray(items, { minLength: items.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ headings, items, other }) => {
        expect(reportBytes(table(headings, other))).toEqual(reportBytes(table(headings, items)));
      }),
    );
  });

  test("a report reads back from its bytes as it was, and gives the same bytes again", () => {
    fc.assert(
      fc.property(collected, ({ headings, items }) => {
        const report = table(headings, items);
        const read = parseReport(reportBytes(report));
        expect(read).toEqual(report);
        expect(reportBytes(read)).toEqual(reportBytes(report));
      }),
    );
  });
});

test("bytes that are no report are refused, not shown as an empty table", () => {
  const parse = (text: string) => () => parseReport(new TextEncoder().encode(text));
  for (const text of ["[]", "null", "7", '{"plan":1}']) expect(parse(text)).toThrow("not a report");
  expect(parse("")).toThrow("JSON");
  expect(() => parseReport(Uint8Array.from([0xff]))).toThrow("not valid");
});
