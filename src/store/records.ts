import { sql } from "kysely";
import type { Desk } from "../conversation/desk.ts";
import { roundFor, type RecordedOffer, type RecordedPerson, type RoundRecord } from "../conversation/show.ts";
import type { ReviewRecord } from "../conversation/review.ts";
import { compileReport, lastTime } from "../round/compile.ts";
import { parseReport } from "../round/report-bytes.ts";
import type { Report } from "../round/report.ts";
import type { Round } from "../round/round.ts";
import { dropsIn } from "./drops.ts";
import type { Database } from "./postgres.ts";
import { decisionsOf } from "./decisions.ts";
import { reviewsIn } from "./reviews.ts";
import { roundsIn } from "./rounds.ts";

/** Rounds put together from their rows, as people are shown them. */
export function recordsIn(db: Database) {
  const rounds = roundsIn(db);
  const reviews = reviewsIn(db);
  const drops = dropsIn(db);

  const lastTimeOf = async (round: Round) => {
    const published = await rounds.publishedBefore(round.plan, round.id);
    return lastTime(round.copy.plan, published ? parseReport(published.body) : null);
  };

  const record = async (round: Round): Promise<RoundRecord> => ({
    round,
    items: await rounds.items(round.id),
    last: await lastTimeOf(round),
    people: await peopleOf(db, round.id),
    offers: await offersOf(db, round.id),
  });

  const draft = async (round: Round): Promise<Report> =>
    compileReport({
      round,
      items: await rounds.items(round.id),
      decisions: await decisionsOf(db, round.id),
      last: await lastTimeOf(round),
      version: null,
      publishedAt: null,
      preface: [],
    });

  return {
    record,
    lastTimeOf,
    /** The table as it stands. */
    draft,

    /** A round as its coordinator reads it through. */
    async review(round: Round): Promise<ReviewRecord> {
      const known = await record(round);
      const decisions = await decisionsOf(db, round.id);
      const { items, last } = known;
      const unpublished = { version: null, publishedAt: null, preface: [] };
      return {
        ...known,
        decisions,
        draft: compileReport({ round, items, decisions, last, ...unpublished }),
        proposals: await drops.proposals(round.id),
        approvals: await reviews.approvals(round.id),
        readings: await reviews.readings(round.id),
      };
    },

    /** All that one person may answer, over all running rounds. */
    async desk(person: { id: string; name: string }, timeZone: string): Promise<Desk> {
      const running = await Promise.all((await rounds.running()).map(record));
      const mine = running
        .map((one) => roundFor(one, person.id))
        .filter((round) => round.items.length > 0 || round.offers.length > 0);
      return { person: { id: person.id, name: person.name }, timeZone, rounds: mine };
    },
  };
}

async function offersOf(db: Database, round: string): Promise<RecordedOffer[]> {
  const { rows } = await sql<RecordedOffer>`
    select h.id, h.item_id as item, h.from_person as "from", h.to_person as "to", h.reason
    from hand_over h join item i on i.id = h.item_id
    where i.round_id = ${round}::bigint and h.settled_at is null order by h.id`.execute(db);
  return rows;
}

async function peopleOf(db: Database, round: string): Promise<Map<string, RecordedPerson>> {
  const { rows } = await sql<RecordedPerson>`
    with heard as (
      select n.person_id, array_agg(distinct ni.item_id::text) as heard_of, max(n.sent_at) as last_asked,
        array_agg(distinct ni.item_id::text) filter (where n.kind = 'deputy') as as_deputy
      from notice_item ni join notice n on n.id = ni.notice_id join item i on i.id = ni.item_id
      where i.round_id = ${round}::bigint and n.state = 'sent' and n.kind in ('ask', 'remind', 'deputy')
      group by n.person_id)
    select p.id, p.name, p.trouble, p.away_until as "awayUntil", coalesce(h.heard_of, '{}') as "heardOf",
      coalesce(h.as_deputy, '{}') as "askedAsDeputy", h.last_asked as "lastAsked"
    from person p left join heard h on h.person_id = p.id`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
