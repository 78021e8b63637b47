import type { Legend, Target } from "../round/plan.ts";

/** An item as its owner sees it. */
export interface ItemView {
  readonly id: string;
  readonly key: string;
  readonly number: string;
  readonly title: string;
  readonly short: string;
  /** Titles of the headings above it, outermost first. */
  readonly under: readonly string[];
  readonly unit: string;
  readonly due: string | null;
  readonly target: Target | null;
  /** How many revisions there were when this was shown: a form sends it back as `seen`. */
  readonly revision: number;
  /** What was last published (or stood in the plan); null when there is nothing. */
  readonly previous: {
    readonly period: string | null;
    readonly status: string | null;
    readonly comment: string;
  } | null;
  readonly answer: AnswerView | null;
  readonly dropped: string | null;
  /** The coordinator asks something about the answer; it stands until a new one is said. */
  readonly question: string | null;
  /** Where it is not the round's. */
  readonly ownDeadline: Date | null;
  /** Offered to somebody who has not answered yet: the person's name. */
  readonly offeredTo: string | null;
}

export interface AnswerView {
  readonly status: string;
  readonly comment: string;
  readonly progress: number | null;
  readonly late: boolean;
  /** The name of whoever said it. */
  readonly by: string;
  readonly mine: boolean;
}

/** One open round as one person sees it. */
export interface RoundView {
  readonly id: string;
  readonly plan: string;
  readonly period: string;
  readonly deadline: Date;
  readonly closed: boolean;
  readonly legend: Legend;
  readonly items: readonly ItemView[];
  /** Items of others that were offered to this person. */
  readonly offers: readonly {
    readonly id: string;
    readonly item: ItemView;
    readonly by: string;
    readonly reason: string;
  }[];
}

/** All that one person owes, over all open rounds. */
export interface Desk {
  readonly person: { readonly id: string; readonly name: string };
  readonly timeZone: string;
  readonly rounds: readonly RoundView[];
}

export function itemsOn(desk: Desk): ItemView[] {
  return desk.rounds.flatMap((round) => round.items);
}

export function isAnswered(item: ItemView): boolean {
  return (item.answer !== null && item.question === null) || item.dropped !== null;
}
