import type { App } from "../src/app.ts";
import type { Command } from "../src/conversation/commands.ts";
import type { View } from "../src/conversation/messages.ts";
import { cleanText, longestComment } from "../src/round/comment.ts";
import type { Round } from "../src/round/round.ts";
import type { Actor } from "./actor.ts";
import { newsFor, outcome, sentTo } from "./news.ts";
import { refuse } from "./whom.ts";

/** A comment put differently, with trace: what was written is kept, and its owner sees both. */
export async function editComment(
  app: App,
  actor: Actor,
  round: Round,
  told: Extract<Command, { verb: "edit" }>,
  now: Date,
): Promise<View> {
  const comment = cleanText(told.comment);
  if (comment.length > longestComment) return refuse(app, actor, told, "too-long", now);
  const item = (await app.store.rounds.items(round.id)).find((one) => one.id === told.item);
  const theirs = item ? [...item.responders.slice(0, 1), ...authorOf(item)] : [];
  const changed = await app.store.reviews.edit(
    round.id,
    { item: told.item, comment, seen: cleanText(told.seen) },
    { actor: actor.id, now },
    ({ item: about, thing }) =>
      newsFor(round, theirs, actor, now, {
        kind: "edited",
        slot: `event edited ${thing}`,
        item: about,
        thing,
      }),
  );
  return outcome(app, actor, round, told, changed, now, await sentTo(app, round, theirs, actor, now));
}

/** Whoever wrote the answer, as long as they may still answer. */
export function authorOf(item: {
  readonly responders: readonly string[];
  readonly answer: { readonly by: string } | null;
}): string[] {
  const author = item.answer?.by;
  return author !== undefined && item.responders.includes(author) ? [author] : [];
}
