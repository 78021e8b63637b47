/** A typed reply in pieces. `text` is what is compared (small letters), `start` and `end` where it stood. */
export interface Token {
  readonly kind: "word" | "number" | "mark" | "join" | "line" | "link" | "code";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Links and emoji short codes (`:red_circle:`, as Slack sends them) are one piece. A hyphen inside a word is a
 * `join`: "in-progress" is two words without anything between. "1,1" is one number, for it may mean 1.1. A tab, as
 * tables are pasted with, is a mark.
 * Every repetition is bounded or cannot overlap with what follows, so the time is linear.
 */
const pieces = new RegExp(
  [
    String.raw`(?<link>https?:\/\/[^\s>)]+|<https?:[^>\n]{0,2000}>|\]\([^)\s]{0,2000}\))`,
    String.raw`(?<code>:[a-z][a-z0-9_+-]{1,40}:)`,
    String.raw`(?<number>\d+(?:\.\d+)+|\d+(?:[,/]\d+)*)`,
    String.raw`(?<word>\p{L}[\p{L}\p{M}\p{N}'’]*)`,
    String.raw`(?<line>\n)`,
    String.raw`(?<join>(?<=\p{L})[-‐‑](?=\p{L}))`,
    String.raw`(?<mark>[\S\t])`,
  ].join("|"),
  "gu",
);

/** Emphasis, bullets and what is invisible say nothing about the meaning. */
const silent = /^(?:[*_`•·▪‣]|\p{Default_Ignorable_Code_Point})$/u;

const kinds: readonly Token["kind"][] = ["word", "mark", "number", "line", "join", "link", "code"];

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pieces)) {
    if (silent.test(match[0])) continue;
    const kind = kinds.find((name) => match.groups?.[name] !== undefined) ?? "mark";
    const start = match.index;
    tokens.push({
      kind,
      text: match[0].toLowerCase(),
      start,
      end: start + match[0].length,
    });
  }
  return tokens;
}

export function isMark(token: Token | undefined, marks: string): boolean {
  return token?.kind === "mark" && marks.includes(token.text);
}

/** Past lines and the marks given: without a limit for what may open a reply. */
export function skip(
  tokens: readonly Token[],
  start: number,
  marks = "–—-.!,:;(|\t",
  most = Infinity,
): number {
  let at = start;
  while (at < start + most && (tokens[at]?.kind === "line" || isMark(tokens[at], marks))) at++;
  return at;
}
