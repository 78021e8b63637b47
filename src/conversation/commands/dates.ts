import { addDays, isDay, type Day } from "../../round/calendar.ts";

/** A date as somebody typed it, and where it ends in the text; or why it is none that can be used. */
export type TypedDate =
  | { readonly is: "day"; readonly day: Day; readonly end: number }
  | { readonly is: "passed" | "not-certain"; readonly end: number };

const monthNames: readonly string[] = [
  "januar|january|jan",
  "februar|february|feb",
  "mars|march|mar",
  "april|apr",
  "mai|may",
  "juni|june|jun",
  "juli|july|jul",
  "august|aug",
  "september|sept|sep",
  "oktober|october|okt|oct",
  "november|nov",
  "desember|december|des|dec",
];
/** Sunday first, as getUTCDay counts. */
const dayNames: readonly string[] = [
  "søndag|sundag|sunday",
  "mandag|måndag|monday",
  "tirsdag|tysdag|tuesday",
  "onsdag|wednesday",
  "torsdag|thursday",
  "fredag|friday",
  "lørdag|laurdag|saturday",
];
const month = `(?<month>${monthNames.join("|")})\\.?`;
const year = String.raw`(?:,?\s(?<year>20\d\d))?`;
const weekday = `(?:(?<weekday>${dayNames.join("|")})(?:\\s(?:den\\s|the\\s)?|,\\s?))?`;
const end = String.raw`(?![\p{L}\p{N}]|[./-]\d)`;

const written: readonly RegExp[] = [
  String.raw`(?<year>20\d\d)-(?<month>\d\d)-(?<day>\d\d)`,
  `${weekday}${String.raw`(?:den\s|the\s)?(?<day>\d{1,2})(?:\.|st|nd|rd|th)?\s(?:of\s)?`}${month}${year}`,
  `${weekday}${month}${String.raw`\s(?<day>\d{1,2})(?:st|nd|rd|th)?`}${year}`,
  `${weekday}${String.raw`(?<day>\d{1,2})[./](?<month>\d{1,2})(?:[./](?<year>20\d\d))?`}`,
].map((pattern) => new RegExp(`${pattern}${end}`, "iuy"));

const soon: readonly [RegExp, number][] = [
  [/(?:i dag|today)(?!\p{L})/iuy, 0],
  [/(?:i morgen|i morgon|tomorrow)(?!\p{L})/iuy, 1],
  [/(?:i overmorgen|i overmorgon|overmorgen|overmorgon)(?!\p{L})/iuy, 2],
];
const dayAlone = new RegExp(`(?:den\\s)?(?<weekday>${dayNames.join("|")})(?!\\p{L})`, "iuy");

/** How far ahead a date without a year may be meant: "15. januar" in November, but not "15. desember" the day after it. */
const farthest = 183;

/** The date that begins at `at`, or null when none does. A day that is past, or that may be two days, is not certain. */
export function dateAt(text: string, at: number, today: Day): TypedDate | null {
  for (const [pattern, days] of soon) {
    const found = match(pattern, text, at);
    if (found) return { is: "day", day: addDays(today, days), end: at + found[0].length };
  }
  for (const pattern of written) {
    const found = match(pattern, text, at);
    if (found) return { ...dayOf(found.groups ?? {}, today), end: at + found[0].length };
  }
  const named = match(dayAlone, text, at);
  if (!named) return null;
  const ahead = (numberOf(named.groups?.["weekday"], dayNames) - weekdayOf(today) + 7) % 7;
  const until = at + named[0].length;
  // "Friday", said on a Friday, may be today or in a week.
  return ahead === 0
    ? { is: "not-certain", end: until }
    : { is: "day", day: addDays(today, ahead), end: until };
}

type Said = { is: "day"; day: Day } | { is: "passed" | "not-certain" };

function dayOf(said: Partial<Record<string, string>>, today: Day): Said {
  const named = said["month"] ?? "";
  const monthNumber = /^\d+$/.test(named) ? Number(named) : numberOf(named, monthNames) + 1;
  const inYear = (of: number): Day =>
    `${of}-${String(monthNumber).padStart(2, "0")}-${String(said["day"]).padStart(2, "0")}`;
  const thisYear = Number(today.slice(0, 4));
  const years = said["year"] === undefined ? [thisYear, thisYear + 1] : [Number(said["year"])];
  const real = years.map(inYear).filter(isDay);
  if (real.length === 0) return { is: "not-certain" };
  const day = real.find((one) => one >= today);
  const farOff = day !== undefined && day > addDays(today, farthest) && !day.startsWith(today.slice(0, 4));
  if (day === undefined || (said["year"] === undefined && farOff)) return { is: "passed" };
  const { weekday: name } = said;
  if (name !== undefined && numberOf(name, dayNames) !== weekdayOf(day)) return { is: "not-certain" };
  return { is: "day", day };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function numberOf(name: string | undefined, names: readonly string[]): number {
  return names.findIndex((alike) => alike.split("|").includes((name ?? "").toLowerCase()));
}

function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay();
}
