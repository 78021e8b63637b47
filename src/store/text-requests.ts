import { changing, itemIn, refused, type By, type Changed } from "./changes.ts";
import type { Database } from "./postgres.ts";

/** Somebody is asked for a text about an item that stays where it is. */
export interface TextRequest {
  readonly id: string;
  readonly round: string;
  readonly item: string;
  /** Person ids. */
  readonly from: string;
  readonly to: string;
  readonly question: string;
  /** Null until it is given. */
  readonly text: string | null;
}

interface At {
  readonly day: string;
  readonly at: Date;
}

export function textRequestsIn(db: Database) {
  const get = async (id: string): Promise<TextRequest | null> => {
    if (!/^\d{1,18}$/.test(id)) return null;
    const row = await db
      .selectFrom("text_request")
      .innerJoin("item", "item.id", "text_request.item_id")
      .select(["text_request.id", "item.round_id as round", "item.id as item", "from_person as from"])
      .select(["to_person as to", "text_request.question", "text"])
      .where("text_request.id", "=", id)
      .executeTakeFirst();
    return row ?? null;
  };
  return {
    get,

    /** Asking the same person the same once more asks nothing. */
    ask: (
      round: string,
      asked: Pick<TextRequest, "item" | "from" | "to" | "question">,
      { day, at }: At,
      by: By,
    ): Promise<Changed> =>
      changing(db, round, ["open", "closed"], by, async (change) => {
        const item = await itemIn(change, asked.item);
        if (!item?.responders.includes(asked.from)) return refused("not-yours");
        if (item.dropped !== null) return refused("dropped");
        const same = await change.trx
          .selectFrom("text_request")
          .select("id")
          .where("item_id", "=", item.id)
          .where("from_person", "=", asked.from)
          .where("to_person", "=", asked.to)
          .where("question", "=", asked.question)
          .where("given_at", "is", null)
          .executeTakeFirst();
        if (same) return "already";
        const { id: thing } = await change.trx
          .insertInto("text_request")
          .values({
            item_id: item.id,
            from_person: asked.from,
            to_person: asked.to,
            question: asked.question,
            asked_at: by.now,
          })
          .returning("id")
          .executeTakeFirstOrThrow();
        await change.log("text-asked", item.id);
        const slot = `event text-asked t${thing}`;
        const news = { person: asked.to, kind: "text-asked" as const, slot, day, notBefore: at };
        await change.tell(() => [{ ...news, round, item: item.id, thing }]);
        return "done";
      }),

    /** A text is given once; whoever asked for it hears of it. */
    give: (request: TextRequest, text: string, { day, at }: At, by: By): Promise<Changed> =>
      changing(db, request.round, ["open", "closed"], by, async (change) => {
        const held = await change.trx
          .selectFrom("text_request")
          .select("text")
          .where("id", "=", request.id)
          .forUpdate()
          .executeTakeFirst();
        if (!held) return refused("not-yours");
        if (held.text !== null) return held.text === text ? "already" : refused("settled");
        const item = await itemIn(change, request.item);
        if (item?.dropped !== null) return refused("dropped");
        await change.trx
          .updateTable("text_request")
          .set({ text, given_at: by.now })
          .where("id", "=", request.id)
          .execute();
        await change.log("text-given", request.item);
        const slot = `event text-given t${request.id}`;
        const news = { person: request.from, kind: "text-given" as const, slot, day, notBefore: at };
        await change.tell(() => [{ ...news, round: request.round, item: request.item, thing: request.id }]);
        return "done";
      }),
  };
}
