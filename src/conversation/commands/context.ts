import type { Legend } from "../../round/plan.ts";
import type { RoundState } from "../../round/round.ts";

/** What somebody who types a command can be talking about: names that are not here are never read. */
export interface CommandContext {
  /** The local date, ISO. */
  readonly today: string;
  /** Everybody there is: who may be chosen to answer. */
  readonly people: readonly NamedPerson[];
  /** Rounds that are not over, and the newest one of every other plan. */
  readonly rounds: readonly CommandRound[];
}

export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

export interface CommandRound {
  readonly id: string;
  /** The plan's key. */
  readonly plan: string;
  readonly title: string;
  readonly period: string;
  readonly state: RoundState;
  readonly legend: Legend;
  /** `place` as in `Whom`: "2/1". */
  readonly headings: readonly { readonly place: string; readonly title: string }[];
  readonly units: readonly { readonly key: string; readonly name: string }[];
  /** Those who answer for something in it. */
  readonly people: readonly NamedPerson[];
  readonly measures: readonly NamedMeasure[];
  readonly items: readonly CommandItem[];
}

interface NamedMeasure {
  readonly key: string;
  readonly number: string;
  readonly short: string;
  /** The id of what was decided for its row; null when nothing was. */
  readonly decision: string | null;
}

export interface CommandItem {
  readonly id: string;
  /** Keys. */
  readonly measure: string;
  readonly unit: string;
  /** What somebody who types can have seen: as `Seen.seen`. */
  readonly seen: number;
  /** As its author wrote it, whatever was edited since. */
  readonly written: string;
}
