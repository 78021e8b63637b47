import type { Flag } from "../round/needs-look.ts";
import type { Legend } from "../round/plan.ts";
import type { ReportChange } from "../round/report-changes.ts";
import type { Report } from "../round/report.ts";
import type { Command } from "./commands.ts";
import type { UnclearCommand } from "./commands/read-command.ts";
import type { Desk, ItemView } from "./desk.ts";

/**
 * What the bot sends unasked. Each is a notice; each channel draws every kind, or does not compile.
 * `link` opens the matching page, where a channel cannot show all of it.
 */
export type Message =
  | Nudge
  | { readonly kind: "moved"; readonly desk: Desk }
  | { readonly kind: "trial"; readonly of: Desk }
  | {
      readonly kind: "deputy-asked";
      readonly round: RoundName;
      readonly items: readonly ItemView[];
      readonly deputies: readonly string[];
    }
  | { readonly kind: "ready"; readonly round: RoundName }
  | {
      readonly kind: "digest";
      readonly round: RoundName;
      readonly progress: Progress;
      readonly about: "unreachable" | "missing";
      readonly people: readonly PersonProgress[];
    }
  | {
      readonly kind: "published";
      readonly round: RoundName;
      readonly report: Report;
      /** Something in it is this person's answer: nobody is thanked for silence. */
      readonly answered: boolean;
      readonly link: string | null;
    }
  | {
      readonly kind: "summary";
      readonly round: RoundName;
      readonly report: Report;
      readonly sha256: string;
      readonly link: string | null;
    }
  /** A question about an answer; the old one stands until a new one is said. */
  | {
      readonly kind: "sent-back";
      readonly round: RoundName;
      readonly legend: Legend;
      readonly item: ItemView;
      readonly question: string;
      readonly by: string;
      readonly due: Date;
      readonly link: string | null;
    }
  | {
      readonly kind: "hand-over";
      readonly round: RoundName;
      readonly legend: Legend;
      /** An offer for each item, by id. */
      readonly offers: readonly { readonly id: string; readonly item: ItemView }[];
      readonly by: string;
      readonly reason: string;
      readonly link: string | null;
    }
  | {
      readonly kind: "hand-over-answered";
      readonly round: RoundName;
      readonly items: readonly ItemView[];
      readonly by: string;
      readonly accepted: boolean;
    }
  | {
      readonly kind: "answered-for";
      readonly round: RoundName;
      readonly legend: Legend;
      readonly item: ItemView;
      readonly by: string;
      readonly from: string;
    }
  | {
      readonly kind: "edited";
      readonly round: RoundName;
      readonly item: ItemView;
      readonly was: string;
      readonly now: string;
      readonly by: string;
    }
  | { readonly kind: "dropped"; readonly round: RoundName; readonly item: ItemView; readonly because: string }
  | {
      readonly kind: "drop-proposed";
      readonly round: RoundName;
      readonly item: ItemView;
      readonly by: string;
      readonly reason: string;
    }
  /** `deadline` is the new one, of these items. */
  | {
      readonly kind: "deadline-moved";
      readonly round: RoundName;
      readonly items: readonly ItemView[];
      readonly deadline: Date;
      readonly link: string | null;
    }
  | {
      readonly kind: "reader-asked";
      readonly round: RoundName;
      readonly headings: readonly string[];
      readonly again: boolean;
      readonly link: string | null;
    }
  /** A new version of what was published, and what changed in it. */
  | {
      readonly kind: "corrected";
      readonly round: RoundName;
      readonly report: Report;
      readonly changes: readonly ReportChange[];
      readonly sha256: string;
      readonly link: string | null;
    }
  | { readonly kind: "cancelled"; readonly round: RoundName; readonly because: string }
  /** A colleague is asked for a text; the item stays where it is. `request` is sent back with it. */
  | {
      readonly kind: "text-asked";
      readonly round: RoundName;
      readonly request: string;
      readonly item: ItemView;
      readonly by: string;
      readonly question: string;
      readonly link: string | null;
    }
  | {
      readonly kind: "text-given";
      readonly round: RoundName;
      readonly item: ItemView;
      readonly by: string;
      readonly text: string;
      readonly link: string | null;
    };

export type MessageKind = Message["kind"];

/** Asks for answers: at most one a day and person, over all plans. */
export interface Nudge {
  readonly kind: "ask" | "remind" | "deputy";
  readonly desk: Desk;
  readonly link: string | null;
}

