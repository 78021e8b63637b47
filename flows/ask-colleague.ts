import type { App } from "../src/app.ts";
import { itemsOn } from "../src/conversation/desk.ts";
import type { View } from "../src/conversation/messages.ts";
import type { Heard, Reply } from "../src/conversation/replies.ts";
import { cleanText, longestComment } from "../src/round/comment.ts";
import { asThemself, may } from "../src/round/rights.ts";
import type { Actor } from "./actor.ts";
import { deskOf, newsAt, refusing, ringFor } from "./hand-over.ts";

/** Asks a colleague for a text; the item stays where it is. Without a name: whom? */
export async function askColleague(
  app: App,
  actor: Actor,
  heard: Heard,
  reply: Extract<Reply, { kind: "ask-colleague" }>,
  now: Date,
): Promise<View> {
  const desk = await deskOf(app, actor);
  const refuse = refusing(app, actor, heard, "ask-colleague", reply.item, now);
  const round = desk.rounds.find((one) => one.items.some((item) => item.id === reply.item));
  if (!round) return refuse(await app.store.events.whyNot(reply.item, actor.id));
  if (itemsOn(desk).some((item) => item.id === reply.item && item.dropped !== null)) return refuse("dropped");
  const people = (await app.store.people.list()).filter((person) => person.id !== actor.id);
  if (reply.to === null) {
    const choices = people.map(({ id, name }) => ({ id, name }));
    return { kind: "choose-person", what: "ask-colleague", desk, items: [reply.item], people: choices };
  }
  const to = people.find((person) => person.id === reply.to);
  if (!to) return refuse("no-such-person");
  const question = cleanText(reply.question);
  if (question === "") return refuse("says-nothing");
  if (question.length > longestComment) return refuse("too-long");

  const asked = { item: reply.item, from: actor.id, to: to.id, question };
  const by = { actor: actor.id, now };
  const outcome = await app.store.textRequests.ask(round.id, asked, newsAt(app, now), by);
  if (outcome.is === "refused") return refuse(outcome.why);
  if (outcome.is === "done") ringFor(app, outcome);
  const what = { is: "asked-colleague" as const, to: to.name };
  return { kind: "noted", what, desk: await deskOf(app, actor) };
}

/** The colleague gives the text; whoever asked gets it, and answers. */
export async function giveText(
  app: App,
  actor: Actor,
  heard: Heard,
  reply: Extract<Reply, { kind: "give-text" }>,
  now: Date,
): Promise<View> {
  const request = await app.store.textRequests.get(reply.request);
  const refuse = refusing(app, actor, heard, "give-text", request?.item ?? null, now);
  if (!request || !may(asThemself(actor.id), { do: "reply", to: request.to })) return refuse("not-yours");
  const text = cleanText(reply.text);
  if (text === "") return refuse("says-nothing");
  if (text.length > longestComment) return refuse("too-long");

  const by = { actor: actor.id, now };
  const outcome = await app.store.textRequests.give(request, text, newsAt(app, now), by);
  if (outcome.is === "refused") return refuse(outcome.why);
  if (outcome.is === "done") ringFor(app, outcome);
  const asker = await app.store.people.get(request.from);
  const what = { is: "text-given" as const, to: asker?.name ?? request.from };
  return { kind: "noted", what, desk: await deskOf(app, actor) };
}
