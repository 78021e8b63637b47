import type { Day } from "../../round/calendar.ts";
import type { StatusWords } from "../free-text/status-words.ts";
import { isMark, type Token } from "../free-text/tokens.ts";
import { dateAt } from "./dates.ts";
import type { Named, NameKind, Names } from "./names.ts";
import * as words from "./phrases.ts";

/** What the first half of a command names, in the order it was said. */
export interface Parts {
  readonly named: readonly Named[];
  readonly day: Day | null;
  readonly status: string | null;
  readonly everybody: boolean;
  readonly insist: boolean;
  readonly lasting: boolean;
  readonly onlyNow: boolean;
  /** A word for the deadline was said. */
  readonly deadline: boolean;
}

/** Why it cannot be read, and where: indexes among the tokens. */
export interface Trouble {
  readonly is:
    | "unknown-word"
    | "several-names"
    | "date-passed"
    | "date-not-certain"
    | "more-than-one-status"
    | "two-dates";
  readonly at: number;
  readonly end: number;
  /** What a name of several things can stand for. */
  readonly named: readonly Named[];
}

export interface Wanted {
  readonly kinds: readonly NameKind[];
  /** Where a bare number is a measure, a date needs a word in front of it. */
  readonly date: "no" | "bare" | "after-a-word";
  readonly status: StatusWords | null;
}

export interface Said {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly today: Day;
}

const quiet = ",;:&+.\"'«»“”„‘’";

const nothing: Parts = {
  named: [],
  day: null,
  status: null,
  everybody: false,
  insist: false,
  lasting: false,
  onlyNow: false,
  deadline: false,
};

/** Everything between `from` and `to`; one word that cannot be read makes all of it unreadable. */
export function partsOf(said: Said, from: number, to: number, names: Names, wanted: Wanted): Parts | Trouble {
  const tokens = said.tokens.slice(0, to);
  let parts = nothing;
  for (let at = from; at < to;) {
    const next = dateNext(said, tokens, at, parts, wanted) ?? partNext(tokens, at, parts, names, wanted);
    if ("is" in next) return next;
    parts = next.parts;
    at = Math.max(next.end, at + 1);
  }
  return parts;
}

interface Next {
  readonly parts: Parts;
  readonly end: number;
}

function dateNext(
  said: Said,
  tokens: readonly Token[],
  at: number,
  parts: Parts,
  { date }: Wanted,
): Next | Trouble | null {
  if (date === "no") return null;
  const word = words.by.longestAt(tokens, at)?.end ?? at;
  const first = tokens[word];
  if (!first || (date === "after-a-word" && word === at)) return null;
  const found = dateAt(said.text, first.start, said.today);
  if (!found) return null;
  let end = word;
  while (end < tokens.length && (tokens[end]?.start ?? Infinity) < found.end) end++;
  if (isMark(tokens[end], ".") && tokens[end]?.start === found.end) end++;
  if (found.is !== "day") {
    const is = found.is === "passed" ? "date-passed" : "date-not-certain";
    return { is, at: word, end, named: [] };
  }
  if (parts.day !== null && parts.day !== found.day) return { is: "two-dates", at: word, end, named: [] };
  return { parts: { ...parts, day: found.day }, end };
}

function partNext(
  tokens: readonly Token[],
  at: number,
  parts: Parts,
  names: Names,
  wanted: Wanted,
): Next | Trouble {
  const name = names.at(tokens, at, wanted.kinds);
  const status = wanted.status?.longestAt(tokens, at) ?? null;
  const switches = switchNext(tokens, at, parts);
  const filler = words.fillers.longestAt(tokens, at)?.end ?? (isMark(tokens[at], quiet) ? at + 1 : 0);
  const longest = Math.max(name?.end ?? 0, status?.end ?? 0, switches?.end ?? 0, filler);
  if (name && name.end === longest && !sticks(tokens, longest)) {
    const [only] = name.named;
    if (!only || name.named.length > 1) return { is: "several-names", at, end: name.end, named: name.named };
    return { parts: { ...parts, named: [...parts.named, only] }, end: name.end };
  }
  if (status && status.end === longest && !status.value.ordinary) {
    const [key] = status.value.keys[0] ?? [];
    const sure = status.value.keys[0]?.length === 1 && (parts.status === null || parts.status === key);
    if (!sure || key === undefined) return { is: "more-than-one-status", at, end: status.end, named: [] };
    return { parts: { ...parts, status: key }, end: status.end };
  }
  if (switches && switches.end >= filler) return switches;
  if (filler > 0) return { parts, end: filler };
  return { is: "unknown-word", at, end: at + 1, named: [] };
}

/** "1.1a" is not 1.1, and "2.1/3" is not 2.1. */
function sticks(tokens: readonly Token[], end: number): boolean {
  const [last, next] = [tokens[end - 1], tokens[end]];
  if (!last || !next || last.end !== next.start) return false;
  if (last.kind !== "number") return false;
  return ["word", "number", "join"].includes(next.kind) || isMark(next, "/");
}

function switchNext(tokens: readonly Token[], at: number, parts: Parts): Next | null {
  const found = [
    [words.everybody, { everybody: true }],
    [words.insisting, { insist: true }],
    [words.fromNowOn, { lasting: true }],
    [words.onlyNow, { onlyNow: true }],
    [words.deadlineWords, { deadline: true }],
  ] as const;
  for (const [book, change] of found) {
    const end = book.longestAt(tokens, at)?.end;
    if (end !== undefined) return { parts: { ...parts, ...change }, end };
  }
  return null;
}
