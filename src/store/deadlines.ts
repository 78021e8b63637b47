import { tellOfMove, type Moved } from "../round/deadlines.ts";
import { lastDeadline, stateOf, type Item, type Round } from "../round/round.ts";
import { changing, type By, type Changed } from "./changes.ts";
import { itemsOf } from "./items.ts";
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
    /** Moves deadlines as `decide` says, with the round held still meanwhile, and owes the news to whoever it concerns. */
    move: (
      id: string,
      decide: (round: Round, items: readonly Item[]) => Moved | null,
      { day, at, wasAsked }: MoveNews,
      by: By,
    ): Promise<Changed> =>
      changing(db, id, ["prepared", "open", "closed"], by, async ({ trx, round, log, tell }) => {
        const moved = decide(round, await itemsOf(trx, id));
        if (!moved) return "already";
        await trx
          .updateTable("round")
          .set({ deadline: moved.deadline, ...(moved.reopens ? { closed_at: null } : {}) })
          .where("id", "=", id)
          .execute();
        for (const [item, deadline] of moved.items) {
          await trx.updateTable("item").set({ deadline }).where("id", "=", item).execute();
          await log("deadline-moved", item);
        }
        await log("deadline-moved");
        if (moved.reopens) await log("reopened");
        await redrawAsks(trx, { round: id });
        await tell(({ change }) =>
          [...tellOfMove(moved, wasAsked)].map(([person, items]) => ({
            person,
            kind: "deadline-moved" as const,
            slot: `event deadline-moved r${id} c${change}`,
            day,
            notBefore: at,
            round: id,
            items: items.map((item) => ({ item, step: `moved c${change}` })),
          })),
        );
        return "done";
      }),

    /** Closes a round whose last deadline has passed; false when it has not, or somebody moved it meanwhile. */
    closePassed: (id: string, now: Date) =>
      db.transaction().execute(async (trx) => {
        const round = await locked(trx, id);
        if (!round || stateOf(round) !== "open") return false;
        if (lastDeadline(round, await itemsOf(trx, id)) > now) return false;
        await trx.updateTable("round").set({ closed_at: now }).where("id", "=", id).execute();
        await redrawAsks(trx, { round: id });
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
