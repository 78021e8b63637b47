import type { Language } from "../../round/plan.ts";
import { PhraseBook } from "../free-text/phrase-book.ts";
import type { Token } from "../free-text/tokens.ts";
import type { CommandContext, CommandRound, NamedPerson } from "./context.ts";

export type NameKind = "unit" | "person" | "heading" | "measure" | "round";

export interface Named {
  readonly kind: NameKind;
  /** The unit's or measure's key, the person's or round's id, the heading's place. */
  readonly id: string;
  readonly shown: string;
}

/** A name nobody else has: "enhet skole". A heading's place may be another one's printed number, so it is called a place. */
export function certainName({ kind, id }: Named, language: Language): string {
  const place = kind === "heading" ? `${language === "en" ? "place" : "plass"} ` : "";
  return `${saidBack[language][kind]} ${place}${id}`;
}

/** "Skole (enhet)" */
export function nameWithKind({ kind, shown, id }: Named, language: Language): string {
  const more =
    kind === "person" || kind === "measure" ? `${saidBack[language][kind]} ${id}` : saidBack[language][kind];
  return `${shown} (${more})`;
}

/** Where a kind is said with the name, only that kind is meant: "enhet Skole". */
const markers: Readonly<Record<NameKind, readonly string[]>> = {
  unit: ["enhet", "enheten", "eining", "eininga", "unit", "the unit", "avdeling", "avdelinga"],
  person: ["person", "personen"],
  heading: ["overskrift", "kapittel", "kapitlet", "heading", "the heading", "section", "chapter", "del"],
  measure: ["tiltak", "tiltaket", "measure", "the measure", "nr", "punkt", "rad", "raden", "row"],
  round: ["runde", "runden", "statusrunde", "plan", "planen", "round", "the round", "the plan"],
};
/** The one of them that is said back. */
const saidBack: Readonly<Record<Language, Readonly<Record<NameKind, string>>>> = {
  nb: { unit: "enhet", person: "person", heading: "overskrift", measure: "tiltak", round: "runde" },
  nn: { unit: "eining", person: "person", heading: "overskrift", measure: "tiltak", round: "runde" },
  en: { unit: "unit", person: "person", heading: "heading", measure: "measure", round: "round" },
};
const markerBook = new PhraseBook<NameKind>();
for (const [kind, words] of Object.entries(markers))
  for (const word of words) markerBook.set(word, kind as NameKind);

export interface Names {
  /** The longest name at `at` that something of these kinds has, and everything that has it. */
  at(
    tokens: readonly Token[],
    at: number,
    kinds: readonly NameKind[],
  ): { readonly named: readonly Named[]; readonly end: number } | null;
}

type Books = Map<NameKind, PhraseBook<readonly Named[]>>;

/** A name as it is written, and whose it is; `less` where it is only part of it, and gives way to what is wholly called so. */
export type Naming = readonly [name: string, named: Named, less?: "less"];

export function namesOf(things: readonly Naming[]): Names {
  const [whole, less]: [Books, Books] = [new Map(), new Map()];
  for (const [name, named, part] of things) {
    if (!/[\p{L}\p{N}]/u.test(name)) continue;
    const books = part === undefined ? whole : less;
    const book = books.get(named.kind) ?? new PhraseBook<readonly Named[]>();
    books.set(named.kind, book);
    const before = book.get(name) ?? [];
    if (!before.some((one) => one.id === named.id)) book.set(name, [...before, named]);
  }
  const within = (books: Books, tokens: readonly Token[], at: number, kinds: readonly NameKind[]) => {
    const found = kinds.flatMap((kind) => books.get(kind)?.longestAt(tokens, at) ?? []);
    const end = Math.max(0, ...found.map((one) => one.end));
    const longest = found.filter((one) => one.end === end);
    return longest.length === 0 ? null : { named: longest.flatMap((one) => one.value), end };
  };
  const among = (tokens: readonly Token[], at: number, kinds: readonly NameKind[]) => {
    const [first, second] = [within(whole, tokens, at, kinds), within(less, tokens, at, kinds)];
    return first && first.end >= (second?.end ?? 0) ? first : second;
  };
  return {
    at(tokens, at, kinds) {
      const marker = markerBook.longestAt(tokens, at);
      const meant = marker && kinds.includes(marker.value) ? among(tokens, marker.end, [marker.value]) : null;
      return meant ?? among(tokens, at, kinds);
    },
  };
}

/** Rounds by plan, period and number. */
export function roundNames(rounds: readonly CommandRound[]): Naming[] {
  return rounds.flatMap((round): Naming[] => {
    const named: Named = { kind: "round", id: round.id, shown: `${round.title}, ${round.period}` };
    return alike(
      [round.plan, round.title, round.period, ...markers.round.map((word) => `${word} ${round.id}`)],
      named,
    );
  });
}

/** What else is named in a round. Whom a command may choose freely (`directory`) is everybody, otherwise those who answer. */
export function namesIn(round: CommandRound, context: CommandContext, directory: boolean): Naming[] {
  return [
    ...round.units.flatMap(({ key, name }) => alike([name, key], { kind: "unit", id: key, shown: name })),
    ...(directory ? context.people : round.people).flatMap(personNames),
    ...round.headings.flatMap(({ place, title }) => headingNames(place, title)),
    ...round.measures.flatMap(({ key, number, short }) =>
      alike([number, key, short], {
        kind: "measure",
        id: key,
        shown: `${number} ${short}`,
      }),
    ),
  ];
}

/** By id, whole name and first names; by the last name where nothing else is called so. */
function personNames({ id, name }: NamedPerson): Naming[] {
  const parts = name.split(/\s+/);
  const [first = name, last = name] = [parts[0], parts.at(-1)];
  const named: Named = { kind: "person", id, shown: name };
  return [...alike([id, name, first, parts.slice(0, -1).join(" ")], named), [last, named, "less"]];
}

/** "2. Bygg" is Bygg, "Delmål 1: Reise" is Delmål 1 and Reise; and any is its place after the word "overskrift". */
function headingNames(place: string, title: string): Naming[] {
  const prefix = /^([^:.]{1,30}[:.])\s+(\S.*)$/u.exec(title);
  const printed = prefix?.[1]?.replace(/[:.]$/, "") ?? "";
  const called = [title, prefix?.[2] ?? "", /\p{L}/u.test(printed) ? printed : ""];
  const ownNumber =
    /\p{L}/u.test(printed) || place.includes("/") ? [] : [printed].filter((one) => one !== "");
  const numbers = [place, `place ${place}`, `plass ${place}`, ...ownNumber];
  const marked = numbers.flatMap((number) => markers.heading.map((word) => `${word} ${number}`));
  return alike([...called, ...marked], { kind: "heading", id: place, shown: title });
}

function alike(names: readonly string[], named: Named): Naming[] {
  return [...new Set(names)].map((name) => [name, named]);
}
