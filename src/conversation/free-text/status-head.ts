import type { MeasureNames } from "./measure-names.ts";
import * as said from "./reply-words.ts";
import type { Meaning, StatusWords } from "./status-words.ts";
import { isMark, skip, type Token } from "./tokens.ts";

export interface Reading {
  readonly tokens: readonly Token[];
  readonly words: StatusWords;
  readonly names: MeasureNames;
  /** The first status of each round's legend. */
  readonly best: readonly (string | undefined)[];
}

/** `meaning` is null for "same as last time". */
export interface Head {
  readonly meaning: Meaning | null;
  readonly at: number;
  readonly end: number;
}

const endsClause = ",;:.!–—-(|=→…\t";
/** Nobody puts more small words than this before a status; a limit keeps the time linear. */
const mostLeads = 8;

/** A status after words that do not change it, or the one said instead of another: "not green any more, now orange". */
export function headAt(reading: Reading, start: number): Head | null {
  const { tokens, words } = reading;
  let at = start;
  for (let leads = 0; leads < mostLeads; leads++) {
    const same = said.asLast.longestAt(tokens, at);
    const found = words.longestAt(tokens, at);
    if (same && same.end > (found?.end ?? 0)) return { meaning: null, at, end: same.end };
    if (found)
      return found.value.ordinary
        ? null
        : { meaning: found.value, at, end: repeated(reading, found.value, found.end) };
    if (said.negation.has(tokens, at)) return insteadAt(reading, at);
    const lead = said.lead.longestAt(tokens, at);
    if (!lead) return null;
    at = skip(tokens, lead.end, ":=,–-→", 1);
  }
  return null;
}

function insteadAt(reading: Reading, start: number): Head | null {
  const { tokens, words } = reading;
  const denied = words.longestAt(tokens, said.negation.longestAt(tokens, start)?.end ?? start);
  if (!denied?.value.colour) return null;
  const after = said.noMore.longestAt(tokens, denied.end)?.end ?? denied.end;
  const now = said.insteadNow.longestAt(tokens, skip(tokens, after, ",.;–-", 1));
  const instead = now ? words.longestAt(tokens, now.end) : null;
  if (
    !now ||
    !instead?.value.colour ||
    instead.value.keys.some((keys, n) => keys.some((key) => denied.value.keys[n]?.includes(key)))
  )
    return null;
  return { meaning: instead.value, at: now.end, end: instead.end };
}

/** "🟢 grønn" says one thing twice. */
function repeated({ tokens, words }: Reading, meaning: Meaning, start: number): number {
  const keys = JSON.stringify(meaning.keys);
  let end = start;
  for (let again = words.longestAt(tokens, end); again; again = words.longestAt(tokens, end)) {
    if (JSON.stringify(again.value.keys) !== keys) break;
    end = again.end;
  }
  return end;
}

/** Whether what follows a status leaves no doubt that it is one. */
export function mayEnd(reading: Reading, { meaning, end }: Pick<Head, "meaning" | "end">): boolean {
  const { tokens, names } = reading;
  const next = tokens[end];
  if (!next || next.kind === "line" || isMark(next, endsClause) || meaning?.sign) return true;
  if (pastTail(tokens, end) > end) return true;
  if (meaning !== null && (meaning.colour ? said.because : said.becauseOf).has(tokens, end)) return true;
  if (
    next.kind === "number" &&
    meaning?.colour &&
    (isMark(tokens[end + 1], "%") || tokens[end + 1]?.text === "prosent")
  )
    return true;
  if (["og", "and", "mens", "while"].includes(next.text))
    return names.namingAt(tokens, end + 1) !== null || statusStands(reading, end + 1);
  return names.namingAt(tokens, end) !== null;
}

/** "… and orange on 1.2" */
function statusStands(reading: Reading, at: number): boolean {
  const head = headAt(reading, at);
  return head !== null && reading.names.namingAt(reading.tokens, head.end) !== null;
}

/** Small words up to the end of a clause are no comment; thanks after a comma are none either. */
export function pastTail(tokens: readonly Token[], start: number): number {
  for (const from of [start, skip(tokens, start, ",.!–", 1)]) {
    let at = from;
    for (let words = 0; words < 3; words++) at = said.tail.longestAt(tokens, at)?.end ?? at;
    const next = tokens[at];
    if (at > from && (!next || next.kind === "line" || isMark(next, endsClause))) return at;
  }
  return start;
}
