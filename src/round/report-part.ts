import { totalsOf } from "./compile.ts";
import type { Legend } from "./plan.ts";
import { rowsOf } from "./report-lists.ts";
import type { Report, ReportHeading, Row } from "./report.ts";

/** A heading of a table with its place ("2/1") and how deep it lies (1 for the outermost), in reading order. */
export interface PlacedPart extends ReportHeading {
  readonly place: string;
  readonly depth: number;
}

export function partsOf(headings: readonly ReportHeading[], above = "", depth = 1): PlacedPart[] {
  return headings.flatMap((heading, nth) => {
    const place = placeOf(nth, above);
    return [{ ...heading, place, depth }, ...partsOf(heading.headings, place, depth + 1)];
  });
}

/** Is `place` one of these, or under one? */
export function isUnder(place: string, places: readonly string[]): boolean {
  return places.some((one) => place === one || place.startsWith(`${one}/`));
}

/** Only some headings, with everything under them and the titles above them. */
export function onlyHeadings(report: Report, places: readonly string[]): Report {
  const headings = kept(report.headings, places, "", report.legend);
  return { ...report, headings, totals: totalsOf(rowsOf({ headings }), report.legend) };
}

/** What a heading's own rows say, as one text: the same as long as nothing under it changed. Lateness is not what they say. */
export function whatStands(heading: ReportHeading): string {
  const rows = heading.rows.map(({ key, status, units, decided }: Row) => [
    key,
    status,
    units.map((said) => [said.unit.key, said.status, said.bullets, said.progress, said.dropped]),
    decided?.bullets ?? [],
  ]);
  return JSON.stringify(rows);
}

function kept(
  headings: readonly ReportHeading[],
  places: readonly string[],
  above: string,
  legend: Legend,
): ReportHeading[] {
  return headings.flatMap((heading, nth) => {
    const place = placeOf(nth, above);
    if (isUnder(place, places)) return [heading];
    const inner = kept(heading.headings, places, place, legend);
    if (inner.length === 0) return [];
    const totals = totalsOf(rowsOf({ headings: inner }), legend);
    return [{ ...heading, rows: [], headings: inner, totals }];
  });
}

function placeOf(nth: number, above: string): string {
  return above === "" ? String(nth + 1) : `${above}/${nth + 1}`;
}
