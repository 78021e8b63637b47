import type { Command } from "../conversation/commands.ts";
import type { Confirmation, Progress, RoundName, View } from "../conversation/messages.ts";
import { wordingFor, type Wording } from "../conversation/wording.ts";
import { moment } from "../conversation/wording/dates.ts";
import type { Language } from "../round/plan.ts";

/** Views as plain text for the command line, in the same words as everywhere else. */

/** What would happen, as a question: it stands right before the answer is asked for. */
export function describeConfirmation(
  verb: Command["verb"],
  round: RoundName,
  what: Confirmation,
  language: Language,
): string {
  const { confirm } = wordingFor(language);
  return [
    nameAndDeadline(round, language),
    ...whatWouldHappen(verb, what, language),
    ...(what.blocked.length > 0 ? [] : [confirm.after[verb], confirm.title[verb](round.period)]),
  ].join("\n");
}

/** The same without the question. */
export function describePreview(round: RoundName, what: Confirmation, language: Language): string {
  const { confirm } = wordingFor(language);
  return [
    nameAndDeadline(round, language),
    ...whatWouldHappen("open", what, language),
    confirm.after.open,
  ].join("\n");
}

function nameAndDeadline({ plan, period, deadline, timeZone }: RoundName, language: Language): string {
  const { words } = wordingFor(language);
  return `${plan}, ${period} · ${words.deadline} ${moment(deadline, timeZone, language)}`;
}

function whatWouldHappen(verb: Command["verb"], what: Confirmation, language: Language): string[] {
  const words = wordingFor(language);
  const people = what.people.map((person) => named(person, words));
  return [
    ...section(words.confirm.blocked, what.blocked.map(words.block)),
    ...(people.length > 0 || verb !== "open" ? [words.confirm.names[verb](people.length)] : []),
    ...people.map((line) => `  ${line}`),
    ...section(words.confirm.look, what.warnings.map(words.warning)),
  ];
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
    nameAndDeadline(round, language),
    `${words.states[progress.state]} · ${words.answeredOf(progress.answered, progress.items)}`,
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
  if (view.kind === "done")
    return `${view.round.plan}, ${view.round.period}: ${view.already ? words.done.already : words.done[view.verb]}`;
  throw new Error(`a command does not end in a ${view.kind}`);
}
