import type { App } from "../src/app.ts";
import type { View } from "../src/conversation/messages.ts";
import { nameOfRound } from "../src/conversation/show.ts";
import type { Round } from "../src/round/round.ts";
import type { Actor } from "./actor.ts";
import { outcome, peopleFor } from "./news.ts";

/** Ends every link to a round's report; what was to be sent before a newer version carries none. */
export async function withdrawLinks(
  app: App,
  actor: Actor,
  round: Round,
  confirmed: boolean,
  now: Date,
): Promise<View> {
  const told = { verb: "withdraw-links", round: round.id } as const;
  const holders = await app.store.links.holders(round.id, now);
  if (!confirmed && holders.length > 0) {
    const known = await peopleFor(app, holders);
    const what = {
      people: known.map(({ id, name }) => ({ id, name, items: 1 })),
      leftOut: [],
      unreachable: [],
      blocked: [],
      warnings: [],
    };
    return { kind: "confirm", command: told, round: nameOfRound(round), what };
  }
  const changed = await app.store.links.withdraw(round.id, { actor: actor.id, now });
  return outcome(app, actor, round, told, changed, now);
}
