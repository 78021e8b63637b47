import { distance } from "../round/distance.ts";
import type { Person, Unit } from "../round/plan.ts";

/** Somebody or something a sheet names: known, new, or neither, with what it may have been meant for. */
export type Found<Thing> =
  | { readonly is: "known" | "new"; readonly thing: Thing }
  | { readonly is: "unknown"; readonly near: string | null };

/** By e-mail, id or whole name; "Kari Moe <kari@x.no>" is a new person. */
export function personCalled(text: string, people: readonly Person[]): Found<Person> {
  const named = /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>$/.exec(text.trim());
  const word = (named?.[2] ?? text).trim().toLowerCase();
  const same = (one: string | null): boolean => one?.toLowerCase() === word;
  const byAddress = people.find((person) => same(person.email)) ?? people.find((person) => same(person.id));
  const byName = people.filter((person) => same(person.name));
  const known = byAddress ?? (byName.length === 1 ? byName[0] : undefined);
  if (known) return { is: "known", thing: known };
  const name = named?.[1]?.replaceAll('"', "").trim() ?? "";
  if (name !== "" && isAddress(word)) {
    const id = freshKey(name, new Set(people.map((person) => person.id)));
    return { is: "new", thing: { id, name: name.slice(0, 100), email: word, language: "nb" } };
  }
  return {
    is: "unknown",
    near: nearest(
      word,
      people.flatMap(({ email }) => email ?? []),
    ),
  };
}

/** By key or name. A name that is nearly another one is taken for a slip, any other for a new unit. */
export function unitCalled(text: string, units: readonly Unit[]): Found<Unit> {
  const word = text.trim().toLowerCase();
  const known =
    units.find((unit) => unit.key === word) ?? units.find((unit) => unit.name.toLowerCase() === word);
  if (known) return { is: "known", thing: known };
  const near = nearest(
    word,
    units.flatMap(({ key, name }) => [name, key]),
    0.2,
  );
  if (near !== null && digitsOf(near) === digitsOf(word)) return { is: "unknown", near };
  const key = freshKey(text, new Set(units.map((unit) => unit.key)));
  return { is: "new", thing: { key, name: text.trim().slice(0, 120), contacts: [] } };
}

function isAddress(text: string): boolean {
  return text.length <= 254 && /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(text);
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, "");
}

/** "Kultur, idrett og frivillighet" → kultur-idrett-og-frivillighet, and -2 where that is taken. */
function freshKey(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .toLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o")
    .replaceAll("å", "a")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  const key = plain.slice(0, 50).replace(/-+$/, "") || "ny";
  for (let n = 1; ; n++) {
    const tried = n === 1 ? key : `${key}-${n}`;
    if (!taken.has(tried)) return tried;
  }
}

/** The most alike, when no more than a part of it differs. */
function nearest(word: string, known: readonly string[], most = 0.34): string | null {
  let best: { one: string; steps: number } | null = null;
  for (const one of known) {
    if (Math.abs(one.length - word.length) > word.length * most) continue;
    const steps = distance(word, one.toLowerCase());
    if (steps <= Math.max(1, word.length * most) && (best === null || steps < best.steps))
      best = { one, steps };
  }
  return best?.one ?? null;
}
