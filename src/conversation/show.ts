import { dayOf, workingDaysBetween, type Day } from "../round/calendar.ts";
import type { LastTime } from "../round/compile.ts";
import { isAway } from "../round/due.ts";
import { measuresOf, type PlacedMeasure } from "../round/plan.ts";
import { deadlineOf, isLate, isOpen, stateOf, type Item, type Round } from "../round/round.ts";
import type { AnswerView, ItemView, RoundView } from "./desk.ts";
import type { PersonProgress, Progress, RoundName } from "./messages.ts";

/** What is remembered of a round, as far as people are shown it. */
export interface RoundRecord {
  readonly round: Round;
  readonly items: readonly Item[];
  readonly last: LastTime;
  /** Everybody there is, by id. */
  readonly people: ReadonlyMap<string, RecordedPerson>;
  /** Items offered to somebody who has not answered yet. */
  readonly offers: readonly RecordedOffer[];
}

export interface RecordedOffer {
  readonly id: string;
  readonly item: string;
  /** Person ids. */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export interface RecordedPerson {
  readonly id: string;
  readonly name: string;
  readonly trouble: string | null;
  /** ISO date, the last day away. */
  readonly awayUntil: string | null;
  /** Ids of the items this person was asked about. */
  readonly heardOf: readonly string[];
  /** Those they were asked about as a deputy, although somebody before them was there. */
  readonly askedAsDeputy: readonly string[];
  readonly lastAsked: Date | null;
}

export function nameOfRound(round: Round): RoundName {
  const { id, period, deadline } = round;
  return { id, plan: round.copy.plan.title, period, deadline, timeZone: round.timetable.timeZone };
}

/** A round as one person sees it: the items they may answer and those offered to them, in the plan's order. */
export function roundFor(record: RoundRecord, person: string): RoundView {
  const { round } = record;
  const mine = inOrder(record, (item) => item.responders.includes(person));
  const offered = record.offers.filter((offer) => offer.to === person);
  return {
    id: round.id,
    plan: round.copy.plan.title,
    period: round.period,
    deadline: round.deadline,
    closed: stateOf(round) === "closed",
    legend: round.copy.plan.legend,
    items: mine.map((item) => itemFor(record, item, person)),
    offers: offered.flatMap((offer) =>
      // What was answered meanwhile needs nobody else.
      inOrder(record, (item) => item.id === offer.item && isOpen(item)).map((item) => ({
        id: offer.id,
        item: itemFor(record, item, person),
        by: record.people.get(offer.from)?.name ?? offer.from,
        reason: offer.reason,
      })),
    ),
  };
}

/** Items of measures the round's copy of the plan has, in the plan's order. */
function inOrder({ round, items }: RoundRecord, wanted: (item: Item) => boolean): Item[] {
  const order = [...measuresByKey(round).keys()];
  return items
    .filter((item) => wanted(item) && order.includes(item.measure))
    .toSorted((a, b) => order.indexOf(a.measure) - order.indexOf(b.measure));
}

/** An item as `person` sees it. Throws for one whose measure is not in the round's copy of the plan. */
export function itemFor(record: RoundRecord, item: Item, person: string): ItemView {
  const { round } = record;
  const measure = measuresByKey(round).get(item.measure);
  if (!measure) throw new Error(`round ${round.id}: no measure ${item.measure}`);
  const last = record.last.rows.get(measure.key);
  const said = last?.units.get(item.unit) ?? last;
  const offer = record.offers.find((one) => one.item === item.id);
  return {
    id: item.id,
    key: measure.key,
    number: measure.number,
    title: measure.title,
    short: measure.short,
    under: measure.under,
    due: measure.due,
    target: measure.target,
    unit: round.copy.units[item.unit] ?? item.unit,
    revision: item.revisions,
    previous: last && said ? { period: last.period, status: said.status, comment: said.comment } : null,
    answer: answerFor(record, item, person),
    dropped: item.dropped,
    question: item.question?.text ?? null,
    ownDeadline: item.deadline,
    offeredTo: offer && isOpen(item) ? (record.people.get(offer.to)?.name ?? offer.to) : null,
  };
}

function answerFor({ round, people }: RoundRecord, item: Item, person: string): AnswerView | null {
  const { answer } = item;
  if (answer === null || answer.status === null) return null;
  return {
    status: answer.status,
    comment: answer.comment,
    progress: answer.progress,
    late: isLate(answer.receivedAt, deadlineOf(item, round)),
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
    people: [...byOwner].map(([owner, theirs]) =>
      personProgress(record, owner, theirs, dayOf(now, timeZone)),
    ),
    units: [...byUnit].map(([unit, theirs]) => ({
      unit: round.copy.units[unit] ?? unit,
      items: theirs.length,
      answered: theirs.filter((item) => !isOpen(item)).length,
    })),
  };
}

function personProgress(
  record: RoundRecord,
  owner: string,
  items: readonly Item[],
  today: Day,
): PersonProgress {
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
    awayUntil: person && isAway(person.awayUntil, today) ? person.awayUntil : null,
    offeredTo: [
      ...new Set(
        record.offers
          .filter((offer) => missing.some((item) => item.id === offer.item))
          .map((offer) => record.people.get(offer.to)?.name ?? offer.to),
      ),
    ],
    ownDeadline: latest(missing.flatMap((item) => item.deadline ?? [])),
  };
}

function latest(dates: readonly Date[]): Date | null {
  return dates.length === 0 ? null : new Date(Math.max(...dates.map((date) => date.getTime())));
}

function measuresByKey(round: Round): Map<string, PlacedMeasure> {
  return new Map(measuresOf(round.copy.plan.headings).map((measure) => [measure.key, measure]));
}
