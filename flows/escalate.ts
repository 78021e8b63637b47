import { createHash } from "node:crypto";
import type { App } from "../src/app.ts";
import type { Progress } from "../src/conversation/messages.ts";
import { progressOf } from "../src/conversation/show.ts";
import { dayOf, instantOf, isWorkingTime, workingDaysBefore } from "../src/round/calendar.ts";
import { stateOf, type Round } from "../src/round/round.ts";

/** Tells owners that their deputies were asked too, and coordinators when something is stuck. */
export async function escalate(app: App, now: Date): Promise<void> {
  for (const round of await app.store.rounds.running()) {
    if (!isWorkingTime(now, round.timetable)) continue;
    const progress = progressOf(await app.store.records.record(round), now);
    const owed = [...deputiesAsked(round, progress), ...digest(app, round, progress, now)].map((notice) => ({
      ...notice,
      day: dayOf(now, round.timetable.timeZone),
      notBefore: now,
      round: round.id,
    }));
    app.ring("deliver", await app.store.notices.owe(owed, now));
  }
}

function deputiesAsked(round: Round, progress: Progress) {
  return progress.people
    .filter(
      (person) => person.deputiesAsked.length > 0 && person.unreachable === null && person.lastAsked !== null,
    )
    .map((person) => ({
      person: person.id,
      kind: "deputy-asked" as const,
      slot: `event deputy-asked r${round.id}`,
    }));
}

/** One digest for each thing that got stuck, not one for each day it stays so. */
function digest(app: App, round: Round, progress: Progress, now: Date) {
  const stuck = whatIsStuck(round, progress, now);
  if (stuck.length === 0) return [];
  const what = createHash("sha256").update(stuck.join("\n")).digest("base64url").slice(0, 12);
  const plan = app.config.plans.find((one) => one.key === round.plan) ?? round.copy.plan;
  return plan.coordinators.map((person) => ({
    person,
    kind: "digest" as const,
    slot: `event digest r${round.id} ${what}`,
  }));
}

/** People who cannot be reached at once; that answers are missing only near the deadline, and once more when it has passed. */
function whatIsStuck(round: Round, progress: Progress, now: Date): string[] {
  const owing = progress.people.filter((person) => person.missing.length > 0);
  const unreachable = owing
    .filter((person) => person.unreachable !== null)
    .map((person) => `unreachable ${person.id}`);
  if (stateOf(round) === "closed") return [...unreachable, "closed"];
  const { timetable, deadline } = round;
  const near = workingDaysBefore(dayOf(deadline, timetable.timeZone), timetable.digest, timetable);
  const isNear = now >= instantOf(near, timetable.hours.from, timetable.timeZone);
  return isNear && owing.length > 0 ? [...unreachable, `near ${near}`] : unreachable;
}
