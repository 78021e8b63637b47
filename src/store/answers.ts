import fs from "node:fs";
import path from "node:path";
import type pg from "pg";
import type { Heard, Said } from "../conversation/replies.ts";
import { codeOf } from "./postgres.ts";

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
