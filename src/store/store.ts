import type { Heard, Said } from "../conversation/replies.ts";
import { entriesIn, takeAnswers } from "./answers.ts";
import { contactsIn } from "./contacts.ts";
import { dropsIn } from "./drops.ts";
import { deadlinesIn } from "./deadlines.ts";
import { eventsIn } from "./events.ts";
import { handOversIn } from "./hand-overs.ts";
import { inboxIn } from "./inbox.ts";
import { linksIn } from "./links.ts";
import { noticesIn } from "./notices.ts";
import { peopleIn } from "./people.ts";
import { connect, isOutage, isServed, type Postgres } from "./postgres.ts";
import { recordsIn } from "./records.ts";
import { reviewsIn } from "./reviews.ts";
import { remindersIn } from "./reminders.ts";
import { roundsIn } from "./rounds.ts";
import { textRequestsIn } from "./text-requests.ts";

export type Store = ReturnType<typeof openStore>;

/** Everything the product remembers, by what it is about. */
export function openStore(url: string) {
  const postgres: Postgres = connect(url);
  const { db, pool } = postgres;
  return {
    pool,
    listen: postgres.listen,
    close: postgres.close,
    rounds: roundsIn(db),
    records: recordsIn(db),
    reviews: reviewsIn(db),
    drops: dropsIn(db),
    entries: entriesIn(db),
    people: peopleIn(db),
    contacts: contactsIn(db),
    handOvers: handOversIn(db),
    textRequests: textRequestsIn(db),
    notices: noticesIn(db),
    deadlines: deadlinesIn(db),
    reminders: remindersIn(db),
    events: eventsIn(db),
    links: linksIn(db),
    inbox: inboxIn(db),
    takeAnswers: (heard: Heard, said: readonly Said[]) => takeAnswers(pool, heard, said),

    isOutage,

    /** Whether a server is running that delivers. */
    served: () => isServed(pool),

    async healthy(): Promise<boolean> {
      return pool.query("select 1").then(
        () => true,
        () => false,
      );
    },

    /** The time a demo in this database had come to; null where none was played. */
    async demoTime(): Promise<Date | null> {
      const row = await db
        .selectFrom("demo")
        .select("now")
        // Whatever happened in it since then: a clock that went back would take new answers for older ones.
        .select((of) =>
          of
            .selectFrom("event")
            .select((max) => max.fn.max("at").as("at"))
            .as("last"),
        )
        .executeTakeFirst();
      if (!row) return null;
      return row.last !== null && row.last > row.now ? row.last : row.now;
    },

    async keepDemoTime(now: Date): Promise<void> {
      await db
        .insertInto("demo")
        .values({ now })
        .onConflict((row) => row.column("only_one").doUpdateSet({ now }))
        .execute();
    },
  };
}
