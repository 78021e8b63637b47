import { sql, type Selectable } from "kysely";
import type { DueDesk, DueItem } from "../round/due.ts";
import { byHand } from "./steps.ts";
import type { Database } from "./postgres.ts";
import type { Tables } from "./tables.ts";

type Row = Selectable<Pick<Tables["round"], "id" | "opened_at" | "deadline" | "timetable">> & {
  person: string;
  away_until: string | null;
  nudged_on: string | null;
  news_on: string | null;
  item: string;
  own_deadline: Date | null;
  before: DueItem["before"];
  said: string[];
  heard: boolean;
  by_hand_at: Date | null;
  told_at: Date | null;
};

/**
 * The desks of everybody who has an open item in an open round; whoever waits for a nudge already needs no other one.
 * In a closed round only what was sent back afterwards is asked for: it has a deadline of its own.
 */
export async function dueDesks(db: Database): Promise<DueDesk[]> {
  const { rows } = await sql<Row>`
    with open_item as (
      select i.id, i.round_id, i.deadline from item i
      join round r on r.id = i.round_id and r.opened_at is not null and r.published_at is null and r.cancelled_at is null
      left join answer a on a.item_id = i.id and a.revision = i.current
      where i.dropped_because is null and (a.status is null or i.question is not null)
        and (r.closed_at is null or (i.question is not null and i.question_at >= r.closed_at))),
    heard as (
      select person_id,
        max(day) filter (where kind in ('ask', 'remind', 'deputy') and state <> 'moot') as nudged_on,
        max(day) filter (where kind not in ('ask', 'remind', 'deputy', 'trial') and state <> 'moot') as news_on
      from notice group by person_id)
    select r.id, r.opened_at, r.deadline, r.timetable, p.id as person, p.away_until, h.nudged_on, h.news_on,
      o.id as item, o.deadline as own_deadline,
      (select coalesce(jsonb_agg(jsonb_build_object('awayUntil', q.away_until, 'unreachable', q.trouble is not null)), '[]')
        from responder b join person q on q.id = b.person_id
        where b.item_id = o.id and b.until is null and b.rank < s.rank and q.left_at is null) as before,
      coalesce(t.said, '{}') as said, coalesce(t.heard, false) as heard, t.by_hand_at,
      (select max(w.sent_at) from notice w where w.person_id = p.id and w.state = 'sent'
        and ((w.kind = 'sent-back' and w.item_id = o.id) or (w.kind = 'deadline-moved'
          and exists (select from notice_item m where m.notice_id = w.id and m.item_id = o.id)))) as told_at
    from open_item o
    join round r on r.id = o.round_id
    join responder s on s.item_id = o.id and s.until is null
    join person p on p.id = s.person_id and p.left_at is null
    left join heard h on h.person_id = p.id
    left join lateral (
      select array_agg(ni.step) as said,
        bool_or(n.state = 'sent' and n.kind in ('ask', 'remind', 'deputy')) as heard,
        max(n.sent_at) filter (where n.state = 'sent' and ni.step like ${`${byHand} %`}) as by_hand_at
      from notice_item ni join notice n on n.id = ni.notice_id
      where ni.item_id = o.id and ni.person_id = p.id) t on true
    where not exists (select from notice w where w.person_id = p.id and w.kind in ('ask', 'remind', 'deputy')
      and w.state in ('owed', 'sending', 'unsure'))
    order by p.id, r.id, o.id`.execute(db);
  const desks = Map.groupBy(rows, (row) => row.person);
  return [...desks.entries()].map(([person, items]) => ({
    person,
    awayUntil: items[0]?.away_until ?? null,
    nudgedOn: items[0]?.nudged_on ?? null,
    newsOn: items[0]?.news_on ?? null,
    items: items.map((row) => ({
      id: row.item,
      round: { id: row.id, openedAt: row.opened_at, timetable: row.timetable },
      deadline: row.own_deadline ?? row.deadline,
      before: row.before,
      said: row.said,
      heard: row.heard,
      byHandAt: row.by_hand_at,
      toldAt: row.told_at,
    })),
  }));
}
