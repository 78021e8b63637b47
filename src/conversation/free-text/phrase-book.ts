import { tokensOf, type Token } from "./tokens.ts";

/** Finds the longest known phrase that begins at a token. */
export class PhraseBook<Value> {
  readonly #phrases = new Map<string, { readonly words: readonly string[]; value: Value }[]>();

  static of(phrases: string): PhraseBook<true> {
    const book = new PhraseBook<true>();
    for (const phrase of phrases.split("|")) book.set(phrase, true);
    return book;
  }

  /** Sets what a phrase means, in place of anything it meant before. */
  set(phrase: string, value: Value): void {
    const words = wordsOf(phrase);
    if (words[0] === undefined) return;
    const alike = this.#phrases.get(words[0]) ?? [];
    const known = alike.find((other) => other.words.join(" ") === words.join(" "));
    if (known) known.value = value;
    else alike.push({ words, value });
    alike.sort((a, b) => b.words.length - a.words.length);
    this.#phrases.set(words[0], alike);
  }

  get(phrase: string): Value | undefined {
    const words = wordsOf(phrase);
    return this.#phrases.get(words[0] ?? "")?.find((other) => other.words.join(" ") === words.join(" "))
      ?.value;
  }

  /** The value of the longest phrase at `at`, and the index after it. */
  longestAt(tokens: readonly Token[], at: number): { readonly value: Value; readonly end: number } | null {
    for (const { words, value } of this.#phrases.get(tokens[at]?.text ?? "") ?? []) {
      const end = matchWords(tokens, at, words);
      if (end !== null) return { value, end };
    }
    return null;
  }

  has(tokens: readonly Token[], at: number): boolean {
    return this.longestAt(tokens, at) !== null;
  }
}

function wordsOf(phrase: string): string[] {
  return tokensOf(phrase.normalize("NFC")).flatMap((token) => (token.kind === "join" ? [] : [token.text]));
}

function matchWords(tokens: readonly Token[], at: number, words: readonly string[]): number | null {
  let next = at;
  for (const word of words) {
    if (next > at && tokens[next]?.kind === "join") next++;
    if (tokens[next]?.text !== word) return null;
    next++;
  }
  return next;
}
