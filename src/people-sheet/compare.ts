import { measuresOf, respondersOf, type Measure, type Person, type Plan, type Unit } from "../round/plan.ts";
import { contactsOfUnits, type Wanted } from "./contacts-of-units.ts";
import type { Responsible, SheetRow } from "./rows.ts";
import { personCalled, unitCalled } from "./who.ts";

/** What a sheet would change in config/. Only what differs is in it. */
export interface ContactChanges {
  readonly people: readonly Person[];
  /** Units with the contacts they get; `isNew` where the sheet is the first to name them. */
  readonly units: readonly {
    readonly key: string;
    readonly name: string;
    readonly contacts: readonly string[];
    readonly isNew: boolean;
  }[];
  readonly measures: readonly MeasureChange[];
}

export interface MeasureChange {
  readonly plan: string;
  readonly key: string;
  readonly units: readonly string[];
  readonly lead: string | null;
  readonly contact: string | null;
}

/** One line of the preview: who answers for a unit on a measure, before and after. Names, owner first. */
export interface Difference {
  readonly plan: string;
  readonly number: string;
  readonly short: string;
  readonly unit: string;
  readonly is: "added" | "changed" | "removed";
  readonly was: readonly string[];
  readonly becomes: readonly string[];
}

export interface SheetProblem {
  /** Of the sheet; the header is 1. */
  readonly line: number;
  readonly is:
    | "unknown-measure"
    | "several-measures"
    | "unknown-unit"
    | "unknown-person"
    | "twice"
    | "units-contacts-differ";
  readonly found: string;
  readonly near: string | null;
}

export interface Comparison {
  readonly changes: ContactChanges;
  readonly differences: readonly Difference[];
  /** While there is one, nothing is to be written. */
  readonly problems: readonly SheetProblem[];
  /** Measures the sheet says nothing about: they stay as they are. */
  readonly untouched: number;
}

/** One row that was understood. `unit` is null where the measure has none. */
interface Placed {
  readonly line: number;
  readonly plan: Plan;
  readonly measure: Measure;
  readonly unit: Unit | null;
  readonly people: readonly string[];
}

/**
 * What a sheet would change. A measure that is in it has the units that are in it; one that is not, and a unit that no row
 * names, stay as they are. Nothing is decided about a row that cannot be understood: it is a problem.
 */
export function compareContacts(rows: readonly SheetRow[], known: Responsible): Comparison {
  const people = [...known.people];
  const units = [...known.units];
  const problems: SheetProblem[] = [];
  const measures = measuresIn(known.plans);
  const placed = rows.flatMap((row) => place(row, measures, people, units, problems));
  problems.push(...twice(placed));

  const wanted = placed.flatMap(({ line, plan, measure, unit, people: who }): Wanted[] =>
    unit === null ? [] : [{ line, plan: plan.key, measure, unit: unit.key, people: who }],
  );
  const shapes = [...Map.groupBy(placed, ({ plan, measure }) => `${plan.key} ${measure.key}`).values()].map(
    shapeOf,
  );
  const solved = contactsOfUnits(wanted, shapes, units);
  problems.push(...solved.problems);

  const changes: ContactChanges = {
    people: people.slice(known.people.length),
    units: units.flatMap((unit, n) => {
      const contacts = solved.contacts.get(unit.key) ?? unit.contacts;
      const isNew = n >= known.units.length;
      return isNew || !same(contacts, unit.contacts)
        ? [{ key: unit.key, name: unit.name, contacts, isNew }]
        : [];
    }),
    measures: shapes.flatMap((shape) => changedMeasure(shape, solved.own)),
  };
  const after = units.map((unit) => ({ ...unit, contacts: solved.contacts.get(unit.key) ?? unit.contacts }));
  const names = new Map(people.map((person) => [person.id, person.name]));
  return {
    changes,
    differences: differencesOf(known, after, changes.measures, names),
    problems: problems.toSorted((a, b) => a.line - b.line),
    untouched: known.plans.flatMap((plan) => measuresOf(plan.headings)).length - shapes.length,
  };
}

type Placing = Pick<Placed, "plan" | "measure">;

/** By key, and by number where a row gives no key. */
function measuresIn(plans: readonly Plan[]): (row: SheetRow) => readonly Placing[] {
  const all = plans.flatMap((plan) => measuresOf(plan.headings).map((measure) => ({ plan, measure })));
  const keys = Map.groupBy(all, ({ measure }) => measure.key);
  const numbers = Map.groupBy(all, ({ measure }) => measure.number);
  return ({ key, number, plan }) => {
    const named = (key === "" ? numbers.get(number) : keys.get(key)) ?? [];
    return plan === "" ? named : named.filter((one) => one.plan.key === plan);
  };
}

