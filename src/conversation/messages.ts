import type { Report } from "../round/report.ts";
import type { Command } from "./commands.ts";
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
      readonly link: string | null;
    }
  | {
      readonly kind: "summary";
      readonly round: RoundName;
      readonly report: Report;
      readonly sha256: string;
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
      readonly already: boolean;
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
  | { readonly kind: "help"; readonly coordinates: boolean }
  | {
      readonly kind: "unclear";
      readonly why: Unclear;
      readonly desk: Desk;
      readonly filled: readonly Filled[];
    }
  | { readonly kind: "refused"; readonly why: Refusal };

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
  | "not-now";

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
}

/** What a coordinator reads before confirming. */
export interface Confirmation {
  /** Who would hear of it, and about how many items. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly items: number }[];
  /** Reasons why it cannot be done at all. */
  readonly blocked: readonly Block[];
  /** What is worth a second look before doing it. */
  readonly warnings: readonly Warning[];
}

export type Block =
  | { readonly is: "no-unit"; readonly number: string; readonly short: string }
  | { readonly is: "no-contact"; readonly unit: string }
  | { readonly is: "deadline-passed" };

export type Warning =
  | {
      readonly is: "unanswered";
      readonly number: string;
      readonly short: string;
      readonly units: readonly string[];
    }
  | { readonly is: "undecided"; readonly number: string; readonly short: string }
  | { readonly is: "before-deadline" };

export interface RoundLine {
  readonly round: RoundName;
  readonly state: Progress["state"];
  readonly answered: number;
  readonly items: number;
  readonly coordinates: boolean;
  readonly published: boolean;
}
