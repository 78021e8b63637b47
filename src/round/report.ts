import type { Language, Legend, Target } from "./plan.ts";
import type { ReportChange } from "./report-changes.ts";

/**
 * The consolidated status table: one structure that every format is written from.
 * Compiled by `compileReport` (compile.ts); stored as JSON, so dates are ISO strings.
 */
export interface Report {
  readonly plan: { readonly key: string; readonly title: string };
  readonly period: string;
  readonly language: Language;
  /** A draft has no version yet. */
  readonly version: number | null;
  /** ISO instants. */
  readonly deadline: string;
  readonly publishedAt: string | null;
  /** IANA zone in which the dates are to be read. */
  readonly timeZone: string;
  /** The period the changes are measured from, when there is one. */
  readonly since: string | null;
  /** The coordinator's own lines, printed on top. */
  readonly preface: readonly string[];
  readonly legend: Legend;
  readonly headings: readonly ReportHeading[];
  readonly totals: Totals;
  /** In a version that corrects an earlier one. Left out otherwise, so that earlier versions keep their bytes. */
  readonly correction?: Correction;
}

/** Why a table was published anew, and what became different. */
export interface Correction {
  readonly why: string;
  /** The version that is corrected. */
  readonly of: number;
  readonly changes: readonly ReportChange[];
}

export interface ReportHeading {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly headings: readonly ReportHeading[];
  /** Of this heading and everything under it. */
  readonly totals: Totals;
}

/** Rows per status key, and unanswered, undecided and dropped; adds up to `measures`. `rowStatuses` gives their order. */
export interface Totals {
  readonly measures: number;
  readonly by: Readonly<Record<string, number>>;
}

/** One measure. */
export interface Row {
  readonly key: string;
  readonly number: string;
  readonly title: string;
  readonly short: string;
  readonly due: string | null;
  readonly target: Target | null;
  /** A key of the legend, or `unanswered`, `undecided`, `dropped`. */
  readonly status: string;
  /** One per unit, in the plan's order. */
  readonly units: readonly UnitAnswer[];
  /** The status of the last published row, when it was another one; null when nothing changed or nothing is known. */
  readonly changedFrom: string | null;
  /** Some unit answered after the deadline. */
  readonly late: boolean;
  /** Set where the coordinator decided the row; what they wrote about it, one line each. */
  readonly decided?: { readonly bullets: readonly string[] };
}

/** Units, not persons: this is what leadership and the public read. */
export interface UnitAnswer {
  readonly unit: { readonly key: string; readonly name: string };
  /** A key of the legend; null when the unit has not answered. */
  readonly status: string | null;
  /** One line each; Markdown links kept. */
  readonly bullets: readonly string[];
  readonly progress: number | null;
  readonly late: boolean;
  /** The decision the item was dropped by. */
  readonly dropped: string | null;
}
