import { sql, type Transaction } from "kysely";
import { stateOf } from "../round/round.ts";
import { oweOne, type Owed } from "./notices.ts";
import type { Database } from "./postgres.ts";
import { locked, logged } from "./rounds.ts";
import { byHand } from "./steps.ts";
import type { Tables } from "./tables.ts";

/** A nudge a coordinator wants sent now. */
export interface ByHand {
  readonly person: string;
  readonly kind: "ask" | "remind" | "deputy";
  /** Item ids. */
  readonly items: readonly string[];
}

interface When {
  /** The local day it goes out on, and when. */
  readonly day: string;
  readonly at: Date;
  /** The local minutes, `YYYY-MM-DD HH:MM`, this one and the one before: said twice in them is said once. */
  readonly minutes: readonly [string, string];
}

/** Nudges of a day that are on their way, or have arrived, by person. */
type Nudged = ReadonlyMap<string, "waiting" | "arrived">;

/** What a coordinator sends by hand. */
export interface Sending {
  readonly round: string;
  readonly nudges: readonly ByHand[];
  readonly when: When;
  /** Also to who has heard today. */
  readonly insist: boolean;
  readonly actor: string;
}

export function remindersIn(db: Database) {
  return {
    nudgedOn: (day: string) => nudgedOn(db, day),

    /**
     * Owes all of it, or nothing. The day's slot is used, so that nobody hears twice; who has heard already hears once more
     * only when that is insisted on. Null when the round takes no answers any more.
     */
    owe: (sending: Sending, now: Date) =>
      db.transaction().execute(async (trx) => {
        const round = await locked(trx, sending.round);
        if (!round || !["open", "closed"].includes(stateOf(round))) return null;
        return owe(trx, sending, now);
      }),
  };
}

async function nudgedOn(db: Database, day: string): Promise<Nudged> {
  const { rows } = await sql<{ person: string; waits: boolean }>`
    select person_id as person, bool_or(state <> 'sent') as waits from notice
    where kind in ('ask', 'remind', 'deputy')
      and (state in ('owed', 'sending', 'unsure') or (state = 'sent' and day = ${day}::date))
    group by person_id`.execute(db);
  return new Map(rows.map((row) => [row.person, row.waits ? "waiting" : "arrived"]));
}

async function owe(
  trx: Transaction<Tables>,
  { round, nudges, when, insist, actor }: Sending,
  now: Date,
): Promise<{ notices: string[]; people: string[]; heard: string[] }> {
  const nudged = await nudgedOn(trx, when.day);
  const owed: { person: string; id: string | null }[] = [];
  for (const nudge of nudges) {
    const before = nudged.get(nudge.person);
    const barred = before === "waiting" || (before === "arrived" && !insist);
    const id = barred ? null : await oweNow(trx, round, nudge, when, before === "arrived", now);
    owed.push({ person: nudge.person, id });
  }
  const notices = owed.flatMap(({ id }) => id ?? []);
  const source = `round ${round}`;
  if (notices.length > 0) await logged(trx, { at: now, round_id: round, actor, verb: "reminded", source });
  return {
    notices,
    people: owed.filter(({ id }) => id !== null).map(({ person }) => person),
    heard: owed.filter(({ id }) => id === null).map(({ person }) => person),
  };
}

/** The day's slot; another one where it is taken by something that arrived already, or that never will. */
async function oweNow(
  trx: Transaction<Tables>,
  round: string,
  nudge: ByHand,
  { day, at, minutes }: When,
  again: boolean,
  now: Date,
): Promise<string | null> {
  const owed = (slot: string, step: string): Owed => ({
    person: nudge.person,
    kind: nudge.kind,
    slot,
    day,
    notBefore: at,
    round,
    items: nudge.items.map((item) => ({ item, step })),
  });
  const first = again ? null : await oweOne(trx, owed(`day ${day}`, `${byHand} ${day}`), now);
  if (first !== null) return first;
  const slots = minutes.map((minute) => `event insist r${round} ${minute}`);
  const justNow = await trx
    .selectFrom("notice")
    .select("id")
    .where("person_id", "=", nudge.person)
    .where("slot", "in", slots)
    .executeTakeFirst();
  if (justNow) return null;
  return oweOne(trx, owed(slots[0] ?? "", `${byHand} ${minutes[0]}`), now);
}
