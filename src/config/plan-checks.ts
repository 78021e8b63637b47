import { defaultLegend } from "../round/legend.ts";
import { asMapping, asText, asTexts, entriesOf, measuresWritten } from "./as-written.ts";
import type { Mapping } from "./as-written.ts";
import { faultAt, oneOf, repeats, shown } from "./faults.ts";
import type { Fault, Located } from "./faults.ts";
import { isRealDate, oneLine } from "./fields.ts";
import { tidyNumber } from "./measure-keys.ts";

/** The statuses a plan's file may speak of: its own legend's, otherwise the default's. */
export function legendKeys(value: unknown): ReadonlySet<string> {
  const own = entriesOf(asMapping(value), "legend").flatMap(({ entry }) => asText(entry["key"]) ?? []);
  return new Set(own.length > 0 ? own : defaultLegend("nb").map((status) => status.key));
}

/** What a plan must hold to beyond the shape of its parts; none of it depends on the shape being right everywhere. */
export function checkPlan(file: Located): Fault[] {
  const plan = asMapping(file.value);
  return [
    ...sameKeys(file, plan),
    ...sameNames(file, plan, "coordinators"),
    ...sameNames(file, plan, "leadership"),
    ...leads(file, plan),
    ...rounds(file, plan),
    ...legend(file, plan),
    ...readers(file, plan),
    ...emptiness(file, plan),
  ];
}

/** Worth saying, and no reason to stop: a measure that nobody answers for blocks opening a round, not loading. */
export function planWarnings(file: Located): Fault[] {
  return measuresWritten(asMapping(file.value)).flatMap(({ path, measure, units }) => {
    const printed = asText(measure["number"]);
    const tidy = printed === null ? null : tidyNumber(printed);
    const untidy = tidy !== null && tidy !== printed;
    return [
      ...(untidy
        ? [
            faultAt(
              file,
              [...path, "number"],
              `the number ${shown(printed)}`,
              `"${tidy}", which is how it is read`,
            ),
          ]
        : []),
      ...(units.length > 0
        ? []
        : [
            faultAt(
              file,
              path,
              `the measure ${printed ?? ""} without a unit`,
              "a unit before a round can be opened",
            ),
          ]),
    ];
  });
}

function sameKeys(file: Located, plan: Mapping): Fault[] {
  const keyed = measuresWritten(plan).map(({ path, measure, key }) => ({
    path: asText(measure["key"]) === null ? path : [...path, "key"],
    word: key,
  }));
  return repeats(
    file,
    "measure key",
    keyed,
    "a `key` of its own for every measure (left out, it is the headings' numbers and its own)",
  );
}

function sameNames(file: Located, plan: Mapping, list: string): Fault[] {
  const names = asTexts(plan[list]).map((word, i) => ({ path: [list, i], word }));
  return repeats(file, "name", names, "each person once");
}

function leads(file: Located, plan: Mapping): Fault[] {
  return measuresWritten(plan).flatMap(({ path, measure, units }) => {
    const lead = asText(measure["lead"]);
    const wrong = lead !== null && !units.includes(lead);
    const doubled = repeats(
      file,
      "unit",
      asTexts(measure["units"]).map((word, i) => ({ path: [...path, "units", i], word })),
      "each unit once",
    );
    const expected = `one of the measure's own units: ${units.join(", ") || "(it has none)"}`;
    return [
      ...doubled,
      ...(wrong ? [faultAt(file, [...path, "lead"], `the lead unit ${shown(lead)}`, expected)] : []),
    ];
  });
}

function rounds(file: Located, plan: Mapping): Fault[] {
  const all = entriesOf(plan, "rounds");
  const periods = all.map(({ path, entry }) => ({
    path: [...path, "period"],
    word: asText(entry["period"]),
  }));
  const backwards = all.flatMap(({ path, entry }) => {
    const [opens, deadline] = [asText(entry["opens"]), asText(entry["deadline"])];
    if (!opens || !deadline || !isRealDate(opens) || !isRealDate(deadline) || deadline > opens) return [];
    return [
      faultAt(
        file,
        [...path, "deadline"],
        `the deadline ${deadline}`,
        `a day after the round opens (${opens})`,
      ),
    ];
  });
  return [...repeats(file, "period", periods, "one round per period"), ...backwards];
}

/** Two statuses that look or sound alike cannot be told apart in a table without colours. */
function legend(file: Located, plan: Mapping): Fault[] {
  return (["key", "symbol", "label"] as const).flatMap((name) => {
    const words = entriesOf(plan, "legend").map(({ path, entry }) => ({
      path: [...path, name],
      word: asText(entry[name]) === null ? null : oneLine(String(entry[name])),
    }));
    return repeats(file, name, words, `a ${name} of its own for every status`);
  });
}

/** Titles and places of headings → their places. Two headings of one title are only told apart by place. */
export function placesIn(headings: readonly WrittenHeading[]): Map<string, string[]> {
  const all = placed(headings, "");
  const byTitle = Map.groupBy(all, ({ title }) => headingWritten(title));
  const places = new Map([...byTitle].map(([title, same]) => [title, same.map(({ place }) => place)]));
  for (const { place } of all) places.set(place, [place]);
  return places;
}

export function headingWritten(text: string): string {
  return oneLine(text).toLowerCase();
}

interface WrittenHeading {
  readonly title: string;
  readonly headings: readonly WrittenHeading[];
}

function placed(headings: readonly WrittenHeading[], above: string): { title: string; place: string }[] {
  return headings.flatMap(({ title, headings: inner }, nth) => {
    const place = above === "" ? String(nth + 1) : `${above}/${nth + 1}`;
    return [{ title, place }, ...placed(inner, place)];
  });
}

function written(plan: Mapping): WrittenHeading[] {
  return entriesOf(plan, "headings").map(({ entry }) => ({
    title: asText(entry["title"]) ?? "",
    headings: written(entry),
  }));
}

function readers(file: Located, plan: Mapping): Fault[] {
  const headings = written(plan);
  const places = placesIn(headings);
  return Object.keys(asMapping(plan["readers"])).flatMap((named) => {
    const found = places.get(headingWritten(named)) ?? [];
    if (found.length === 1) return [];
    const titles = placed(headings, "").map(({ title }) => title);
    const expected =
      found.length > 1 ? `its place: one of ${found.join(", ")}` : oneOf("a heading:", named, titles);
    return [faultAt(file, ["readers", named], `the heading ${shown(named)}`, expected)];
  });
}

function emptiness(file: Located, plan: Mapping): Fault[] {
  if (!("headings" in plan) || measuresWritten(plan).length > 0) return [];
  return [faultAt(file, ["headings"], "no measures", "at least one measure under a heading")];
}