export interface RoundName {
  readonly id: string;
  readonly plan: string;
  readonly period: string;
  readonly deadline: Date;
  readonly timeZone: string;
}

/** What the bot shows to somebody who has just done something: immediate, never stored, never counted. */
export type View =
  | { readonly kind: "desk"; readonly desk: Desk }
  | {
      readonly kind: "form";
      readonly desk: Desk;
      readonly filled: readonly Filled[];
      readonly wrong: readonly FormFault[];
    }
  | {
      readonly kind: "stored";
      readonly desk: Desk;
      readonly stored: readonly string[];
      readonly crossed: readonly string[];
    }
  | {
      readonly kind: "confirm";
      readonly command: Command;
      readonly round: RoundName;
      readonly what: Confirmation;
    }
  | {
      readonly kind: "done";
      readonly verb: Command["verb"];
      readonly round: RoundName;
      /** It was done before: nothing happened now. */
      readonly already: boolean;
      /** Who hears of it, where a command sends something. */
      readonly sent: Sent | null;
    }
  | { readonly kind: "rounds"; readonly rounds: readonly RoundLine[] }
  | {
      readonly kind: "progress";
      readonly round: RoundName;
      readonly progress: Progress;
      readonly report: Report;
    }
  | {
      readonly kind: "report";
      readonly round: RoundName;
      readonly report: Report;
      readonly sha256: string | null;
    }
  | { readonly kind: "review"; readonly review: Review }
  /** Who somebody may be handed something: the directory, for choosing from. `for` says what it is about. */
  | {
      readonly kind: "choose-person";
      readonly what: "hand-over" | "ask-colleague";
      readonly desk: Desk;
      readonly items: readonly string[];
      readonly people: readonly { readonly id: string; readonly name: string }[];
    }
  /** An owner did something that is no answer: passed on, proposed, went away. */
  | { readonly kind: "noted"; readonly what: Noted; readonly desk: Desk }
  | { readonly kind: "help"; readonly coordinates: boolean }
  | {
      readonly kind: "unclear";
      readonly why: Unclear;
      readonly desk: Desk;
      readonly filled: readonly Filled[];
    }
  /** What a coordinator typed begins like a command and cannot be read as one: nothing was done. */
  | { readonly kind: "unclear-command"; readonly unclear: UnclearCommand }
  | { readonly kind: "refused"; readonly why: Refusal };

/** What became of a command that sends. Delivery happens afterwards: who is known to be unreachable is said now. */
export interface Sent {
  /** Names of those who hear. */
  readonly to: readonly string[];
  readonly unreachable: readonly { readonly name: string; readonly why: string }[];
  readonly leftOut: readonly LeftOut[];
  /** When it goes out: now, or when working hours next begin. */
  readonly at: Date;
}

export interface LeftOut {
  readonly name: string;
  readonly why: "heard-today" | "away";
}

export type Noted =
  | { readonly is: "offered"; readonly to: string; readonly count: number }
  | { readonly is: "accepted" | "declined"; readonly from: string; readonly count: number }
  | { readonly is: "away"; readonly until: string | null }
  | { readonly is: "proposed-drop" }
  | { readonly is: "asked-colleague"; readonly to: string }
  | { readonly is: "text-given"; readonly to: string }
  | { readonly is: "read" };

/** The draft as the coordinator reads it through, heading by heading. */
export interface Review {
  readonly round: RoundName;
  readonly state: Progress["state"];
  readonly report: Report;
  readonly headings: readonly ReviewHeading[];
  /** Everything that needs a look, in the plan's order. */
  readonly flags: readonly Flag[];
  /** People who may be chosen as contacts. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

export interface ReviewHeading {
  /** Its place: "2/1". */
  readonly place: string;
  readonly title: string;
  readonly depth: number;
  readonly approved: { readonly by: string; readonly at: Date } | null;
  readonly readers: readonly { readonly name: string; readonly readAt: Date | null }[];
  readonly rows: readonly ReviewRow[];
}

export interface ReviewRow {
  readonly key: string;
  readonly number: string;
  readonly short: string;
  readonly title: string;
  /** As in the report. */
  readonly status: string;
  readonly flags: readonly Flag[];
  readonly decision: {
    readonly id: string;
    readonly status: string;
    readonly comment: string | null;
    readonly by: string;
  } | null;
  readonly items: readonly ReviewItem[];
}

