import { sql, type Selectable, type Transaction } from "kysely";
import type { Item, Round, Step } from "../round/round.ts";
import { canStep, stateOf } from "../round/round.ts";
import type { Decisions } from "../round/decision.ts";
import { itemsOf } from "./items.ts";
import { codeOf, type Database } from "./postgres.ts";
import { decisionsOf } from "./decisions.ts";
import type { Tables } from "./tables.ts";

/** A round about to be prepared, with one item per measure and unit. */
export interface NewRound extends Pick<Round, "plan" | "period" | "copy" | "timetable" | "deadline"> {
  readonly items: readonly Pick<Item, "measure" | "unit" | "responders">[];
}

export interface Published {
  readonly version: number;
  readonly body: Uint8Array;
  readonly sha256: string;
  readonly publishedAt: Date;
}

export function roundsIn(db: Database) {
  return {
    /** Null when the plan has a running round already, or had one for the period. */
    prepare: (round: NewRound, now: Date, actor: string) => prepare(db, round, now, actor),

    async get(id: string): Promise<Round | null> {
      if (!/^\d{1,18}$/.test(id)) return null;
      const row = await db.selectFrom("round").selectAll().where("id", "=", id).executeTakeFirst();
      return row ? roundOf(row) : null;
    },

    /** All rounds, newest first. */
    async list(): Promise<Round[]> {
      const rows = await db.selectFrom("round").selectAll().orderBy("id", "desc").execute();
      return rows.map(roundOf);
    },

    /** Rounds that take answers, oldest first. */
    async running(): Promise<Round[]> {
      const rows = await db
        .selectFrom("round")
        .selectAll()
        .where("opened_at", "is not", null)
        .where("published_at", "is", null)
        .where("cancelled_at", "is", null)
        .orderBy("id")
        .execute();
      return rows.map(roundOf);
    },

    items: (round: string) => itemsOf(db, round),

    /** Rounds of a plan that wait for being opened. */
    async prepared(plan: string): Promise<Round[]> {
      const rows = await db
        .selectFrom("round")
        .selectAll()
        .where("plan", "=", plan)
        .where("opened_at", "is", null)
        .where("cancelled_at", "is", null)
        .execute();
      return rows.map(roundOf);
    },

    /** Rounds with a version that was published since, a correction too. */
    async publishedSince(since: Date): Promise<Round[]> {
      const rows = await db
        .selectFrom("round")
        .selectAll()
        .where("id", "in", (row) =>
          row.selectFrom("report").select("round_id").where("published_at", ">=", since),
        )
        .orderBy("id")
        .execute();
      return rows.map(roundOf);
    },

    /** Takes the plan over once more, as long as the round is not open; nothing happens afterwards. */
    recopy: (id: string, from: Pick<NewRound, "copy" | "items">) =>
      db.transaction().execute(async (trx) => {
        const round = await locked(trx, id);
        if (!round || stateOf(round) !== "prepared") return;
        const old = trx.selectFrom("item").select("id").where("round_id", "=", id);
        await trx.deleteFrom("responder").where("item_id", "in", old).execute();
        await trx.deleteFrom("item").where("round_id", "=", id).execute();
        await trx.deleteFrom("round_status").where("round_id", "=", id).execute();
        await trx
          .updateTable("round")
          .set({ copy: JSON.stringify(from.copy) })
          .where("id", "=", id)
          .execute();
        await fill(trx, id, from);
      }),

    /** Moves a round on; false when it is not in a state to (or somebody else did it first). */
    step: (id: string, step: Exclude<Step, "publish">, now: Date, actor: string, source: string) =>
      db.transaction().execute(async (trx) => {
        const round = await locked(trx, id);
        if (!round || !canStep(stateOf(round), step)) return false;
        await trx
          .updateTable("round")
          .set(step === "open" ? { opened_at: now } : { closed_at: now })
          .where("id", "=", id)
          .execute();
        await redrawAsks(trx, { round: id });
        await logged(trx, { at: now, round_id: id, actor, verb: verbOf[step], source });
        return true;
      }),

    /**
     * Freezes the table. Answers under way are waited for; none is taken while `compile` runs.
     * Null when the round is not in a state to be published.
     */
    publish: (
      id: string,
      compile: (round: Round, items: Item[], decisions: Decisions) => Uint8Array,
      now: Date,
      actor: string,
      source: string,
    ) =>
      db.transaction().execute(async (trx) => {
        const round = await locked(trx, id);
        if (!round || !canStep(stateOf(round), "publish")) return null;
        const body = Buffer.from(compile(round, await itemsOf(trx, id), await decisionsOf(trx, id)));
        await trx
          .insertInto("report")
          .values({
            round_id: id,
            version: 1,
            body,
            sha256: sql<Buffer>`sha256(${body}::bytea)`,
            published_at: now,
          })
          .execute();
        await trx
          .updateTable("round")
          .set({ published_at: now, closed_at: round.closedAt ?? now })
          .where("id", "=", id)
          .execute();
        await redrawAsks(trx, { round: id });
        await logged(trx, { at: now, round_id: id, actor, verb: "published", source });
        return { version: 1 };
      }),

    /**
     * Publishes a new version of what was published. `compile` gives null when it would say nothing new.
     * Null then, and when nothing was published.
     */
    correct: (
      id: string,
      compile: (round: Round, items: Item[], decisions: Decisions, before: Published) => Uint8Array | null,
      now: Date,
      actor: string,
      source: string,
    ) =>
      db.transaction().execute(async (trx) => {
        const round = await locked(trx, id);
        const before = await newestOf(trx, id);
        if (!round || !before || stateOf(round) !== "published") return null;
        const compiled = compile(round, await itemsOf(trx, id), await decisionsOf(trx, id), before);
        if (compiled === null) return null;
        const body = Buffer.from(compiled);
        const version = before.version + 1;
        await trx
          .insertInto("report")
          .values({
            round_id: id,
            version,
            body,
            sha256: sql<Buffer>`sha256(${body}::bytea)`,
            published_at: now,
          })
          .execute();
        await logged(trx, { at: now, round_id: id, actor, verb: "corrected", source });
        return { version };
      }),

    /** Everybody who was told that the round's table is out. */
    async toldOf(id: string): Promise<string[]> {
      const rows = await db
        .selectFrom("notice")
        .select("person_id as person")
        .distinct()
        .where("round_id", "=", id)
        .where("kind", "in", ["summary", "published", "corrected"])
        .execute();
      return rows.map((row) => row.person);
    },

    /** The newest published version of a round's table. */
    published: (id: string) => newestOf(db, id),

    /** What was published of the plan before this round. */
    async publishedBefore(plan: string, round: string | null): Promise<Published | null> {
      let query = db
        .selectFrom("report")
        .innerJoin("round", "round.id", "report.round_id")
        .selectAll("report")
        .where("round.plan", "=", plan);
      if (round !== null) query = query.where("round.id", "<", round);
      const row = await query
        // A correction of an older round is not what was said last.
        .orderBy("round.published_at", "desc")
        .orderBy("report.version", "desc")
        .limit(1)
        .executeTakeFirst();
      return row ? publishedOf(row) : null;
    },
  };
}

