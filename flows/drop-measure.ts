import type { App } from "../src/app.ts";
import type { Command } from "../src/conversation/commands.ts";
import type { View } from "../src/conversation/messages.ts";
import type { Heard, Reply } from "../src/conversation/replies.ts";
import { nameOfRound } from "../src/conversation/show.ts";
import { cleanText } from "../src/round/comment.ts";
import type { Item, Round } from "../src/round/round.ts";
import type { Actor } from "./actor.ts";
import { newsFor, outcome, peopleFor, planOf, sayable, sentTo, unreachableOf } from "./news.ts";
import { refuse, settled } from "./whom.ts";

/** A decision's reference or an owner's reason is a line or two. */
const longestReason = 1000;

/** Measures that are no longer relevant, with the decision that says so; their owners are told. */
export async function dropMeasures(
  app: App,
  actor: Actor,
  round: Round,
  told: Extract<Command, { verb: "drop" }>,
  confirmed: boolean,
  now: Date,
): Promise<View> {
  const because = sayable(cleanText(told.because), longestReason);
  if ("why" in because) return refuse(app, actor, told, because.why, now);
  const why = settled(round);
  if (why && why !== "published") return refuse(app, actor, told, why, now);
  const all = await app.store.rounds.items(round.id);
  const items = all.filter((item) => told.items.includes(item.id));
  if (items.length === 0 || items.length < new Set(told.items).size)
    return refuse(app, actor, told, "no-such-item", now);
  const live = items.filter((item) => item.dropped === null);
  const owners = live.flatMap((item) => item.responders.slice(0, 1));
  if (!confirmed && live.length > 0) {
    const known = await peopleFor(app, [...new Set(owners)]);
    const what = {
      people: known.map(({ id, name }) => ({
        id,
        name,
        items: owners.filter((owner) => owner === id).length,
      })),
      leftOut: [],
      unreachable: unreachableOf(known),
      blocked: [],
      warnings: [],
    };
    return {
      kind: "confirm",
      command: { ...told, because: because.text },
      round: nameOfRound(round),
      what,
    };
  }
  const changed = await app.store.drops.drop(
    round.id,
    told.items,
    because.text,
    { actor: actor.id, now },
    ({ change, item }) =>
      newsFor(round, ownerOf(items, item), actor, now, {
        kind: "dropped",
        slot: `event dropped i${item} ${change}`,
        item,
      }),
  );
  return outcome(app, actor, round, told, changed, now, await sentTo(app, round, owners, actor, now));
}

function ownerOf(items: readonly Item[], id: string | null): string[] {
  return items.find((item) => item.id === id)?.responders.slice(0, 1) ?? [];
}

/** Taken up again: what was said before stands. */
export async function restoreMeasures(
  app: App,
  actor: Actor,
  round: Round,
  told: Extract<Command, { verb: "restore" }>,
  now: Date,
): Promise<View> {
  const changed = await app.store.drops.restore(round.id, told.items, { actor: actor.id, now });
  return outcome(app, actor, round, told, changed, now);
}

/** No to an owner's proposal. */
export async function keepMeasure(
  app: App,
  actor: Actor,
  round: Round,
  told: Extract<Command, { verb: "keep" }>,
  now: Date,
): Promise<View> {
  const changed = await app.store.drops.keep(round.id, told.item, { actor: actor.id, now });
  return outcome(app, actor, round, told, changed, now);
}

/** An owner thinks a measure is no longer relevant, and says why. The coordinators decide; until then it is owed as before. */
export async function proposeDrop(
  app: App,
  actor: Actor,
  heard: Heard,
  reply: Extract<Reply, { kind: "propose-drop" }>,
  now: Date,
): Promise<View> {
  const reason = sayable(cleanText(reply.reason), longestReason);
  if ("why" in reason) return { kind: "refused", why: reason.why };
  const by = { actor: actor.id, now };
  const round = await roundOf(app, reply.item);
  const changed = round
    ? await app.store.drops.propose(round.id, reply.item, reason.text, by, ({ item, thing }) =>
        newsFor(round, planOf(app, round).coordinators, actor, now, {
          kind: "drop-proposed",
          slot: `event drop-proposed ${thing}`,
          item,
          thing,
        }),
      )
    : ({ is: "refused", why: "not-yours" } as const);
  if (changed.is === "refused") {
    await app.store.events.refused(
      now,
      actor.id,
      changed.why,
      `${heard.source} ${heard.version}`,
      reply.item,
    );
    return { kind: "refused", why: changed.why };
  }
  if (changed.is === "done") app.ring("deliver", changed.deliver);
  const desk = await app.store.records.desk(actor, app.config.settings.timetable.timeZone);
  return { kind: "noted", what: { is: "proposed-drop" }, desk };
}

async function roundOf(app: App, item: string): Promise<Round | null> {
  const round = await app.store.drops.roundOf(item);
  return round === null ? null : app.store.rounds.get(round);
}