export interface ReviewItem extends ItemView {
  readonly unitKey: string;
  /** Names in the order they are asked. */
  readonly responders: readonly { readonly id: string; readonly name: string }[];
  readonly deadline: Date;
  /** Entered by the coordinator for the owner, and where it came from. */
  readonly enteredFrom: string | null;
  /** What the owner wrote, where the comment was edited. */
  readonly written: string | null;
  readonly question: string | null;
  readonly proposal: { readonly by: string; readonly reason: string } | null;
  readonly offeredTo: string | null;
}

/** A form as somebody left it, so that no text is lost. */
export interface Filled {
  readonly item: string;
  readonly status: string | null;
  readonly comment: string;
  readonly progress?: number | null;
}

export interface FormFault {
  readonly item: string;
  readonly why:
    | "no-status"
    | "unknown-status"
    | "too-long"
    | "not-a-number"
    | "no-last-time"
    | "changed-meanwhile";
}

export type Unclear =
  | "which-measure"
  | "which-status"
  | "more-than-one-status"
  | "question"
  | "nothing-open"
  | "too-long";

export type Refusal =
  | "unknown-person"
  | "not-yours"
  | "published"
  | "cancelled"
  | "dropped"
  | "not-open-yet"
  | "too-long"
  | "not-stored"
  | "not-coordinator"
  | "no-such-round"
  | "nothing-published"
  | "not-now"
  | "not-reader"
  | "changed-meanwhile"
  | "no-such-person"
  | "no-such-item"
  | "says-nothing"
  | "settled";

/** Who is missing, without counting. */
export interface Progress {
  readonly state: "prepared" | "open" | "closed" | "published" | "cancelled";
  readonly items: number;
  readonly answered: number;
  readonly workingDaysLeft: number;
  readonly people: readonly PersonProgress[];
  readonly units: readonly { readonly unit: string; readonly items: number; readonly answered: number }[];
}

export interface PersonProgress {
  readonly id: string;
  readonly name: string;
  readonly owns: number;
  readonly answered: number;
  /** Printed number and short title of what this person still owes. */
  readonly missing: readonly { readonly number: string; readonly short: string; readonly unit: string }[];
  /** Why this person cannot be reached; null when they can. */
  readonly unreachable: string | null;
  /** Names of the deputies who were asked too. */
  readonly deputiesAsked: readonly string[];
  readonly lastAsked: Date | null;
  /** ISO date, the last day away; null when here. */
  readonly awayUntil: string | null;
  /** Names of those to whom something of theirs was offered and not yet answered. */
  readonly offeredTo: readonly string[];
  /** The latest deadline of theirs, where it is not the round's. */
  readonly ownDeadline: Date | null;
}

/** What a coordinator reads before confirming. */
export interface Confirmation {
  /** Who would hear of it, and about how many items. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly items: number }[];
  /** Who would not hear although they might be expected to. */
  readonly leftOut: readonly LeftOut[];
  readonly unreachable: readonly { readonly name: string; readonly why: string }[];
  /** Reasons why it cannot be done at all. */
  readonly blocked: readonly Block[];
  /** What is worth a second look before doing it. */
  readonly warnings: readonly Warning[];
  /** Of a correction: what the new version says differently. */
  readonly changes?: readonly ReportChange[];
}

export type Block =
  | { readonly is: "no-unit"; readonly number: string; readonly short: string }
  | { readonly is: "no-contact"; readonly unit: string }
  | { readonly is: "deadline-passed" }
  | { readonly is: "nobody-left" };

export type Warning =
  | {
      readonly is: "unanswered";
      readonly number: string;
      readonly short: string;
      readonly units: readonly string[];
    }
  | { readonly is: "undecided"; readonly number: string; readonly short: string }
  | { readonly is: "sent-back"; readonly number: string; readonly short: string }
  | { readonly is: "not-approved"; readonly heading: string }
  | { readonly is: "not-read"; readonly heading: string; readonly reader: string }
  | { readonly is: "reopens" }
  | { readonly is: "changed-meanwhile" }
  | { readonly is: "before-deadline" };

export interface RoundLine {
  readonly round: RoundName;
  readonly state: Progress["state"];
  readonly answered: number;
  readonly items: number;
  readonly coordinates: boolean;
  readonly published: boolean;
}
