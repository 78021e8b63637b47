import { tellOfMove, type Moved } from "../round/deadlines.ts";
import { lastDeadline, stateOf, type Item, type Round } from "../round/round.ts";
import { itemsOf } from "./items.ts";
import { oweOne } from "./notices.ts";
import type { Database } from "./postgres.ts";
import { locked, logged, redrawAsks } from "./rounds.ts";

/** How the news of a moved deadline goes out. */
export interface MoveNews {
  readonly day: string;
  readonly at: Date;
  /** Whether somebody was asked about an item. */
  readonly wasAsked: (person: string, item: string) => boolean;
}

export function deadlinesIn(db: Database) {
  return {
    /**
     * Moves deadlines as `decide` says, with the round held still meanwhile, and owes the news to whoever it concerns.
     * `already` when nothing was different; null when the round takes no answers any more.
     */
    move: (
      id: string,
      decide: (round: Round, items: readonly Item[]) => Moved | null,
      news: MoveNews,
      actor: string,
      now: Date,
    ) =>
      db.transaction().execute(async (trx) => {
        const round = await locked(trx, id);
        if (!round || ["published", "cancelled"].includes(stateOf(round))) return null;
        const moved = decide(round, await itemsOf(trx, id));
        if (!moved) return { already: true as const };
        await trx
          .updateTable("round")
          .set({ deadline: moved.deadline, ...(moved.reopens ? { closed_at: null } : {}) })
          .where("id", "=", id)
          .execute();
        for (const [item, deadline] of moved.items)
          await trx.updateTable("item").set({ deadline }).where("id", "=", item).execute();
        await redrawAsks(trx, id);

        const change = { at: now, round_id: id, actor, source: `round ${id} ${now.toISOString()}` };
        const { id: event } = await trx
          .insertInto("event")
          .values({ ...change, item_id: null, verb: "deadline-moved" })
          .returning("id")
          .executeTakeFirstOrThrow();
        for (const item of moved.items.keys())
          await logged(trx, {
            ...change,
            item_id: item,
            verb: "deadline-moved",
            source: `event ${event}`,
          });
        if (moved.reopens) await logged(trx, { ...change, verb: "reopened" });
        const notices: string[] = [];
        for (const [person, items] of tellOfMove(moved, news.wasAsked)) {
          const notice = await oweOne(
            trx,
            {
              person,
              kind: "deadline-moved",
              slot: `event deadline-moved r${id} e${event}`,
              day: news.day,
              notBefore: news.at,
              round: id,
              items: items.map((item) => ({ item, step: `moved e${event}` })),
            },
            now,
          );
          if (notice !== null) notices.push(notice);
        }
        return { already: false as const, notices };
      }),

    /** Closes a round whose last deadline has passed; false when it has not, or somebody moved it meanwhile. */
    closePassed: (id: string, now: Date) =>
      db.transaction().execute(async (trx) => {
        const round = await locked(trx, id);
        if (!round || stateOf(round) !== "open") return false;
        if (lastDeadline(round, await itemsOf(trx, id)) > now) return false;
        await trx.updateTable("round").set({ closed_at: now }).where("id", "=", id).execute();
        await redrawAsks(trx, id);
        const source = `round ${id}`;
        await logged(trx, { at: now, round_id: id, actor: "calendar", verb: "closed", source });
        return true;
      }),

    /** Items a notice told of that no later notice to the same person moved again. */
    async toldOf(notice: string): Promise<string[]> {
      const rows = await db
        .selectFrom("notice_item as mine")
        .select("mine.item_id as item")
        .where("mine.notice_id", "=", notice)
        .where((row) =>
          row.not(
            row.exists(
              row
                .selectFrom("notice_item as later")
                .innerJoin("notice", "notice.id", "later.notice_id")
                .select("later.item_id")
                .whereRef("later.item_id", "=", "mine.item_id")
                .whereRef("later.person_id", "=", "mine.person_id")
                .whereRef("later.notice_id", ">", "mine.notice_id")
                .where("notice.kind", "=", "deadline-moved"),
            ),
          ),
        )
        .execute();
      return rows.map((row) => row.item);
    },
  };
}
