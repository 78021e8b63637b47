import type { App } from "../src/app.ts";
import type { Refusal, View } from "../src/conversation/messages.ts";
import type { Heard, Reply } from "../src/conversation/replies.ts";
import { itemsOn } from "../src/conversation/desk.ts";
import { dayOf, nextWorkingTime } from "../src/round/calendar.ts";
import { cleanText, longestComment } from "../src/round/comment.ts";
import { asThemself, may } from "../src/round/rights.ts";
import type { Actor } from "./actor.ts";

/** Offers items to somebody: theirs when they accept, the giver's until then. Without a name: whom? */
export async function offerItems(
  app: App,
  actor: Actor,
  heard: Heard,
  reply: Extract<Reply, { kind: "hand-over" }>,
  now: Date,
): Promise<View> {
  const desk = await deskOf(app, actor);
  const refuse = refusing(app, actor, heard, "hand-over", reply.items[0] ?? null, now);
  const rounds = desk.rounds.map((round) => ({
    id: round.id,
    items: round.items.filter((item) => reply.items.includes(item.id)).map((item) => item.id),
  }));
  const found = new Set(rounds.flatMap((round) => round.items));
  if (found.size === 0 || reply.items.some((item) => !found.has(item))) {
    return refuse(
      await app.store.events.whyNot(reply.items.find((item) => !found.has(item)) ?? "", actor.id),
    );
  }
  const people = (await app.store.people.list()).filter((person) => person.id !== actor.id);
  if (reply.to === null) {
    const choices = people.map(({ id, name }) => ({ id, name }));
    return { kind: "choose-person", what: "hand-over", desk, items: reply.items, people: choices };
  }
  const to = people.find((person) => person.id === reply.to);
  if (!to) return refuse("no-such-person");
  const reason = cleanText(reply.reason);
  if (reason.length > longestComment) return refuse("too-long");

  for (const round of rounds.filter((one) => one.items.length > 0)) {
    const offer = { items: round.items, from: actor.id, to: to.id, reason };
    const by = { actor: actor.id, now };
    const outcome = await app.store.handOvers.offer(round.id, offer, newsAt(app, now), by);
    if (outcome.is === "refused") return refuse(outcome.why);
    if (outcome.is === "done") ringFor(app, outcome);
  }
  const after = await deskOf(app, actor);
  const offered = itemsOn(after).filter((item) => found.has(item.id) && item.offeredTo !== null);
  return { kind: "noted", what: { is: "offered", to: to.name, count: offered.length }, desk: after };
}

/** The person something was offered to takes it, or declines; nobody else can. The giver hears of it. */
export async function answerOffer(
  app: App,
  actor: Actor,
  heard: Heard,
  reply: Extract<Reply, { kind: "take-over" }>,
  now: Date,
): Promise<View> {
  const offers = await app.store.handOvers.get(reply.offers);
  const refuse = refusing(app, actor, heard, "take-over", offers[0]?.item ?? null, now);
  if (
    offers.length === 0 ||
    !offers.every((offer) => may(asThemself(actor.id), { do: "reply", to: offer.to }))
  )
    return refuse("not-yours");
  for (const [round, ofRound] of Map.groupBy(offers, (offer) => offer.round)) {
    const ids = ofRound.map((offer) => offer.id);
    const by = { actor: actor.id, now };
    const { handOvers } = app.store;
    const outcome = await handOvers.answer(round, ids, actor.id, reply.accepted, newsAt(app, now), by);
    if (outcome.is === "refused") return refuse(outcome.why);
    if (outcome.is === "done") ringFor(app, outcome);
  }
  const settled = await app.store.handOvers.get(reply.offers);
  const is = reply.accepted ? "accepted" : "declined";
  const givers = await Promise.all(
    [...new Set(settled.map((offer) => offer.from))].map((id) => app.store.people.get(id)),
  );
  const from = givers.flatMap((giver) => giver?.name ?? []).join(", ");
  const count = settled.filter((offer) => offer.outcome === is).length;
  return { kind: "noted", what: { is, from, count }, desk: await deskOf(app, actor) };
}

/** News of what an owner did goes out in working hours. */
export function newsAt(app: App, now: Date): { day: string; at: Date } {
  const { timetable } = app.config.settings;
  const at = nextWorkingTime(now, timetable);
  return { day: dayOf(at, timetable.timeZone), at };
}

export function ringFor(
  app: App,
  changed: { readonly deliver: readonly string[]; readonly redraw: readonly string[] },
): void {
  app.ring("deliver", changed.deliver);
  app.ring("redraw", changed.redraw);
}

/** What an owner was not allowed, with a line in the event log. */
export function refusing(
  app: App,
  actor: Actor,
  heard: Heard,
  what: Reply["kind"],
  item: string | null,
  now: Date,
): (why: Refusal) => Promise<View> {
  return async (why) => {
    const source = `${heard.source} ${heard.version}`;
    await app.store.events.refused(now, actor.id, `${what} ${why}`, source, item);
    return { kind: "refused", why };
  };
}

export function deskOf(app: App, { id, name }: Actor) {
  return app.store.records.desk({ id, name }, app.config.settings.timetable.timeZone);
}
