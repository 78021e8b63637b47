import { sql, type Transaction } from "kysely";
import { changing, refused, type By, type Change, type Changed } from "./changes.ts";
import { setResponders } from "./contacts.ts";
import type { Database } from "./postgres.ts";
import type { Tables } from "./tables.ts";

/** An offer of an item, from one person to another. */
export interface Offer {
  readonly id: string;
  readonly round: string;
  readonly item: string;
  /** Person ids. */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly outcome: "accepted" | "declined" | "taken-back" | null;
}

export interface NewOffer {
  /** Item ids. */
  readonly items: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** When news goes out. */
interface At {
  readonly day: string;
  readonly at: Date;
}

/** What news is about an offer is kept with the notice as a step: `offer 12`. */
const offerStep = "offer ";

export function handOversIn(db: Database) {
  return {
    /** Offers items that are the giver's and open. What they offered somebody else before is taken back. */
    offer: (round: string, offer: NewOffer, at: At, by: By): Promise<Changed> =>
      making(db, round, by, async (change, redraw) => {
        const items = await heldItems(change.trx, round, offer.items);
        if (items.length < offer.items.length || items.some((item) => !item.responders.includes(offer.from)))
          return refused("not-yours");
        const open = items.filter((item) => item.open && item.responders[0] !== offer.to);
        if (open.length === 0) return refused("settled");
        const fresh = open.filter(({ offer: old }) => old?.to !== offer.to || old.from !== offer.from);
        if (fresh.length === 0) return "already";
        for (const { offer: old } of fresh) {
          if (!old) continue;
          await settle(change.trx, old.id, "taken-back", by.now);
          redraw.push(...(await shownTo(change.trx, round, old.to)));
        }
        const made: { id: string; item: string }[] = [];
        for (const { id: item } of fresh) {
          made.push({ id: await insert(change.trx, item, offer, by.now), item });
          await change.log("offered", item);
        }
        await change.redraw(fresh.map((item) => item.id));
        await tell(change, "hand-over", offer.to, made, at);
        return "done";
      }),

    /** Takes over what was offered, or declines. The giver stays behind whoever took it, and hears of it. */
    answer: (
      round: string,
      offers: readonly string[],
      person: string,
      accepted: boolean,
      at: At,
      by: By,
    ): Promise<Changed> =>
      making(db, round, by, async (change, redraw) => {
        const asked = await offersOf(change.trx, offers);
        const theirs = asked.filter((one) => one.to === person && one.round === round);
        if (theirs.length === 0 || theirs.length < asked.length) return refused("not-yours");
        const wanted = accepted ? "accepted" : "declined";
        const waiting = theirs.filter((one) => one.outcome === null);
        if (waiting.length === 0)
          return theirs.every((one) => one.outcome === wanted) ? "already" : refused("settled");

        const items = await heldItems(
          change.trx,
          round,
          waiting.map((one) => one.item),
        );
        const standing = waiting.filter((one) =>
          items.some(({ id, open, responders }) => id === one.item && open && responders.includes(one.from)),
        );
        if (accepted && standing.length === 0) return refused("settled");
        for (const offer of waiting) {
          const stands = standing.includes(offer);
          await settle(change.trx, offer.id, accepted && !stands ? "taken-back" : wanted, by.now);
          await change.log(accepted && !stands ? "offer-taken-back" : wanted, offer.item);
        }
        for (const offer of accepted ? standing : []) {
          const before = items.find((item) => item.id === offer.item)?.responders ?? [];
          const responders = [...new Set([person, offer.from, ...before])];
          await setResponders(change.trx, { id: offer.item, responders, assigned: true }, by.now);
        }
        redraw.push(...(await shownTo(change.trx, round, person)));
        await change.redraw(waiting.map((one) => one.item));
        for (const [from, given] of Map.groupBy(standing, (one) => one.from)) {
          await tell(change, "hand-over-answered", from, given, at);
        }
        return "done";
      }),

    /** Offers by their ids, oldest first; ids that are none are left out. */
    get: (ids: readonly string[]): Promise<Offer[]> => offersOf(db, ids),

    /** The offers one notice tells of. */
    async toldBy(notice: string): Promise<Offer[]> {
      const rows = await db
        .selectFrom("notice_item")
        .select("step")
        .where("notice_id", "=", notice)
        .where("step", "like", `${offerStep}%`)
        .execute();
      return offersOf(
        db,
        rows.map((row) => row.step.slice(offerStep.length)),
      );
    },
  };
}

/** Like any change; messages with offers are redrawn too. */
async function making(
  db: Database,
  round: string,
  by: By,
  work: (change: Change, redraw: string[]) => ReturnType<Parameters<typeof changing>[4]>,
): Promise<Changed> {
  const redraw: string[] = [];
  const changed = await changing(db, round, ["open", "closed"], by, (change) => work(change, redraw));
  return changed.is === "done" ? { ...changed, redraw: [...changed.redraw, ...redraw] } : changed;
}

interface Held {
  readonly id: string;
  readonly open: boolean;
  readonly responders: readonly string[];
  readonly offer: { readonly id: string; readonly from: string; readonly to: string } | null;
}

async function heldItems(trx: Transaction<Tables>, round: string, items: readonly string[]): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select i.id, i.dropped_because is null and (a.status is null or i.question is not null) as open,
      coalesce((select array_agg(s.person_id order by s.rank) from responder s where s.item_id = i.id and s.until is null), '{}')
        as responders,
      (select jsonb_build_object('id', h.id::text, 'from', h.from_person, 'to', h.to_person)
        from hand_over h where h.item_id = i.id and h.settled_at is null) as offer
    from item i left join answer a on a.item_id = i.id and a.revision = i.current
    where i.id = any(${idsIn(items)}::bigint[]) and i.round_id = ${round}::bigint
    order by i.id for no key update of i`.execute(trx);
  return rows;
}

async function offersOf(db: Database, offers: readonly string[]): Promise<Offer[]> {
  const { rows } = await sql<Offer>`
    select h.id, i.round_id as round, h.item_id as item, h.from_person as "from", h.to_person as "to", h.reason, h.outcome
    from hand_over h join item i on i.id = h.item_id where h.id = any(${idsIn(offers)}::bigint[]) order by h.id`.execute(
    db,
  );
  return rows;
}

async function insert(
  trx: Transaction<Tables>,
  item: string,
  { from, to, reason }: NewOffer,
  now: Date,
): Promise<string> {
  const { id } = await trx
    .insertInto("hand_over")
    .values({ item_id: item, from_person: from, to_person: to, reason, offered_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function settle(
  trx: Transaction<Tables>,
  offer: string,
  outcome: "accepted" | "declined" | "taken-back",
  now: Date,
): Promise<void> {
  await trx
    .updateTable("hand_over")
    .set({ settled_at: now, outcome })
    .where("id", "=", offer)
    .where("settled_at", "is", null)
    .execute();
}

/** The person's messages with offers show what became of them. */
async function shownTo(trx: Transaction<Tables>, round: string, person: string): Promise<string[]> {
  const rows = await trx
    .updateTable("notice")
    .set((row) => ({ version: row("version", "+", 1) }))
    .where("round_id", "=", round)
    .where("person_id", "=", person)
    .where("kind", "=", "hand-over")
    .where("state", "in", ["sending", "sent"])
    .returning("id")
    .execute();
  return rows.map((row) => row.id);
}

async function tell(
  { round, tell: owing }: Change,
  kind: "hand-over" | "hand-over-answered",
  person: string,
  offers: readonly Pick<Offer, "id" | "item">[],
  { day, at }: At,
): Promise<void> {
  const first = offers[0];
  if (first === undefined) return;
  const items = offers.map(({ id, item }) => ({ item, step: `${offerStep}${id}` }));
  const slot = `event ${kind} h${first.id}`;
  await owing(() => [{ person, kind, slot, day, notBefore: at, round: round.id, thing: first.id, items }]);
}

/** People write addresses by hand: what cannot be an id is none. */
function idsIn(written: readonly string[]): string[] {
  return [...new Set(written.filter((id) => /^\d{1,18}$/.test(id)))];
}
