import { sql, type Selectable, type Transaction } from "kysely";
import type { Item, Round, Step } from "../round/round.ts";
import { canStep, stateOf } from "../round/round.ts";
import { codeOf, type Database } from "./postgres.ts";
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

    items: (round: string) => items(db, round),

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

    async publishedSince(since: Date): Promise<Round[]> {
      const rows = await db.selectFrom("round").selectAll().where("published_at", ">=", since).execute();
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
      compile: (round: Round, items: Item[]) => Uint8Array,
      now: Date,
      actor: string,
      source: string,
    ) =>
      db.transaction().execute(async (trx) => {
        const round = await locked(trx, id);
        if (!round || !canStep(stateOf(round), "publish")) return null;
        const body = Buffer.from(compile(round, await items(trx, id)));
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

    /** The newest published version of a round's table. */
    async published(id: string): Promise<Published | null> {
      const row = await db
        .selectFrom("report")
        .selectAll()
        .where("round_id", "=", id)
        .orderBy("version", "desc")
        .limit(1)
        .executeTakeFirst();
      return row ? publishedOf(row) : null;
    },

    /** What was published of the plan before this round. */
    async publishedBefore(plan: string, round: string | null): Promise<Published | null> {
      let query = db
        .selectFrom("report")
        .innerJoin("round", "round.id", "report.round_id")
        .selectAll("report")
        .where("round.plan", "=", plan);
      if (round !== null) query = query.where("round.id", "<", round);
      const row = await query
        .orderBy("report.published_at", "desc")
        .orderBy("report.version", "desc")
        .limit(1)
        .executeTakeFirst();
      return row ? publishedOf(row) : null;
    },

    /**
     * Who answers now, from the people sheet as it is. Somebody who no longer answers is ended, not deleted.
     * Returns how many items changed hands.
     */
    async keepResponders(
      round: string,
      wanted: readonly Pick<Item, "id" | "responders">[],
      now: Date,
    ): Promise<number> {
      let changed = 0;
      for (const item of wanted) {
        if (await db.transaction().execute((trx) => setResponders(trx, round, item, now))) changed += 1;
      }
      return changed;
    },
  };
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
async function redrawAsks(trx: Transaction<Tables>, of: { round: string } | { item: string }): Promise<void> {
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

async function setResponders(
  trx: Transaction<Tables>,
  round: string,
  item: Pick<Item, "id" | "responders">,
  now: Date,
): Promise<boolean> {
  const was = await trx
    .selectFrom("responder")
    .select("person_id")
    .where("item_id", "=", item.id)
    .where("until", "is", null)
    .orderBy("rank")
    .execute();
  if (JSON.stringify(was.map((row) => row.person_id)) === JSON.stringify(item.responders)) return false;
  await trx
    .updateTable("responder")
    .set({ until: now })
    .where("item_id", "=", item.id)
    .where("until", "is", null)
    .execute();
  for (const [rank, person_id] of item.responders.entries()) {
    await trx
      .insertInto("responder")
      .values({ item_id: item.id, person_id, rank })
      .onConflict((row) => row.columns(["item_id", "person_id"]).doUpdateSet({ rank, until: null }))
      .execute();
  }
  await redrawAsks(trx, { item: item.id });
  const source = `contacts ${now.toISOString()}`;
  await logged(trx, {
    at: now,
    round_id: round,
    item_id: item.id,
    actor: "people.yaml",
    verb: "contacts-changed",
    source,
  });
  return true;
}

async function locked(trx: Transaction<Tables>, id: string): Promise<Round | null> {
  const row = await trx.selectFrom("round").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  return row ? roundOf(row) : null;
}

/** A row for every change; what was said stays out of it. */
async function logged(
  trx: Database,
  event: { at: Date; round_id: string; item_id?: string; actor: string; verb: string; source: string },
): Promise<void> {
  await trx
    .insertInto("event")
    .values({ item_id: null, ...event })
    .onConflict((row) => row.doNothing())
    .execute();
}

async function items(db: Database, round: string): Promise<Item[]> {
  const rows = await db
    .selectFrom("item")
    .leftJoin("answer", (join) =>
      join.onRef("answer.item_id", "=", "item.id").onRef("answer.revision", "=", "item.current"),
    )
    .select([
      "item.id",
      "item.round_id",
      "item.measure",
      "item.unit",
      "item.revisions",
      "item.dropped_because",
    ])
    .select(["answer.revision", "answer.status", "answer.comment", "answer.progress", "answer.said_by"])
    .select(["answer.said_at", "answer.received_at", "answer.crossed"])
    .select((row) =>
      row
        .selectFrom("responder")
        .select(sql<string[]>`coalesce(array_agg(person_id order by rank), '{}')`.as("people"))
        .whereRef("responder.item_id", "=", "item.id")
        .where("until", "is", null)
        .as("responders"),
    )
    .where("item.round_id", "=", round)
    .orderBy("item.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    round: row.round_id,
    measure: row.measure,
    unit: row.unit,
    revisions: row.revisions,
    dropped: row.dropped_because,
    responders: row.responders ?? [],
    answer:
      row.revision === null || row.said_by === null || row.said_at === null || row.received_at === null
        ? null
        : {
            revision: row.revision,
            status: row.status,
            comment: row.comment ?? "",
            progress: row.progress === null ? null : Number(row.progress),
            by: row.said_by,
            saidAt: row.said_at,
            receivedAt: row.received_at,
            crossed: row.crossed ?? false,
          },
  }));
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
