import { sql } from "kysely";
import { changing, itemIn, refused, type By, type Changed, type News } from "./changes.ts";
import { decisionsOf } from "./decisions.ts";
import type { Database } from "./postgres.ts";
import { redrawAsks } from "./rounds.ts";

/** A heading the coordinator has read through, with what stood there. */
export interface Approval {
  /** Its place. */
  readonly heading: string;
  readonly by: string;
  readonly at: Date;
  readonly what: string;
}

/** A reader who was asked to read a heading's draft. */
export interface Reading {
  readonly heading: string;
  /** Person id. */
  readonly person: string;
  readonly askedAt: Date;
  readonly readAt: Date | null;
}

/** A comment before and after the coordinator edited it. */
export interface Edit {
  readonly was: string;
  readonly now: string;
  /** Who edited: a person id, or `operator`. */
  readonly by: string;
}

const running = ["open", "closed"] as const;
/** After publishing these prepare a correction. */
const untilCancelled = ["open", "closed", "published"] as const;

export function reviewsIn(db: Database) {
  return {
    decisions: (round: string) => decisionsOf(db, round),

    /** Says what a row is, or (null) takes that back; refused when another decision was taken since `seen`. */
    decide: (
      round: string,
      told: { measure: string; status: string | null; comment: string | null; seen: string | null },
      by: By,
    ): Promise<Changed> =>
      changing(db, round, untilCancelled, by, async ({ trx, log }) => {
        const { measure, status, comment, seen } = told;
        const stands = (await decisionsOf(trx, round)).get(measure) ?? null;
        const same = stands?.status === status && stands.comment === comment;
        if (same || (stands === null && status === null)) return "already";
        if (stands !== null && stands.id !== seen) return refused("changed-meanwhile");
        if (stands === null && seen !== null) return refused("changed-meanwhile");
        const { actor, now } = by;
        await trx
          .insertInto("decision")
          .values({ round_id: round, measure, status, comment, decided_by: actor, at: now })
          .execute();
        await log(status === null ? "undecided" : "decided");
        return "done";
      }),

    /** Puts a comment differently; what its author wrote is kept. `seen` is the comment that was shown. */
    edit: (
      round: string,
      told: { item: string; comment: string; seen: string },
      by: By,
      news: News,
    ): Promise<Changed> =>
      changing(db, round, untilCancelled, by, async (change) => {
        const item = await itemIn(change, told.item);
        if (!item) return refused("no-such-item");
        if (item.dropped !== null) return refused("dropped");
        if (item.current === null || item.status === null) return refused("not-now");
        if (item.comment === told.comment) return "already";
        if (item.comment !== told.seen) return refused("changed-meanwhile");
        const { id } = await change.trx
          .insertInto("edit")
          .values({
            item_id: item.id,
            revision: item.current,
            comment: told.comment,
            edited_by: by.actor,
            at: by.now,
          })
          .returning("id")
          .executeTakeFirstOrThrow();
        await change.log("edited", item.id);
        await change.tell(news, { item: item.id, thing: id });
        await change.redraw([item.id]);
        return "done";
      }),

    /** An edit with what stood before it; null when a newer answer has replaced what was edited. */
    async edited(id: string): Promise<Edit | null> {
      const { rows } = await sql<Edit>`
        select e.comment as now, e.edited_by as by,
          coalesce((select f.comment from edit f where f.item_id = e.item_id and f.revision = e.revision and f.id < e.id
            order by f.id desc limit 1), a.comment) as was
        from edit e
        join answer a on a.item_id = e.item_id and a.revision = e.revision
        join item i on i.id = e.item_id and i.current = e.revision
        where e.id = ${id}::bigint`.execute(db);
      return rows[0] ?? null;
    },

    /** Asks about an answer, with a deadline of its own where one is given. The old answer stands until a new one is said. */
    sendBack: (
      round: string,
      told: { item: string; question: string; deadline: Date | null },
      by: By,
      news: News,
    ): Promise<Changed> =>
      changing(db, round, running, by, async (change) => {
        const item = await itemIn(change, told.item);
        if (!item) return refused("no-such-item");
        if (item.dropped !== null) return refused("dropped");
        if (item.status === null) return refused("not-now");
        const deadline = told.deadline ?? item.deadline;
        if (item.question === told.question && item.deadline?.getTime() === deadline?.getTime())
          return "already";
        await change.trx
          .updateTable("item")
          .set({ question: told.question, question_by: by.actor, question_at: by.now, deadline })
          .where("id", "=", item.id)
          .execute();
        await change.log("sent-back", item.id);
        await change.tell(news, { item: item.id });
        await change.redraw([item.id]);
        return "done";
      }),

    /** Who last sent an item's answer back, also when the question is answered by now. */
    async sentBackBy(item: string): Promise<string | null> {
      const row = await db
        .selectFrom("item")
        .select("question_by as by")
        .where("id", "=", item)
        .executeTakeFirst();
      return row?.by ?? null;
    },

    /** Approves headings as they stand, or takes that back. */
    approve: (
      round: string,
      headings: readonly { heading: string; what: string }[],
      approved: boolean,
      by: By,
    ): Promise<Changed> =>
      changing(db, round, running, by, async ({ trx, log }) => {
        const stand = await approvalsOf(trx, round);
        const isApproved = ({ heading, what }: { heading: string; what: string }) =>
          stand.some((one) => one.heading === heading && one.what === what);
        const there = ({ heading }: { heading: string }) => stand.some((one) => one.heading === heading);
        const open = headings.filter((one) => (approved ? !isApproved(one) : there(one)));
        if (open.length === 0) return "already";
        for (const { heading, what } of open) {
          const { actor: approved_by, now: at } = by;
          await trx
            .deleteFrom("approval")
            .where("round_id", "=", round)
            .where("heading", "=", heading)
            .execute();
          if (approved)
            await trx
              .insertInto("approval")
              .values({ round_id: round, heading, approved_by, at, what })
              .execute();
          await log(`${approved ? "approved" : "unapproved"} ${heading}`);
        }
        return "done";
      }),

    approvals: (round: string) => approvalsOf(db, round),

    /** Asks readers; those who were asked before keep the day they were first asked on. */
    askReaders: (
      round: string,
      asked: readonly { heading: string; person: string }[],
      by: By,
      at: Date,
      news: News,
    ): Promise<Changed> =>
      changing(db, round, running, by, async ({ trx, log, tell }) => {
        if (asked.length === 0) return "already";
        for (const { heading, person } of asked) {
          await trx
            .insertInto("reading")
            .values({ round_id: round, heading, person_id: person, asked_at: at, read_at: null })
            .onConflict((row) => row.doNothing())
            .execute();
        }
        await log("asked-readers");
        await tell(news);
        return "done";
      }),

    /** A reader has read some headings. */
    read: (round: string, headings: readonly string[], by: By): Promise<Changed> =>
      changing(db, round, running, by, async ({ trx, log }) => {
        const before = (await readingsOf(trx, round)).filter((one) => one.person === by.actor && one.readAt);
        const unread = headings.filter((heading) => !before.some((one) => one.heading === heading));
        if (unread.length === 0) return "already";
        for (const heading of unread) {
          await trx
            .insertInto("reading")
            .values({
              round_id: round,
              heading,
              person_id: by.actor,
              asked_at: by.now,
              read_at: by.now,
            })
            .onConflict((row) =>
              row.columns(["round_id", "heading", "person_id"]).doUpdateSet({ read_at: by.now }),
            )
            .execute();
          await log(`read ${heading}`);
        }
        return "done";
      }),

    readings: (round: string) => readingsOf(db, round),

    /** Ends a round before it is published, and tells of it. */
    cancel: (id: string, because: string, by: By, news: News): Promise<Changed> =>
      changing(db, id, ["prepared", "open", "closed"], by, async ({ trx, log, tell }) => {
        await trx
          .updateTable("round")
          .set({ cancelled_at: by.now, cancelled_because: because })
          .where("id", "=", id)
          .execute();
        await redrawAsks(trx, { round: id });
        await log("cancelled");
        await tell(news);
        return "done";
      }),

    async cancelledBecause(id: string): Promise<string | null> {
      const row = await db
        .selectFrom("round")
        .select("cancelled_because")
        .where("id", "=", id)
        .executeTakeFirst();
      return row?.cancelled_because ?? null;
    },
  };
}

function approvalsOf(db: Database, round: string): Promise<Approval[]> {
  return db
    .selectFrom("approval")
    .select(["heading", "approved_by as by", "at", "what"])
    .where("round_id", "=", round)
    .execute();
}

function readingsOf(db: Database, round: string): Promise<Reading[]> {
  return db
    .selectFrom("reading")
    .select(["heading", "person_id as person", "asked_at as askedAt", "read_at as readAt"])
    .where("round_id", "=", round)
    .execute();
}
