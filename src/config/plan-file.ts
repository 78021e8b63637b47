import { defaultLegend } from "../round/legend.ts";
import type { Heading, Language, Measure, Plan } from "../round/plan.ts";
import { faultsOf } from "./faults.ts";
import type { Fault, Located } from "./faults.ts";
import { derivedKey, shortOf, tidyNumber, withoutBold } from "./measure-keys.ts";
import { planSchema } from "./plan-shape.ts";
import type { Known, ParsedHeading, ParsedMeasure, ParsedPlan } from "./plan-shape.ts";
import { checkPlan, legendKeys, planWarnings } from "./plan-checks.ts";

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
    legend:
      parsed.legend?.map((one) => ({ ...one, meaning: one.meaning ?? one.label })) ?? defaultLegend(language),
    headings: parsed.headings.map((heading) => toHeading(heading, [])),
  };
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
