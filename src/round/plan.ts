/** An action plan as it is written: headings of any depth, and under them measures. Plain data, no I/O. */

export type Language = "nb" | "nn" | "en";
export const languages: readonly Language[] = ["nb", "nn", "en"];

export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}

/** One status of a plan's legend. The key is what answers and reports store; people read symbol and label. */
export interface Status {
  readonly key: string;
  /** A CSS colour, `#rrggbb`. */
  readonly colour: string;
  readonly symbol: string;
  readonly label: string;
  readonly meaning: string;
  /** An answer with this status should say why; one without is something to look at. */
  readonly asksComment: boolean;
}

/** 2–6 statuses, best first. */
export type Legend = readonly Status[];

/** A number to reach by a date. */
export interface Target {
  readonly goal: number;
  /** What is counted: "certified units". */
  readonly of: string;
  /** ISO date. */
  readonly by: string;
}

/** What a measure said last period, before this product knew it. One comment is one bullet; Markdown links stay. */
export interface Previous {
  readonly status: string | null;
  readonly comments: readonly string[];
}

export interface Measure {
  /** Unique in the plan although printed numbers repeat; letters, digits, `-`, `.` and `/`. */
  readonly key: string;
  /** As printed: "1.1". */
  readonly number: string;
  readonly title: string;
  /** The title for chat, one line. */
  readonly short: string;
  /** Unit keys. Empty blocks opening a round, not loading the plan. */
  readonly units: readonly string[];
  /** The unit whose answer decides the row when units differ. */
  readonly lead: string | null;
  /** A person who answers first for this measure (for its lead unit, or its first), before the unit's contacts. */
  readonly contact: string | null;
  /** As printed: "2027", "Løpende", "innen 1. tertial". */
  readonly due: string | null;
  readonly target: Target | null;
  readonly previous: Previous | null;
}

export interface Heading {
  readonly title: string;
  readonly headings: readonly Heading[];
  readonly measures: readonly Measure[];
}

/** A round the calendar knows of. */
export interface PlannedRound {
  readonly period: string;
  /** ISO dates; the times of day come from the timetable. */
  readonly opens: string;
  readonly deadline: string;
  /** Opens by itself on the day; otherwise the coordinator is told that it is ready. */
  readonly automatic: boolean;
}

/** `heading` is the heading's place in the plan: "2/1" is the first one under the second. */
export interface Readers {
  readonly heading: string;
  /** Person ids. */
  readonly people: readonly string[];
}

export interface Plan {
  readonly key: string;
  readonly title: string;
  readonly language: Language;
  /** The period that `previous` in the measures speaks of. */
  readonly period: string | null;
  readonly legend: Legend;
  /** Person ids. */
  readonly coordinators: readonly string[];
  readonly leadership: readonly string[];
  /** Who must have read a heading's draft before it is published. */
  readonly readers: readonly Readers[];
  readonly rounds: readonly PlannedRound[];
  readonly headings: readonly Heading[];
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly language: Language;
}

/** Contacts in the order they are asked: first the owner, then deputies. */
export interface Unit {
  readonly key: string;
  readonly name: string;
  readonly contacts: readonly string[];
}

export interface People {
  readonly people: readonly Person[];
  readonly units: readonly Unit[];
}

/** A measure with the titles of the headings above it, outermost first. */
export interface PlacedMeasure extends Measure {
  readonly under: readonly string[];
}

/** Every measure in reading order: a heading's own measures come before its sub-headings. */
export function measuresOf(headings: readonly Heading[], under: readonly string[] = []): PlacedMeasure[] {
  return headings.flatMap((heading) => {
    const path = [...under, heading.title];
    return [
      ...heading.measures.map((measure) => ({ ...measure, under: path })),
      ...measuresOf(heading.headings, path),
    ];
  });
}

/** The unit whose answer decides when units differ: only a named lead, or the single unit there is. */
export function leadOf(measure: Measure): string | null {
  return measure.lead ?? (measure.units.length === 1 ? (measure.units[0] ?? null) : null);
}

/** Who answers for a unit on a measure, in the order they are asked: the measure's own contact comes before the unit's. */
export function respondersOf(measure: Measure, unit: Unit): string[] {
  const own =
    measure.contact !== null && unit.key === (measure.lead ?? measure.units[0]) ? [measure.contact] : [];
  return [...new Set([...own, ...unit.contacts])];
}

/** A heading with its place ("2/1") and how deep it lies (1 for the outermost), in reading order. */
export interface PlacedHeading extends Heading {
  readonly place: string;
  readonly depth: number;
}

export function headingsOf(headings: readonly Heading[], above = "", depth = 1): PlacedHeading[] {
  return headings.flatMap((heading, nth) => {
    const place = above === "" ? String(nth + 1) : `${above}/${nth + 1}`;
    return [{ ...heading, place, depth }, ...headingsOf(heading.headings, place, depth + 1)];
  });
}
