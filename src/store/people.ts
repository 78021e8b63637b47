import type { Language, Person } from "../round/plan.ts";
import type { Account } from "../conversation/replies.ts";
import type { Database } from "./postgres.ts";

/** A person with what was learnt about them. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly language: Language;
  /** ISO date, the last day away. */
  readonly awayUntil: string | null;
  /** Why nobody could reach them. */
  readonly trouble: string | null;
}

export function peopleIn(db: Database) {
  const known = () =>
    db
      .selectFrom("person")
      .select(["id", "name", "email", "away_until as awayUntil", "trouble"])
      .select((row) => row.fn.coalesce("chosen_language", "language").as("language"));

  return {
    /** Takes over the people sheet. What people chose themselves stays; a new address is tried afresh. */
    async take(people: readonly Person[], now: Date): Promise<void> {
      await db.transaction().execute(async (trx) => {
        for (const { id, name, email, language } of people) {
          // Another e-mail is another way to find the person: what the old one led to is forgotten.
          await trx
            .deleteFrom("address")
            .where("person_id", "in", (row) =>
              row
                .selectFrom("person")
                .select("id")
                .where("id", "=", id)
                .where("email", "is distinct from", email),
            )
            .execute();
          await trx
            .insertInto("person")
            .values({ id, name, email, language })
            .onConflict((row) =>
              row.column("id").doUpdateSet((set) => ({
                name,
                email,
                language,
                left_at: null,
                trouble: set
                  .case()
                  .when("person.email", "is not distinct from", email)
                  .then(set.ref("person.trouble"))
                  .else(null)
                  .end(),
              })),
            )
            .execute();
        }
        const ids = people.map((person) => person.id);
        await trx
          .updateTable("person")
          .set({ left_at: now })
          .where("left_at", "is", null)
          .$if(ids.length > 0, (query) => query.where("id", "not in", ids))
          .execute();
      });
    },

    async get(id: string): Promise<KnownPerson | null> {
      return (await known().where("id", "=", id).executeTakeFirst()) ?? null;
    },

    async list(): Promise<KnownPerson[]> {
      return known().where("left_at", "is", null).orderBy("name").execute();
    },

    /** Who is behind an account. */
    async by(from: Account): Promise<KnownPerson | null> {
      const person = await known()
        .innerJoin("address", "address.person_id", "person.id")
        .where("address.channel", "=", from.channel)
        .where("address.account", "=", from.account)
        .where("left_at", "is", null)
        .executeTakeFirst();
      return person ?? null;
    },

    /** The account a person is known by on a channel. */
    async account(person: string, channel: string): Promise<string | null> {
      const row = await db
        .selectFrom("address")
        .select("account")
        .where("person_id", "=", person)
        .where("channel", "=", channel)
        .executeTakeFirst();
      return row?.account ?? null;
    },

    /** Remembers a verified account; an account that moved to another person is theirs from now on. */
    async found(person: string, at: Account): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await trx
          .deleteFrom("address")
          .where("channel", "=", at.channel)
          .where((row) => row.or([row("account", "=", at.account), row("person_id", "=", person)]))
          .where((row) => row.not(row.and([row("account", "=", at.account), row("person_id", "=", person)])))
          .execute();
        await trx
          .insertInto("address")
          .values({ ...at, person_id: person })
          .onConflict((row) => row.doNothing())
          .execute();
      });
    },

    /** ISO date, the last day away; null when back. Nothing happens when it is so already. */
    async goAway(person: string, until: string | null, now: Date): Promise<void> {
      await db.transaction().execute(async (trx) => {
        const changed = await trx
          .updateTable("person")
          .set({ away_until: until })
          .where("id", "=", person)
          .where("away_until", "is distinct from", until)
          .returning("id")
          .executeTakeFirst();
        if (!changed) return;
        const source = `person ${person} ${now.toISOString()}`;
        const verb = until === null ? "back" : "away";
        await trx
          .insertInto("event")
          .values({ at: now, round_id: null, item_id: null, actor: person, verb, source })
          .execute();
      });
    },

    async setTrouble(person: string, trouble: string | null): Promise<void> {
      await db.updateTable("person").set({ trouble }).where("id", "=", person).execute();
    },

    async chooseLanguage(person: string, chosen_language: Language): Promise<void> {
      await db.updateTable("person").set({ chosen_language }).where("id", "=", person).execute();
    },
  };
}
