import type { Command } from "../conversation/commands.ts";
import type { Confirmation, Progress, View } from "../conversation/messages.ts";
import { wordingFor, type Wording } from "../conversation/wording.ts";
import { moment } from "../conversation/wording/dates.ts";
import type { Language } from "../round/plan.ts";

/** Views as plain text for the command line, in the same words as everywhere else. */

export function describeConfirmation(
  verb: Command["verb"],
  period: string,
  what: Confirmation,
  language: Language,
): string {
  const words = wordingFor(language);
  return [
    words.confirm.title[verb](period),
    ...section(words.confirm.blocked, what.blocked.map(words.block)),
    ...section(
      words.confirm.names[verb](what.people.length),
      what.people.map((person) => named(person, words)),
    ),
    ...section(words.confirm.look, what.warnings.map(words.warning)),
    words.confirm.after[verb],
  ].join("\n");
}

function named(person: Confirmation["people"][number], words: Wording): string {
  return person.items > 0 ? `${person.name} (${words.words.measures(person.items)})` : person.name;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

export function describeProgress(view: Extract<View, { kind: "progress" }>, language: Language): string {
  const { words, unreachable, whyUnreachable } = wordingFor(language);
  const { round, progress } = view;
  return [
    `${round.plan}, ${round.period}`,
    `${words.states[progress.state]} · ${words.answeredOf(progress.answered, progress.items)} · ${words.deadline} ${moment(round.deadline, round.timeZone, language)}`,
    "",
    ...progress.people.flatMap((person) => [
      `${mark(person)} ${person.name}: ${words.answeredOf(person.answered, person.owns)}`,
      ...(person.unreachable === null ? [] : [`    ${unreachable(whyUnreachable(person.unreachable))}`]),
      ...person.missing.map((item) => `    ${item.number} ${item.short} (${item.unit})`),
    ]),
  ].join("\n");
}

function mark(person: Progress["people"][number]): string {
  return person.missing.length === 0 ? "✓" : "–";
}

/** What became of a command, in one line. */
export function describeOutcome(view: View, language: Language): string {
  const words = wordingFor(language);
  if (view.kind === "refused") return words.refused[view.why];
  if (view.kind === "done") return view.already ? words.done.already : words.done[view.verb];
  throw new Error(`a command does not end in a ${view.kind}`);
}
