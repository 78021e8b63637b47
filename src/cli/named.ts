import { contextOf } from "../../flows/read-typed.ts";
import type { CommandItem, CommandRound } from "../conversation/commands/context.ts";
import { dateAt } from "../conversation/commands/dates.ts";
import { namesIn, namesOf, type Named, type NameKind } from "../conversation/commands/names.ts";
import { statusWordsOf } from "../conversation/free-text/status-words.ts";
import { tokensOf } from "../conversation/free-text/tokens.ts";
import type { Round } from "../round/round.ts";
import { SetupError } from "../setup-error.ts";
import type { Wired } from "../wire.ts";

/** What can be named in one round, by the same names as in the chat. Whatever is not there, or is two things, throws. */
export interface InRound {
  readonly round: CommandRound;
  unit(text: string): string;
  person(text: string): string;
  /** Anybody, as somebody who will answer. */
  anybody(text: string): string;
  heading(text: string): string;
  measure(text: string): string;
  status(text: string): string;
  /** ISO date, from "15. desember" as from "2026-12-15". */
  day(text: string): string;
  /** The one item of a measure; of the unit, where it has several. */
  item(measure: string, unit: string | undefined): CommandItem;
  /** All items of the measures; of the unit, where one is given. */
  items(measures: readonly string[], unit: string | undefined): readonly CommandItem[];
}

export async function inRound({ app, clock }: Wired, of: Round): Promise<InRound> {
  const context = await contextOf(app, [of], clock.now());
  const [round] = context.rounds;
  if (!round) throw new Error(`round ${of.id} names nothing`);
  const own = namesOf(namesIn(round, context, false));
  const all = namesOf(namesIn(round, context, true));
  const found = (names: typeof own, kind: NameKind, text: string, known: readonly string[]): string =>
    only(names.at(tokensOf(text), 0, [kind]), kind, text, known);
  const named: InRound = {
    round,
    unit: (text) =>
      found(
        own,
        "unit",
        text,
        round.units.map(({ key, name }) => `${key} (${name})`),
      ),
    person: (text) =>
      found(
        own,
        "person",
        text,
        round.people.map(({ id, name }) => `${id} (${name})`),
      ),
    anybody: (text) =>
      found(
        all,
        "person",
        text,
        context.people.map(({ id, name }) => `${id} (${name})`),
      ),
    heading: (text) => {
      const place = round.headings.find((one) => one.place === text)?.place;
      return (
        place ??
        found(
          own,
          "heading",
          text,
          round.headings.map(({ place: at, title }) => `${at} (${title})`),
        )
      );
    },
    measure: (text) => {
      const key = round.measures.find((one) => one.key === text)?.key;
      return (
        key ??
        found(
          own,
          "measure",
          text,
          round.measures.map(({ number }) => number),
        )
      );
    },
    status: (text) => statusNamed(round, text),
    day: (text) => dayNamed(text, context.today),
    item: (measure, unit) => {
      const [item, ...more] = named.items([measure], unit);
      if (!item || more.length > 0) throw new SetupError(whichUnit(round, named.measure(measure), measure));
      return item;
    },
    items: (measures, unit) => {
      const keys = measures.map((measure) => named.measure(measure));
      const ofUnit = unit === undefined ? null : named.unit(unit);
      return round.items.filter(
        (item) => keys.includes(item.measure) && (ofUnit === null || item.unit === ofUnit),
      );
    },
  };
  return named;
}

function only(
  found: { readonly named: readonly Named[]; readonly end: number } | null,
  kind: NameKind,
  text: string,
  known: readonly string[],
): string {
  const whole = found !== null && found.end === tokensOf(text).length ? found.named : [];
  const [one, ...others] = whole;
  if (!one) throw new SetupError(`There is no ${kind} "${text}". There is: ${listed(known)}.`);
  if (others.length === 0) return one.id;
  const choices = whole.map(({ id, shown }) => `${id} (${shown})`).join(", ");
  throw new SetupError(
    `"${text}" is ${whole.length} ${kind === "person" ? "people" : `${kind}s`}: ${choices}.`,
  );
}

function listed(known: readonly string[]): string {
  return known.length > 30 ? `${known.slice(0, 30).join(", ")} …` : known.join(", ") || "none";
}

function statusNamed({ legend }: CommandRound, text: string): string {
  const tokens = tokensOf(text);
  const found = statusWordsOf([legend]).longestAt(tokens, 0);
  const [key, ...others] = found?.end === tokens.length ? (found.value.keys[0] ?? []) : [];
  if (key !== undefined && others.length === 0) return key;
  throw new SetupError(
    `"${text}" is no status. Statuses: ${legend.map((one) => `${one.key} (${one.label})`).join(", ")}.`,
  );
}

function dayNamed(text: string, today: string): string {
  const found = dateAt(text.trim(), 0, today);
  if (found?.is === "day" && found.end === text.trim().length) return found.day;
  if (found?.is === "passed") throw new SetupError(`${text} has passed. Today is ${today}.`);
  throw new SetupError(`"${text}" is not certain to be one day. Give a date, YYYY-MM-DD.`);
}

function whichUnit(round: CommandRound, key: string, measure: string): string {
  const units = round.items.filter((item) => item.measure === key).map((item) => item.unit);
  if (units.length === 0) return `The measure ${measure} has no unit in this round.`;
  return `Say which unit of ${measure} with --unit: ${units.join(", ")}.`;
}
