import type { NotClear, Why } from "../free-text.ts";
import type { Placed } from "./measure-names.ts";
import * as words from "./reply-words.ts";
import type { Statement } from "./statements.ts";
import type { Reading } from "./status-head.ts";
import { isMark, skip, tokensOf, type Token } from "./tokens.ts";

export function isQuestion(tokens: readonly Token[]): boolean {
  return words.question.has(tokens, 0) || tokens.some((token) => isMark(token, "?"));
}

/** Whoever corrects an answer does not mean the measure that is still open: "sorry, red", "set to red". */
export function isCorrection(tokens: readonly Token[], status: number): boolean {
  const set = tokens.slice(0, status).some((token) => /^(?:til|to|sett|set|settes)$/.test(token.text));
  return set || tokens.some((_, at) => words.correction.has(tokens, at));
}

/** An answer below the sign-off would be lost. */
export function namesMeasures({ names }: Reading, signed: string): boolean {
  const tokens = tokensOf(signed);
  return tokens.some(
    (_, at) => (at === 0 || tokens[at - 1]?.kind === "line") && names.numberAt(tokens, at) !== null,
  );
}

/** "1.1 green\nMeetings are under way" may be two statements or one with a comment. */
export function mixesTitlesAndNumbers(statements: readonly Statement[]): boolean {
  return new Set(statements.map((statement) => statement.naming?.byTitle)).size > 1;
}

/** "2 green, 1 red" counts them, unless the numbers add up to more than there are measures. */
export function mayBeCounts({ tokens, names }: Reading, statements: readonly Statement[]): boolean {
  const counts = statements.map(({ naming, head }) => {
    const first = naming && naming.names.length === 1 ? tokens[naming.end - 1] : undefined;
    if (!naming || first?.kind !== "number" || naming.start < naming.end - 1 || /\D/.test(first.text))
      return Infinity;
    const marked = head.at > naming.end && isMark(tokens[naming.end], ".:)=|\t");
    return marked ? Infinity : Number(first.text);
  });
  return counts.reduce((sum, count) => sum + count, 0) <= names.items.length;
}

/** Why a reply in which no statement was found is not clear. */
export function whyNot({ tokens, words: statusWords, names }: Reading): Why {
  const said = new Set<string>();
  let named = false;
  for (let at = 0; at < tokens.length; at++) {
    const meaning = statusWords.longestAt(tokens, at)?.value;
    if (meaning?.colour) said.add(meaning.keys.join(";"));
    named ||= names.numberAt(tokens, at) !== null;
  }
  if (said.size > 1) return "more-than-one-status";
  const open = names.items.filter((item) => !item.answered);
  if (open.length === 0 && said.size === 0 && !named) return "nothing-open";
  return named || open.length === 1 ? "which-status" : "which-measure";
}

/** The items a form should show: those named, else those still open, else all. */
export function concerned({ tokens, names }: Reading): readonly Placed[] {
  const named = new Set(tokens.flatMap((_, at) => names.numberAt(tokens, at)?.items ?? []));
  const open = names.items.filter((item) => !item.answered);
  if (named.size > 0) return [...named];
  return open.length > 0 ? open : names.items;
}

/** The number of the only measure it is about is not part of the comment. */
export function unclearly(reading: Reading, text: string, why: Why, items: readonly Placed[]): NotClear {
  const { tokens, names } = reading;
  const naming = items.length === 1 ? names.namingAt(tokens, 0) : null;
  const start =
    naming && !naming.all && !naming.byTitle ? tokens[skip(tokens, naming.end, ":–—-.,)|")]?.start : 0;
  return {
    kind: "unclear",
    why,
    items: [...new Set(items.map((item) => item.id))],
    comment: text.slice(start ?? text.length).trim(),
  };
}
