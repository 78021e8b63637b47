import { z } from "zod";
import { longestComment } from "../round/comment.ts";
import { isNoStatus, noStatuses } from "../round/legend.ts";
import type { Language } from "../round/plan.ts";
import {
  id,
  isoDate,
  language,
  line,
  listOf,
  mapping,
  oneOrMore,
  orElse,
  orNull,
  reference,
  yesOrNo,
} from "./fields.ts";
import { tidyNumber } from "./measure-keys.ts";

/** What the other files know, so that a plan can be held against it; null where a file could not be read. */
export interface Known {
  readonly people: ReadonlySet<string> | null;
  readonly units: ReadonlySet<string> | null;
  readonly language: Language;
}

const status = mapping("a status", {
  key: id.refine((key) => !isNoStatus(key), { error: `a key other than ${noStatuses.join(", ")}` }),
  colour: z.string({ error: "a colour, #rrggbb" }).regex(/^#[0-9a-f]{6}$/i, { error: "a colour, #rrggbb" }),
  symbol: line("a symbol that stands for the colour", 4),
  label: line("a label", 40),
  meaning: orNull(line("what the status means", 200)),
  asksComment: orNull(yesOrNo),
});

const target = mapping("a target", {
  goal: z
    .string({ error: "a number above 0" })
    .refine((text) => /^\d+(?:\.\d+)?$/.test(text) && Number(text) > 0, { error: "a number above 0" })
    .transform(Number),
  of: line("what is counted", 120),
  by: isoDate,
});

const plannedRound = mapping("a round", {
  period: line("the period's name", 60),
  opens: isoDate,
  deadline: isoDate,
  automatic: orElse(yesOrNo, false),
});

function measureSchema(known: Known, statuses: ReadonlySet<string>) {
  const person = reference("a person in people.yaml", known.people);
  const unit = reference("a unit in people.yaml", known.units);
  return mapping("a measure", {
    key: orNull(
      z.string({ error: "a key" }).regex(/^[A-Za-z0-9][A-Za-z0-9./-]{0,79}$/, {
        error: "a key of letters a–z, digits, `-`, `.` and `/`, at most 80",
      }),
    ),
    number: z
      .string({ error: "the number as printed, such as 1.1" })
      .refine((printed) => tidyNumber(printed) !== null, {
        error: "the number as printed, such as 1.1, at most 20 characters",
      }),
    title: line("the measure's title", 2000),
    short: orNull(line("a title for chat", 80)),
    units: oneOrMore("a unit or a list of units", unit),
    lead: orNull(unit),
    contact: orNull(person),
    due: orNull(line("when it is due, as printed", 120)),
    target: orNull(target),
    previous: orNull(
      mapping("last period's answer", {
        status: orNull(reference("a status of the legend", statuses)),
        comments: listOf("a list, one line each", line("a comment", longestComment)),
      }),
    ),
  });
}

export type ParsedMeasure = z.output<ReturnType<typeof measureSchema>>;

export interface ParsedHeading {
  title: string;
  headings: ParsedHeading[];
  measures: ParsedMeasure[];
}

/** The shape of a plan's file; `statuses` are the keys that `previous` may use. */
export function planSchema(known: Known, statuses: ReadonlySet<string>) {
  const person = reference("a person in people.yaml", known.people);
  const measure = measureSchema(known, statuses);
  const heading: z.ZodType<ParsedHeading> = mapping("a heading", {
    title: line("the heading's title", 400),
    headings: listOf(
      "a list of headings",
      z.lazy(() => heading),
    ),
    measures: listOf("a list of measures", measure),
  });
  const count = "2–6 statuses, best first";
  return mapping("a plan", {
    key: orNull(id),
    title: line("the plan's title", 200),
    language: orNull(language),
    period: orNull(line("the period that `previous` speaks of", 60)),
    legend: orNull(z.array(status, { error: count }).min(2, { error: count }).max(6, { error: count })),
    coordinators: oneOrMore("at least one person", person).refine((all) => all.length > 0, {
      error: "at least one person",
    }),
    leadership: oneOrMore("a person or a list of people", person),
    readers: orElse(
      z.record(z.string(), oneOrMore("a person or a list of people", person), {
        error: "headings (title, or place such as 2/1) with who must have read them",
      }),
      {},
    ),
    rounds: listOf("a list of rounds", plannedRound),
    headings: z.array(heading, { error: "a list of headings" }),
  });
}

export type ParsedPlan = z.output<ReturnType<typeof planSchema>>;
