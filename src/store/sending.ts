import { sql } from "kysely";
import { logged } from "./notice-events.ts";
import type { Database } from "./postgres.ts";
import type { NoticeKind } from "./tables.ts";

/** A notice one worker holds; nobody else sends it meanwhile. */
export interface Leased {
  readonly id: string;
  readonly person: string;
  readonly kind: NoticeKind;
  readonly round: string | null;
  readonly about: string | null;
  readonly item: string | null;
  readonly thing: string | null;
  readonly slot: string;
  readonly attempts: number;
  readonly version: number;
  /** An earlier attempt may have been sent: look before sending again. */
  readonly unsure: boolean;
  readonly resent: boolean;
}

/** A sent message that shows something older than it should. */
export interface Stale {
  readonly id: string;
  readonly person: string;
  readonly kind: NoticeKind;
  readonly round: string | null;
  readonly about: string | null;
  readonly item: string | null;
  readonly thing: string | null;
  readonly slot: string;
  readonly channel: string;
  readonly account: string;
  readonly message: string;
  readonly version: number;
  /** A nudge, and the person has a newer one: this one becomes a pointer to it. */
  readonly superseded: boolean;
}

const nudges = ["ask", "remind", "deputy"] as const;

/** Longer than any call to a platform may take: a lease that ran out belongs to a worker that died. */
const leaseSeconds = 60;

/** What workers do with notices: lease one, settle it, and bring what was sent up to date. */
export function sendingIn(db: Database) {
  return {
    /** Takes a notice for sending; null when it is not due, held by another worker, or settled. */
    lease: (id: string, now: Date) => lease(db, id, now),

    /** It counts for the local day it arrived on, whichever day it was owed on: one nudge a day is what people get. */
    async sent(
      notice: Leased,
      at: { channel: string; account: string; message: string },
      now: Date,
      day: string,
    ): Promise<void> {
      await db.transaction().execute(async (trx) => {
        const held = await trx
          .updateTable("notice")
          .set({
            state: "sent",
            ...at,
            sent_at: now,
            day,
            lease_until: null,
            trouble: null,
            drawn: notice.version,
          })
          .where("id", "=", notice.id)
          .where("state", "in", ["sending", "unsure"])
          .returning("id")
          .executeTakeFirst();
        if (!held) return;
        await trx
          .updateTable("person")
          .set({ trouble: null })
          .where("id", "=", notice.person)
          .where("trouble", "is not", null)
          .execute();
        await logged(trx, notice, "sent", now);
        if (!isNudge(notice.kind)) return;
        // What the person got before points to the new message from now on.
        await trx
          .updateTable("notice")
          .set((row) => ({ version: row("version", "+", 1) }))
          .where("person_id", "=", notice.person)
          .where("kind", "in", nudges)
          .where("state", "=", "sent")
          .where("id", "<", notice.id)
          .where("id", "in", (row) =>
            row
              .selectFrom("notice as older")
              .select((max) => max.fn.max("older.id").as("id"))
              .where("older.person_id", "=", notice.person)
              .where("older.kind", "in", nudges)
              .where("older.state", "=", "sent")
              .where("older.id", "<", notice.id),
          )
          .execute();
      });
    },

    async later(notice: Leased, at: Date, why: string): Promise<void> {
      await settle(db, notice.id, { state: "owed", not_before: at, trouble: why });
    },

    /** It may have been sent; `resent` marks that the one more try is used up. */
    async unsure(notice: Leased): Promise<void> {
      await settle(db, notice.id, { state: "unsure" });
    },

    async resending(notice: Leased): Promise<void> {
      await db.updateTable("notice").set({ resent: true }).where("id", "=", notice.id).execute();
    },

    /** Not due any more. Should it become so again, its steps are not said yet. */
    async undue(notice: Leased, why: string, now: Date): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await trx.deleteFrom("notice_item").where("notice_id", "=", notice.id).execute();
        await settle(trx, notice.id, { state: "moot", trouble: why });
        await logged(trx, notice, "moot", now);
      });
    },

    /** Let go because nobody can tell whether it was sent. */
    async moot(notice: Leased, why: string, now: Date): Promise<void> {
      await settle(db, notice.id, { state: "moot", trouble: why });
      await logged(db, notice, "moot", now);
    },

    /** Nobody could be reached. The steps are owed again, so that tomorrow's try asks as if for the first time. */
    async failed(notice: Leased, why: string, now: Date): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await trx.deleteFrom("notice_item").where("notice_id", "=", notice.id).execute();
        await settle(trx, notice.id, { state: "failed", trouble: why });
        const news = await trx
          .updateTable("person")
          .set({ trouble: why })
          .where("id", "=", notice.person)
          .where("trouble", "is distinct from", why)
          .returning("id")
          .executeTakeFirst();
        // Tried again every working day; worth a line only when it is new.
        if (news) await logged(trx, notice, "unreachable", now);
      });
    },

    /** Notices whose worker died while sending: nobody knows whether they went out. */
    async abandon(): Promise<void> {
      await db
        .updateTable("notice")
        .set({ state: "unsure", lease_until: null })
        .where("state", "=", "sending")
        .where("lease_until", "<", sql<Date>`clock_timestamp()`)
        .execute();
    },

    /** Ids to deliver now, oldest first. */
    async toDeliver(now: Date): Promise<string[]> {
      const rows = await db
        .selectFrom("notice")
        .select("id")
        .where((row) =>
          row.or([
            row.and([row("state", "=", "owed"), row("not_before", "<=", now)]),
            row("state", "=", "unsure"),
          ]),
        )
        .orderBy("id")
        .limit(2_000)
        .execute();
      return rows.map((row) => row.id);
    },

    /** Whether some worker holds a notice right now. */
    async sending(): Promise<boolean> {
      const row = await db
        .selectFrom("notice")
        .select("id")
        .where("state", "=", "sending")
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    /** Ids of sent messages to redraw. */
    async toRedraw(): Promise<string[]> {
      const rows = await db
        .selectFrom("notice")
        .select("id")
        .where("state", "=", "sent")
        .whereRef("drawn", "<", "version")
        .orderBy("id")
        .limit(2_000)
        .execute();
      return rows.map((row) => row.id);
    },

    stale: (id: string) => stale(db, id),

    async drawn(id: string, version: number): Promise<void> {
      await db
        .updateTable("notice")
        .set({ drawn: version })
        .where("id", "=", id)
        .where("drawn", "<", version)
        .execute();
    },
  };
}

