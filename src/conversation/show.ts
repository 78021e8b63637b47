import { dayOf, workingDaysBetween } from "../round/calendar.ts";
import type { LastTime } from "../round/compile.ts";
import { measuresOf, type PlacedMeasure } from "../round/plan.ts";
import { isLate, isOpen, stateOf, type Item, type Round } from "../round/round.ts";
import type { AnswerView, ItemView, RoundView } from "./desk.ts";
import type { PersonProgress, Progress, RoundName } from "./messages.ts";

/** What is remembered of a round, as far as people are shown it. */
export interface RoundRecord {
  readonly round: Round;
  readonly items: readonly Item[];
  readonly last: LastTime;
  /** Everybody who answers, or answered, for an item of it. */
  readonly people: ReadonlyMap<string, RecordedPerson>;
}

export interface RecordedPerson {
  readonly id: string;
  readonly name: string;
  readonly trouble: string | null;
  /** Ids of the items this person was asked about. */
  readonly heardOf: readonly string[];
  readonly lastAsked: Date | null;
}

export function nameOfRound(round: Round): RoundName {
  const { id, period, deadline } = round;
  return { id, plan: round.copy.plan.title, period, deadline, timeZone: round.timetable.timeZone };
}

/** A round as one person sees it: the items they may answer, in the plan's order. */
export function roundFor(record: RoundRecord, person: string): RoundView {
  const { round } = record;
  const measures = measuresByKey(round);
  const order = [...measures.keys()];
  const mine = record.items
    .filter((item) => item.responders.includes(person))
    .toSorted((a, b) => order.indexOf(a.measure) - order.indexOf(b.measure));
  return {
    id: round.id,
    plan: round.copy.plan.title,
    period: round.period,
    deadline: round.deadline,
    closed: stateOf(round) === "closed",
    legend: round.copy.plan.legend,
    items: mine.flatMap((item) => {
      const measure = measures.get(item.measure);
      return measure ? [itemFor(record, item, measure, person)] : [];
    }),
  };
}

function itemFor(record: RoundRecord, item: Item, measure: PlacedMeasure, person: string): ItemView {
  const last = record.last.rows.get(measure.key);
  const said = last?.units.get(item.unit) ?? last;
  return {
    id: item.id,
    key: measure.key,
    number: measure.number,
    title: measure.title,
    short: measure.short,
    under: measure.under,
    due: measure.due,
    target: measure.target,
    unit: record.round.copy.units[item.unit] ?? item.unit,
    revision: item.revisions,
    previous: last && said ? { period: last.period, status: said.status, comment: said.comment } : null,
    answer: answerFor(record, item, person),
    dropped: item.dropped,
  };
}

function answerFor({ round, people }: RoundRecord, { answer }: Item, person: string): AnswerView | null {
  if (answer === null || answer.status === null) return null;
  return {
    status: answer.status,
    comment: answer.comment,
    progress: answer.progress,
    late: isLate(answer.receivedAt, round.deadline),
    by: people.get(answer.by)?.name ?? answer.by,
    mine: answer.by === person,
  };
}

/** Who is missing, without counting. An item counts for whoever is asked first for it. */
export function progressOf(record: RoundRecord, now: Date): Progress {
  const { round, items } = record;
  const owed = items.filter((item) => item.dropped === null);
  const byOwner = Map.groupBy(owed, (item) => item.responders[0] ?? "");
  const byUnit = Map.groupBy(owed, (item) => item.unit);
  const { timeZone } = round.timetable;
  return {
    state: stateOf(round),
    items: owed.length,
    answered: owed.filter((item) => !isOpen(item)).length,
    workingDaysLeft: workingDaysBetween(
      dayOf(now, timeZone),
      dayOf(round.deadline, timeZone),
      round.timetable,
    ),
    people: [...byOwner].map(([owner, theirs]) => personProgress(record, owner, theirs)),
    units: [...byUnit].map(([unit, theirs]) => ({
      unit: round.copy.units[unit] ?? unit,
      items: theirs.length,
      answered: theirs.filter((item) => !isOpen(item)).length,
    })),
  };
}

function personProgress(record: RoundRecord, owner: string, items: readonly Item[]): PersonProgress {
  const person = record.people.get(owner);
  const measures = measuresByKey(record.round);
  const missing = items.filter(isOpen);
  const asked = (item: Item): string[] =>
    item.responders.slice(1).filter((id) => record.people.get(id)?.heardOf.includes(item.id));
  const deputies = new Set(missing.flatMap(asked));
  return {
    id: owner,
    name: person?.name ?? "–",
    owns: items.length,
    answered: items.length - missing.length,
    missing: missing.map((item) => ({
      number: measures.get(item.measure)?.number ?? item.measure,
      short: measures.get(item.measure)?.short ?? item.measure,
      unit: record.round.copy.units[item.unit] ?? item.unit,
    })),
    unreachable: person?.trouble ?? null,
    deputiesAsked: [...deputies].map((id) => record.people.get(id)?.name ?? id),
    lastAsked: person?.lastAsked ?? null,
  };
}

function measuresByKey(round: Round): Map<string, PlacedMeasure> {
  return new Map(measuresOf(round.copy.plan.headings).map((measure) => [measure.key, measure]));
}
