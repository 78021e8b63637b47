import type { Asked, AskedRound } from "../free-text.ts";
import { PhraseBook } from "./phrase-book.ts";
import { everything, measureWord } from "./reply-words.ts";
import { isMark, tokensOf, type Token } from "./tokens.ts";

/** An item with the place of its round among those asked. */
export interface Placed extends Asked {
  readonly round: number;
}

/** Measures as they were named: for each name the items it can stand for, none when nobody was asked about it. */
export interface Naming {
  readonly names: readonly (readonly Placed[])[];
  readonly all: boolean;
  readonly byTitle: boolean;
  readonly start: number;
  readonly end: number;
}

export interface MeasureNames {
  readonly items: readonly Placed[];
  /** One printed number or key. */
  numberAt(
    tokens: readonly Token[],
    at: number,
  ): { readonly items: readonly Placed[]; readonly end: number } | null;
  /** One or several measures by number, key or whole title, or all that are open. */
  namingAt(tokens: readonly Token[], at: number): Naming | null;
  /** The title behind a number: decides between items with the same number. */
  titleAfter(tokens: readonly Token[], naming: Naming): Naming | null;
}

export function measureNamesOf(
  rounds: readonly AskedRound[],
  isStatus: (tokens: readonly Token[]) => boolean,
): MeasureNames {
  const items = rounds.flatMap((round, n) => round.items.map((item) => ({ ...item, round: n })));
  const numbers = new Map<string, Placed[]>();
  const titles = new PhraseBook<readonly Placed[]>();
  for (const item of items) {
    for (const name of new Set([normal(item.number), normal(item.key)])) {
      if (/\d/.test(name) || name.length > 3) numbers.set(name, [...(numbers.get(name) ?? []), item]);
    }
    for (const title of new Set([item.title, item.short])) {
      if (title.length > 3 && !isStatus(tokensOf(title)))
        titles.set(title, [...new Set([...(titles.get(title) ?? []), item])]);
    }
  }
  const longest = Math.max(0, ...[...numbers.keys()].map((name) => name.length));

  function numberAt(tokens: readonly Token[], at: number) {
    let name = "";
    let found: { items: readonly Placed[]; end: number } | null = null;
    for (let n = at; n < Math.min(tokens.length, at + longest + 1); n++) {
      name += tokens[n]?.text ?? "";
      const known = numbers.get(name);
      if (known && !sticksTo(tokens[n], tokens[n + 1])) found = { items: known, end: n + 1 };
    }
    return found ?? (/^\d+[.,]\d/.test(tokens[at]?.text ?? "") ? { items: [], end: at + 1 } : null);
  }

  function namingAt(tokens: readonly Token[], at: number): Naming | null {
    const whole = everything.has(tokens, at) ? at : afterMeasureWord(tokens, at);
    const all = everything.longestAt(tokens, whole);
    const count = all ? countOf(tokens.slice(whole, all.end)) : null;
    if (all && !numberAt(tokens, all.end)) {
      const open = items.filter((item) => !item.answered);
      const agreed = count === null || count === open.length ? open : [];
      return {
        names: agreed.length > 0 ? agreed.map((item) => [item]) : [[]],
        all: true,
        byTitle: false,
        start: at,
        end: all.end,
      };
    }
    const names: (readonly Placed[])[] = [];
    let byTitle = false;
    let end = at;
    for (let next = at; names.length <= items.length; next = afterList(tokens, end)) {
      if (!numberAt(tokens, next)) next = afterMeasureWord(tokens, next);
      const title = numberAt(tokens, next) ? null : titles.longestAt(tokens, next);
      const name = numberAt(tokens, next) ?? (title && { items: title.value, end: title.end });
      if (!name) break;
      const again = names.includes(name.items);
      names.push(name.items);
      byTitle ||= title !== null;
      end = name.end;
      if (again || afterList(tokens, end) === end) break;
    }
    return names.length > 0 ? { names, all: false, byTitle, start: at, end } : null;
  }

  function titleAfter(tokens: readonly Token[], naming: Naming): Naming | null {
    const last = naming.names.at(-1) ?? [];
    let start = naming.end;
    while (start < naming.end + 3 && isMark(tokens[start], ":–—-(.")) start++;
    const ends = last.map((item) =>
      Math.max(...[item.title, item.short].map((title) => titleEnd(tokens, start, title, last.length > 1))),
    );
    const end = Math.max(...ends, start);
    if (end === start) return null;
    return { ...naming, names: [...naming.names.slice(0, -1), last.filter((_, n) => ends[n] === end)], end };
  }

  return { items, numberAt, namingAt, titleAfter };
}

/** "4. 2" is 4.2. */
function normal(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/\s+/g, "")
    .replace(/[.):]+$/, "");
}

/** "1.1a" is not 1.1. */
function sticksTo(token: Token | undefined, next: Token | undefined): boolean {
  return (
    token?.end === next?.start && (next?.kind === "word" || next?.kind === "number" || next?.kind === "join")
  );
}

function countOf(tokens: readonly Token[]): number | null {
  const words = tokens.map((token) => token.text);
  if (words.some((word) => ["begge", "both", "to"].includes(word))) return 2;
  return words.some((word) => ["tre", "three"].includes(word)) ? 3 : null;
}

function afterMeasureWord(tokens: readonly Token[], at: number): number {
  const first = measureWord.longestAt(tokens, at)?.end ?? at;
  const second = measureWord.longestAt(tokens, first)?.end ?? first;
  return isMark(tokens[second], ".:") && second > at ? second + 1 : second;
}

function afterList(tokens: readonly Token[], at: number): number {
  const comma = isMark(tokens[at], ",&+/") ? at + 1 : at;
  return ["og", "and", "samt"].includes(tokens[comma]?.text ?? "") ? comma + 1 : comma;
}

/** After a title's first words: the whole of it, or two words; one word where it decides between items. */
function titleEnd(tokens: readonly Token[], start: number, title: string, deciding: boolean): number {
  const words = tokensOf(title).filter((token) => token.kind !== "mark");
  let next = start;
  let matched = 0;
  while (matched < words.length && tokens[next]?.text === words[matched]?.text) {
    matched++;
    next++;
  }
  return matched === words.length || matched >= 2 || (matched === 1 && deciding) ? next : start;
}
