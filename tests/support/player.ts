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
  /** Tells the bot to do something about a round. What sends something is shown first, and done when it is confirmed. */
  tells(round: string, told: Told): Promise<Confirming>;
  /** Reads the draft through. What is told from there goes by what it showed then: others may have changed it since. */
  reviews(round: string): Promise<OpenReview>;
  /** The form that would tell it, confirmed already and not sent: somebody else may get hold of it. */
  fillsIn(round: string, told: Told): Promise<FilledForm>;
  /** Sends a form somebody else had filled in. */
  sendsFormOf(form: FilledForm): Promise<string>;
  report(round: string, draft?: "draft"): Promise<string>;

  /** Offers a measure of theirs to somebody, by name. */
  handsOver(measure: string, to: string, reason: string): Promise<string>;
  /** Says yes or no to a measure somebody offered them. */
  takesOver(measure: string): Promise<string>;
  declines(measure: string): Promise<string>;
  proposesDrop(measure: string, reason: string): Promise<string>;
  /** Asks somebody, by name, for a text to a measure that stays theirs. */
  asksColleague(measure: string, to: string, question: string): Promise<string>;
  /** Answers the newest such question. */
  givesText(text: string): Promise<string>;
  /** Opens the form with the text they were given last. */
  usesText(): Promise<OpenForm>;
  /** Their last day away, "2026-12-11". */
  goesAway(until: string): Promise<string>;
  comesBack(): Promise<string>;
  /** The draft that the newest message asks them to read. */
  readsDraft(): Promise<string>;
  saysHaveRead(): Promise<string>;
  /** Follows a link that reached them by other means. */
  follows(link: string): Promise<string>;

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
  /** Asks for those to be reminded as well who have heard from the bot today. */
  insists(): Promise<Confirming>;
  /** Looks at what goes out with some lines on top, and confirms nothing. */
  looksAgain(...preface: string[]): Promise<Confirming>;
}

/** Of the measures, "2.1" is the row, or the only unit's answer in it; "2.1 Skole" is one unit's answer. Units and headings by their names. */
export type Told =
  | { readonly does: "remind"; readonly whom?: Whom }
  | { readonly does: "extend"; readonly whom?: Whom; readonly to: string }
  | {
      readonly does: "assign";
      readonly what: { readonly measure: string } | { readonly unit: string };
      /** Names, owner first. */
      readonly people: readonly string[];
      readonly lasting?: boolean;
    }
  | {
      readonly does: "answer-for";
      readonly measure: string;
      readonly status: string;
      readonly comment: string;
      readonly from: string;
    }
  | { readonly does: "drop"; readonly measure: string; readonly because: string }
  | { readonly does: "restore" | "keep" | "undecide"; readonly measure: string }
  | { readonly does: "decide"; readonly measure: string; readonly status: string; readonly comment?: string }
  | { readonly does: "edit"; readonly measure: string; readonly comment: string }
  | { readonly does: "send-back"; readonly measure: string; readonly question: string; readonly due?: string }
  | { readonly does: "approve" | "unapprove"; readonly heading: string }
  | { readonly does: "open" | "close" | "ask-readers" | "withdraw-links" }
  | { readonly does: "publish"; readonly preface?: readonly string[] }
  | { readonly does: "correct"; readonly why: string }
  | { readonly does: "cancel"; readonly because: string };

/** Nobody named: everybody. */
export type Whom = { readonly heading: string } | { readonly unit: string } | { readonly person: string };

export interface OpenReview {
  readonly shows: string;
  tells(told: Told): Promise<Confirming>;
}

/** As the channel has it: only for handing on. */
export interface FilledForm {
  readonly at: string;
  readonly fields: readonly (readonly [string, string])[];
}
