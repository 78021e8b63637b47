import { sql, type Transaction } from "kysely";
import type { Refusal } from "../conversation/messages.ts";
import type { Round, RoundState } from "../round/round.ts";
import { stateOf } from "../round/round.ts";
import { oweOne, type Owed } from "./notices.ts";
import type { Database } from "./postgres.ts";
import { locked, logged } from "./rounds.ts";
import type { Tables } from "./tables.ts";

/** What became of something a coordinator or an owner wanted changed. */
export type Changed =
  /** Ids of notices to deliver and of messages to redraw. */
  | { readonly is: "done"; readonly deliver: readonly string[]; readonly redraw: readonly string[] }
  | { readonly is: "already" }
  | Refused;
export interface Refused {
  readonly is: "refused";
  readonly why: Refusal;
}

/** Who changes a round, and when. */
export interface By {
  /** A person id, or `operator`. */
  readonly actor: string;
  readonly now: Date;
}

/** What a piece of news is about, for making its slot unique. */
interface About {
  /** The same for everything that is changed together, and for nothing else. */
  readonly change: string;
  readonly item: string | null;
  /** The edit or proposal that came of it. */
  readonly thing: string | null;
}

export type News = (about: About) => readonly Owed[];

/** A round held for one change: it is committed together with its line in the log and the news of it, or not at all. */
export interface Change {
  readonly trx: Transaction<Tables>;
  readonly round: Round;
  log(verb: string, item?: string): Promise<void>;
  tell(news: News, about?: Partial<Omit<About, "change">>): Promise<void>;
  /** Everybody who may answer one of these sees it in their newest message. */
  redraw(items: readonly string[]): Promise<void>;
}

export const refused = (why: Refusal): Refused => ({ is: "refused", why });

/**
 * Changes a round. It is locked, so publishing waits for the change and two coordinators come one after the other;
 * `work` looks first and writes only when it is going to say `done`.
 */
export function changing(
  db: Database,
  round: string,
  during: readonly RoundState[],
  by: By,
  work: (change: Change) => Promise<"done" | "already" | Refused>,
): Promise<Changed> {
  return db.transaction().execute(async (trx) => {
    const held = await locked(trx, round);
    if (!held) return refused("no-such-round");
    const state = stateOf(held);
    if (!during.includes(state)) return refused(whyNotIn(state));
    const { rows } = await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(trx);
    const change = rows[0]?.id ?? "";
    const [deliver, redraw]: [string[], string[]] = [[], []];
    const outcome = await work({
      trx,
      round: held,
      log: (verb, item) =>
        logged(trx, {
          at: by.now,
          round_id: round,
          ...(item !== undefined && { item_id: item }),
          actor: by.actor,
          verb,
          source: `round ${round} change ${change}`,
        }),
      async tell(news, about = {}) {
        for (const owed of news({ item: null, thing: null, ...about, change })) {
          const id = await oweOne(trx, owed, by.now);
          if (id !== null) deliver.push(id);
        }
      },
      async redraw(items) {
        redraw.push(...(await stale(trx, items)));
      },
    });
    return outcome === "done"
      ? { is: "done", deliver, redraw }
      : outcome === "already"
        ? { is: "already" }
        : outcome;
  });
}

function whyNotIn(state: RoundState): Refusal {
  if (state === "prepared") return "not-open-yet";
  return state === "published" || state === "cancelled" ? state : "nothing-published";
}

async function stale(trx: Transaction<Tables>, items: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update notice n set version = version + 1
    where n.state in ('sending', 'sent') and n.id in (
      select max(m.id) from notice m join responder p on p.person_id = m.person_id
      where p.item_id = any(${items}::bigint[]) and m.kind in ('ask', 'remind', 'deputy') and m.state in ('sending', 'sent')
      group by m.person_id)
    returning n.id`.execute(trx);
  return rows.map((row) => row.id);
}

/** An item of the round with the answer that counts, as the coordinator edited it. Null when it is none of the round's. */
export async function itemIn({ trx, round }: Change, id: string): Promise<HeldItem | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const { rows } = await sql<HeldItem>`
    select i.id, i.revisions, i.current, i.dropped_because as dropped, i.question, i.deadline, a.status,
      coalesce((select e.comment from edit e where e.item_id = i.id and e.revision = i.current order by e.id desc limit 1),
        a.comment) as comment,
      a.progress::float8 as progress, a.said_by as by, a.entered_from as "enteredFrom",
      coalesce((select array_agg(s.person_id order by s.rank) from responder s where s.item_id = i.id and s.until is null), '{}')
        as responders
    from item i left join answer a on a.item_id = i.id and a.revision = i.current
    where i.id = ${id}::bigint and i.round_id = ${round.id}::bigint for no key update of i`.execute(trx);
  return rows[0] ?? null;
}

export interface HeldItem {
  readonly id: string;
  readonly revisions: number;
  readonly current: number | null;
  readonly dropped: string | null;
  readonly question: string | null;
  readonly deadline: Date | null;
  /** Of the answer that counts; all null when there is none. */
  readonly status: string | null;
  readonly comment: string | null;
  readonly progress: number | null;
  readonly by: string | null;
  readonly enteredFrom: string | null;
  readonly responders: readonly string[];
}
