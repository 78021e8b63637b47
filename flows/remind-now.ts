import type { App } from "../src/app.ts";
import type { Command } from "../src/conversation/commands.ts";
import type { Confirmation, LeftOut, Sent, View } from "../src/conversation/messages.ts";
import { nameOfRound, type RoundRecord } from "../src/conversation/show.ts";
import { dayOf, nextWorkingTime, timeOf } from "../src/round/calendar.ts";
import { isAway } from "../src/round/due.ts";
import { isOpen, type Item, type Round } from "../src/round/round.ts";
import type { Actor } from "./actor.ts";
import { itemsFor, refuse, settled } from "./whom.ts";

type Told = Extract<Command, { verb: "remind" }>;
type Known = Awaited<ReturnType<App["store"]["people"]["list"]>>[number];

/**
 * A reminder round: shows who would hear, and sends only when that was confirmed. It takes the day's one nudge, so whoever
 * heard today is left out, unless the coordinator insists. It works after the deadline too.
 */
export async function remindNow(
  app: App,
  actor: Actor,
  round: Round,
  told: Told,
  confirmed: boolean,
  now: Date,
): Promise<View> {
  const why = settled(round);
  if (why) return refuse(app, actor, told, why, now);
  const record = await app.store.records.record(round);
  const scope = await itemsFor(app, round, record.items, told.whom);
  if (scope.is === "refused") return refuse(app, actor, told, scope.why, now);

  const { timeZone } = round.timetable;
  const at = nextWorkingTime(now, round.timetable);
  const day = dayOf(at, timeZone);
  const reminders = await remindersFor(app, record, scope.items.filter(isOpen), told.whom, day);
  const name = nameOfRound(round);
  const preview = await previewOf(app, reminders, told.insist, day);
  if (!confirmed || reminders.people.length === 0)
    return { kind: "confirm", command: told, round: name, what: preview };

  const minute = (time: Date): string => `${dayOf(time, timeZone)} ${timeOf(time, timeZone)}`;
  const minutes = [minute(now), minute(new Date(now.getTime() - 60_000))] as const;
  const nudges = reminders.people.map(({ person, kind, items }) => ({ person: person.id, kind, items }));
  const when = { day, at, minutes };
  const sending = { round: round.id, nudges, when, insist: told.insist, actor: actor.id };
  const owed = await app.store.reminders.owe(sending, now);
  if (!owed) return refuse(app, actor, told, "settled", now);
  app.ring("deliver", owed.notices);

  const named = (ids: readonly string[]) =>
    reminders.people.filter(({ person }) => ids.includes(person.id)).map(({ person }) => person.name);
  const heard = named(owed.heard).map((who): LeftOut => ({ name: who, why: "heard-today" }));
  const sent: Sent = {
    to: named(owed.people),
    unreachable: preview.unreachable,
    leftOut: [...heard, ...reminders.away],
    at,
  };
  return { kind: "done", verb: "remind", round: name, already: owed.people.length === 0, sent };
}

interface Reminders {
  readonly people: readonly {
    readonly person: Known;
    readonly kind: "ask" | "remind" | "deputy";
    readonly items: readonly string[];
  }[];
  readonly away: readonly LeftOut[];
  readonly unreachable: readonly { readonly name: string; readonly why: string }[];
}

/**
 * For each item the first who can hear: its owner, or whoever comes after somebody who is away or cannot be reached.
 * When a person was named, it begins with them.
 */
async function remindersFor(
  app: App,
  record: RoundRecord,
  items: readonly Item[],
  whom: Told["whom"],
  day: string,
): Promise<Reminders> {
  const known = new Map((await app.store.people.list()).map((person) => [person.id, person]));
  const away = new Set<Known>();
  const unreachable = new Set<Known>();
  const theirs = new Map<Known, Item[]>();
  for (const item of items) {
    const from = whom.of === "person" ? item.responders.indexOf(whom.person) : 0;
    for (const person of item.responders.slice(from).flatMap((id) => known.get(id) ?? [])) {
      if (person.trouble !== null) unreachable.add(person);
      else if (isAway(person.awayUntil, day)) away.add(person);
      else {
        theirs.set(person, [...(theirs.get(person) ?? []), item]);
        break;
      }
    }
  }
  return {
    people: [...theirs].map(([person, owed]) => ({
      person,
      kind: kindFor(record, person, owed, known, day),
      items: owed.map((item) => item.id),
    })),
    away: [...away].map(({ name }) => ({ name, why: "away" })),
    unreachable: [...unreachable].map(({ name, trouble }) => ({ name, why: trouble ?? "" })),
  };
}

/** As the bot says it by itself: a first asking is no reminder, and a deputy is asked as one while the owner is there. */
function kindFor(
  record: RoundRecord,
  person: Known,
  items: readonly Item[],
  known: ReadonlyMap<string, Known>,
  day: string,
): "ask" | "remind" | "deputy" {
  const heardOf = record.people.get(person.id)?.heardOf ?? [];
  if (items.some((item) => heardOf.includes(item.id))) return "remind";
  const isThere = (id: string): boolean => {
    const one = known.get(id);
    return one !== undefined && one.trouble === null && !isAway(one.awayUntil, day);
  };
  const besides = (item: Item) => item.responders.slice(0, item.responders.indexOf(person.id));
  return items.every((item) => besides(item).some(isThere)) ? "deputy" : "ask";
}

async function previewOf(
  app: App,
  reminders: Reminders,
  insist: boolean,
  day: string,
): Promise<Confirmation> {
  const nudged = await app.store.reminders.nudgedOn(day);
  const hears = (id: string): boolean => !nudged.has(id) || (insist && nudged.get(id) === "arrived");
  const [to, heard] = [
    reminders.people.filter(({ person }) => hears(person.id)),
    reminders.people.filter(({ person }) => !hears(person.id)),
  ];
  return {
    people: to.map(({ person, items }) => ({ id: person.id, name: person.name, items: items.length })),
    leftOut: [
      ...heard.map(({ person }) => ({ name: person.name, why: "heard-today" as const })),
      ...reminders.away,
    ],
    unreachable: reminders.unreachable,
    blocked: to.length === 0 ? [{ is: "nobody-left" }] : [],
    warnings: [],
  };
}