function place(
  row: SheetRow,
  measures: (row: SheetRow) => readonly Placing[],
  people: Person[],
  units: Unit[],
  problems: SheetProblem[],
): Placed[] {
  const problem = (is: SheetProblem["is"], found: string, near: string | null = null): [] => {
    problems.push({ line: row.line, is, found, near });
    return [];
  };
  const named = measures(row);
  const [found, ...others] = named;
  const called = row.key || row.number;
  if (!found) return problem("unknown-measure", row.plan === "" ? called : `${row.plan} ${called}`);
  if (others.length > 0) return problem("several-measures", called);
  if (row.unit === "") return [{ line: row.line, ...found, unit: null, people: [] }];
  const unit = unitCalled(row.unit, units);
  if (unit.is === "unknown") return problem("unknown-unit", row.unit, unit.near);
  if (unit.is === "new") units.push(unit.thing);
  const who: string[] = [];
  for (const text of [row.owner, ...row.deputies].filter((one) => one !== "")) {
    const person = personCalled(text, people);
    if (person.is === "unknown") return problem("unknown-person", text, person.near);
    if (person.is === "new") people.push(person.thing);
    who.push(person.thing.id);
  }
  return [{ line: row.line, ...found, unit: unit.thing, people: [...new Set(who)] }];
}

function twice(placed: readonly Placed[]): SheetProblem[] {
  const rows = Map.groupBy(
    placed,
    ({ plan, measure, unit }) => `${plan.key} ${measure.key} ${unit?.key ?? ""}`,
  );
  return [...rows.values()].flatMap(([, ...again]) =>
    again.map(({ line, measure, unit }) => ({
      line,
      is: "twice" as const,
      found: `${measure.key} ${unit?.name ?? ""}`.trim(),
      near: null,
    })),
  );
}

/** A measure as the sheet has it. */
export interface Shape {
  readonly plan: string;
  readonly measure: Measure;
  readonly units: readonly string[];
  readonly lead: string | null;
}

function shapeOf(rows: readonly Placed[]): Shape {
  const [first] = rows;
  if (!first) throw new Error("a measure without a row");
  const units = [...new Set(rows.flatMap(({ unit }) => unit?.key ?? []))];
  const { lead } = first.measure;
  // In the plan's own order as far as they were there: which comes first decides whose the measure's contact is.
  const kept = first.measure.units.filter((key) => units.includes(key));
  return {
    plan: first.plan.key,
    measure: first.measure,
    units: [...kept, ...units.filter((key) => !kept.includes(key))],
    lead: lead !== null && units.includes(lead) ? lead : null,
  };
}

function changedMeasure(shape: Shape, own: ReadonlyMap<string, string | null>): MeasureChange[] {
  const { plan, measure, units, lead } = shape;
  const solved = own.get(`${plan} ${measure.key}`);
  const contact = units.length === 0 ? null : solved === undefined ? measure.contact : solved;
  if (same(units, measure.units) && lead === measure.lead && contact === measure.contact) return [];
  return [{ plan, key: measure.key, units, lead, contact }];
}

function differencesOf(
  known: Responsible,
  after: readonly Unit[],
  measures: readonly MeasureChange[],
  names: ReadonlyMap<string, string>,
): Difference[] {
  const [before, now] = [byKey(known.units), byKey(after)];
  const called = (ids: readonly string[]): string[] => ids.map((id) => names.get(id) ?? id);
  return known.plans.flatMap((plan) =>
    measuresOf(plan.headings).flatMap((measure) => {
      const changed = measures.find((one) => one.plan === plan.key && one.key === measure.key);
      const then: Measure = changed ? { ...measure, ...changed } : measure;
      return [...new Set([...measure.units, ...then.units])].flatMap((key): Difference[] => {
        const [was, becomes] = [askedFor(measure, before.get(key)), askedFor(then, now.get(key))];
        if (was !== null && becomes !== null && same(was, becomes)) return [];
        return [
          {
            plan: plan.key,
            number: measure.number,
            short: measure.short,
            unit: now.get(key)?.name ?? key,
            is: was === null ? "added" : becomes === null ? "removed" : "changed",
            was: called(was ?? []),
            becomes: called(becomes ?? []),
          },
        ];
      });
    }),
  );
}

/** Null where the unit does not answer for the measure. */
function askedFor(measure: Measure, unit: Unit | undefined): string[] | null {
  return unit && measure.units.includes(unit.key) ? respondersOf(measure, unit) : null;
}

function byKey(units: readonly Unit[]): Map<string, Unit> {
  return new Map(units.map((unit) => [unit.key, unit]));
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, n) => one === b[n]);
}
