import type { App } from "../src/app.ts";
import type { Command } from "../src/conversation/commands.ts";
import type { LeftOut, View } from "../src/conversation/messages.ts";
import { standingUnder } from "../src/conversation/review.ts";
import { nameOfRound } from "../src/conversation/show.ts";
import { dayOf, nextWorkingTime } from "../src/round/calendar.ts";
import { may } from "../src/round/rights.ts";
import type { Round } from "../src/round/round.ts";
import { rolesFor, type Actor } from "./actor.ts";
import { newsFor, outcome, peopleFor, planOf, sentTo, unreachableOf } from "./news.ts";
import { refuse, settled } from "./whom.ts";

/** A heading and everything under it has been read through, as it stands; a change under it takes the approval back. */
export async function approveHeading(
  app: App,
  actor: Actor,
  round: Round,
  told: Extract<Command, { verb: "approve" }>,
  now: Date,
): Promise<View> {
  const under = standingUnder(await app.store.records.draft(round), told.heading);
  if (under.length === 0) return refuse(app, actor, told, "no-such-item", now);
  const by = { actor: actor.id, now };
  const changed = await app.store.reviews.approve(round.id, under, told.approved, by);
  return outcome(app, actor, round, told, changed, now);
}

/** Asks those who must have read a heading before it is published; who has not read it is reminded, once a day. */
export async function askReaders(
  app: App,
  actor: Actor,
  round: Round,
  confirmed: boolean,
  now: Date,
): Promise<View> {
  const told = { verb: "ask-readers", round: round.id } as const;
  const why = settled(round);
  if (why) return refuse(app, actor, told, why, now);
  const { readers } = planOf(app, round);
  const readings = await app.store.reviews.readings(round.id);
  const unread = readers
    .flatMap(({ heading, people }) => people.map((person) => ({ heading, person })))
    .filter((one) => !readings.some((had) => isSame(had, one) && had.readAt !== null));
  if (readers.length > 0 && unread.length === 0)
    return outcome(app, actor, round, told, { is: "already" }, now);

  const at = nextWorkingTime(now, round.timetable);
  const slot = `event reader-asked r${round.id} ${dayOf(at, round.timetable.timeZone)}`;
  const heard = await app.store.notices.owedIn(round.id, slot);
  const waiting = unread.filter(({ person }) => !heard.includes(person));
  const people = [...new Set(waiting.map(({ person }) => person))];
  const leftOut = (await peopleFor(app, [...new Set(unread.map(({ person }) => person))]))
    .filter(({ id }) => heard.includes(id))
    .map(({ name }): LeftOut => ({ name, why: "heard-today" }));
  if (!confirmed || readers.length === 0) {
    const known = await peopleFor(app, people);
    const what = {
      people: known.map(({ id, name }) => ({
        id,
        name,
        items: waiting.filter(({ person }) => person === id).length,
      })),
      leftOut,
      unreachable: unreachableOf(known),
      blocked: people.length === 0 ? [{ is: "nobody-left" as const }] : [],
      warnings: [],
    };
    return { kind: "confirm", command: told, round: nameOfRound(round), what };
  }
  const changed = await app.store.reviews.askReaders(round.id, waiting, { actor: actor.id, now }, at, () =>
    newsFor(round, people, actor, now, { kind: "reader-asked", slot }),
  );
  const sent = await sentTo(app, round, people, actor, now);
  return outcome(app, actor, round, told, changed, now, { ...sent, leftOut });
}

function isSame(
  a: { readonly heading: string; readonly person: string },
  b: { readonly heading: string; readonly person: string },
): boolean {
  return a.heading === b.heading && a.person === b.person;
}

/** A reader has read the headings they were asked to read. */
export async function readDraft(app: App, actor: Actor, roundId: string, now: Date): Promise<View> {
  const round = await app.store.rounds.get(roundId);
  if (!round) return { kind: "refused", why: "no-such-round" };
  const roles = rolesFor(app, actor, round);
  const refused = async (why: "not-reader" | "published" | "cancelled" | "not-open-yet"): Promise<View> => {
    await app.store.events.refused(now, actor.id, `read ${why}`, `round ${round.id}`, null);
    return { kind: "refused", why };
  };
  if (roles.reads.length === 0) return refused("not-reader");
  if (!may(roles, { do: "read-draft", round })) {
    const why = settled(round);
    return refused(why === "published" || why === "cancelled" ? why : "not-open-yet");
  }
  const changed = await app.store.reviews.read(round.id, roles.reads, { actor: actor.id, now });
  if (changed.is === "refused") return { kind: "refused", why: changed.why };
  const desk = await app.store.records.desk(actor, app.config.settings.timetable.timeZone);
  return { kind: "noted", what: { is: "read" }, desk };
}
