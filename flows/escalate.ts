import type { App } from "../src/app.ts";
import type { Progress } from "../src/conversation/messages.ts";
import { progressOf } from "../src/conversation/show.ts";
import { whatIsStuck } from "../src/conversation/stuck.ts";
import { dayOf, instantOf, isWorkingTime, workingDaysBefore } from "../src/round/calendar.ts";
import type { Round } from "../src/round/round.ts";

/** Tells owners that their deputies were asked too, and coordinators when something is stuck. */
export async function escalate(app: App, now: Date): Promise<void> {
  for (const round of await app.store.rounds.running()) {
    if (!isWorkingTime(now, round.timetable)) continue;
    const progress = progressOf(await app.store.records.record(round), now);
    const news = [...deputiesAsked(round, progress, now), ...(await digest(app, round, progress, now))];
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
 * A deputy who stood in for somebody nobody reached was not asked because the deadline is near. Whoever was reminded
 * today hears of their deputy tomorrow.
 */
function deputiesAsked({ id, deadline, timetable }: Round, progress: Progress, now: Date) {
  const day = workingDaysBefore(dayOf(deadline, timetable.timeZone), timetable.deputy, timetable);
  if (now < instantOf(day, timetable.hours.from, timetable.timeZone)) return [];
  const today = dayOf(now, timetable.timeZone);
  const askedBefore = (at: Date | null): boolean => at !== null && dayOf(at, timetable.timeZone) < today;
  return progress.people
    .filter(
      ({ deputiesAsked: deputies, unreachable, lastAsked }) =>
        deputies.length > 0 && unreachable === null && askedBefore(lastAsked),
    )
    .map((person) => ({
      person: person.id,
      kind: "deputy-asked" as const,
      slot: `event deputy-asked r${id}`,
    }));
}

/** One digest for whatever newly got stuck: none when that stays so, and none when something comes loose. */
async function digest(app: App, round: Round, progress: Progress, now: Date) {
  const stuck = whatIsStuck(round, progress, now);
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
