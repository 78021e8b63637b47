/** Something in the draft that is worth a look before it goes out. */
export interface Flag {
  readonly is: FlagKind;
  /** The measure's key. */
  readonly measure: string;
  /** The item's id, where it is about one unit's answer; null when it is about the row. */
  readonly item: string | null;
}

export type FlagKind =
  /** A unit has not answered. */
  | "unanswered"
  /** Units differ and nobody has decided. */
  | "undecided"
  /** Two people answered without seeing each other's answer. */
  | "crossed"
  /** The legend asks for a comment with this status. */
  | "no-comment"
  /** Word for word what was said last time. */
  | "same-comment"
  /** Says only what the measure says. */
  | "repeats-measure"
  /** Another colour than last time, and no word why. */
  | "changed-without-a-word"
  /** The best status before the target is reached, or another one although it is. */
  | "target-contradicts"
  /** An owner proposes to drop it. */
  | "drop-proposed"
  /** Sent back, and not answered again. */
  | "sent-back";
