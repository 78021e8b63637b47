import type { App } from "../src/app.ts";
import type { CommandContext } from "../src/conversation/commands/context.ts";
import {
  beginsLikeCommand,
  readCommand,
  type ReadCommand,
} from "../src/conversation/commands/read-command.ts";
import { whatCanBeNamed } from "../src/conversation/commands/what-can-be-named.ts";
import { dayOf } from "../src/round/calendar.ts";
import type { Language } from "../src/round/plan.ts";
import { stateOf, type Round } from "../src/round/round.ts";
import { rolesFor } from "./actor.ts";

/**
 * What a coordinator typed, as a command about a round of theirs. Whoever coordinates none said an answer, unless it was none
 * (`answers`): then a command that is clear is handed on all the same, so that it is refused and remembered.
 */
export async function readTyped(
  app: App,
  person: { readonly id: string; readonly name: string; readonly language: Language },
  text: string,
  answers: boolean,
  now: Date,
): Promise<ReadCommand> {
  const read = (context: CommandContext) => readCommand(text, person.language, context);
  if (!beginsLikeCommand(text)) return nothingSaid;
  const rounds = newest(await app.store.rounds.list());
  const actor = { ...person, person: person.id };
  const mine = rounds.filter((round) => rolesFor(app, actor, round).coordinates);
  const own = mine.length > 0 ? read(await contextOf(app, mine, now)) : nothingSaid;
  if (own.kind === "command" || own.kind === "show") return own;
  if (mine.length < rounds.length && !answers) {
    const strangers = read(await contextOf(app, rounds, now));
    if (strangers.kind === "command") return { ...strangers, confirmed: false };
  }
  return own;
}

const nothingSaid: ReadCommand = { kind: "not-a-command" };

/** Rounds under way, and of every other plan the newest one: "lukk runden" said twice is about the same round. */
export function newest(rounds: readonly Round[]): Round[] {
  const isOver = (round: Round): boolean => ["published", "cancelled"].includes(stateOf(round));
  const plans = new Set<string>();
  return rounds.filter((round) => {
    const first = !plans.has(round.plan);
    plans.add(round.plan);
    return first || !isOver(round);
  });
}

/** `rounds` are those that may be meant. */
export async function contextOf(app: App, rounds: readonly Round[], now: Date): Promise<CommandContext> {
  const named = rounds.map(async (round) =>
    whatCanBeNamed(await app.store.records.record(round), await app.store.reviews.decisions(round.id)),
  );
  return {
    today: dayOf(now, app.config.settings.timetable.timeZone),
    people: app.config.people.map(({ id, name }) => ({ id, name })),
    rounds: await Promise.all(named),
  };
}
