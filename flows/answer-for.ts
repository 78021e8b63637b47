import type { App } from "../src/app.ts";
import type { Command } from "../src/conversation/commands.ts";
import type { View } from "../src/conversation/messages.ts";
import { cleanText, longestComment } from "../src/round/comment.ts";
import { statusIn } from "../src/round/legend.ts";
import type { Round } from "../src/round/round.ts";
import type { Actor } from "./actor.ts";
import { newsFor, outcome, sentTo } from "./news.ts";
import { refuse } from "./whom.ts";

type Told = Extract<Command, { verb: "answer-for" }>;

/** An answer that came some other way, entered in its owner's name with where it came from; the owner is told. */
export async function answerFor(app: App, actor: Actor, round: Round, told: Told, now: Date): Promise<View> {
  const comment = cleanText(told.comment);
  const from = cleanText(told.from);
  if (from === "" || !statusIn(round.copy.plan.legend, told.status))
    return refuse(app, actor, told, "says-nothing", now);
  if (comment.length > longestComment || from.length > 300) return refuse(app, actor, told, "too-long", now);
  const { progress } = told;
  if (progress !== null && !(progress >= 0 && progress < 1e12))
    return refuse(app, actor, told, "says-nothing", now);

  const item = (await app.store.rounds.items(round.id)).find((one) => one.id === told.item);
  const owner = item?.responders.slice(0, 1) ?? [];
  const changed = await app.store.entries.enter(
    round.id,
    { ...told, comment, from },
    { actor: actor.id, now },
    ({ item: about, thing }) =>
      newsFor(round, owner, actor, now, {
        kind: "answered-for",
        slot: `event answered-for i${about} ${thing}`,
        item: about,
        thing,
      }),
  );
  return outcome(app, actor, round, told, changed, now, await sentTo(app, round, owner, actor, now));
}
