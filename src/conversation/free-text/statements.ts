import type { Naming } from "./measure-names.ts";
import * as said from "./reply-words.ts";
import { headAt, mayEnd, pastTail, type Head, type Reading } from "./status-head.ts";
import { isMark, skip, type Token } from "./tokens.ts";

/** One status said, of the measures named (`null`: none was), with the tokens of its comment. */
export interface Statement {
  readonly naming: Naming | null;
  readonly head: Head;
  /** Index of the first token after it. */
  readonly end: number;
  readonly comment: { readonly from: number; readonly to: number };
}

type Opening = Omit<Statement, "comment">;

const beginsNew = ",;.!|\t";
/**
 * The statements of a reply, or null when it does not begin with one. A status counts only where a statement can
 * begin, and only when it is followed by punctuation or words that cannot belong to it: anywhere else "green" may
 * speak of something else.
 */
export function statementsOf(reading: Reading): Statement[] | null {
  const { tokens } = reading;
  let current = openingAt(reading, skip(tokens, 0));
  if (!current) return null;
  const statements: Statement[] = [];
  for (let at = current.end; at < tokens.length; at++) {
    if (at > current.end && !isBoundary(tokens[at - 1])) continue;
    const next = openingAt(reading, at);
    if (!next?.naming) continue;
    statements.push({
      ...current,
      comment: { from: current.end, to: beforeBoundary(tokens, current.end, at) },
    });
    current = next;
    at = next.end - 1;
  }
  return [...statements, { ...current, comment: { from: current.end, to: tokens.length } }];
}

/** "We held four meetings this year. Green.": a colour that is a whole last sentence. */
export function closingStatement(reading: Reading): Statement | null {
  const { tokens } = reading;
  const last = tokens.findLastIndex((token) => !endsSentence(token));
  const from = tokens.findLastIndex((token, n) => n < last && endsSentence(token)) + 1;
  const head = from > 0 ? headAt(reading, from) : null;
  if (
    !head?.meaning?.colour ||
    head.end <= last ||
    isMark(tokens[from - 2], ":,") ||
    isMark(tokens[from - 1], ":,")
  )
    return null;
  for (let at = 0; at < from; at++) {
    const meaning = reading.words.longestAt(tokens, at)?.value;
    if ((meaning && !meaning.ordinary) || said.notNow.has(tokens, at) || reading.names.numberAt(tokens, at))
      return null;
  }
  return { naming: null, head, end: tokens.length, comment: { from: 0, to: from } };
}

function endsSentence(token: Token): boolean {
  return token.kind === "line" || isMark(token, ".!");
}

function openingAt(reading: Reading, at: number): Opening | null {
  return namedFirst(reading, at) ?? statusFirst(reading, at);
}

function namedFirst(reading: Reading, at: number): Opening | null {
  const { tokens, names } = reading;
  const naming = names.namingAt(tokens, at);
  if (!naming) return null;
  for (const name of [naming, names.titleAfter(tokens, naming)]) {
    const head = name && headAt(reading, skip(tokens, name.end, ":–—-=→>,|).(\t", 4));
    if (head && mayEnd(reading, head)) return { naming: name, head, end: pastTail(tokens, head.end) };
  }
  return null;
}

function statusFirst(reading: Reading, at: number): Opening | null {
  const { tokens, names } = reading;
  const head = headAt(reading, at);
  if (!head) return null;
  const naming = names.namingAt(tokens, isMark(tokens[head.end], ":") ? head.end + 1 : head.end);
  if (naming && mayEnd(reading, { ...head, end: naming.end }))
    return { naming, head, end: pastTail(tokens, naming.end) };
  return mayEnd(reading, head) ? { naming: null, head, end: pastTail(tokens, head.end) } : null;
}

function isBoundary(token: Token | undefined): boolean {
  return (
    token?.kind === "line" ||
    isMark(token, beginsNew) ||
    ["og", "and", "mens", "while", "samt"].includes(token?.text ?? "")
  );
}

function beforeBoundary(tokens: readonly Token[], from: number, at: number): number {
  let end = at;
  while (end > from && (isBoundary(tokens[end - 1]) || isMark(tokens[end - 1], "–—-•"))) end--;
  return end;
}
