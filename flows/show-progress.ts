import type { App } from "../src/app.ts";
import type { RoundLine, View } from "../src/conversation/messages.ts";
import { nameOfRound, progressOf } from "../src/conversation/show.ts";
import { may } from "../src/round/rights.ts";
import type { Round } from "../src/round/round.ts";
import { stateOf } from "../src/round/round.ts";
import { rolesFor, type Actor } from "./actor.ts";

/** Who is missing, without counting, beside the table as it stands. */
export async function showProgress(app: App, actor: Actor, round: Round, now: Date): Promise<View> {
  if (!may(rolesFor(app, actor, round), { do: "read-progress", round }))
    return { kind: "refused", why: "not-coordinator" };
  const record = await app.store.records.record(round);
  return {
    kind: "progress",
    round: nameOfRound(round),
    progress: progressOf(record, now),
    report: await app.store.records.draft(round),
  };
}

/** The rounds somebody has to do with: those they coordinate, and what is published to them. */
export async function showRounds(app: App, actor: Actor, now: Date): Promise<View> {
  const rounds: RoundLine[] = [];
  for (const round of await app.store.rounds.list()) {
    const roles = rolesFor(app, actor, round);
    const published = stateOf(round) === "published";
    if (!roles.coordinates && !published) continue;
    const { items, answered } = progressOf(await app.store.records.record(round), now);
    rounds.push({
      round: nameOfRound(round),
      state: stateOf(round),
      answered,
      items,
      coordinates: roles.coordinates,
      published,
    });
  }
  return { kind: "rounds", rounds };
}
