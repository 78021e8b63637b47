import { dayOf, instantOf, isWorkingTime, workingDaysBefore, type Day } from "./calendar.ts";
import type { PlannedRound } from "./plan.ts";
import type { Round } from "./round.ts";
import type { Timetable } from "./timetable.ts";

/** One person's open items in open rounds, and what they heard from us. */
export interface DueDesk {
  readonly person: string;
  /** The last day away. */
  readonly awayUntil: Day | null;
  /** The last days on which they got a nudge, and news. */
  readonly nudgedOn: Day | null;
  readonly newsOn: Day | null;
  readonly items: readonly DueItem[];
}

export interface DueItem {
  readonly id: string;
  readonly round: Pick<Round, "id" | "openedAt" | "timetable">;
  /** The item's own, or the round's. */
  readonly deadline: Date;
  /** Who is asked before this person: none for the owner. */
  readonly before: readonly { readonly awayUntil: Day | null; readonly unreachable: boolean }[];
  /** Steps owed to this person for this item already. */
  readonly said: readonly string[];
  /** Some nudge about it reached them. */
  readonly heard: boolean;
  /** When one last did that the coordinator sent by hand. */
  readonly byHandAt: Date | null;
  /** When they last heard by news that its deadline was moved, or that it was sent back. */
  readonly toldAt: Date | null;
}

export interface Due {
  readonly person: string;
  readonly kind: "ask" | "remind" | "deputy";
  /** Unique per person: a second nudge for the day cannot be owed. */
  readonly slot: string;
  readonly day: Day;
  readonly items: readonly { readonly item: string; readonly step: string }[];
}

/**
 * What the bot owes one person at `now`. Worked out afresh from their desk each time, so a missed tick, a restart
 * or a changed timetable needs no repair. At most one nudge a day over all plans, none on a day with news.
 */
export function noticesDue(desk: DueDesk, now: Date): Due[] {
  const working = desk.items.filter((item) => isWorkingTime(now, item.round.timetable));
  const first = working[0];
  if (!first) return [];
  const today = dayOf(now, first.round.timetable.timeZone);
  if (desk.nudgedOn === today || desk.newsOn === today) return [];
  if (isAway(desk.awayUntil, today)) return [];

  const due = working.flatMap((item) => {
    const step = stepDue(item, now);
    return step === null || isSaid(item, step) ? [] : [{ ...item, step: step.step }];
  });
  if (due.length === 0) return [];
  const items = due.map(({ id, step }) => ({ item: id, step }));
  return [{ person: desk.person, kind: kindOf(due, today), slot: `day ${today}`, day: today, items }];
}

/** Until the end of the last day away. */
export function isAway(until: Day | null, today: Day): boolean {
  return until !== null && until >= today;
}

function kindOf(due: readonly DueItem[], today: Day): Due["kind"] {
  if (due.some((item) => item.heard)) return "remind";
  return due.every((item) => item.before.length > 0 && !standsIn(item, today)) ? "deputy" : "ask";
}

/** A deputy answers like an owner while everybody before them is away or cannot be reached. */
function standsIn(item: Pick<DueItem, "before">, today: Day): boolean {
  return item.before.every((person) => person.unreachable || isAway(person.awayUntil, today));
}

interface StepAt {
  readonly step: string;
  readonly at: Date;
}

/**
 * Said by this step's own notice, or by what else reached them after its time: a reminder the coordinator sent by hand, or
 * news of a moved deadline, which reminds too. News is no first asking.
 */
function isSaid(item: DueItem, { step, at }: StepAt): boolean {
  const after = (heard: Date | null): boolean => heard !== null && heard >= at;
  return (
    item.said.includes(step) || after(item.byHandAt) || (step.startsWith("remind") && after(item.toldAt))
  );
}

/** The newest step whose time has come: after a stop never a backlog. Null before the first, and after the item's deadline. */
function stepDue(item: DueItem, now: Date): StepAt | null {
  if (now >= item.deadline) return null;
  return stepsOf(item, now).findLast((step) => step.at <= now) ?? null;
}

function stepsOf(item: DueItem, now: Date): StepAt[] {
  const { openedAt, timetable } = item.round;
  if (openedAt === null) return [];
  const lastDay = dayOf(item.deadline, timetable.timeZone);
  const morning = (before: number) => {
    const day = workingDaysBefore(lastDay, before, timetable);
    return { day, at: instantOf(day, timetable.hours.from, timetable.timeZone) };
  };
  const begins = standsIn(item, dayOf(now, timetable.timeZone))
    ? { step: "ask", at: openedAt }
    : { step: "deputy", at: later(morning(timetable.deputy).at, openedAt) };
  const reminders = timetable.remind
    .map((before) => morning(before))
    .filter(({ at }) => at > begins.at)
    .map(({ day, at }) => ({ step: `remind ${day}`, at }));
  return [begins, ...reminders].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

/** Rounds of the calendar that are to be prepared at `now`. One whose deadline has passed meanwhile is not begun. */
export function roundsDue(
  planned: readonly PlannedRound[],
  known: readonly Pick<Round, "period" | "publishedAt" | "cancelledAt">[],
  timetable: Timetable,
  now: Date,
): PlannedRound[] {
  const busy = known.some((round) => round.publishedAt === null && round.cancelledAt === null);
  if (busy || !isWorkingTime(now, timetable)) return [];
  const today = dayOf(now, timetable.timeZone);
  return planned
    .filter((round) => round.opens <= today && today < round.deadline)
    .filter((round) => !known.some((one) => one.period === round.period))
    .slice(0, 1);
}
