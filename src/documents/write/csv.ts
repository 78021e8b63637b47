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
    header: true,
    columns,
    escape_formulas: true,
  });
}

type Cell = string | number | null;

function line(row: PlacedRow, said: UnitAnswer | null, report: Report): Record<Column, Cell> {
  const words = reportWords[report.language];
  const label = (key: string | null) =>
    key === null ? null : printable(shownStatus(key, report.legend, report.language).label);
  return {
    plan: printable(report.plan.title),
    period: printable(report.period),
    version: report.version ?? words.draft,
    under: printable(row.under.join(" / ")),
    measure: printable(titleOf(row).lead),
    title: printable(row.title),
    status: label(row.status),
    changedFrom: label(row.changedFrom),
    unit: said && printable(said.unit.name),
    unitStatus: said && label(said.dropped === null ? (said.status ?? "unanswered") : "dropped"),
    comment: said && comment(said.bullets),
    progress: said && said.progress,
    goal: row.target && row.target.goal,
    of: row.target && printable(row.target.of),
    by: row.target && row.target.by,
    due: row.due === null ? null : printable(row.due),
    late: said && (said.late ? words.yes : words.no),
    dropped: said && said.dropped !== null ? printable(said.dropped) : null,
    key: row.key,
  };
}

/**
 * What people write may begin like a formula: "-1 møte", "+47 …", "=HYPERLINK(…)". Behind a bullet it is inert and reads as
 * it was written. The library's apostrophe would stand in front of the words, so it is left to what only the plan's file can say.
 */
function comment(bullets: readonly string[]): string {
  return bullets.map((bullet) => `• ${printable(bullet)}`).join("\n");
}
