import { z } from "zod";
import type { Language } from "../round/plan.ts";
import { cleanText } from "../round/comment.ts";
import { oneOf } from "./faults.ts";

/** The building blocks of every file. A schema's message is always what was expected; faults.ts says what was found. */

/** A mapping in which every unknown key is a fault; the message then carries the known ones. */
export function mapping<Shape extends z.core.$ZodLooseShape>(what: string, shape: Shape) {
  const known = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? known : `${what} (${known})`),
  });
}

export function oneLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/g, " ").trim();
}

/** Text of one line: breaks and runs of blanks become one blank. */
export function line(what: string, longest: number) {
  const expected = `${what}, 1–${longest} characters`;
  const length = z.string().min(1, { error: expected }).max(longest, { error: expected });
  return z.string({ error: expected }).transform(oneLine).pipe(length);
}

export function orNull<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value): z.output<Schema> | null => value ?? null);
}

export function orElse<Schema extends z.ZodType>(schema: Schema, fallback: z.output<Schema>) {
  return schema.nullish().transform((value): z.output<Schema> => value ?? fallback);
}

/** A list, or the one entry of it written alone; missing is empty. */
export function oneOrMore<Schema extends z.ZodType>(what: string, entry: Schema) {
  const listed = (value: unknown) =>
    value === null || value === undefined ? [] : typeof value === "string" ? [value] : value;
  return z.preprocess(listed, z.array(entry, { error: what }));
}

export function listOf<Schema extends z.ZodType>(what: string, entry: Schema) {
  return orElse(z.array(entry, { error: what }), []);
}

/** The key of something in another place; `known` is null when that place could not be read. */
export function reference(what: string, known: ReadonlySet<string> | null) {
  return z.string({ error: what }).refine((key) => known === null || known.has(key), {
    error: (issue) => oneOf(`${what}:`, String(issue.input), [...(known ?? [])]),
  });
}

export const id = z
  .string({ error: "a key of a–z, 0–9, `-` and `.`" })
  .regex(/^[a-z0-9][a-z0-9.-]{0,59}$/, { error: "a key of a–z, 0–9, `-` and `.`, at most 60 characters" });

export const language = z.enum(["nb", "nn", "en"] satisfies Language[], {
  error: "a language: nb, nn or en",
});

export const isoDate = z
  .string({ error: "a date, YYYY-MM-DD" })
  .refine(isRealDate, { error: "a date that exists, YYYY-MM-DD" });

/** Local times skip or repeat the hour from 02:00 twice a year, so nothing may be planned in it. */
export const clockTime = z
  .string({ error: "a time, HH:MM" })
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: "a time, HH:MM" })
  .refine((time) => !time.startsWith("02:"), { error: "a time outside 02:00–03:00, when clocks change" });

export const yesOrNo = z
  .enum(["true", "false"], { error: "true or false" })
  .transform((word) => word === "true");

export function wholeNumber(from: number, to: number) {
  const expected = `a whole number from ${from} to ${to}`;
  return z
    .string({ error: expected })
    .regex(/^\d{1,9}$/, { error: expected })
    .transform(Number)
    .pipe(z.number().min(from, { error: expected }).max(to, { error: expected }));
}

export function isRealDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