function isNudge(kind: NoticeKind): boolean {
  return (nudges as readonly NoticeKind[]).includes(kind);
}

async function lease(db: Database, id: string, now: Date): Promise<Leased | null> {
  const { rows } = await sql<Leased>`
    with was as (
      select id, state from notice
      where id = ${id}::bigint and ((state = 'owed' and not_before <= ${now}) or state = 'unsure')
      for update skip locked)
    update notice n set
      state = 'sending', attempts = attempts + 1,
      lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    from was where n.id = was.id
    returning n.id, n.person_id as person, n.kind, n.round_id as round, n.about, n.item_id as item,
      n.thing_id as thing, n.slot, n.attempts, n.version, n.resent,
      was.state = 'unsure' as unsure`.execute(db);
  return rows[0] ?? null;
}

async function settle(
  db: Database,
  id: string,
  to: { state: "owed" | "unsure" | "moot" | "failed"; not_before?: Date; trouble?: string },
): Promise<void> {
  await db
    .updateTable("notice")
    .set({ ...to, lease_until: null })
    .where("id", "=", id)
    .where("state", "in", ["sending", "unsure"])
    .execute();
}

async function stale(db: Database, id: string): Promise<Stale | null> {
  const { rows } = await sql<Stale>`
    select n.id, n.person_id as person, n.kind, n.round_id as round, n.about, n.item_id as item,
      n.thing_id as thing, n.slot, n.channel, n.account, n.message, n.version,
      n.kind in ('ask', 'remind', 'deputy') and exists (select from notice m where m.person_id = n.person_id and m.id > n.id and m.state = 'sent'
        and m.kind in ('ask', 'remind', 'deputy')) as superseded
    from notice n where n.id = ${id}::bigint and n.state = 'sent' and n.drawn < n.version`.execute(db);
  return rows[0] ?? null;
}
