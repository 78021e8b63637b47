import type { App } from "../src/app.ts";
import type { Confirmation, View } from "../src/conversation/messages.ts";
import { warningsOf } from "../src/conversation/review.ts";
import { nameOfRound } from "../src/conversation/show.ts";
import { compileReport } from "../src/round/compile.ts";
import { cleanText } from "../src/round/comment.ts";
import { reportBytes } from "../src/round/report-bytes.ts";
import { canStep, stateOf, type Round } from "../src/round/round.ts";
import type { Actor } from "./actor.ts";
import { newsFor, planOf, sentTo, unreachableOf, peopleFor } from "./news.ts";

/** Freezes the table and sends it: a summary to leadership, and word to everybody who answered that it is out. */
export async function publishReport(
  app: App,
  actor: Actor,
  round: Round,
  preface: readonly string[],
  confirmed: boolean,
  now: Date,
): Promise<View> {
  const name = nameOfRound(round);
  const state = stateOf(round);
  if (state === "prepared") return { kind: "refused", why: "not-open-yet" };
  if (state === "cancelled") return { kind: "refused", why: "cancelled" };
  if (!canStep(state, "publish"))
    return { kind: "done", verb: "publish", round: name, already: true, sent: null };
  const lines = linesOf(preface);
  if (!confirmed) {
    const command = { verb: "publish", round: round.id, preface: lines } as const;
    return { kind: "confirm", command, round: name, what: await whatGoesOut(app, round, now) };
  }
  const last = await app.store.records.lastTimeOf(round);
  const published = await app.store.rounds.publish(
    round.id,
    (frozen, items, decisions) => {
      const version = { version: 1, publishedAt: now, preface: lines };
      return reportBytes(compileReport({ round: frozen, items, decisions, last, ...version }));
    },
    now,
    actor.id,
    `round ${round.id}`,
  );
  await tellOfPublished(app, now);
  const { leaders, owners } = await audience(app, round);
  const sent = published ? await sentTo(app, round, [...leaders, ...owners], nobody, now) : null;
  return { kind: "done", verb: "publish", round: name, already: published === null, sent };
}

/** That it is out is told by nobody in particular: the coordinator hears too, where they lead or own something. */
const nobody = { person: null };

export function linesOf(preface: readonly string[]): string[] {
  return preface.map(cleanText).filter((line) => line !== "");
}

/** Leadership by name, and everything that is missing: publishing anyway asks once more. */
export async function whatGoesOut(app: App, round: Round, now: Date): Promise<Confirmation> {
  const plan = planOf(app, round);
  const leaders = await peopleFor(app, plan.leadership);
  return {
    people: leaders.map(({ id, name }) => ({ id, name, items: 0 })),
    leftOut: [],
    unreachable: unreachableOf(leaders),
    blocked: [],
    warnings: warningsOf(await app.store.records.review(round), plan.readers, now),
  };
}

/** Who hears that a table is out: leadership, and everybody who owns or answered something in it. */
async function audience(app: App, round: Round): Promise<{ leaders: readonly string[]; owners: string[] }> {
  const leaders = planOf(app, round).leadership;
  const items = await app.store.rounds.items(round.id);
  const owners = new Set(items.flatMap((item) => [item.responders[0] ?? [], item.answer?.by ?? []].flat()));
  return { leaders, owners: [...owners].filter((person) => !leaders.includes(person)) };
}

/** Owed afresh at every tick for a week, so that a stop right after publishing leaves nobody untold. */
export async function tellOfPublished(app: App, now: Date): Promise<void> {
  const week = 7 * 86_400_000;
  for (const round of await app.store.rounds.publishedSince(new Date(now.getTime() - week)))
    await tell(app, round, now);
}

/** A first version goes to each in their way; a correction reaches everybody the earlier versions did. */
async function tell(app: App, round: Round, now: Date): Promise<void> {
  const published = await app.store.rounds.published(round.id);
  if (!published) return;
  const { version } = published;
  const { leaders, owners } = await audience(app, round);
  const news = (kind: "summary" | "published" | "corrected", to: readonly string[]) =>
    newsFor(round, to, nobody, now, {
      kind,
      slot: `event ${kind} r${round.id} v${version}`,
      thing: String(version),
    });
  const owed =
    version === 1
      ? [...news("summary", leaders), ...news("published", owners)]
      : news("corrected", [...leaders, ...owners, ...(await app.store.rounds.toldOf(round.id))]);
  app.ring("deliver", await app.store.notices.owe(owed, now));
}
