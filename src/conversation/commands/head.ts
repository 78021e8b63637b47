import { isMark, type Token } from "../free-text/tokens.ts";
import * as words from "./phrases.ts";
import type { Intent } from "./phrases.ts";

/** A command in two: what names things, and what is somebody's own words. Positions are indexes among the tokens. */
export interface Split {
  readonly from: number;
  readonly to: number;
  /** Empty where there are none. */
  readonly own: string;
}

/** Intents whose second half is somebody's own words: a reason, a question, a comment, lines for leadership. */
const withOwnWords: ReadonlySet<Intent | "give"> = new Set([
  "answer-for",
  "drop",
  "decide",
  "edit",
  "send-back",
  "publish",
  "correct",
  "cancel",
]);

/** Null when there is more than one line and no room for the others. */
export function splitHead(
  intent: Intent | "give",
  text: string,
  tokens: readonly Token[],
  from: number,
): Split | null {
  const end = lastOf(tokens, from);
  if (!withOwnWords.has(intent)) {
    return tokens.slice(from, end).some((token) => token.kind === "line") ? null : { from, to: end, own: "" };
  }
  for (let at = from; at < end; at++) {
    const start = ownWordsAt(intent, text, tokens, at);
    if (start !== null) return { from, to: at, own: text.slice(start).trim() };
  }
  return { from, to: end, own: "" };
}

/** Where somebody's own words begin in the text, when they begin at this token. */
function ownWordsAt(
  intent: Intent | "give",
  text: string,
  tokens: readonly Token[],
  at: number,
): number | null {
  const token = tokens[at];
  if (!token) return null;
  const after = (n: number): number => tokens[n - 1]?.end ?? text.length;
  if (token.kind === "line") return token.end;
  if (isMark(token, ":–—") && !betweenDigits(text, token)) return after(joints(tokens, at + 1));
  if (intent === "answer-for" && isMark(token, "(")) return token.start;
  if (isMark(token, "-‐‑") && standsAlone(text, token)) return token.end;
  if (!["drop", "cancel", "correct"].includes(intent)) return null;
  const reason = words.because.longestAt(tokens, at);
  if (reason) return after(joints(tokens, reason.end));
  return intent !== "correct" && words.decisionWords.has(tokens, at) ? token.start : null;
}

/** ": –" is one joint. */
function joints(tokens: readonly Token[], at: number): number {
  return isMark(tokens[at], ":–—-") ? at + 1 : at;
}

function betweenDigits(text: string, { start, end }: Token): boolean {
  return /\d/.test(text[start - 1] ?? "") && /\d/.test(text[end] ?? "");
}

function standsAlone(text: string, { start, end }: Token): boolean {
  return /\s/.test(text[start - 1] ?? "") && /\s/.test(text[end] ?? "");
}

/** Without the punctuation a sentence ends in. */
function lastOf(tokens: readonly Token[], from: number): number {
  let end = tokens.length;
  while (end > from && (tokens[end - 1]?.kind === "line" || isMark(tokens[end - 1], ".!?"))) end--;
  return end;
}
