import type { Legend, Status } from "../../round/plan.ts";
import { ordinaryWords, progressWords, type Stage } from "./progress-words.ts";
import { PhraseBook } from "./phrase-book.ts";
import { familiesOf, colourWords, colourSigns, misspelt, type Family } from "./colour-words.ts";
import { asLast, doubt, everything, lead, measureWord, negation, retraction, tail } from "./reply-words.ts";
import type { Token } from "./tokens.ts";

/** What a phrase means in each legend: the keys it may stand for. More than one, or none, is not clear. */
export interface Meaning {
  readonly keys: readonly (readonly string[])[];
  /** A colour, which nobody writes by chance; a word like "done" also turns up in ordinary comments. */
  readonly colour: boolean;
  /** A coloured circle may be followed by text at once; "green agreement" may be about something else. */
  readonly sign: boolean;
  /** Known not to be about status: "the Red Cross". */
  readonly ordinary: boolean;
}

export interface StatusWords {
  longestAt(tokens: readonly Token[], at: number): { readonly value: Meaning; readonly end: number } | null;
}

/** A few plans' legends recur in every reply, and collecting their words takes longer than reading it. */
const collected = new Map<string, StatusWords>();

/** Everything people may call the statuses of these legends. */
export function statusWordsOf(legends: readonly Legend[]): StatusWords {
  const name = JSON.stringify(legends);
  const words = collected.get(name) ?? collect(legends);
  if (collected.size > 100) collected.clear();
  collected.set(name, words);
  return words;
}

function collect(legends: readonly Legend[]): StatusWords {
  const book = new PhraseBook<Meaning>();
  legends.forEach((legend, n) => {
    const add = (phrase: string, keys: readonly string[], more: Partial<Meaning> = {}) => {
      const before = book.get(phrase);
      const all = legends.map((_, other) => (other === n ? keys : (before?.keys[other] ?? [])));
      book.set(phrase, { colour: false, sign: false, ordinary: false, ...before, ...more, keys: all });
    };
    for (const [family, words] of Object.entries(colourWords)) {
      const keys = keysOfHue(legend, family as Family);
      for (const word of words) add(word, keys, { colour: true });
      for (const sign of colourSigns[family as Family].circles) add(sign, keys, { colour: true, sign: true });
      for (const sign of colourSigns[family as Family].ticks) add(sign, keys);
    }
    for (const [phrase, key] of stagesOf(legend)) add(phrase, [key]);
    for (const [phrase, keys] of ownWordsOf(legend)) add(phrase, keys);
  });
  for (const phrase of ordinaryWords) {
    if (!book.get(phrase))
      book.set(phrase, { keys: legends.map(() => []), colour: false, sign: false, ordinary: true });
  }
  return { longestAt: (tokens, at) => book.longestAt(tokens, at) ?? misspeltAt(book, tokens, at) };
}

function misspeltAt(book: PhraseBook<Meaning>, tokens: readonly Token[], at: number) {
  const token = tokens[at];
  const meant = token?.kind === "word" ? misspelt(token.text) : null;
  const value = meant === null ? undefined : book.get(meant);
  return value ? { value, end: at + 1 } : null;
}

function keysOfHue(legend: Legend, family: Family): string[] {
  return legend.filter((status) => familiesOf(status.colour).includes(family)).map((status) => status.key);
}

/** Keys, labels and symbols, as the plan writes them. Digits would be taken for measures, marks for punctuation. */
function ownWordsOf(legend: Legend): Map<string, string[]> {
  const own = new Map<string, string[]>();
  for (const status of legend) {
    for (const phrase of [status.key, status.label, status.symbol]) {
      if (!isWord(phrase) && !isSymbol(phrase)) continue;
      const name = phrase.toLowerCase();
      own.set(name, isSmallTalk(name) ? [] : [...new Set([...(own.get(name) ?? []), status.key])]);
    }
  }
  return own;
}

/** A status called "Yes", "OK" or "Unchanged" cannot be told from an ordinary reply: there the form asks. */
function isSmallTalk(phrase: string): boolean {
  return [lead, tail, negation, doubt, asLast, retraction, everything, measureWord].some((book) =>
    book.get(phrase),
  );
}

function isWord(phrase: string): boolean {
  return /\p{L}{2}/u.test(phrase);
}

function isSymbol(phrase: string): boolean {
  return /^[^\p{L}\p{N}\p{P}\s|+=<>~^$`]+$/u.test(phrase);
}

/** Words like "done" and "under way" are sure only where a legend says no more than done, ongoing, not started. */
function stagesOf(legend: Legend): [phrase: string, key: string][] {
  const stages = legend.map(stageOf);
  if (stages.length !== 3 || stages.includes(null) || new Set(stages).size !== 3) return [];
  return legend.flatMap((status, n) =>
    progressWords[stages[n] ?? "done"].map((phrase): [string, string] => [phrase, status.key]),
  );
}

function stageOf(status: Status): Stage | null {
  const parts = status.label.toLowerCase().split(/\s*(?:\/|,|\beller\b|\bog\b|\bor\b|\band\b)\s*/);
  const stages = Object.entries(progressWords).filter(([, words]) =>
    parts.every((part) => words.includes(part)),
  );
  return (stages[0]?.[0] as Stage | undefined) ?? null;
}
