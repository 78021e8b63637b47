import { z } from "zod";
import { hasHolidays } from "../round/holidays.ts";
import type { Language } from "../round/plan.ts";
import type { Timetable } from "../round/timetable.ts";
import { asMapping, asText, asTexts } from "./as-written.ts";
import { faultAt, faultsOf, oneOf, repeats } from "./faults.ts";
import type { Fault, Located } from "./faults.ts";
import { clockTime, isRealDate, language, line, mapping, orElse, wholeNumber } from "./fields.ts";

export interface Settings {
  /** Of people, plans, the command line and the local door, where nothing else is said. */
  readonly language: Language;
  readonly timetable: Timetable;
  /** Whose plans these are, as printed on reports; empty when it is not named. */
  readonly organisation: string;
}

export interface ReadSettings {
  readonly settings: Settings | null;
  readonly faults: readonly Fault[];
}

const defaults: Timetable = {
  timeZone: "Europe/Oslo",
  hours: { from: "08:00", to: "15:30" },
  deadlineAt: "12:00",
  remind: [5, 1],
  deputy: 2,
  digest: 2,
  holidays: "NO",
  daysOff: ["12-24", "12-31"],
};

export const defaultSettings: Settings = { language: "nb", timetable: defaults, organisation: "" };

export function readSettings(file: Located): ReadSettings {
  const parsed = schema.safeParse(file.value);
  if (!parsed.success)
    return { settings: null, faults: [...faultsOf(file, parsed.error.issues), ...checks(file)] };
  const { language: spoken, organisation, ...timetable } = parsed.data;
  return { settings: { language: spoken, organisation, timetable }, faults: checks(file) };
}

const workingDays = wholeNumber(0, 30);

const schema = mapping("settings", {
  organisation: orElse(line("the organisation's name", 120), defaultSettings.organisation),
  language: orElse(language, defaultSettings.language),
  timeZone: orElse(
    z.string({ error: "a time zone" }).refine(isTimeZone, {
      error: (issue) => oneOf("a time zone such as", String(issue.input), zonesLike(String(issue.input))),
    }),
    defaults.timeZone,
  ),
  hours: orElse(mapping("from and to", { from: clockTime, to: clockTime }), defaults.hours),
  deadlineAt: orElse(clockTime, defaults.deadlineAt),
  // The farthest first, which is the order they come in.
  remind: orElse(z.array(wholeNumber(1, 30), { error: "a list of working days before the deadline" }), [
    ...defaults.remind,
  ]).transform((days) => days.toSorted((a, b) => b - a)),
  deputy: orElse(workingDays, defaults.deputy),
  digest: orElse(workingDays, defaults.digest),
  holidays: orElse(
    z.string({ error: "a country" }).refine(hasHolidays, {
      error: "a country, or a country and region, whose holidays are known: NO, DE-BY",
    }),
    defaults.holidays,
  ),
  daysOff: orElse(
    z.array(
      // A leap year, so that 29 February can be a day off.
      z
        .string({ error: "a day, MM-DD" })
        .refine((day) => isRealDate(`2024-${day}`), { error: "a day that exists, MM-DD" }),
      { error: "a list of days, MM-DD" },
    ),
    [...defaults.daysOff],
  ),
});

function checks(file: Located): Fault[] {
  const written = asMapping(file.value);
  const hours = asMapping(written["hours"]);
  const [from, to] = [asText(hours["from"]), asText(hours["to"])];
  const backwards = from !== null && to !== null && from >= to;
  const remind = asTexts(written["remind"]).map((word, i) => ({ path: ["remind", i], word }));
  return [
    ...(backwards
      ? [faultAt(file, ["hours", "to"], `the hours ${from} to ${to}`, "an end after the beginning")]
      : []),
    ...repeats(file, "reminder", remind, "each day once"),
  ];
}

/** Names only: an offset such as +01:00 knows no summer time. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

function zonesLike(name: string): string[] {
  const area = `${name.split("/")[0] ?? ""}/`;
  const zones = ["Europe/Oslo", ...Intl.supportedValuesOf("timeZone")];
  const same = zones.filter((zone) => zone.startsWith(area));
  return same.length > 0 ? same : zones;
}