async function newestOf(db: Database, id: string): Promise<Published | null> {
  const row = await db
    .selectFrom("report")
    .selectAll()
    .where("round_id", "=", id)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? publishedOf(row) : null;
}

const verbOf = { open: "opened", close: "closed" } as const;

async function prepare(db: Database, round: NewRound, now: Date, actor: string): Promise<string | null> {
  try {
    return await db.transaction().execute(async (trx) => {
      const { id } = await trx
        .insertInto("round")
        .values({
          plan: round.plan,
          period: round.period,
          copy: JSON.stringify(round.copy),
          timetable: JSON.stringify(round.timetable),
          deadline: round.deadline,
          prepared_at: now,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      await fill(trx, id, round);
      await logged(trx, { at: now, round_id: id, actor, verb: "prepared", source: `round ${id}` });
      return id;
    });
  } catch (error) {
    if (codeOf(error) === "23505") return null;
    throw error;
  }
}

async function fill(
  trx: Transaction<Tables>,
  round: string,
  from: Pick<NewRound, "copy" | "items">,
): Promise<void> {
  const statuses = from.copy.plan.legend.map((status, nth) => ({ round_id: round, status: status.key, nth }));
  await trx.insertInto("round_status").values(statuses).execute();
  for (const item of from.items) await addItem(trx, round, item);
}

/** The round's state, and whose an item is, shows in the newest message of everybody who answers or answered for it. */
export async function redrawAsks(
  trx: Transaction<Tables>,
  of: { round: string } | { item: string },
): Promise<void> {
  const which = "round" in of ? sql`i.round_id = ${of.round}::bigint` : sql`i.id = ${of.item}::bigint`;
  await sql`
    update notice set version = version + 1 where state in ('sending', 'sent') and id in (
      select max(n.id) from notice n
      where n.kind in ('ask', 'remind', 'deputy') and n.state in ('sending', 'sent') and n.person_id in (
        select s.person_id from responder s join item i on i.id = s.item_id where ${which})
      group by n.person_id)`.execute(trx);
}

async function addItem(
  trx: Transaction<Tables>,
  round: string,
  item: NewRound["items"][number],
): Promise<void> {
  const { id } = await trx
    .insertInto("item")
    .values({ round_id: round, measure: item.measure, unit: item.unit })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (item.responders.length === 0) return;
  await trx
    .insertInto("responder")
    .values(item.responders.map((person_id, rank) => ({ item_id: id, person_id, rank })))
    .execute();
}

export async function locked(trx: Transaction<Tables>, id: string): Promise<Round | null> {
  const row = await trx.selectFrom("round").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  return row ? roundOf(row) : null;
}

/** A row for every change; what was said stays out of it. */
export async function logged(
  trx: Database,
  event: { at: Date; round_id: string; item_id?: string; actor: string; verb: string; source: string },
): Promise<void> {
  await trx
    .insertInto("event")
    .values({ item_id: null, ...event })
    .onConflict((row) => row.doNothing())
    .execute();
}

function roundOf(row: Selectable<Tables["round"]>): Round {
  return {
    id: row.id,
    plan: row.plan,
    period: row.period,
    copy: row.copy,
    timetable: row.timetable,
    deadline: row.deadline,
    preparedAt: row.prepared_at,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    publishedAt: row.published_at,
    cancelledAt: row.cancelled_at,
  };
}

function publishedOf(row: Selectable<Tables["report"]>): Published {
  return {
    version: row.version,
    body: row.body,
    sha256: row.sha256.toString("hex"),
    publishedAt: row.published_at,
  };
}
