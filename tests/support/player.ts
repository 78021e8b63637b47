/** One person in a story, doing what a person can do in any channel. What they see is text, as they would read it. */
export interface Player {
  /** Everything the bot sent them unasked, oldest first, as it stands now. */
  messages(): Promise<string[]>;
  /** Fills in the form for some measures and submits it once. Returns what the bot answered. */
  answers(...answers: Answered[]): Promise<string>;
  /** "Same as last time" on one measure. */
  sameAsLast(measure: string): Promise<string>;
  /** Takes back the answer to one measure. */
  withdraws(measure: string): Promise<string>;
  types(text: string): Promise<string>;
  /** Their own list. */
  desk(): Promise<string>;
  opens(round: string): Promise<string>;
  closes(round: string): Promise<string>;
  publishes(round: string, ...preface: string[]): Promise<string>;
  progress(round: string): Promise<string>;
  report(round: string, draft?: "draft"): Promise<string>;
}

export interface Answered {
  /** The number as printed, with the unit's name where two units of one person answer for it. */
  readonly measure: string;
  readonly status: string;
  readonly comment?: string;
  readonly progress?: number;
}
