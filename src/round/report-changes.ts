import { rowsOf } from "./report-lists.ts";
import type { Report, Row } from "./report.ts";

/** What changed in one row between two versions of a published table. */
export interface ReportChange {
  readonly number: string;
  readonly short: string;
  /** Legend keys or `unanswered`, `undecided`, `dropped`; null on both sides when only comments changed. */
  readonly from: string | null;
  readonly to: string | null;
  /** Something beside the row's status: what a unit said, a number, a decision's words. */
  readonly comments: boolean;
}

/** Rows that differ between two versions of a round's table, in reading order. A round's rows do not come and go. */
export function reportChanges(before: Report, after: Report): ReportChange[] {
  const rows = new Map(rowsOf(before).map((row) => [row.key, row]));
  return rowsOf(after).flatMap((row) => {
    const was = rows.get(row.key);
    if (!was) return [];
    const status = was.status !== row.status;
    const comments = beside(was) !== beside(row);
    if (!status && !comments) return [];
    const { number, short } = row;
    return { number, short, from: status ? was.status : null, to: status ? row.status : null, comments };
  });
}

/** The coordinator's own lines are part of the table. */
export function samePreface(a: Report, b: Report): boolean {
  return JSON.stringify(a.preface) === JSON.stringify(b.preface);
}

function beside({ units, decided }: Row): string {
  const said = units.map(({ unit, status, bullets, progress, late, dropped }) => {
    return [unit.key, status, bullets, progress, late, dropped];
  });
  return JSON.stringify([said, decided?.bullets ?? []]);
}
