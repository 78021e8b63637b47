import { createHash } from "node:crypto";
import type { Language } from "../round/plan.ts";
import { changing, type By, type Changed } from "./changes.ts";
import type { Database } from "./postgres.ts";
import type { LinkOpens } from "./tables.ts";

export interface NewLink {
  readonly person: string;
  readonly opens: LinkOpens;
  readonly round: string | null;
  readonly madeBy: string;
  readonly expiresAt: Date;
}

export interface OpenedLink {
  readonly person: string;
  readonly name: string;
  readonly language: Language;
  readonly opens: LinkOpens;
  readonly round: string | null;
}

/** Only a token's hash is kept: who reads the database cannot open anybody's page. */
export function linksIn(db: Database) {
  return {
    async add(token: string, link: NewLink, now: Date): Promise<void> {
      await db
        .insertInto("link")
        .values({
          token_sha256: hashOf(token),
          person_id: link.person,
          opens: link.opens,
          round_id: link.round,
          made_by: link.madeBy,
          made_at: now,
          expires_at: link.expiresAt,
        })
        .execute();
    },

    /** Null for a token that is unknown, expired, revoked, or of somebody who left. */
    async open(token: string, now: Date): Promise<OpenedLink | null> {
      const row = await db
        .selectFrom("link")
        .innerJoin("person", "person.id", "link.person_id")
        .select(["link.person_id as person", "person.name", "link.opens", "link.round_id as round"])
        .select((column) => column.fn.coalesce("chosen_language", "language").as("language"))
        .where("token_sha256", "=", hashOf(token))
        .where("expires_at", ">", now)
        .where("revoked_at", "is", null)
        .where("left_at", "is", null)
        .executeTakeFirst();
      return row ?? null;
    },

    /** Who holds a link to a round's report. */
    async holders(round: string, now: Date): Promise<string[]> {
      const rows = await db
        .selectFrom("link")
        .select("person_id as person")
        .distinct()
        .where("opens", "=", "report")
        .where("round_id", "=", round)
        .where("revoked_at", "is", null)
        .where("expires_at", ">", now)
        .orderBy("person_id")
        .execute();
      return rows.map((row) => row.person);
    },

    /** Ends every link to a round's report, also of what is still to be sent. */
    withdraw: (round: string, by: By): Promise<Changed> =>
      changing(db, round, ["open", "closed", "published", "cancelled"], by, async ({ trx, log }) => {
        const ended = await trx
          .updateTable("link")
          .set({ revoked_at: by.now })
          .where("opens", "=", "report")
          .where("round_id", "=", round)
          .where("revoked_at", "is", null)
          .where("expires_at", ">", by.now)
          .executeTakeFirst();
        const newest = await trx
          .selectFrom("report")
          .select((max) => max.fn.max("version").as("version"))
          .where("round_id", "=", round)
          .executeTakeFirst();
        const version = newest?.version ?? 0;
        if (ended.numUpdatedRows === 0n && (await withdrawnTo(trx, round)) === version) return "already";
        await trx.updateTable("round").set({ links_withdrawn: version }).where("id", "=", round).execute();
        await log("withdrew-links");
        return "done";
      }),

    /** The version up to which a report's links were ended; null when they never were. */
    withdrawnTo: (round: string) => withdrawnTo(db, round),

    /** Ends every link of a person; how many there were. */
    async revoke(person: string, now: Date): Promise<number> {
      const ended = await db
        .updateTable("link")
        .set({ revoked_at: now })
        .where("person_id", "=", person)
        .where("revoked_at", "is", null)
        .where("expires_at", ">", now)
        .executeTakeFirst();
      return Number(ended.numUpdatedRows);
    },
  };
}

async function withdrawnTo(db: Database, round: string): Promise<number | null> {
  const row = await db
    .selectFrom("round")
    .select("links_withdrawn as version")
    .where("id", "=", round)
    .executeTakeFirst();
  return row?.version ?? null;
}

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
