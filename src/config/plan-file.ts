import { defaultLegend } from "../round/legend.ts";
import type { Heading, Language, Measure, Plan, Readers, Status } from "../round/plan.ts";
import { faultsOf } from "./faults.ts";
import type { Fault, Located } from "./faults.ts";
import { derivedKey, shortOf, tidyNumber, withoutBold } from "./measure-keys.ts";
import { planSchema } from "./plan-shape.ts";
import type { Known, ParsedHeading, ParsedMeasure, ParsedPlan } from "./plan-shape.ts";
import { checkPlan, headingWritten, legendKeys, placesIn, planWarnings } from "./plan-checks.ts";

export interface ReadPlan {
  readonly plan: Plan | null;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/** `key` is the plan's key: the file's own, or what the file is called. */
export function readPlan(file: Located, key: string, known: Known): ReadPlan {
  const parsed = planSchema(known, legendKeys(file.value)).safeParse(file.value);
  const shape = parsed.success ? [] : faultsOf(file, parsed.error.issues);
  const plan = parsed.success ? toPlan(parsed.data, key, known.language) : null;
  return { plan, faults: [...shape, ...checkPlan(file)], warnings: planWarnings(file) };
}

function toPlan(parsed: ParsedPlan, key: string, fallback: Language): Plan {
  const language = parsed.language ?? fallback;
  return {
    ...parsed,
    key,
    language,
    legend: parsed.legend?.map(toStatus) ?? defaultLegend(language),
    readers: toReaders(parsed),
    headings: parsed.headings.map((heading) => toHeading(heading, [])),
  };
}

/** The best status speaks for itself; the others should say why, unless the file has it otherwise. */
function toStatus(parsed: NonNullable<ParsedPlan["legend"]>[number], nth: number): Status {
  return {
    ...parsed,
    meaning: parsed.meaning ?? parsed.label,
    asksComment: parsed.asksComment ?? nth > 0,
  };
}

/** Headings are written by title or by place; from here on they go by place. */
function toReaders(parsed: ParsedPlan): Readers[] {
  const places = placesIn(parsed.headings);
  const named = Object.entries(parsed.readers).flatMap(([written, people]) =>
    (places.get(headingWritten(written)) ?? []).map((heading) => ({ heading, people: [...new Set(people)] })),
  );
  const byPlace = Map.groupBy(named, (one) => one.heading);
  return [...byPlace].map(([heading, all]) => ({
    heading,
    people: [...new Set(all.flatMap((one) => one.people))],
  }));
}

function toHeading(parsed: ParsedHeading, above: readonly string[]): Heading {
  const path = [...above, parsed.title];
  return {
    title: parsed.title,
    measures: parsed.measures.map((measure) => toMeasure(measure, path)),
    headings: parsed.headings.map((heading) => toHeading(heading, path)),
  };
}

function toMeasure(parsed: ParsedMeasure, under: readonly string[]): Measure {
  const number = tidyNumber(parsed.number) ?? parsed.number;
  return {
    ...parsed,
    number,
    key: parsed.key ?? derivedKey(under, number),
    title: withoutBold(parsed.title),
    short: parsed.short ?? shortOf(parsed.title),
  };
}
