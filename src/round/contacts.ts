import { respondersOf, type Measure, type Unit } from "./plan.ts";

/** Who answers from now on, where it is not as in the people sheet: for a unit, or for a unit on one measure. */
export interface Override {
  /** A measure's key; null: in every measure of the plan. */
  readonly measure: string | null;
  readonly unit: string;
  /** Person ids in the order they are asked. */
  readonly people: readonly string[];
}

/** What says who answers: the people sheet and what a coordinator decided beside it. */
export interface Contacts {
  /** By key. */
  readonly units: ReadonlyMap<string, Unit>;
  readonly overrides: readonly Override[];
  /** Who there is: somebody who left answers no more. */
  readonly known: ReadonlySet<string>;
}

/**
 * Who answers for a unit on a measure: whom the coordinator chose for it, or else the measure's own contact and then the
 * unit's, again with the coordinator's choice first. Null when nothing says so.
 */
export function respondersFrom(contacts: Contacts, measure: Measure, unit: string): string[] | null {
  const { units, overrides, known } = contacts;
  const chosen = (of: string | null): string[] =>
    overrides
      .filter((one) => one.measure === of && one.unit === unit)
      .flatMap((one) => one.people.filter((person) => known.has(person)));
  const forMeasure = chosen(measure.key);
  if (forMeasure.length > 0) return forMeasure;
  const forUnit = chosen(null);
  const sheet = units.get(unit);
  if (forUnit.length > 0) return respondersOf(measure, { key: unit, name: "", contacts: forUnit });
  return sheet ? respondersOf(measure, sheet) : null;
}
