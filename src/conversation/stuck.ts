import { dayOf, instantOf, workingDaysBefore } from "../round/calendar.ts";
import type { Round } from "../round/round.ts";
import type { PersonProgress, Progress } from "./messages.ts";

export interface Stuck {
  readonly about: "unreachable" | "missing";
  readonly people: readonly PersonProgress[];
  /** A name for each thing that is stuck, without spaces: the coordinator hears once of each. */
  readonly what: readonly string[];
}

/**
 * What the coordinator has to hear of: people nobody can reach at once, that answers are missing only near the deadline,
 * and once more when it has passed. Null when all is well.
 */
export function whatIsStuck(round: Round, progress: Progress, now: Date): Stuck | null {
  const owing = progress.people.filter((person) => person.missing.length > 0);
  const unreachable = owing.filter((person) => person.unreachable !== null);
  const who = unreachable.map((person) => `unreachable:${person.id}`);
  const { timetable, deadline } = round;
  const lastDay = dayOf(deadline, timetable.timeZone);
  if (progress.state === "closed")
    return { about: "missing", people: owing, what: [`closed:${lastDay}`, ...who] };
  const near = workingDaysBefore(lastDay, timetable.digest, timetable);
  const isNear = now >= instantOf(near, timetable.hours.from, timetable.timeZone);
  if (isNear && owing.length > 0) return { about: "missing", people: owing, what: [`near:${near}`, ...who] };
  return unreachable.length > 0 ? { about: "unreachable", people: unreachable, what: who } : null;
}
