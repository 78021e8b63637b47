/** What changed in one row between two versions of a published table. */
export interface ReportChange {
  readonly number: string;
  readonly short: string;
  /** Legend keys or `unanswered`, `undecided`, `dropped`; null on both sides when only comments changed. */
  readonly from: string | null;
  readonly to: string | null;
  readonly comments: boolean;
}
