import { respondersOf, type Measure, type Unit } from "../round/plan.ts";
import type { Shape, SheetProblem } from "./compare.ts";

/** Who is to be asked for a unit on a measure, as one row has it. */
export interface Wanted {
  readonly line: number;
  /** Keys. */
  readonly plan: string;
  readonly unit: string;
  readonly measure: Measure;
  /** Ids, owner first. */
  readonly people: readonly string[];
}

export interface Solved {
  /** By unit. */
  readonly contacts: ReadonlyMap<string, readonly string[]>;
  /** The measures' own contacts, by plan and key; null where there is none. */
  readonly own: ReadonlyMap<string, string | null>;
  readonly problems: readonly SheetProblem[];
}

/**
 * A sheet says for every row who is asked; config/ says it once per unit, and a measure may put one person of its own in front.
 * Finds the unit's contacts that make every row true; where there are none such, says which rows do not go together.
 */
export function contactsOfUnits(
  rows: readonly Wanted[],
  shapes: readonly Shape[],
  units: readonly Unit[],
): Solved {
  const contacts = new Map<string, readonly string[]>();
  const own = new Map<string, string | null>();
  const problems: SheetProblem[] = [];
  const shapeFor = new Map(shapes.map((shape) => [`${shape.plan} ${shape.measure.key}`, shape]));
  for (const [key, theirs] of Map.groupBy(rows, (row) => row.unit)) {
    const unit = units.find((one) => one.key === key);
    if (!unit) continue;
    const placed = theirs.map((row) => ({ row, first: isFirst(shapeFor.get(placeOf(row)), key) }));
    if (placed.every(({ row, first }) => standsAlready(row, unit, first))) continue;
    const tried = contactsFor(placed, theirs, unit);
    if (tried === undefined) {
      const odd = theirs.filter((row) => !isSame(row.people, commonest(theirs)));
      problems.push(
        ...odd.map(({ line }) => ({
          line,
          is: "units-contacts-differ" as const,
          found: unit.name,
          near: null,
        })),
      );
      continue;
    }
    contacts.set(key, tried);
    for (const { row, first } of placed) {
      const contact = ownContact(row, tried, first, "replaced");
      if (first && contact !== "none") own.set(placeOf(row), contact.person);
    }
  }
  return { contacts, own, problems };
}

function placeOf({ plan, measure }: Wanted): string {
  return `${plan} ${measure.key}`;
}

/** Only the lead unit, or the first one, has the measure's own contact in front. */
function isFirst(shape: Shape | undefined, unit: string): boolean {
  return shape !== undefined && (shape.lead ?? shape.units[0]) === unit;
}

function standsAlready({ measure, unit, people }: Wanted, of: Unit, first: boolean): boolean {
  return (
    measure.units.includes(unit) &&
    first === ((measure.lead ?? measure.units[0]) === unit) &&
    isSame(respondersOf(measure, of), people)
  );
}

/** More different lists than this in one unit are no slip of the pen. */
const mostTried = 20;

/** Everybody's, when all rows agree; otherwise as it was, or what most rows say. */
function candidates(rows: readonly Wanted[], unit: Unit): (readonly string[])[] {
  const different = new Map(rows.map((row) => [row.people.join("\n"), row.people]));
  const agreed = different.size === 1 ? [...different.values()] : [];
  return [...agreed, unit.contacts, commonest(rows), ...different.values()].slice(0, mostTried);
}

function commonest(rows: readonly Wanted[]): readonly string[] {
  const counted = [...Map.groupBy(rows, (row) => row.people.join("\n")).values()];
  return counted.toSorted((a, b) => b.length - a.length)[0]?.[0]?.people ?? [];
}

/**
 * Exactly what all rows say; otherwise what they say when an owner who was replaced on one measure may stay on as a deputy
 * there, which is all that config/ can say. The preview shows it.
 */
function contactsFor(
  placed: readonly { readonly row: Wanted; readonly first: boolean }[],
  rows: readonly Wanted[],
  unit: Unit,
): readonly string[] | undefined {
  const fits = (list: readonly string[], how: How): boolean =>
    placed.every(({ row, first }) => ownContact(row, list, first, how) !== "none");
  const all = candidates(rows, unit);
  return (
    all.find((list) => fits(list, "exact")) ??
    [commonest(rows), ...all].find((list) => fits(list, "replaced"))
  );
}

type How = "exact" | "replaced";

/** Whom the measure must put in front of the unit's contacts for the row to be true; "none" where nobody would do. */
function ownContact(
  row: Wanted,
  contacts: readonly string[],
  first: boolean,
  how: How,
): { person: string | null } | "none" {
  if (isSame(row.people, contacts)) return { person: null };
  const [person, ...rest] = row.people;
  if (!first || person === undefined) return "none";
  const others = contacts.filter((one) => one !== person);
  const replaced =
    how === "replaced" &&
    isSame(
      rest,
      contacts.slice(1).filter((one) => one !== person),
    );
  return replaced || isSame(rest, others) ? { person } : "none";
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, n) => one === b[n]);
}
