import type { Transaction } from "kysely";
import type { Override } from "../round/contacts.ts";
import { stateOf, type Item } from "../round/round.ts";
import { changing, type By, type Change, type Changed } from "./changes.ts";
import { itemsOf } from "./items.ts";
import type { Database } from "./postgres.ts";
import { locked, logged, redrawAsks } from "./rounds.ts";
import type { Tables } from "./tables.ts";

/** Who is to answer an item. `assigned`: in this round, whatever the people sheet says. */
export interface Wanted extends Pick<Item, "id" | "responders" | "assigned"> {}

/** What a coordinator decides about who answers. */
export interface Assignment {
  /** Remembered for the plan's rounds to come. */
  readonly overrides: readonly Override[];
  readonly items: readonly Wanted[];
}

export function contactsIn(db: Database) {
  return {
    /** What coordinators of a plan decided beside the people sheet. */
    of: (plan: string) => overridesOf(db, plan),

    /** Items of a round that were handed over to whoever answers first for them now. */
    async handedOver(round: string): Promise<ReadonlySet<string>> {
      const rows = await db
        .selectFrom("hand_over")
        .innerJoin("item", "item.id", "hand_over.item_id")
        .innerJoin("responder", (join) =>
          join
            .onRef("responder.item_id", "=", "item.id")
            .onRef("responder.person_id", "=", "hand_over.to_person")
            .on("responder.rank", "=", 0)
            .on("responder.until", "is", null),
        )
        .select("item.id")
        .where("item.round_id", "=", round)
        .where("hand_over.outcome", "=", "accepted")
        .where("item.own_responders", "is not", null)
        .execute();
      return new Set(rows.map((row) => row.id));
    },

    /** Changes who answers. Offers of somebody who has nothing to give any more are taken back. */
    assign: (round: string, assignment: Assignment, by: By): Promise<Changed> =>
      changing(db, round, ["prepared", "open", "closed", "published", "cancelled"], by, async (change) => {
        const ofPlan = await overridesOf(change.trx, change.round.plan);
        const fresh = assignment.overrides.filter((one) => !ofPlan.some((old) => isSame(old, one)));
        for (const override of fresh) await remember(change, override, by);
        const changed: string[] = [];
        for (const item of assignment.items) {
          if (!(await setResponders(change.trx, item, by.now))) continue;
          changed.push(item.id);
          await change.log("assigned", item.id);
          await takeBackOffers(change.trx, item, by.now);
        }
        if (fresh.length === 0 && changed.length === 0) return "already";
        if (fresh.length > 0) await change.log("assigned");
        await change.redraw(changed);
        return "done";
      }),

    /**
     * Who answers now, from the people sheet and what was decided beside it, in a round that is held still meanwhile.
     * Somebody who no longer answers is ended, not deleted. Returns how many items changed hands.
     */
    follow: (
      round: string,
      decide: (items: readonly Item[], overrides: readonly Override[]) => readonly Wanted[],
      now: Date,
    ): Promise<number> =>
      db.transaction().execute(async (trx) => {
        const held = await locked(trx, round);
        if (!held || stateOf(held) === "published" || stateOf(held) === "cancelled") return 0;
        let changed = 0;
        for (const item of decide(await itemsOf(trx, round), await overridesOf(trx, held.plan))) {
          if (!(await setResponders(trx, item, now))) continue;
          await redrawAsks(trx, { item: item.id });
          changed += 1;
          const source = `contacts ${now.toISOString()}`;
          await logged(trx, {
            at: now,
            round_id: round,
            item_id: item.id,
            actor: "people.yaml",
            verb: "contacts-changed",
            source,
          });
        }
        return changed;
      }),
  };
}

async function overridesOf(db: Database, plan: string): Promise<Override[]> {
  return db
    .selectFrom("contact_override")
    .select(["measure", "unit", "people"])
    .where("plan", "=", plan)
    .execute();
}

function isSame(a: Override, b: Override): boolean {
  return a.measure === b.measure && a.unit === b.unit && sameOrder(a.people, b.people);
}

function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

async function remember({ trx, round }: Change, override: Override, { actor, now }: By): Promise<void> {
  const { measure, unit } = override;
  const people = [...override.people];
  await trx
    .insertInto("contact_override")
    .values({ plan: round.plan, measure, unit, people, set_by: actor, at: now })
    .onConflict((row) =>
      row.columns(["plan", "measure", "unit"]).doUpdateSet({ people, set_by: actor, at: now }),
    )
    .execute();
}

/** False when it is so already. */
export async function setResponders(
  trx: Transaction<Tables>,
  { id, responders, assigned }: Wanted,
  now: Date,
): Promise<boolean> {
  const own = assigned ? [...responders] : null;
  const item = await trx
    .selectFrom("item")
    .select("own_responders")
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  const rows = await trx
    .selectFrom("responder")
    .select("person_id")
    .where("item_id", "=", id)
    .where("until", "is", null)
    .orderBy("rank")
    .execute();
  const was = rows.map((row) => row.person_id);
  if (!item || (sameOrder(was, responders) && (item.own_responders === null) === (own === null)))
    return false;
  await trx.updateTable("item").set({ own_responders: own }).where("id", "=", id).execute();
  await trx
    .updateTable("responder")
    .set({ until: now })
    .where("item_id", "=", id)
    .where("until", "is", null)
    .execute();
  for (const [rank, person_id] of responders.entries()) {
    await trx
      .insertInto("responder")
      .values({ item_id: id, person_id, rank })
      .onConflict((row) => row.columns(["item_id", "person_id"]).doUpdateSet({ rank, until: null }))
      .execute();
  }
  return true;
}

async function takeBackOffers(trx: Transaction<Tables>, item: Wanted, now: Date): Promise<void> {
  await trx
    .updateTable("hand_over")
    .set({ settled_at: now, outcome: "taken-back" })
    .where("item_id", "=", item.id)
    .where("settled_at", "is", null)
    .where("from_person", "not in", [...item.responders])
    .execute();
}
