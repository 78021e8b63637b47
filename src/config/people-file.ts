import { z } from "zod";
import type { Language, People } from "../round/plan.ts";
import { asMapping, asText, asTexts } from "./as-written.ts";
import { faultAt, faultsOf, repeats } from "./faults.ts";
import type { Fault, Located } from "./faults.ts";
import { id, language, line, mapping, oneOrMore, orElse, orNull, reference } from "./fields.ts";

export interface ReadPeople {
  readonly people: People | null;
  /** Ids and keys as written, whether or not the rest about them is right. */
  readonly ids: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

export function readPeople(file: Located, fallback: Language): ReadPeople {
  const written = asMapping(file.value);
  const [people, units] = [asMapping(written["people"]), asMapping(written["units"])];
  const ids = new Set(Object.keys(people));
  const parsed = peopleSchema(ids, fallback).safeParse(file.value);
  return {
    people: parsed.success ? parsed.data : null,
    ids,
    keys: new Set(Object.keys(units)),
    faults: [...(parsed.success ? [] : faultsOf(file, parsed.error.issues)), ...doubled(file)],
    warnings: Object.entries(units).flatMap(([key, unit]) =>
      asTexts(asMapping(unit)["contacts"]).length > 0
        ? []
        : [
            faultAt(
              file,
              ["units", key],
              `the unit \`${key}\` without contacts`,
              "a contact before a round with its measures can be opened",
            ),
          ],
    ),
  };
}

function peopleSchema(ids: ReadonlySet<string>, fallback: Language) {
  const address = z
    .string({ error: "an e-mail address" })
    .trim()
    .pipe(z.email({ error: "an e-mail address" }));
  const person = mapping("a person", {
    name: line("the person's name", 100),
    email: orNull(address),
    language: orElse(language, fallback),
  });
  const unit = mapping("a unit", {
    name: line("the unit's name", 120),
    contacts: oneOrMore(
      "people's ids in the order they are asked",
      reference("a person under `people`", ids),
    ),
  });
  const keyed = <Value extends z.ZodType>(what: string, value: Value) => z.record(id, value, { error: what });
  return mapping("people and units", {
    people: keyed("people by their ids", person).transform((all) =>
      Object.entries(all).map(([own, one]) => ({ id: own, ...one })),
    ),
    units: keyed("units by their keys", unit).transform((all) =>
      Object.entries(all).map(([key, one]) => ({ key, ...one })),
    ),
  });
}

/** One address reaches one account, so two people with it would answer as each other. */
function doubled(file: Located): Fault[] {
  const written = asMapping(file.value);
  const addresses = Object.entries(asMapping(written["people"])).map(([own, person]) => ({
    path: ["people", own, "email"],
    word: asText(asMapping(person)["email"])?.trim() ?? null,
  }));
  const contacts = Object.entries(asMapping(written["units"])).flatMap(([key, unit]) => {
    const words = asTexts(asMapping(unit)["contacts"]).map((word, i) => ({
      path: ["units", key, "contacts", i],
      word,
    }));
    return repeats(file, "contact", words, "each person once per unit");
  });
  return [
    ...repeats(file, "e-mail address", addresses, "an address of their own for every person"),
    ...contacts,
  ];
}
