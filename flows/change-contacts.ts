import type { App } from "../src/app.ts";
import type { Command } from "../src/conversation/commands.ts";
import type { Confirmation, View } from "../src/conversation/messages.ts";
import { nameOfRound } from "../src/conversation/show.ts";
import { dayOf } from "../src/round/calendar.ts";
import { respondersFrom, type Contacts, type Override } from "../src/round/contacts.ts";
import { isAway } from "../src/round/due.ts";
import { measuresOf } from "../src/round/plan.ts";
import { stateOf, type Item, type Round } from "../src/round/round.ts";
import type { Actor } from "./actor.ts";
import { contactsOf } from "./follow-contacts.ts";
import { changedMeanwhile, markOf } from "./seen.ts";
import { refuse, settled } from "./whom.ts";

type Told = Extract<Command, { verb: "assign" }>;

/**
 * The coordinator says who answers, owner first: for this round, or from now on. Whoever is new is asked by the next tick;
 * whoever answers no more keeps what they said.
 */
export async function assignPeople(
  app: App,
  actor: Actor,
  round: Round,
  told: Told,
  confirmed: boolean,
  now: Date,
): Promise<View> {
  const why = settled(round);
  // Until a round is open its items are copied anew each time it is looked at; afterwards nothing in it is asked for.
  if (why && !told.lasting) return refuse(app, actor, told, why, now);
  if (told.people.length === 0) return refuse(app, actor, told, "says-nothing", now);
  const directory = await app.store.people.list();
  if (told.people.some((id) => !directory.some((person) => person.id === id)))
    return refuse(app, actor, told, "no-such-person", now);
  const target = targetOf(app, round, await app.store.rounds.items(round.id), told);
  if (!target) return refuse(app, actor, told, "no-such-item", now);

  const assignment = await assignmentOf(app, round, target, told);
  const name = nameOfRound(round);
  const overrides = (await app.store.contacts.of(round.plan)).filter((one) =>
    target.overrides.some((other) => other.measure === one.measure && other.unit === one.unit),
  );
  const mark = markOf([target.items.map(({ id, responders }) => [id, responders]), overrides]);
  const isSo = (people: readonly string[], wanted: readonly string[]): boolean =>
    people.join() === wanted.join();
  const isDone =
    assignment.items.every(({ id, responders }) =>
      target.items.some((item) => item.id === id && isSo(item.responders, responders)),
    ) &&
    (!told.lasting || overrides.every(({ people }) => isSo(people, told.people)));
  const changed = isDone ? [] : changedMeanwhile(told.seen, mark);
  const what: Confirmation = {
    people: directory
      .filter((person) => told.people.includes(person.id))
      .toSorted((a, b) => told.people.indexOf(a.id) - told.people.indexOf(b.id))
      .map((person) => ({
        id: person.id,
        name: person.name,
        items: assignment.items.filter((item) => item.responders.includes(person.id)).length,
      })),
    leftOut: directory
      .filter((person) => told.people.includes(person.id))
      .filter((person) => isAway(person.awayUntil, dayOf(now, round.timetable.timeZone)))
      .map((person) => ({ name: person.name, why: "away" })),
    unreachable: directory
      .filter((person) => told.people.includes(person.id))
      .flatMap(({ name: who, trouble }) => (trouble === null ? [] : [{ name: who, why: trouble }])),
    blocked: target.blocked,
    warnings: changed,
  };
  if (!confirmed || what.blocked.length > 0 || changed.length > 0)
    return { kind: "confirm", command: { ...told, seen: mark }, round: name, what };
  const outcome = await app.store.contacts.assign(round.id, assignment, { actor: actor.id, now });
  if (outcome.is === "refused") return refuse(app, actor, told, outcome.why, now);
  if (outcome.is === "done") app.ring("redraw", outcome.redraw);
  return { kind: "done", verb: "assign", round: name, already: outcome.is === "already", sent: null };
}

/** What is assigned: for each measure and unit the item in this round, and what is remembered for later ones. */
interface Target {
  readonly items: readonly Item[];
  readonly overrides: readonly Pick<Override, "measure" | "unit">[];
  readonly blocked: Confirmation["blocked"];
}

function targetOf(app: App, round: Round, items: readonly Item[], { what }: Told): Target | null {
  switch (what.of) {
    case "item": {
      const item = items.find((one) => one.id === what.item);
      return item
        ? { items: [item], overrides: [{ measure: item.measure, unit: item.unit }], blocked: [] }
        : null;
    }
    case "measure": {
      const measure = measuresOf(round.copy.plan.headings).find((one) => one.key === what.measure);
      if (!measure) return null;
      const { key, number, short, units } = measure;
      return {
        items: items.filter((item) => item.measure === key),
        overrides: units.map((unit) => ({ measure: key, unit })),
        blocked: units.length === 0 ? [{ is: "no-unit", number, short }] : [],
      };
    }
    case "unit": {
      const isKnown =
        Object.hasOwn(round.copy.units, what.unit) || app.config.units.some((unit) => unit.key === what.unit);
      return isKnown
        ? {
            items: items.filter((item) => item.unit === what.unit),
            overrides: [{ measure: null, unit: what.unit }],
            blocked: [],
          }
        : null;
    }
  }
}

/**
 * A unit's people come after a measure's own contact, and do not take what was decided for one measure or what somebody
 * took over; an item's or a measure's people are exactly those who were named.
 */
async function assignmentOf(app: App, round: Round, target: Target, told: Told) {
  const before = contactsOf(app, await app.store.contacts.of(round.plan));
  const wide = told.what.of === "unit";
  const chosen = target.overrides.map((one): Override => ({ ...one, people: [...new Set(told.people)] }));
  const after: Contacts = {
    ...before,
    overrides: [...before.overrides.filter((one) => !chosen.some((fresh) => isAbout(fresh, one))), ...chosen],
  };
  const measures = new Map(measuresOf(round.copy.plan.headings).map((one) => [one.key, one]));
  const kept = wide ? await app.store.contacts.handedOver(round.id) : new Set<string>();
  const held = ["published", "cancelled"].includes(stateOf(round));
  const items = target.items
    .filter((item) => !held && !kept.has(item.id) && !(wide && isChosen(before, item)))
    .flatMap((item) => {
      const measure = measures.get(item.measure);
      const responders = measure ? respondersFrom(after, measure, item.unit) : null;
      return responders === null ? [] : [{ id: item.id, responders, assigned: !told.lasting }];
    });
  return { overrides: told.lasting ? chosen : [], items };
}

/** Somebody was chosen for this very measure. */
function isChosen({ overrides }: Contacts, item: Item): boolean {
  return overrides.some((one) => isAbout(item, one));
}

function isAbout(a: Pick<Override, "measure" | "unit">, b: Override): boolean {
  return a.measure === b.measure && a.unit === b.unit;
}
