import type { Legend } from "../round/plan.ts";
import { measureNamesOf, type Placed } from "./free-text/measure-names.ts";
import {
  concerned,
  isCorrection,
  isQuestion,
  mayBeCounts,
  mixesTitlesAndNumbers,
  namesMeasures,
  unclearly,
  whyNot,
} from "./free-text/not-clear.ts";
import { ownWordsOf, type OwnWords } from "./free-text/own-words.ts";
import * as words from "./free-text/reply-words.ts";
import { doubtIn, isOnlyWhen } from "./free-text/second-thoughts.ts";
import { closingStatement, statementsOf, type Statement } from "./free-text/statements.ts";
import type { Reading } from "./free-text/status-head.ts";
import { statusWordsOf } from "./free-text/status-words.ts";
import { takenBack } from "./free-text/taking-back.ts";
import { tokensOf, type Token } from "./free-text/tokens.ts";

/** An item somebody was asked about, answered or not. */
export interface Asked {
  readonly id: string;
  readonly number: string;
  readonly key: string;
  readonly title: string;
  readonly short: string;
  readonly answered: boolean;
  readonly hasPrevious: boolean;
}

export interface AskedRound {
  readonly legend: Legend;
  readonly items: readonly Asked[];
}

/** `items` are ids. `comment` of an unclear reply is the person's own words, for a form to keep. */
export type Understood =
  | { readonly kind: "answer"; readonly said: readonly Said[] }
  | { readonly kind: "same-as-last"; readonly items: readonly string[] }
  | { readonly kind: "withdraw"; readonly items: readonly string[] }
  | { readonly kind: "show"; readonly view: "desk" | "help" | "rounds" }
  | NotClear;

export interface NotClear {
  readonly kind: "unclear";
  readonly why: Why;
  readonly items: readonly string[];
  readonly comment: string;
}

interface Said {
  readonly item: string;
  readonly status: string;
  readonly comment: string;
}

export type Why =
  | "which-measure"
  | "which-status"
  | "more-than-one-status"
  | "question"
  | "nothing-open"
  | "too-long";

/** More than anybody types; a longer text is refused, not cut. */
export const longestReply = 20_000;

/**
 * What a typed reply says about the items its writer was asked about, over all their open rounds. A colour is never
 * guessed and a reply never half taken: what is not clear is `unclear`, with a reason. Never throws; linear in the text.
 */
export function readReply(text: string, rounds: readonly AskedRound[]): Understood {
  if (text.length > longestReply) return { kind: "unclear", why: "too-long", items: [], comment: "" };
  const own = ownWordsOf(text);
  const view = own.text === "?" ? "help" : words.views[lettersOf(own.text)];
  if (view && own.signed === "") return { kind: "show", view };
  const reading = readingOf(own.text, rounds);
  if (reading.names.items.length === 0)
    return { kind: "unclear", why: "nothing-open", items: [], comment: own.text };
  return takenBack(reading, own.text) ?? understand(reading, own);
}

function readingOf(text: string, rounds: readonly AskedRound[]): Reading {
  const statusWords = statusWordsOf(rounds.map((round) => round.legend));
  const isStatus = (tokens: readonly Token[]) => {
    const found = statusWords.longestAt(tokens, 0);
    return found !== null && !found.value.ordinary && found.end === tokens.length;
  };
  const best = rounds.map((round) => round.legend[0]?.key);
  return { tokens: tokensOf(text), best, words: statusWords, names: measureNamesOf(rounds, isStatus) };
}

function lettersOf(text: string): string {
  const letters =
    text
      .slice(0, 60)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return text.length > 60 ? "" : letters.join(" ");
}

function understand(reading: Reading, { text, signed }: OwnWords): Understood {
  const unclear = (why: Why, items = concerned(reading)): Understood => unclearly(reading, text, why, items);
  if (isQuestion(reading.tokens)) return unclear("question");
  const closing = closingStatement(reading);
  const statements = statementsOf(reading) ?? (closing ? [closing] : []);
  if (statements.length === 0) return unclear(whyNot(reading));
  if (namesMeasures(reading, signed)) return unclear("which-status");
  const meant = statements.map((statement) => itemsOf(reading, statement, statements.length === 1));
  if (mixesTitlesAndNumbers(statements) || mayBeCounts(reading, statements) || meant.includes(null))
    return unclear("which-measure");
  const items = meant.flatMap((of) => of ?? []);
  if (new Set(items.map((item) => item.id)).size < items.length)
    return unclear("more-than-one-status", items);
  const takes = statements.map((statement, n) => taken(reading, text, statement, meant[n] ?? []));
  const doubt = takes.find((take) => typeof take === "string");
  if (doubt) return unclear(doubt, items);
  const said = takes.flatMap((take) => (Array.isArray(take) ? take : []));
  if (said.length === items.length) return { kind: "answer", said };
  if (said.length > 0 || items.some((item) => !item.hasPrevious)) return unclear("which-status", items);
  return { kind: "same-as-last", items: items.map((item) => item.id) };
}

/** The items of a statement, or null when they are not certain. Without a name it is the only one open, or the only one. */
function itemsOf(reading: Reading, { naming, head }: Statement, alone: boolean): readonly Placed[] | null {
  if (naming) return naming.names.every((name) => name.length === 1) ? naming.names.flat() : null;
  const { items } = reading.names;
  const open = items.filter((item) => !item.answered);
  if (open.length > 0 && open.length < items.length && isCorrection(reading.tokens, head.at)) return null;
  const only = open.length > 0 ? open : items;
  return alone && only.length === 1 ? only : null;
}

/** Answers; none when it is "as last time"; or why it cannot be taken. */
function taken(reading: Reading, text: string, statement: Statement, items: readonly Placed[]): Said[] | Why {
  const comment = commentOf(reading, text, statement);
  const meaning = statement.head.meaning;
  if (meaning === null) return comment === "" ? [] : "which-status";
  if (comment !== "" && items.length > 1 && statement.naming?.all) return "which-status";
  if (isOnlyWhen(comment, meaning.colour)) return "which-status";
  const keys = items.map((item) => meaning.keys[item.round] ?? []);
  if (keys.some((found) => found.length !== 1)) return "which-status";
  for (const round of new Set(items.map((item) => item.round))) {
    const doubt = doubtIn(reading, statement, items, round);
    if (doubt) return doubt;
  }
  return items.map((item, n) => ({ item: item.id, status: keys[n]?.[0] ?? "", comment }));
}

const joint = /^[*_`]*[^\S\n]*[,;:.!=→|…–—-]*[^\S\n]*/;
/** Those who answer in a form of their own making write the word. */
const labelled = /^\s*[*_]*(?:kommentar|merknad|comment|note)[*_]*\s?:[*_]*\s*/i;

/** The text as it was written, without the punctuation that joined it to the status. */
function commentOf({ tokens }: Reading, text: string, { comment, end }: Statement): string {
  const start = comment.from === 0 ? 0 : (tokens[end - 1]?.end ?? 0);
  const stop = comment.to > comment.from ? (tokens[comment.to - 1]?.end ?? start) : start;
  const closing = comment.to === tokens.length ? text.length : stop;
  const written = text.slice(start, Math.max(start, closing));
  const trimmed = start === 0 ? written : written.replace(joint, "").replace(labelled, "");
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(trimmed) ? trimmed.trim() : "";
}
