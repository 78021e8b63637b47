import { sql } from "kysely";
import type { Item } from "../round/round.ts";
import type { Database } from "./postgres.ts";

interface Row {
  id: string;
  round: string;
  measure: string;
  unit: string;
  revisions: number;
  dropped: string | null;
  deadline: Date | null;
  question: string | null;
  question_by: string | null;
  question_at: Date | null;
  responders: string[];
  assigned: boolean;
  revision: number | null;
  status: string | null;
  comment: string | null;
  edited: string | null;
  progress: string | null;
  said_by: string;
  said_at: Date;
  received_at: Date;
  crossed: boolean;
  entered_by: string | null;
  entered_from: string | null;
}

/** A round's items with the answer that counts, as the coordinator edited it, and who answers now. */
export async function itemsOf(db: Database, round: string): Promise<Item[]> {
  const { rows } = await sql<Row>`
    select i.id, i.round_id as round, i.measure, i.unit, i.revisions, i.dropped_because as dropped, i.deadline,
      i.question, i.question_by, i.question_at, i.own_responders is not null as assigned,
      coalesce((select array_agg(s.person_id order by s.rank) from responder s where s.item_id = i.id and s.until is null), '{}')
        as responders,
      a.revision, a.status, a.comment, a.progress, a.said_by, a.said_at, a.received_at, a.crossed, a.entered_by, a.entered_from,
      (select e.comment from edit e where e.item_id = i.id and e.revision = i.current order by e.id desc limit 1) as edited
    from item i left join answer a on a.item_id = i.id and a.revision = i.current
    where i.round_id = ${round}::bigint order by i.id`.execute(db);
  return rows.map(itemOf);
}

function itemOf(row: Row): Item {
  const { id, round, measure, unit, revisions, dropped, deadline, responders, assigned } = row;
  const question =
    row.question === null || row.question_by === null || row.question_at === null
      ? null
      : { text: row.question, by: row.question_by, at: row.question_at };
  return {
    id,
    round,
    measure,
    unit,
    revisions,
    dropped,
    deadline,
    responders,
    assigned,
    question,
    answer: answerOf(row),
  };
}

function answerOf(row: Row): Item["answer"] {
  if (row.revision === null) return null;
  return {
    revision: row.revision,
    status: row.status,
    comment: row.edited ?? row.comment ?? "",
    written: row.edited === null ? null : (row.comment ?? ""),
    progress: row.progress === null ? null : Number(row.progress),
    by: row.said_by,
    saidAt: row.said_at,
    receivedAt: row.received_at,
    crossed: row.crossed,
    entered:
      row.entered_by === null || row.entered_from === null
        ? null
        : { by: row.entered_by, from: row.entered_from },
  };
}
