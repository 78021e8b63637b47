import type { App } from "../src/app.ts";
import { progressOf, type RoundRecord } from "../src/conversation/show.ts";
import { whatIsStuck } from "../src/conversation/stuck.ts";
import { dayOf, instantOf, isWorkingTime, workingDaysBefore } from "../src/round/calendar.ts";
import { deadlineOf, isOpen, type Item } from "../src/round/round.ts";

/** Tells owners that their deputies were asked too, and coordinators when something is stuck. */
export async function escalate(app: App, now: Date): Promise<void> {
  for (const round of await app.store.rounds.running()) {
    if (!isWorkingTime(now, round.timetable)) continue;
    const record = await app.store.records.record(round);
    const news = [...deputiesAsked(record, now), ...(await digest(app, record, now))];
    const owed = news.map((notice) => ({
      ...notice,
      day: dayOf(now, round.timetable.timeZone),
      notBefore: now,
      round: round.id,
    }));
    app.ring("deliver", await app.store.notices.owe(owed, now));
  }
}

/**
 * Owner and deputy can both answer, and both know: the deputy was asked because the deadline is near, or by hand. One who
 * stood in for somebody nobody reached was not. Whoever was reminded today hears of their deputy tomorrow.
 */
function deputiesAsked({ round, items, people }: RoundRecord, now: Date) {
  const { timetable } = round;
  const isNear = (item: Item): boolean => {
    const lastDay = dayOf(deadlineOf(item, round), timetable.timeZone);
    const day = workingDaysBefore(lastDay, timetable.deputy, timetable);
    return now >= instantOf(day, timetable.hours.from, timetable.timeZone);
  };
  const wasAsked = (item: Item): boolean =>
    item.responders.slice(1).some((id) => {
      const deputy = people.get(id);
      return (
        (deputy?.askedAsDeputy.includes(item.id) ?? false) ||
        (isNear(item) && (deputy?.heardOf.includes(item.id) ?? false))
      );
    });
  const owners = new Set(
    items.filter((item) => isOpen(item) && wasAsked(item)).map((item) => item.responders[0]),
  );
  const today = dayOf(now, timetable.timeZone);
  const askedBefore = (at: Date | null): boolean => at !== null && dayOf(at, timetable.timeZone) < today;
  return [...people.values()]
    .filter((person) => owners.has(person.id) && person.trouble === null && askedBefore(person.lastAsked))
    .map((person) => ({
      person: person.id,
      kind: "deputy-asked" as const,
      slot: `event deputy-asked r${round.id}`,
    }));
}

/** One digest for whatever newly got stuck: none when that stays so, and none when something comes loose. */
async function digest(app: App, record: RoundRecord, now: Date) {
  const { round } = record;
  const stuck = whatIsStuck(record, progressOf(record, now), now);
  if (stuck === null) return [];
  const slot = `event digest r${round.id}`;
  const told = (await app.store.notices.slots(round.id, "digest")).flatMap((one) =>
    one.slice(slot.length).split(" "),
  );
  const news = stuck.what.filter((thing) => !told.includes(thing));
  if (news.length === 0) return [];
  const plan = app.config.plans.find((one) => one.key === round.plan) ?? round.copy.plan;
  return plan.coordinators.map((person) => ({
    person,
    kind: "digest" as const,
    slot: `${slot} ${news.join(" ")}`,
  }));
}
