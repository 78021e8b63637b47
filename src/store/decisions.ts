import { sql } from "kysely";
import type { Decision, Decisions } from "../round/decision.ts";
import type { Database } from "./postgres.ts";

/** The newest of each row, without those that were taken back. */
export async function decisionsOf(db: Database, round: string): Promise<Decisions> {
  const { rows } = await sql<Omit<Decision, "status"> & { status: string | null }>`
    select distinct on (measure) id, measure, status, comment, decided_by as by, at
    from decision where round_id = ${round}::bigint order by measure, id desc`.execute(db);
  return new Map(
    rows.flatMap(({ status, ...row }) => (status === null ? [] : [[row.measure, { ...row, status }]])),
  );
}
