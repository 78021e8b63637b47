/** What the coordinator says a row is, where units differ or instead of what they said. The newest of a row counts. */
export interface Decision {
  readonly id: string;
  /** The measure's key. */
  readonly measure: string;
  /** A key of the legend. */
  readonly status: string;
  /** Printed beside what the units said. */
  readonly comment: string | null;
  /** Who decided: a person id, or `operator`. */
  readonly by: string;
  readonly at: Date;
}

/** By measure key; one that was taken back is not in it. */
export type Decisions = ReadonlyMap<string, Decision>;

export const noDecisions: Decisions = new Map();
