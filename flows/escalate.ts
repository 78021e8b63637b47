import { createHash } from "node:crypto";
import type { App } from "../src/app.ts";
import type { Progress } from "../src/conversation/messages.ts";
import { progressOf } from "../src/conversation/show.ts";
import { whatIsStuck } from "../src/conversation/stuck.ts";
import { dayOf, isWorkingTime } from "../src/round/calendar.ts";
import type { Round } from "../src/round/round.ts";

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
  if (stuck === null) return [];
  const what = createHash("sha256").update(stuck.what).digest("base64url").slice(0, 12);
  const plan = app.config.plans.find((one) => one.key === round.plan) ?? round.copy.plan;
  return plan.coordinators.map((person) => ({
    person,
    kind: "digest" as const,
    slot: `event digest r${round.id} ${what}`,
  }));
}
