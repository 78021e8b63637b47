import { noStatuses } from "./legend.ts";
import type { Legend } from "./plan.ts";
import type { Report, ReportHeading, Row } from "./report.ts";

/** Everything a row can be, in the order totals are shown: the legend, then `unanswered`, `undecided`, `dropped`. */
export function rowStatuses(legend: Legend): string[] {
  return [...legend.map((status) => status.key), ...noStatuses];
}

/** A row with the titles of the headings above it, outermost first. */
export interface PlacedRow extends Row {
  readonly under: readonly string[];
}

/** Every row in reading order. */
export function rowsOf(report: Pick<Report, "headings">): PlacedRow[] {
  return report.headings.flatMap((heading) => rowsUnder(heading, []));
}

export function changedRows(report: Report): PlacedRow[] {
  return rowsOf(report).filter((row) => row.changedFrom !== null);
}

export function undecidedRows(report: Report): PlacedRow[] {
  return rowsOf(report).filter((row) => row.status === "undecided");
}

export function lateRows(report: Report): PlacedRow[] {
  return rowsOf(report).filter((row) => row.late);
}

/** An unanswered row and the names of the units it waits for; none when the measure has no unit. */
export interface MissingRow {
  readonly row: PlacedRow;
  readonly silent: readonly string[];
}

export function missingRows(report: Report): MissingRow[] {
  return rowsOf(report)
    .filter((row) => row.status === "unanswered")
    .map((row) => ({ row, silent: silentUnits(row) }));
}

/** Every row a unit is still silent about, also where somebody else's word has decided it. */
export function missingInRows(report: Report): MissingRow[] {
  return rowsOf(report)
    .map((row) => ({ row, silent: silentUnits(row) }))
    .filter(
      ({ row, silent }) => row.status === "unanswered" || (row.status !== "dropped" && silent.length > 0),
    );
}

/** Names of the units that owe an answer on a row, also where the lead unit's answer has already decided it. */
export function silentUnits(row: Pick<Row, "units">): string[] {
  return row.units
    .filter((said) => said.status === null && said.dropped === null)
    .map((said) => said.unit.name);
}

function rowsUnder(heading: ReportHeading, above: readonly string[]): PlacedRow[] {
  const under = [...above, heading.title];
  return [
    ...heading.rows.map((row) => ({ ...row, under })),
    ...heading.headings.flatMap((inner) => rowsUnder(inner, under)),
  ];
}
