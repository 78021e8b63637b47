import { stringify } from "csv-stringify/sync";
import type { Column } from "../../conversation/wording/report-words.ts";
import { reportWords, shownStatus } from "../../conversation/wording/report-words.ts";
import { rowsOf, type PlacedRow } from "../../round/report-lists.ts";
import type { Report, UnitAnswer } from "../../round/report.ts";
import { titleOf } from "./row-text.ts";
import { printable } from "./text.ts";

/**
 * One line per measure and unit; a measure without a unit has one line. For spreadsheets in Norway: `;`, a byte order
 * mark, CRLF. The printed number stands together with the short title, because alone Excel reads 1.1 as the first of January.
 */
export function csv(report: Report): string {
  const lines = rowsOf(report).flatMap((row) =>
    row.units.length > 0 ? row.units.map((said) => line(row, said, report)) : [line(row, null, report)],
  );
  const columns = Object.entries(reportWords[report.language].columns).map(([key, header]) => ({
    key,
    header,
  }));
  return stringify(lines, {
    bom: true,
    delimiter: ";",
    record_delimiter: "\r\n",
    // The library quotes for the CRLF that ends a line, but not for the newline between two bullets.
    quoted_match: "\n",
    header: true,
    columns,
    escape_formulas: true,
  });
}

type Cell = string | number | null;

function line(row: PlacedRow, said: UnitAnswer | null, report: Report): Record<Column, Cell> {
  const words = reportWords[report.language];
  const label = (key: string | null) =>
    key === null ? null : flat(shownStatus(key, report.legend, report.language).label);
  return {
    plan: flat(report.plan.title),
    period: flat(report.period),
    version: report.version ?? words.draft,
    under: flat(row.under.join(" / ")),
    measure: flat(titleOf(row).lead),
    title: flat(row.title),
    status: label(row.status),
    changedFrom: label(row.changedFrom),
    unit: said && flat(said.unit.name),
    unitStatus: said && label(said.dropped === null ? (said.status ?? "unanswered") : "dropped"),
    comment: said && comment(said.bullets),
    progress: said && said.progress,
    goal: row.target && row.target.goal,
    of: row.target && flat(row.target.of),
    by: row.target && row.target.by,
    due: row.due === null ? null : flat(row.due),
    late: said && (said.late ? words.yes : words.no),
    dropped: said && said.dropped !== null ? flat(said.dropped) : null,
    // A decision without words is still one.
    decided: row.decided ? comment(row.decided.bullets) || words.yes : null,
    key: row.key,
  };
}

/** A space in front would hide a formula from the library and not from every spreadsheet. */
function flat(text: string): string {
  return printable(text).trim();
}

/**
 * What people write may begin like a formula: "-1 møte", "+47 …", "=HYPERLINK(…)". Behind a bullet it is inert and reads as
 * it was written. The library's apostrophe would stand in front of the words, so it is left to what only the plan's file can say.
 */
function comment(bullets: readonly string[]): string {
  return bullets.map((bullet) => `• ${flat(bullet)}`).join("\n");
}
