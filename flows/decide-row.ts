import type { App } from "../src/app.ts";
import type { Command } from "../src/conversation/commands.ts";
import type { View } from "../src/conversation/messages.ts";
import { cleanText, longestComment } from "../src/round/comment.ts";
import { statusIn } from "../src/round/legend.ts";
import { measuresOf } from "../src/round/plan.ts";
import type { Round } from "../src/round/round.ts";
import type { Actor } from "./actor.ts";
import { outcome } from "./news.ts";
import { refuse } from "./whom.ts";

/** The coordinator says what a row is where units differ, or instead of what they said; what units said stays beside it. */
export async function decideRow(
  app: App,
  actor: Actor,
  round: Round,
  told: Extract<Command, { verb: "decide" }>,
  now: Date,
): Promise<View> {
  const { measure, status, seen } = told;
  const { plan } = round.copy;
  if (!measuresOf(plan.headings).some((one) => one.key === measure))
    return refuse(app, actor, told, "no-such-item", now);
  if (status !== null && !statusIn(plan.legend, status)) return refuse(app, actor, told, "says-nothing", now);
  const comment = status === null ? null : cleanText(told.comment ?? "") || null;
  if (comment !== null && comment.length > longestComment) return refuse(app, actor, told, "too-long", now);
  const items = (await app.store.rounds.items(round.id)).filter((item) => item.measure === measure);
  if (status !== null && items.length > 0 && items.every((item) => item.dropped !== null))
    return refuse(app, actor, told, "dropped", now);

  const by = { actor: actor.id, now };
  const changed = await app.store.reviews.decide(round.id, { measure, status, comment, seen }, by);
  return outcome(app, actor, round, told, changed, now);
}
