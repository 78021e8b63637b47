import { changing, itemIn, refused, type By, type Change, type Changed, type News } from "./changes.ts";
import type { HeldItem, Refused } from "./changes.ts";
import type { Database } from "./postgres.ts";

/** An owner thinks an item is no longer relevant; the coordinator has not said yes or no. */
export interface Proposal {
  readonly id: string;
  readonly item: string;
  /** Person id. */
  readonly by: string;
  readonly reason: string;
}

export function dropsIn(db: Database) {
  return {
    /** Drops items by a decision. After publishing it prepares a correction. Those that are dropped already stay as they are. */
    drop: (round: string, items: readonly string[], because: string, by: By, news: News): Promise<Changed> =>
      changing(db, round, ["open", "closed", "published"], by, async (change) => {
        const held = await allOf(change, items);
        if ("is" in held) return held;
        const live = held.filter((item) => item.dropped === null);
        if (live.length === 0) return "already";
        for (const { id } of live) {
          await change.trx
            .updateTable("item")
            .set({ dropped_because: because, dropped_by: by.actor, dropped_at: by.now })
            .where("id", "=", id)
            .execute();
          await settle(change, id, by);
          await change.log("dropped", id);
          await change.tell(news, { item: id });
        }
        await change.redraw(live.map(({ id }) => id));
        return "done";
      }),

    /** What was said before stands again. */
    restore: (round: string, items: readonly string[], by: By): Promise<Changed> =>
      changing(db, round, ["open", "closed", "published"], by, async (change) => {
        const held = await allOf(change, items);
        if ("is" in held) return held;
        const dropped = held.filter((item) => item.dropped !== null);
        if (dropped.length === 0) return "already";
        for (const { id } of dropped) {
          await change.trx
            .updateTable("item")
            .set({ dropped_because: null, dropped_by: null, dropped_at: null })
            .where("id", "=", id)
            .execute();
          await change.log("restored", id);
        }
        await change.redraw(dropped.map(({ id }) => id));
        return "done";
      }),

    /** Only who may answer an item may propose to drop it, and one proposal at a time stands. */
    propose: (round: string, item: string, reason: string, by: By, news: News): Promise<Changed> =>
      changing(db, round, ["open", "closed"], by, async (change) => {
        const held = await itemIn(change, item);
        if (!held || !held.responders.includes(by.actor)) return refused("not-yours");
        if (held.dropped !== null) return refused("dropped");
        const made = await change.trx
          .insertInto("drop_proposal")
          .values({ item_id: item, proposed_by: by.actor, reason, at: by.now })
          .onConflict((row) => row.column("item_id").where("settled_at", "is", null).doNothing())
          .returning("id")
          .executeTakeFirst();
        if (!made) return "already";
        await change.log("proposed-drop", item);
        await change.tell(news, { item, thing: made.id });
        return "done";
      }),

    /** Says no to a proposal. */
    keep: (round: string, item: string, by: By): Promise<Changed> =>
      changing(db, round, ["open", "closed", "published"], by, async (change) => {
        if (!(await itemIn(change, item))) return refused("no-such-item");
        if (!(await settle(change, item, by))) return "already";
        await change.log("kept", item);
        return "done";
      }),

    /** The round an item is of. */
    async roundOf(item: string): Promise<string | null> {
      if (!/^\d{1,18}$/.test(item)) return null;
      const row = await db.selectFrom("item").select("round_id").where("id", "=", item).executeTakeFirst();
      return row?.round_id ?? null;
    },

    async proposal(id: string): Promise<Proposal | null> {
      const row = await db
        .selectFrom("drop_proposal")
        .select(["id", "item_id as item", "proposed_by as by", "reason"])
        .where("id", "=", id)
        .where("settled_at", "is", null)
        .executeTakeFirst();
      return row ?? null;
    },

    /** Open ones, by item. */
    async proposals(round: string): Promise<Proposal[]> {
      return db
        .selectFrom("drop_proposal")
        .innerJoin("item", "item.id", "drop_proposal.item_id")
        .select(["drop_proposal.id", "item_id as item", "proposed_by as by", "reason"])
        .where("item.round_id", "=", round)
        .where("settled_at", "is", null)
        .orderBy("drop_proposal.id")
        .execute();
    },
  };
}

async function allOf(change: Change, items: readonly string[]): Promise<HeldItem[] | Refused> {
  const held: HeldItem[] = [];
  // In one order, so that two who hold the same items cannot wait for each other.
  for (const id of [...new Set(items)].toSorted()) {
    const item = await itemIn(change, id);
    if (!item) return refused("no-such-item");
    held.push(item);
  }
  return held.length === 0 ? refused("no-such-item") : held;
}

async function settle({ trx }: Change, item: string, { now }: By): Promise<boolean> {
  const settled = await trx
    .updateTable("drop_proposal")
    .set({ settled_at: now })
    .where("item_id", "=", item)
    .where("settled_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return settled !== undefined;
}
