import type { Decisions } from "./decision.ts";
import { isNoStatus, statusIn } from "./legend.ts";
import type { Heading, Legend, Measure, Plan } from "./plan.ts";
import { measuresOf } from "./plan.ts";
import { rowsOf, rowStatuses } from "./report-lists.ts";
import type { Correction, Report, ReportHeading, Row, Totals } from "./report.ts";
import type { Item, Round } from "./round.ts";
import { rowOf } from "./row.ts";

/** What was last published of the plan, or what the plan file says of the time before. */
export interface LastTime {
  /** The period most rows speak of; null when nothing is known. */
  readonly period: string | null;
  /** By measure key; a measure nothing is known of is not in it. */
  readonly rows: ReadonlyMap<string, LastRow>;
}

export interface LastRow {
  /** The period this row speaks of: a measure the last table lacked still speaks of the plan file's. */
  readonly period: string | null;
  /** A legend key; null when the row had no colour. */
  readonly status: string | null;
  /** By unit key, where it is known who said what. */
  readonly units: ReadonlyMap<string, { readonly status: string | null; readonly comment: string }>;
  /** One line per bullet. */
  readonly comment: string;
}

/** The last published table wins row by row, even where it had no colour; what it lacks comes from the plan's `previous`. */
export function lastTime(plan: Plan, published: Report | null): LastTime {
  const printed = published
    ? rowsOf(published).map((row) => [row.key, asPrinted(row, published.period)] as const)
    : [];
  const rows = new Map<string, LastRow>(printed);
  for (const measure of measuresOf(plan.headings)) {
    const before = rows.has(measure.key) ? null : asPlanned(measure, plan.period);
    if (before) rows.set(measure.key, before);
  }
  return { period: published?.period ?? (rows.size > 0 ? plan.period : null), rows };
}

function asPrinted(row: Row, period: string): LastRow {
  const units = row.units.map(
    (said) => [said.unit.key, { status: said.status, comment: said.bullets.join("\n") }] as const,
  );
  const comment = row.units.flatMap((said) => said.bullets).join("\n");
  return { period, status: colourOnly(row.status), units: new Map(units), comment };
}

function asPlanned(measure: Measure, period: string | null): LastRow | null {
  if (measure.previous === null) return null;
  const { status, comments } = measure.previous;
  return { period, status: colourOnly(status), units: new Map(), comment: comments.join("\n") };
}

function colourOnly(status: string | null): string | null {
  return status === null || isNoStatus(status) ? null : status;
}

export interface Compilation {
  readonly round: Round;
  /** In any order. */
  readonly items: readonly Item[];
  readonly decisions: Decisions;
  readonly last: LastTime;
  /** Null for a draft. */
  readonly version: number | null;
  readonly publishedAt: Date | null;
  readonly preface: readonly string[];
  readonly correction?: Correction;
}

/**
 * The table of a round: one row per measure in reading order, whether anybody answered or not.
 * Throws for an item the round's copy of the plan has no place for, and for a status its legend does not have.
 */
export function compileReport(input: Compilation): Report {
  const { round } = input;
  const { plan } = round.copy;
  const items = placed(round, input.items);
  const headings = plan.headings.map((heading) => headingOf(heading, input, items));
  return {
    plan: { key: plan.key, title: plan.title },
    period: round.period,
    language: plan.language,
    version: input.version,
    deadline: round.deadline.toISOString(),
    publishedAt: input.publishedAt?.toISOString() ?? null,
    timeZone: round.timetable.timeZone,
    since: input.last.period,
    preface: input.preface,
    legend: plan.legend,
    headings,
    totals: totalsOf(rowsOf({ headings }), plan.legend),
    ...(input.correction && { correction: input.correction }),
  };
}

/** Measure key → unit key → item. */
type Placed = ReadonlyMap<string, ReadonlyMap<string, Item>>;

function placed(round: Round, items: readonly Item[]): Placed {
  const { plan } = round.copy;
  const places = new Map(measuresOf(plan.headings).map((measure) => [measure.key, new Map<string, Item>()]));
  const owed = new Set(
    measuresOf(plan.headings).flatMap(({ key, units }) => units.map((unit) => `${key} ${unit}`)),
  );
  for (const item of items) {
    const units = places.get(item.measure);
    const status = item.answer?.status ?? null;
    if (!units || !owed.has(`${item.measure} ${item.unit}`))
      throw new Error(`${nameOf(item)} is not in the plan`);
    if (units.has(item.unit)) throw new Error(`${nameOf(item)} is there twice`);
    if (status !== null && !statusIn(plan.legend, status))
      throw new Error(`${nameOf(item)}: no status ${status}`);
    units.set(item.unit, item);
  }
  return places;
}

function nameOf(item: Item): string {
  return `round ${item.round}, item ${item.measure} of ${item.unit}`;
}

function headingOf(heading: Heading, input: Compilation, items: Placed): ReportHeading {
  const { round, last, decisions } = input;
  const rows = heading.measures.map((measure) => {
    const { key } = measure;
    const before = last.rows.get(key)?.status ?? null;
    return rowOf(measure, round, items.get(key) ?? new Map(), before, decisions.get(key) ?? null);
  });
  const headings = heading.headings.map((inner) => headingOf(inner, input, items));
  const everything = [...rows, ...rowsOf({ headings })];
  return { title: heading.title, rows, headings, totals: totalsOf(everything, round.copy.plan.legend) };
}

export function totalsOf(rows: readonly Row[], legend: Legend): Totals {
  const by = Object.fromEntries(rowStatuses(legend).map((status) => [status, 0]));
  for (const { status } of rows) by[status] = (by[status] ?? 0) + 1;
  return { measures: rows.length, by };
}
