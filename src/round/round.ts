import type { Plan } from "./plan.ts";
import type { Timetable } from "./timetable.ts";

/** What a round keeps of the plan, whatever happens to the files meanwhile: its text and the units' names. */
export interface PlanCopy {
  readonly plan: Plan;
  /** Unit key → name. */
  readonly units: Readonly<Record<string, string>>;
}

export type RoundState = "prepared" | "open" | "closed" | "published" | "cancelled";

export interface Round {
  readonly id: string;
  /** The plan's key. */
  readonly plan: string;
  readonly period: string;
  readonly copy: PlanCopy;
  readonly timetable: Timetable;
  readonly deadline: Date;
  readonly preparedAt: Date;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly publishedAt: Date | null;
  readonly cancelledAt: Date | null;
}

export function stateOf(
  round: Pick<Round, "openedAt" | "closedAt" | "publishedAt" | "cancelledAt">,
): RoundState {
  if (round.cancelledAt) return "cancelled";
  if (round.publishedAt) return "published";
  if (round.closedAt) return "closed";
  return round.openedAt ? "open" : "prepared";
}

/** What a coordinator may do with a round in each state; publishing again would be a correction. */
const steps = {
  open: ["prepared"],
  close: ["open"],
  publish: ["open", "closed"],
} as const satisfies Record<string, readonly RoundState[]>;

export type Step = keyof typeof steps;

export function canStep(state: RoundState, step: Step): boolean {
  return (steps[step] as readonly RoundState[]).includes(state);
}

/** Late is decided by when the server received it, not by when it was written. */
export function isLate(receivedAt: Date, deadline: Date): boolean {
  return receivedAt > deadline;
}

/** What counts as said on an item. `status` is null when the person took the answer back. */
export interface Answer {
  readonly revision: number;
  readonly status: string | null;
  readonly comment: string;
  readonly progress: number | null;
  /** Person id. */
  readonly by: string;
  readonly saidAt: Date;
  readonly receivedAt: Date;
  /** Somebody else had answered since the person last looked. */
  readonly crossed: boolean;
  /** Entered by a coordinator for the person, and where it came from; null when they said it themself. */
  readonly entered: { readonly by: string; readonly from: string } | null;
  /** The comment as its author wrote it, where the coordinator has edited it; `comment` is then the edited one. */
  readonly written: string | null;
}

/** One measure × one unit in a round. */
export interface Item {
  readonly id: string;
  readonly round: string;
  /** The measure's key. */
  readonly measure: string;
  /** The unit's key. */
  readonly unit: string;
  readonly revisions: number;
  readonly answer: Answer | null;
  readonly dropped: string | null;
  /** Its own deadline, where it is not the round's. */
  readonly deadline: Date | null;
  /** Sent back with a question that no newer answer has settled. */
  readonly question: { readonly text: string; readonly by: string; readonly at: Date } | null;
  /** Person ids in the order they are asked. */
  readonly responders: readonly string[];
  /** Set for this round, so that the people sheet does not change it. */
  readonly assigned: boolean;
}

/** Something is still owed: no answer, one that was taken back, or one that was sent back with a question. */
export function isOpen(item: Pick<Item, "answer" | "dropped" | "question">): boolean {
  if (item.dropped !== null) return false;
  return item.answer === null || item.answer.status === null || item.question !== null;
}

export function deadlineOf(item: Pick<Item, "deadline">, round: Pick<Round, "deadline">): Date {
  return item.deadline ?? round.deadline;
}

/** The last moment at which anybody may still answer in time: the round is open until then. */
export function lastDeadline(
  round: Pick<Round, "deadline">,
  items: readonly Pick<Item, "deadline" | "dropped">[],
): Date {
  const own = items.filter((item) => item.dropped === null).map((item) => deadlineOf(item, round).getTime());
  return new Date(Math.max(round.deadline.getTime(), ...own));
}
