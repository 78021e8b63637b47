import type { Language } from "../../round/plan.ts";

const locales: Record<Language, string> = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };

type Part = "weekday" | "day" | "month" | "year" | "hour" | "minute";

function partsOf(at: Date, timeZone: string, language: Language): Record<Part, string> {
  const format = new Intl.DateTimeFormat(locales[language], {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const parts: Record<Part, string> = { weekday: "", day: "", month: "", year: "", hour: "", minute: "" };
  for (const { type, value } of format.formatToParts(at)) {
    if (type in parts) parts[type as Part] = value;
  }
  return parts;
}

/** "fredag 11. desember kl. 12.00", "Friday 11 December at 12:00", in the time zone given (IANA name). */
export function moment(at: Date, timeZone: string, language: Language): string {
  const { weekday, day, month, hour, minute } = partsOf(at, timeZone, language);
  return language === "en"
    ? `${weekday} ${day} ${month} at ${hour}:${minute}`
    : `${weekday} ${day}. ${month} kl. ${hour}.${minute}`;
}

/** "11. desember 2026", "11 December 2026". */
export function dayOf(at: Date, timeZone: string, language: Language): string {
  const { day, month, year } = partsOf(at, timeZone, language);
  return language === "en" ? `${day} ${month} ${year}` : `${day}. ${month} ${year}`;
}

/** A date without a time, `YYYY-MM-DD`, in words; anything else comes back as it was. */
export function isoDay(date: string, language: Language): string {
  const at = new Date(`${date}T12:00:00Z`);
  return Number.isNaN(at.getTime()) ? date : dayOf(at, "UTC", language);
}

/** "Kari, Ola og Per". */
export function listOf(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: "conjunction" }).format(names);
}

/** "12 345,5", with the language's decimal sign. */
export function numberIn(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 2 }).format(value);
}
