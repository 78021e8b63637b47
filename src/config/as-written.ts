import type { Path } from "./faults.ts";
import { derivedKey, tidyNumber } from "./measure-keys.ts";

/** A plan's file before its shape is known to be right: checks that read it so are not silenced by a fault elsewhere. */

export type Mapping = Readonly<Record<string, unknown>>;

export interface WrittenMeasure {
  readonly path: Path;
  readonly measure: Mapping;
  readonly units: readonly string[];
  /** Written or derived; null when there is no number to derive it from. */
  readonly key: string | null;
}

export function asMapping(value: unknown): Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Mapping) : {};
}

/** Something alone counts as a list of it. */
function asList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined ? [] : [value];
}

export function asTexts(value: unknown): string[] {
  return asList(value).filter((one) => typeof one === "string");
}

export function asText(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** Every entry of a list that is a mapping, with its place. */
export function entriesOf(value: Mapping, name: string, at: Path = []): { path: Path; entry: Mapping }[] {
  return asList(value[name]).map((entry, i) => ({ path: [...at, name, i], entry: asMapping(entry) }));
}

export function measuresWritten(
  value: Mapping,
  at: Path = [],
  above: readonly string[] = [],
): WrittenMeasure[] {
  return entriesOf(value, "headings", at).flatMap(({ path, entry }) => {
    const under = [...above, asText(entry["title"]) ?? ""];
    const own = entriesOf(entry, "measures", path).map((measure) =>
      written(measure.path, measure.entry, under),
    );
    return [...own, ...measuresWritten(entry, path, under)];
  });
}

function written(path: Path, measure: Mapping, under: readonly string[]): WrittenMeasure {
  const number = tidyNumber(asText(measure["number"]) ?? "");
  const key = asText(measure["key"]) ?? (number === null ? null : derivedKey(under, number));
  return { path, measure, units: asTexts(measure["units"]), key };
}
