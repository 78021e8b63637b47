import type { Database } from "./postgres.ts";

/** What was tried and refused, and what was said by a message that is gone now. Never a text. */
export function eventsIn(db: Database) {
  return {
    async refused(at: Date, actor: string, why: string, source: string, item: string | null): Promise<void> {
      const known =
        item !== null && /^\d{1,18}$/.test(item)
          ? await db.selectFrom("item").select(["id", "round_id"]).where("id", "=", item).executeTakeFirst()
          : undefined;
      await db
        .insertInto("event")
        .values({ at, actor, verb: `refused ${why}`, source, item_id: known?.id ?? null, round_id: known?.round_id ?? null })
        .onConflict((row) => row.doNothing())
        .execute();
    },

    /** Items whose answer that counts was said by this message of this person. */
    async saidBy(source: string, person: string): Promise<string[]> {
      const rows = await db
        .selectFrom("item")
        .innerJoin("answer", (join) =>
          join.onRef("answer.item_id", "=", "item.id").onRef("answer.revision", "=", "item.current"),
        )
        .select("item.id")
        .where("answer.source", "=", source)
        .where("answer.said_by", "=", person)
        .execute();
      return rows.map((row) => row.id);
    },

    /** Why an item takes no answer: for telling the person, after the fact. */
    async whyNot(item: string, person: string): Promise<"not-yours" | "dropped" | "published" | "cancelled" | "not-open-yet"> {
      if (!/^\d{1,18}$/.test(item)) return "not-yours";
      const row = await db
        .selectFrom("item")
        .innerJoin("round", "round.id", "item.round_id")
        .innerJoin("responder", "responder.item_id", "item.id")
        .where("responder.person_id", "=", person)
        .where("responder.until", "is", null)
        .select(["dropped_because", "opened_at", "published_at", "cancelled_at"])
        .where("item.id", "=", item)
        .executeTakeFirst();
      if (!row) return "not-yours";
      if (row.cancelled_at) return "cancelled";
      if (row.published_at) return "published";
      if (row.dropped_because !== null) return "dropped";
      return row.opened_at ? "not-yours" : "not-open-yet";
    },
  };
}
