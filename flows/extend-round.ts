import type { App } from "../src/app.ts";
import type { Command } from "../src/conversation/commands.ts";
import type { Confirmation, Sent, View } from "../src/conversation/messages.ts";
import { nameOfRound, type RoundRecord } from "../src/conversation/show.ts";
import { dayOf, deadlineOn, isDay, nextWorkingTime } from "../src/round/calendar.ts";
import { moveDeadline, tellOfMove, type Moved } from "../src/round/deadlines.ts";
import { stateOf, type Item, type Round } from "../src/round/round.ts";
import type { Actor } from "./actor.ts";
import { changedMeanwhile, markOf } from "./seen.ts";
import { itemsFor, refuse, settled } from "./whom.ts";

type Told = Extract<Command, { verb: "extend" }>;

/**
 * Moves the deadline, later or earlier, of everybody or of some. It is a day, at the timetable's local time; reminders follow
 * by themselves. A closed round that is given more time is open again.
 */
export async function extendRound(
  app: App,
  actor: Actor,
  round: Round,
  told: Told,
  confirmed: boolean,
  now: Date,
): Promise<View> {
  const why = settled(round);
  // Before the round is open its items may still be copied anew: only the deadline of all is kept.
  if (why && (why !== "not-open-yet" || told.whom.of !== "all")) return refuse(app, actor, told, why, now);
  if (!isDay(told.deadline)) return refuse(app, actor, told, "not-now", now);
  const record = await app.store.records.record(round);
  const scope = await scopeOf(app, round, record.items, told);
  if (scope.is === "refused") return refuse(app, actor, told, scope.why, now);

  const to = deadlineOn(told.deadline, round.timetable);
  const decide = (of: Round, items: readonly Item[]) => moveDeadline(of, items, scope.items, to, now);
  const moved = decide(round, record.items);
  const name = nameOfRound(round);
  const inScope = record.items.filter(({ id }) => scope.items === "all" || scope.items.has(id));
  const mark = markOf([round.deadline, inScope.map(({ id, deadline }) => [id, deadline])]);
  const changed = changedMeanwhile(told.seen, mark);
  const preview = await previewOf(app, record, moved, to, now);
  const what = { ...preview, warnings: [...changed, ...preview.warnings] };
  const confirm: View = { kind: "confirm", command: { ...told, seen: mark }, round: name, what };
  const done = (of: Round, already: boolean, sent: Sent | null): View => ({
    kind: "done",
    verb: "extend",
    round: nameOfRound(of),
    already,
    sent,
  });
  if (what.blocked.length > 0) return confirm;
  if (!moved) return done(round, true, null);
  if (!confirmed || changed.length > 0) return confirm;

  const at = nextWorkingTime(now, round.timetable);
  const news = { day: dayOf(at, round.timetable.timeZone), at, wasAsked: wasAsked(record) };
  const outcome = await app.store.deadlines.move(round.id, decide, news, { actor: actor.id, now });
  if (outcome.is === "refused") return refuse(app, actor, told, outcome.why, now);
  const after = (await app.store.rounds.get(round.id)) ?? round;
  if (outcome.is === "already") return done(after, true, null);
  app.ring("deliver", outcome.deliver);
  return done(after, false, {
    to: what.people.map((person) => person.name),
    unreachable: what.unreachable,
    leftOut: [],
    at,
  });
}

/** A person's deadline is that of what they own; of what they answer for as a deputy, where they own nothing. */
async function scopeOf(app: App, round: Round, items: readonly Item[], { whom }: Told) {
  const found = await itemsFor(app, round, items, whom);
  if (found.is === "refused") return found;
  if (whom.of === "all") return { is: "found" as const, items: "all" as const };
  const owned = whom.of === "person" ? found.items.filter((item) => item.responders[0] === whom.person) : [];
  const scope = owned.length > 0 ? owned : found.items;
  return { is: "found" as const, items: new Set(scope.map((item) => item.id)) };
}

async function previewOf(
  app: App,
  record: RoundRecord,
  moved: Moved | null,
  to: Date,
  now: Date,
): Promise<Confirmation> {
  const told = moved ? tellOfMove(moved, wasAsked(record)) : new Map<string, string[]>();
  const known = new Map((await app.store.people.list()).map((person) => [person.id, person]));
  const people = [...told].map(([id, items]) => ({
    id,
    name: known.get(id)?.name ?? id,
    items: items.length,
  }));
  return {
    people,
    leftOut: [],
    unreachable: people.flatMap(({ id, name }) => {
      const trouble = known.get(id)?.trouble ?? null;
      return trouble === null ? [] : [{ name, why: trouble }];
    }),
    blocked: to <= now ? [{ is: "deadline-passed" }] : [],
    warnings: moved?.reopens === true && stateOf(record.round) === "closed" ? [{ is: "reopens" }] : [],
  };
}

function wasAsked(record: RoundRecord) {
  return (person: string, item: string): boolean =>
    record.people.get(person)?.heardOf.includes(item) ?? false;
}
