import type { Command } from "../conversation/commands.ts";
import type { Confirmation, RoundName, Sent, View } from "../conversation/messages.ts";
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
    ...notHearing(what, words.confirm, words),
    ...section(words.confirm.look, what.warnings.map(words.warning)),
  ];
}

function named(person: Confirmation["people"][number], words: Wording): string {
  return person.items > 0 ? `${person.name} (${words.words.measures(person.items)})` : person.name;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

/** Who would be expected to hear, and does not. */
function notHearing(
  { leftOut, unreachable }: Pick<Sent, "leftOut" | "unreachable">,
  titles: Wording["confirm"] | Wording["sent"],
  words: Wording,
): string[] {
  return [
    ...section(
      titles.unreachable(unreachable.length),
      unreachable.map(({ name, why }) => `${name}: ${words.whyUnreachable(why)}`),
    ),
    ...section(
      titles.leftOut(leftOut.length),
      leftOut.map(({ name, why }) => `${name} ${words.leftOut[why]}`),
    ),
  ];
}

/** What became of a command; who hears of it, where it sends something. */
export function describeOutcome(view: View, language: Language): string {
  const words = wordingFor(language);
  if (view.kind === "refused") return words.refused[view.why];
  if (view.kind === "done") {
    const done = view.already ? words.done.already : words.done[view.verb];
    const sent = view.sent === null || view.already ? [] : describeSent(view.sent, view.round, words);
    return [`${view.round.plan}, ${view.round.period}: ${done}`, ...sent].join("\n");
  }
  throw new Error(`a command does not end in a ${view.kind}`);
}

function describeSent(sent: Sent, { timeZone }: RoundName, words: Wording): string[] {
  const { to, at } = sent;
  const when = to.length === 0 ? [] : [words.sent.at(moment(at, timeZone, words.language))];
  return [words.sent.to(to.length, to.join(", ")), ...when, ...notHearing(sent, words.sent, words)];
}
