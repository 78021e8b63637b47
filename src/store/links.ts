import { createHash } from "node:crypto";
import type { Language } from "../round/plan.ts";
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

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
