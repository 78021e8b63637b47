import type { Refusal } from "../../conversation/messages.ts";
import type { Language } from "../../round/plan.ts";

/** Who asks, and in which language they are told. */
export interface Asker {
  readonly person: string;
  readonly language: Language;
}

export interface GivenSheet {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Why a file cannot be read as a sheet of contacts, or nothing can be read or written at all. */
export type SheetRefused =
  | { readonly is: "unreadable"; readonly why: UnreadableSheet }
  | { readonly is: "columns-missing"; readonly missing: readonly string[] };

export type UnreadableSheet =
  | "none"
  | "empty"
  | "too-big"
  | "too-many-rows"
  | "unpacks-too-big"
  | "old-excel"
  | "unknown-kind"
  | "broken"
  | "config-faulty"
  | "not-written";

export type ComparedSheet =
  | SheetRefused
  /** The first line says how many; nothing can be written before all are mended. */
  | { readonly is: "problems"; readonly lines: readonly string[] }
  /** Units are shared: it would change who answers in a plan that somebody else coordinates. */
  | { readonly is: "not-theirs"; readonly plans: readonly string[] }
  | { readonly is: "nothing"; readonly line: string }
  | {
      readonly is: "changes";
      readonly lines: readonly string[];
      /** Beside this plan, by its title. */
      readonly elsewhere: readonly { readonly plan: string; readonly lines: readonly string[] }[];
      /** Stands for exactly these changes: what is confirmed is what was shown. */
      readonly shown: string;
    };

export type Asked<Found> =
  | { readonly is: "refused"; readonly why: Refusal }
  | { readonly is: "found"; readonly found: Found };

/** Who answers for what in a round's plan, as a sheet. Everything is refused to whoever may not steer the round, and logged. */
export interface ContactSheets {
  about(asker: Asker, round: string): Promise<Asked<{ plan: string; period: string }>>;
  /** Null while config/ cannot be read. */
  file(asker: Asker, round: string, kind: "xlsx" | "csv"): Promise<Asked<GivenSheet | null>>;
  /** Writes nothing. */
  compare(asker: Asker, round: string, sheet: GivenSheet): Promise<Asked<ComparedSheet>>;
  /** Writes what was shown. Where it is no longer the same, nothing is written and what it would be now comes back. */
  apply(
    asker: Asker,
    round: string,
    sheet: GivenSheet,
    shown: string,
  ): Promise<Asked<ComparedSheet | { readonly is: "written" }>>;
}
