import type { App } from "../src/app.ts";
import type { View } from "../src/conversation/messages.ts";
import { nameOfRound, progressOf } from "../src/conversation/show.ts";
import { canStep, isOpen, lastDeadline, stateOf, type Round } from "../src/round/round.ts";
import type { Actor } from "./actor.ts";

/** When the last deadline has passed a round closes by itself. Late answers are still taken, and marked. */
export async function closeDueRounds(app: App, now: Date): Promise<void> {
  const passed = (await app.store.rounds.running()).filter(
    (round) => stateOf(round) === "open" && round.deadline <= now,
  );
  // Somebody may have got more time than the round, or be getting it at this moment.
  for (const round of passed) await app.store.deadlines.closePassed(round.id, now);
}

export async function closeRound(
  app: App,
  actor: Actor,
  round: Round,
  confirmed: boolean,
  now: Date,
): Promise<View> {
  const name = nameOfRound(round);
  const state = stateOf(round);
  if (state === "prepared") return { kind: "refused", why: "not-open-yet" };
  if (!canStep(state, "close"))
    return { kind: "done", verb: "close", round: name, already: true, sent: null };
  if (!confirmed) {
    const record = await app.store.records.record(round);
    const people = progressOf(record, now).people.filter((person) => person.missing.length > 0);
    const what = {
      people: people.map(({ id, name: who, missing }) => ({ id, name: who, items: missing.length })),
      leftOut: [],
      unreachable: [],
      blocked: [],
      warnings:
        record.items.some(isOpen) && now < lastDeadline(round, record.items)
          ? [{ is: "before-deadline" as const }]
          : [],
    };
    return { kind: "confirm", command: { verb: "close", round: round.id }, round: name, what };
  }
  const closed = await app.store.rounds.step(round.id, "close", now, actor.id, `round ${round.id}`);
  return { kind: "done", verb: "close", round: name, already: !closed, sent: null };
}
