import type { App } from "../src/app.ts";
import type { Command } from "../src/conversation/commands.ts";
import type { View } from "../src/conversation/messages.ts";
import { nameOfRound } from "../src/conversation/show.ts";
import { deadlineOn } from "../src/round/calendar.ts";
import { cleanText, longestComment } from "../src/round/comment.ts";
import type { Round } from "../src/round/round.ts";
import type { Actor } from "./actor.ts";
import { authorOf } from "./edit-comment.ts";
import { newsFor, outcome, peopleFor, sentTo, unreachableOf } from "./news.ts";
import { refuse, settled } from "./whom.ts";

/**
 * An answer goes back with a question, and a deadline of its own where one is given. The old answer stands in the table
 * until a new one is said; until then the item is open again. Shown first, sent when confirmed.
 */
export async function sendBack(
  app: App,
  actor: Actor,
  round: Round,
  told: Extract<Command, { verb: "send-back" }>,
  confirmed: boolean,
  now: Date,
): Promise<View> {
  const question = cleanText(told.question);
  const why = settled(round);
  if (why) return refuse(app, actor, told, why, now);
  if (question === "") return refuse(app, actor, told, "says-nothing", now);
  if (question.length > longestComment) return refuse(app, actor, told, "too-long", now);
  const item = (await app.store.rounds.items(round.id)).find((one) => one.id === told.item);
  if (!item) return refuse(app, actor, told, "no-such-item", now);
  if (item.dropped !== null) return refuse(app, actor, told, "dropped", now);
  // Where nothing was said there is nothing to ask about: that is a reminder.
  if (item.answer === null || item.answer.status === null) return refuse(app, actor, told, "not-now", now);

  const deadline = told.due === null ? null : deadlineOn(told.due, round.timetable);
  const theirs = [...new Set([...item.responders.slice(0, 1), ...authorOf(item)])];
  const name = nameOfRound(round);
  const command = { ...told, question };
  const same = item.question?.text === question;
  const moved = deadline !== null && deadline.getTime() !== item.deadline?.getTime();
  if (same && !moved) return outcome(app, actor, round, told, { is: "already" }, now);
  const late = deadline !== null && deadline <= now;
  if (!confirmed || late) {
    const known = await peopleFor(app, theirs);
    const what = {
      people: known.map(({ id, name: who }) => ({ id, name: who, items: 1 })),
      leftOut: [],
      unreachable: unreachableOf(known),
      blocked: late ? [{ is: "deadline-passed" as const }] : [],
      warnings: [],
    };
    return { kind: "confirm", command, round: name, what };
  }
  const changed = await app.store.reviews.sendBack(
    round.id,
    { item: told.item, question, deadline },
    { actor: actor.id, now },
    ({ change, item: about }) =>
      newsFor(round, theirs, actor, now, {
        kind: "sent-back",
        slot: `event sent-back i${about} ${change}`,
        item: about,
      }),
  );
  return outcome(app, actor, round, told, changed, now, await sentTo(app, round, theirs, actor, now));
}
