import type { App } from "../src/app.ts";
import type { Sent, View } from "../src/conversation/messages.ts";
import type { Command } from "../src/conversation/commands.ts";
import { nameOfRound } from "../src/conversation/show.ts";
import { dayOf, nextWorkingTime } from "../src/round/calendar.ts";
import type { Plan } from "../src/round/plan.ts";
import type { Round } from "../src/round/round.ts";
import type { Actor } from "./actor.ts";
import { refuse } from "./whom.ts";

type Owed = Parameters<App["store"]["notices"]["owe"]>[0][number];
type Changed = Awaited<ReturnType<App["store"]["reviews"]["cancel"]>>;

/** Roles are the plan file's as it is now; a plan whose file is gone keeps those it was copied with. */
export function planOf(app: App, round: Round): Plan {
  return app.config.plans.find((one) => one.key === round.plan) ?? round.copy.plan;
}

/** News of a round for some people, when working hours next allow it; whoever did it knows already. */
export function newsFor(
  round: Round,
  to: readonly string[],
  by: Pick<Actor, "person">,
  now: Date,
  what: Pick<Owed, "kind" | "slot"> & { readonly item?: string | null; readonly thing?: string | null },
): Owed[] {
  const at = nextWorkingTime(now, round.timetable);
  const { item, thing, ...rest } = what;
  return [...new Set(to)]
    .filter((person) => person !== by.person)
    .map((person) => ({
      ...rest,
      ...(item != null && { item }),
      ...(thing != null && { thing }),
      person,
      day: dayOf(at, round.timetable.timeZone),
      notBefore: at,
      round: round.id,
    }));
}

/** Who hears, by name, and who is known to be out of reach. */
export async function sentTo(
  app: App,
  round: Round,
  to: readonly string[],
  by: Pick<Actor, "person">,
  now: Date,
): Promise<Sent> {
  const known = await peopleFor(
    app,
    [...new Set(to)].filter((person) => person !== by.person),
  );
  return {
    to: known.filter((person) => person.trouble === null).map((person) => person.name),
    unreachable: unreachableOf(known),
    leftOut: [],
    at: nextWorkingTime(now, round.timetable),
  };
}

export function unreachableOf(known: readonly { readonly name: string; readonly trouble: string | null }[]) {
  return known.flatMap(({ name, trouble }) => (trouble === null ? [] : [{ name, why: trouble }]));
}

/** In the order they were asked for; somebody unknown is left out. */
export async function peopleFor(app: App, ids: readonly string[]) {
  const all = new Map((await app.store.people.list()).map((person) => [person.id, person]));
  return ids.flatMap((id) => all.get(id) ?? []);
}

/** Rings for what came of a command and says what became of it; a refusal leaves a line in the event log. */
export async function outcome(
  app: App,
  actor: Actor,
  round: Round,
  told: Command,
  changed: Changed,
  now: Date,
  sent: Sent | null = null,
): Promise<View> {
  if (changed.is === "refused") return refuse(app, actor, told, changed.why, now);
  if (changed.is === "done") {
    app.ring("deliver", changed.deliver);
    app.ring("redraw", changed.redraw);
  }
  const already = changed.is === "already";
  return { kind: "done", verb: told.verb, round: nameOfRound(round), already, sent: already ? null : sent };
}

/** Text as it may be stored; null for one that says nothing, or more than may be said. */
export function sayable(
  text: string,
  longest: number,
): { text: string } | { why: "says-nothing" | "too-long" } {
  if (text === "") return { why: "says-nothing" };
  return text.length > longest ? { why: "too-long" } : { text };
}
