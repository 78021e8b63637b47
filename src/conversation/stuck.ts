import { dayOf, instantOf, workingDaysBefore } from "../round/calendar.ts";
import { deadlineOf, isOpen, lastDeadline, type Item } from "../round/round.ts";
import type { PersonProgress, Progress } from "./messages.ts";
import type { RoundRecord } from "./show.ts";

export interface Stuck {
  readonly about: "unreachable" | "missing";
  readonly people: readonly PersonProgress[];
  /** A name for each thing that is stuck, without spaces: the coordinator hears once of each. */
  readonly what: readonly string[];
}

/**
 * What the coordinator has to hear of: people nobody can reach at once, that answers are missing only near their deadline,
 * and once more when it has passed. Null when all is well.
 */
export function whatIsStuck(record: RoundRecord, progress: Progress, now: Date): Stuck | null {
  const { round, items } = record;
  const owing = progress.people.filter((person) => person.missing.length > 0);
  const unreachable = owing.filter((person) => person.unreachable !== null);
  const who = unreachable.map((person) => `unreachable:${person.id}`);
  if (progress.state === "closed") {
    const lastDay = dayOf(lastDeadline(round, items), round.timetable.timeZone);
    return { about: "missing", people: owing, what: [`closed:${lastDay}`, ...who] };
  }
  const pressing = items
    .filter(isOpen)
    .flatMap((item) => ({ item, is: pressingAt(record, item, now) }))
    .filter(({ is }) => is !== null);
  if (pressing.length > 0) {
    const owners = new Set(pressing.map(({ item }) => item.responders[0] ?? ""));
    const people = owing.filter((person) => owners.has(person.id) || person.unreachable !== null);
    return { about: "missing", people, what: [...new Set(pressing.flatMap(({ is }) => is ?? [])), ...who] };
  }
  return unreachable.length > 0 ? { about: "unreachable", people: unreachable, what: who } : null;
}

/** Near the deadline, and after it while others still have time: by the item's own deadline. */
function pressingAt({ round }: RoundRecord, item: Item, now: Date): string | null {
  const { timeZone, hours, digest } = round.timetable;
  const deadline = deadlineOf(item, round);
  const lastDay = dayOf(deadline, timeZone);
  if (now >= deadline) return `closed:${lastDay}`;
  const near = workingDaysBefore(lastDay, digest, round.timetable);
  return now >= instantOf(near, hours.from, timeZone) ? `near:${near}` : null;
}
