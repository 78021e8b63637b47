import { sql, type Transaction } from "kysely";
import { dueDesks } from "./due-desks.ts";
import { logged } from "./notice-events.ts";
import type { Database } from "./postgres.ts";
import { sendingIn } from "./sending.ts";
import { byHand } from "./steps.ts";
import type { NoticeKind, Tables } from "./tables.ts";

/** A message the bot comes to owe a person. */
export interface Owed {
  readonly person: string;
  readonly kind: NoticeKind;
  /** Unique per person: whoever tries to owe it a second time owes nothing. */
  readonly slot: string;
  /** The local day it belongs to. */
  readonly day: string;
  readonly notBefore: Date;
  readonly round: string | null;
  readonly about?: string;
  /** What news is about: an item, and beside it an offer, a request, an edit, a proposal or a version, by id. */
  readonly item?: string;
  readonly thing?: string;
  readonly items?: readonly { readonly item: string; readonly step: string }[];
}

export function noticesIn(db: Database) {
  return {
    ...sendingIn(db),

    /** Stores what is owed, each with its items, and gives back the ids of what was not owed already. */
    owe: (notices: readonly Owed[], now: Date) => owe(db, notices, now),

    /**
     * Is anything this nudge asked for still open, and is the person there? By itself the bot asks until the deadline;
     * what a coordinator sends by hand may come later.
     */
    async asksForSomething(id: string, now: Date, today: string): Promise<boolean> {
      const { rows } = await sql`
        select from notice_item ni
        join person p on p.id = ni.person_id and (p.away_until is null or p.away_until < ${today}::date)
        join item i on i.id = ni.item_id and i.dropped_because is null
        join round r on r.id = i.round_id and r.published_at is null and r.cancelled_at is null
        join responder s on s.item_id = i.id and s.person_id = ni.person_id and s.until is null
        left join answer a on a.item_id = i.id and a.revision = i.current
        where ni.notice_id = ${id}::bigint and (a.status is null or i.question is not null)
          and (ni.step like ${`${byHand} %`} or (coalesce(i.deadline, r.deadline) > ${now}
            and (r.closed_at is null or (i.question is not null and i.question_at >= r.closed_at))))
        limit 1`.execute(db);
      return rows.length > 0;
    },

    /** Whom a round's notice of one slot was owed to. */
    async owedIn(round: string, slot: string): Promise<string[]> {
      const rows = await db
        .selectFrom("notice")
        .select("person_id as person")
        .where("round_id", "=", round)
        .where("slot", "=", slot)
        .execute();
      return rows.map((row) => row.person);
    },

    /** What a round's notices of one kind were owed for, whoever they went to. */
    async slots(round: string, kind: NoticeKind): Promise<string[]> {
      const rows = await db
        .selectFrom("notice")
        .select("slot")
        .distinct()
        .where("round_id", "=", round)
        .where("kind", "=", kind)
        .execute();
      return rows.map((row) => row.slot);
    },

    dueDesks: () => dueDesks(db),
  };
}

async function owe(db: Database, notices: readonly Owed[], now: Date): Promise<string[]> {
  const ids: string[] = [];
  for (const notice of notices) {
    const id = await db.transaction().execute((trx) => oweOne(trx, notice, now));
    if (id !== null) ids.push(id);
  }
  return ids;
}

/** Within the transaction of whatever the notice tells of: both are stored, or neither. Null when it was owed already. */
export async function oweOne(trx: Transaction<Tables>, notice: Owed, now: Date): Promise<string | null> {
  const row = await trx
    .insertInto("notice")
    .values({
      person_id: notice.person,
      kind: notice.kind,
      slot: notice.slot,
      day: notice.day,
      not_before: notice.notBefore,
      round_id: notice.round,
      about: notice.about ?? null,
      item_id: notice.item ?? null,
      thing_id: notice.thing ?? null,
    })
    .onConflict((conflict) => conflict.columns(["person_id", "slot"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return null;
  const items = notice.items ?? [];
  if (items.length > 0) {
    await trx
      .insertInto("notice_item")
      .values(
        items.map(({ item, step }) => ({
          notice_id: row.id,
          person_id: notice.person,
          item_id: item,
          step,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await logged(trx, { id: row.id, round: notice.round, kind: notice.kind }, "owed", now);
  return row.id;
}
