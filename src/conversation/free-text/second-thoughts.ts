import type { Placed } from "./measure-names.ts";
import * as said from "./reply-words.ts";
import type { Statement } from "./statements.ts";
import { headAt, type Reading } from "./status-head.ts";
import type { Meaning } from "./status-words.ts";
import { isMark, type Token } from "./tokens.ts";

export type Doubt = "which-measure" | "which-status" | "more-than-one-status";

/**
 * Why a statement is not to be taken at its word for the items of a round, after reading its comment; null when nothing
 * speaks against it.
 */
export function doubtIn(
  reading: Reading,
  statement: Statement,
  items: readonly Placed[],
  round: number,
): Doubt | null {
  const { tokens } = reading;
  const { from, to } = statement.comment;
  if (mentionsOthers(reading, from, to, items)) return "which-status";
  const { meaning, at: head } = statement.head;
  const key = meaning?.keys[round]?.join();
  const is = (other: Meaning) => other.keys[round]?.join() === key;
  const adjectives =
    meaning?.colour === true && !meaning.sign && isMark(tokens[from], ",") && isAttributive(tokens[head]);
  for (let at = from; at < to; at++) {
    const found = reading.words.longestAt(tokens, at);
    if (!found) continue;
    const doubt = doubtAt(tokens, at, found, is(found.value), { from, adjectives });
    if (doubt) return doubt;
    at = found.end - 1;
  }
  const starts = clauses(tokens, from, to);
  if (starts.some((at) => saysAnother(reading, at, is))) return "more-than-one-status";
  if (starts.some((at) => said.retraction.has(tokens, at))) return "which-status";
  if (!meaning?.colour && saysOnlyPart(tokens, from, starts, key === reading.best[round]))
    return "which-status";
  return isTakenBack(tokens, statement) ? "which-status" : null;
}

type Found = { readonly value: Meaning; readonly end: number };

function doubtAt(
  tokens: readonly Token[],
  at: number,
  found: Found,
  same: boolean,
  { from, adjectives }: { from: number; adjectives: boolean },
): Doubt | null {
  if (found.value.ordinary) return null;
  const denied = isDenied(tokens, at, from);
  if (same) return denied ? "which-status" : null;
  if (found.value.colour)
    return denied || isPastOrFuture(tokens, at, found.end) ? null : "more-than-one-status";
  return adjectives && !denied ? "which-status" : null;
}

/** "not quite done" */
function isDenied(tokens: readonly Token[], at: number, from: number): boolean {
  const behind = said.extent.has(tokens, at - 1) ? at - 2 : at - 1;
  return behind >= from && said.negation.has(tokens, behind);
}

/** "was red last time", "will be green when the agreement is signed" */
function isPastOrFuture(tokens: readonly Token[], at: number, end: number): boolean {
  return said.before.has(tokens, at - 1) || (said.becomes.has(tokens, at - 1) && said.later.has(tokens, end));
}

/** "Green, social and safe town: not started" begins with an adjective; nobody calls anything orange. */
function isAttributive(token: Token | undefined): boolean {
  return token !== undefined && !/^(?:or|am)/.test(token.text);
}

/** A whole clause of the comment that is a status of its own: "green – not started". */
function saysAnother(reading: Reading, at: number, is: (meaning: Meaning) => boolean): boolean {
  const { tokens } = reading;
  const head = headAt(reading, at);
  if (!head || (head.meaning && is(head.meaning))) return false;
  const after = said.tail.longestAt(tokens, head.end)?.end ?? head.end;
  return isEnd(tokens[after]);
}

/** "Done: the survey", "Completed – 2 of 5 meetings" and "Done … Remaining: …" say what is done, not that it is. */
function saysOnlyPart(
  tokens: readonly Token[],
  from: number,
  starts: readonly number[],
  best: boolean,
): boolean {
  if (starts.length > 0 && isMark(tokens[from], ":=")) return true;
  const next = isMark(tokens[from], ",–—-(.") ? from + 1 : from;
  return best && (tokens[next]?.kind === "number" || starts.some((at) => said.remaining.has(tokens, at)));
}

function clauses(tokens: readonly Token[], from: number, to: number): number[] {
  const starts: number[] = [];
  for (let at = from; at < to; at++) if (at === from || isEnd(tokens[at - 1])) starts.push(at);
  return starts;
}

function isEnd(token: Token | undefined): boolean {
  return !token || token.kind === "line" || isMark(token, ",;:.!–—-(|=→…)\t");
}

/** The first clause takes the status back or puts a condition on it: "green, I think", "done, but …". */
function isTakenBack(tokens: readonly Token[], { comment, head }: Statement): boolean {
  let at = comment.from;
  while (at < comment.to && isMark(tokens[at], ",;:.!–—-(|=→…)\t")) at++;
  if (at >= comment.to || tokens[at]?.kind === "line") return false;
  if (!head.meaning?.colour && said.exception.has(tokens, at)) return true;
  for (let words = 0; words < 3; words++) {
    if (said.doubt.has(tokens, at)) return true;
    at = said.inClause.longestAt(tokens, at)?.end ?? at;
  }
  const not = said.negation.longestAt(tokens, at);
  const sure =
    not && /^(?:sikker|sure|helt|heilt|quite|akkurat|sant|lenger|lengre)$/.test(tokens[not.end]?.text ?? "");
  return said.doubt.has(tokens, at) || (not !== null && (sure || isEnd(tokens[not.end])));
}

/** A number or key of somebody else's answer anywhere, a title where a statement could begin. */
function mentionsOthers(
  { tokens, names }: Reading,
  from: number,
  to: number,
  own: readonly Placed[],
): boolean {
  for (let at = from; at < to; at++) {
    const begins =
      at === from || isEnd(tokens[at - 1]) || /^(?:og|and|mens|while)$/.test(tokens[at - 1]?.text ?? "");
    const naming = begins ? names.namingAt(tokens, at) : null;
    const number = names.numberAt(tokens, at);
    const whole = /^\d+$/.test(tokens[at]?.text ?? "") && number?.end === at + 1;
    const named = [
      ...(naming && !naming.all ? naming.names.flat() : []),
      ...(number && !whole ? number.items : []),
    ];
    if (named.some((item) => !own.some((mine) => mine.id === item.id))) return true;
  }
  return false;
}

const months = "jan|feb|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|des|dec";
const date = String.raw`(?:(?:${months})\p{L}*|\d{1,2}[.:]?\s{0,2}(?:(?:${months})\p{L}*|kvartal|tertial|halvår)|\d{1,2}[./]\d{1,2}|(?:19|20)\d\d|q[1-4](?!\p{L})|uke \d|veke \d|week \d)`;
const aboutWhen = new RegExp(
  String.raw`^[\s:,.–—-]*(?:(?:i|in|til|by|per|pr|ca|medio|ultimo|primo|rundt|around|slutten av|i løpet av|løpet av|before|før|end of)\.?\s{1,3}){0,2}(?:${date}|neste|next|våren|høsten|hausten|sommeren|sumaren|vinteren)`,
  "iu",
);

/** "Done: June 2027" is a plan, not a status; after a colour only when nothing else is said. */
export function isOnlyWhen(comment: string, colour: boolean): boolean {
  return aboutWhen.test(comment.slice(0, 80)) && (!colour || comment.trim().split(/\s+/).length <= 4);
}
