import type { Database } from "./postgres.ts";
import type { NoticeKind } from "./tables.ts";

/** An event row for what became of a notice. */
export async function logged(
  db: Database,
  notice: { id: string; round: string | null; kind: NoticeKind },
  verb: string,
  now: Date,
): Promise<void> {
  await db
    .insertInto("event")
    .values({
      at: now,
      round_id: notice.round,
      item_id: null,
      actor: "statusrunde",
      verb: `${notice.kind} ${verb}`,
      source: `notice ${notice.id}`,
    })
    .execute();
}
