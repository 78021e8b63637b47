/** One person in a story, doing what a person can do in any channel. What they see is text, as they would read it. */
export interface Player {
  /** Everything the bot sent them unasked, oldest first, as it stands now. */
  messages(): Promise<string[]>;
  /** Their own list. */
  desk(): Promise<string>;
  /** Fills in the form for some measures and submits it once. Returns what the bot answered. */
  answers(...answers: Answered[]): Promise<string>;
  /** Opens the form for some measures and leaves it open: others may answer before it is sent. */
  opensForm(...measures: string[]): Promise<OpenForm>;
  /** "Same as last time" on one measure. */
  sameAsLast(measure: string): Promise<string>;
  /** Takes back the answer to one measure. */
  withdraws(measure: string): Promise<string>;
  /** Writes to the bot. Returns what it answered. */
  types(text: string): Promise<string>;
  /** Picks a status for a measure where the bot asked which one was meant, and gets the form with what they had written. */
  picks(measure: string, status: string): Promise<OpenForm>;
  /** From now on in another language, by its code. */
  chooses(language: string): Promise<string>;

  /** Begins a step of a round: nothing is done before it is confirmed. */
  wants(step: RoundStep, round: string): Promise<Confirming>;
  opens(round: string): Promise<string>;
  /** "Send to myself first." */
  triesOut(round: string): Promise<string>;
  closes(round: string): Promise<string>;
  publishes(round: string, ...preface: string[]): Promise<string>;
  progress(round: string): Promise<string>;
  report(round: string, draft?: "draft"): Promise<string>;

  /** What the form of a measure calls it when it is sent: only for telling it to a forger. */
  idOf(measure: string): Promise<string>;
  /** Sends a form that was made by hand, as no form of theirs would be. */
  forges(answer: { id: string; status: string; comment?: string }): Promise<string>;
}

/**
 * A measure is named by its number as printed; where that is not enough, with the unit's name or the short title after
 * it ("2.1 Skole"). A status by its word. A round by its plan or period; by its id, people go straight to an address
 * nobody gave them.
 */
export interface Answered {
  readonly measure: string;
  readonly status: string;
  readonly comment?: string;
  readonly progress?: number;
}

export interface OpenForm {
  /** With what stands in its fields. */
  readonly shows: string;
  sends(...answers: Answered[]): Promise<string>;
}

export type RoundStep = "open" | "trial" | "close" | "publish";

export interface Confirming {
  /** Names, numbers and what stands in the way. */
  readonly shows: string;
  /** Goes through with it. Returns what the bot answered; what it showed already, when there is nothing to confirm. */
  confirms(...preface: string[]): Promise<string>;
}
