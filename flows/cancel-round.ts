import type { App } from "../src/app.ts";
import type { Command } from "../src/conversation/commands.ts";
import type { View } from "../src/conversation/messages.ts";
import { nameOfRound } from "../src/conversation/show.ts";
import { cleanText } from "../src/round/comment.ts";
import { stateOf, type Round } from "../src/round/round.ts";
import type { Actor } from "./actor.ts";
import { newsFor, outcome, peopleFor, sayable, sentTo, unreachableOf } from "./news.ts";
import { refuse } from "./whom.ts";

/** Ends a round that is not published. Nobody is asked any more; who was asked hears why, once. */
export async function cancelRound(
  app: App,
  actor: Actor,
  round: Round,
  told: Extract<Command, { verb: "cancel" }>,
  confirmed: boolean,
  now: Date,
): Promise<View> {
  const state = stateOf(round);
  if (state === "published") return refuse(app, actor, told, "published", now);
  if (state === "cancelled") return outcome(app, actor, round, told, { is: "already" }, now);
  const because = sayable(cleanText(told.because), 1000);
  if ("why" in because) return refuse(app, actor, told, because.why, now);
  const record = await app.store.records.record(round);
  const asked = [...record.people.values()].filter((person) => person.heardOf.length > 0);
  const ids = asked.map((person) => person.id);
  if (!confirmed) {
    const what = {
      people: asked.map(({ id, name, heardOf }) => ({ id, name, items: heardOf.length })),
      leftOut: [],
      unreachable: unreachableOf(await peopleFor(app, ids)),
      blocked: [],
      warnings: [],
    };
    const command = { ...told, because: because.text };
    return { kind: "confirm", command, round: nameOfRound(round), what };
  }
  const by = { actor: actor.id, now };
  const changed = await app.store.reviews.cancel(round.id, because.text, by, () =>
    newsFor(round, ids, actor, now, { kind: "cancelled", slot: `event cancelled r${round.id}` }),
  );
  // Somebody else was quicker.
  const done =
    changed.is === "refused" && changed.why === "cancelled" ? ({ is: "already" } as const) : changed;
  return outcome(app, actor, round, told, done, now, await sentTo(app, round, ids, actor, now));
}
