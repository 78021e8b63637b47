import type { Decision, Decisions } from "../round/decision.ts";
import { needsLook, type Flag } from "../round/needs-look.ts";
import { isUnder, partsOf, whatStands, type PlacedPart } from "../round/report-part.ts";
import type { Readers } from "../round/plan.ts";
import type { Report, Row } from "../round/report.ts";
import { deadlineOf, stateOf, type Item } from "../round/round.ts";
import type { Review, ReviewHeading, ReviewItem, ReviewRow, Warning } from "./messages.ts";
import { itemFor, nameOfRound, type RoundRecord } from "./show.ts";
import { missingInRows } from "../round/report-lists.ts";

/** What is remembered of a round as its coordinator reads it through. */
export interface ReviewRecord extends RoundRecord {
  readonly draft: Report;
  readonly decisions: Decisions;
  readonly proposals: readonly { readonly item: string; readonly by: string; readonly reason: string }[];
  /** What stood under a heading when it was approved. */
  readonly approvals: readonly {
    readonly heading: string;
    readonly by: string;
    readonly at: Date;
    readonly what: string;
  }[];
  readonly readings: readonly {
    readonly heading: string;
    readonly person: string;
    readonly readAt: Date | null;
  }[];
}

/**
 * The draft heading by heading, with everything that needs a look. An approval holds as long as the heading's own rows say
 * what they said when it was given.
 */
export function reviewOf(
  record: ReviewRecord,
  readers: readonly Readers[],
  people: Review["people"],
): Review {
  const flags = flagsOf(record);
  const byMeasure = Map.groupBy(flags, (flag) => flag.measure);
  const items = Map.groupBy(record.items, (item) => item.measure);
  const name = namer(record);
  return {
    round: nameOfRound(record.round),
    state: stateOf(record.round),
    report: record.draft,
    headings: partsOf(record.draft.headings).map((part): ReviewHeading => ({
      place: part.place,
      title: part.title,
      depth: part.depth,
      approved: approvalOf(record, part),
      readers: readersOf(record, readers, part.place).map(({ person, readAt }) => ({
        name: name(person),
        readAt,
      })),
      rows: part.rows.map((row) =>
        rowFor(record, row, items.get(row.key) ?? [], byMeasure.get(row.key) ?? []),
      ),
    })),
    flags,
    people,
  };
}

function flagsOf(record: ReviewRecord): Flag[] {
  const proposed = new Set(record.proposals.map((one) => one.item));
  return needsLook({ ...record, proposed });
}

function approvalOf(record: ReviewRecord, part: PlacedPart): ReviewHeading["approved"] {
  const found = record.approvals.find((one) => one.heading === part.place && one.what === whatStands(part));
  return found ? { by: namer(record)(found.by), at: found.at } : null;
}

/** Readers of exactly this heading, and whether they have read it. */
function readersOf(
  { readings }: ReviewRecord,
  readers: readonly Readers[],
  place: string,
): { person: string; readAt: Date | null }[] {
  return readers
    .filter((one) => one.heading === place)
    .flatMap((one) => one.people)
    .map((person) => ({
      person,
      readAt: readings.find((one) => one.heading === place && one.person === person)?.readAt ?? null,
    }));
}

function rowFor(record: ReviewRecord, row: Row, items: readonly Item[], flags: readonly Flag[]): ReviewRow {
  const { key, number, short, title, status } = row;
  return {
    key,
    number,
    short,
    title,
    status,
    flags,
    decision: decisionFor(record, record.decisions.get(key)),
    items: row.units.flatMap(({ unit }) => {
      const item = items.find((one) => one.unit === unit.key);
      return item ? [reviewItem(record, item)] : [];
    }),
  };
}

function decisionFor(record: ReviewRecord, decision: Decision | undefined): ReviewRow["decision"] {
  if (!decision) return null;
  const { id, status, comment, by } = decision;
  return { id, status, comment, by: namer(record)(by) };
}

function reviewItem(record: ReviewRecord, item: Item): ReviewItem {
  const name = namer(record);
  const proposal = record.proposals.find((one) => one.item === item.id);
  return {
    // Nobody's own: the coordinator looks at everybody's.
    ...itemFor(record, item, ""),
    unitKey: item.unit,
    responders: item.responders.map((id) => ({ id, name: name(id) })),
    deadline: deadlineOf(item, record.round),
    enteredFrom: item.answer?.entered?.from ?? null,
    written: item.answer?.written ?? null,
    proposal: proposal ? { by: name(proposal.by), reason: proposal.reason } : null,
  };
}

/** What is missing, undecided, unread or not approved: publishing anyway asks once more. */
export function warningsOf(record: ReviewRecord, readers: readonly Readers[], now: Date): Warning[] {
  const { draft, round } = record;
  const state = stateOf(round);
  const parts = partsOf(draft.headings);
  const name = namer(record);
  const live = record.items.filter((item) => item.dropped === null);
  const sentBack = new Set(live.filter((item) => item.question !== null).map((item) => item.measure));
  const rows = parts.flatMap((part) => part.rows);
  const before = now < round.deadline && state !== "published";
  return [
    ...(before ? [{ is: "before-deadline" as const }] : []),
    ...missingInRows(draft).map(({ row, silent }) => ({
      is: "unanswered" as const,
      number: row.number,
      short: row.short,
      units: silent,
    })),
    ...rows
      .filter((row) => row.status === "undecided")
      .map(({ number, short }) => ({ is: "undecided" as const, number, short })),
    ...rows
      .filter((row) => sentBack.has(row.key))
      .map(({ number, short }) => ({ is: "sent-back" as const, number, short })),
    // A plan in which nothing was ever approved is one that is not approved heading by heading.
    ...(record.approvals.length === 0 ? [] : parts)
      .filter((part) => part.rows.length > 0 && approvalOf(record, part) === null)
      .map((part) => ({ is: "not-approved" as const, heading: part.title })),
    ...parts.flatMap((part) =>
      readersOf(record, readers, part.place)
        .filter((one) => one.readAt === null)
        .map(({ person }) => ({ is: "not-read" as const, heading: part.title, reader: name(person) })),
    ),
  ];
}

/** A heading and everything under it, with what stands there now: what an approval of it is about. */
export function standingUnder(draft: Report, place: string): { heading: string; what: string }[] {
  return partsOf(draft.headings)
    .filter((part) => part.rows.length > 0 && isUnder(part.place, [place]))
    .map((part) => ({ heading: part.place, what: whatStands(part) }));
}

function namer({ people }: RoundRecord): (id: string) => string {
  return (id) => people.get(id)?.name ?? id;
}
