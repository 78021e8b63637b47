import { sql } from "kysely";
import type { Database } from "./postgres.ts";

/** What was tried and refused, and what was said by a message that is gone now. Never a text. */
export interface LoggedEvent {
  readonly id: string;
  readonly at: Date;
  readonly round: string | null;
  readonly actor: string;
  readonly verb: string;
  /** The person a notice went to, where the event is about a notice. */
  readonly to: string | null;
}

export function eventsIn(db: Database) {
  return {
    /** Everything that happened after an event, in order; all of it for "0". */
    async since(id: string): Promise<LoggedEvent[]> {
      return db
        .selectFrom("event")
        .leftJoin("notice", (join) =>
          join.on("event.source", "=", (row) => row.fn<string>("concat", [sql`'notice '`, "notice.id"])),
        )
        .leftJoin("person as actor", "actor.id", "event.actor")
        .leftJoin("person as receiver", "receiver.id", "notice.person_id")
        .select(["event.id", "event.at", "event.round_id as round", "event.verb", "receiver.name as to"])
        .select((row) => row.fn.coalesce("actor.name", "event.actor").as("actor"))
        .where("event.id", ">", id)
        .orderBy("event.id")
        .execute();
    },

    async refused(at: Date, actor: string, why: string, source: string, item: string | null): Promise<void> {
      const known =
        item !== null && /^\d{1,18}$/.test(item)
          ? await db.selectFrom("item").select(["id", "round_id"]).where("id", "=", item).executeTakeFirst()
          : undefined;
      await db
        .insertInto("event")
        .values({
          at,
          actor,
          verb: `refused ${why}`,
          source,
          item_id: known?.id ?? null,
          round_id: known?.round_id ?? null,
        })
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
    async whyNot(
      item: string,
      person: string,
    ): Promise<"not-yours" | "dropped" | "published" | "cancelled" | "not-open-yet"> {
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
