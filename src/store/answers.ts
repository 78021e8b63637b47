import fs from "node:fs";
import path from "node:path";
import type pg from "pg";
import type { Heard, Said } from "../conversation/replies.ts";
import { sql } from "kysely";
import { changing, itemIn, refused, type By, type Changed, type News } from "./changes.ts";
import { codeOf, type Database } from "./postgres.ts";

const statement = fs.readFileSync(path.join(import.meta.dirname, "answer.sql"), "utf8");

export interface Taken {
  readonly item: string;
  readonly revision: number;
  /** Somebody else had said something that this person had not seen. */
  readonly crossed: boolean;
}

/** PostgreSQL: a deadlock was broken, or a redelivery came at the same moment. The same statement says the right thing now. */
const worthAnotherTry = new Set(["40P01", "40001", "23505"]);

/**
 * Stores what one person said about some items, in one statement.
 * Items that are missing in the result were not changed: not theirs, not running, dropped, or said already.
 * Throws when the database did not take it; nothing is stored then.
 */
export async function takeAnswers(
  pool: pg.Pool,
  heard: Pick<Heard, "from" | "source" | "version" | "saidAt" | "receivedAt">,
  said: readonly Said[],
): Promise<{ taken: Taken[]; redraw: string[] }> {
  const values = [
    heard.from.channel,
    heard.from.account,
    heard.source,
    heard.version,
    heard.saidAt,
    heard.receivedAt,
    said.map((one) => one.item),
    said.map((one) => one.status),
    said.map((one) => one.comment),
    said.map((one) => one.progress),
    said.map((one) => one.seen),
  ];
  const rows = await tried(
    3,
    async () => (await pool.query<Row>({ name: "answer", text: statement, values })).rows,
  );
  return {
    taken: rows.map((row) => ({ item: row.id, revision: row.revisions, crossed: row.crossed })),
    redraw: rows[0]?.redraw ?? [],
  };
}

interface Row {
  id: string;
  revisions: number;
  crossed: boolean;
  redraw: string[] | null;
}

async function tried<T>(times: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (times > 1 && worthAnotherTry.has(codeOf(error) ?? "")) return tried(times - 1, work);
    throw error;
  }
}

/** What the coordinator got some other way, and where from. */
export interface Entry {
  readonly item: string;
  readonly seen: number;
  readonly status: string;
  readonly comment: string;
  readonly progress: number | null;
  readonly from: string;
}

export function entriesIn(db: Database) {
  return {
    /**
     * Enters an answer for its owner, whose answer it then is; after publishing it prepares a correction.
     * Refused when somebody has answered since `seen`.
     */
    enter: (round: string, entry: Entry, by: By, news: News): Promise<Changed> =>
      changing(db, round, ["open", "closed", "published"], by, async (change) => {
        const { status, comment, progress, from } = entry;
        const item = await itemIn(change, entry.item);
        if (!item) return refused("no-such-item");
        if (item.dropped !== null) return refused("dropped");
        const [owner] = item.responders;
        if (owner === undefined) return refused("no-such-person");
        const same = item.status === status && item.comment === comment && item.progress === progress;
        if (same && item.question === null && (item.enteredFrom === null || item.enteredFrom === from))
          return "already";
        if (item.status !== null && entry.seen < item.revisions) return refused("changed-meanwhile");
        const revision = item.revisions + 1;
        // It was seen what stands, so it counts, whatever the clock of the one who said that was like. What the owner says
        // next is theirs even when it is the very same: without a digest it differs from anything.
        await sql`
          with counted as (
            update item set revisions = ${revision}, said_at = greatest(said_at, ${by.now}), digest = null,
              question = null
            where id = ${item.id}::bigint returning id, said_at)
          insert into answer (item_id, revision, round_id, said_by, status, comment, progress, source, source_version, seen,
            crossed, said_at, received_at, entered_by, entered_from)
          select id, ${revision}, ${round}::bigint, ${owner}, ${status}, ${comment}, ${progress}::numeric, 'entered',
            ${String(revision)}, ${entry.seen}, false, said_at, ${by.now}, ${by.actor}, ${from} from counted`.execute(
          change.trx,
        );
        await change.trx.updateTable("item").set({ current: revision }).where("id", "=", item.id).execute();
        await change.log("answered-for", item.id);
        await change.tell(news, { item: item.id, thing: String(revision) });
        await change.redraw([item.id]);
        return "done";
      }),
  };
}
