import { dayOf, timeOf } from "../round/calendar.ts";
import type { Language } from "../round/plan.ts";
import type { Act } from "./script.ts";

/** What the demo says about what happens, in one line each. */
interface Narration {
  intro(from: string, to: string): string;
  /** Event verbs that are worth a line, in the order they are told when they happen at once; `who` is a list of names. */
  readonly lines: Readonly<Record<string, (who: string) => string>>;
  /** How somebody answered, and how much has been answered by then. */
  answers(who: string, act: Act, how: Answering): string;
  readonly table: string;
  files(folder: string): string;
  open(file: string): string;
  kept(url: string): string;
  readonly again: string;
}

interface Answering {
  readonly deputy: boolean;
  readonly late: boolean;
  readonly answered: number;
  readonly all: number;
}

export const narrations: Readonly<Record<Language, Narration>> = {
  nb: {
    intro: (from, to) => `En statusrunde fra ${from} til ${to}. Klokken går fort; kø og database er ekte.`,
    lines: {
      prepared: () => "Kalenderen gjør runden klar",
      "ready sent": (who) => `${who} får vite at runden er klar`,
      "trial sent": (who) => `${who} ser meldingen før noen andre får den`,
      opened: (who) => `${who} åpner runden`,
      "ask sent": (who) => `Spurt: ${who}`,
      "remind sent": (who) => `Påminnet: ${who}`,
      "ask unreachable": (who) => `Kan ikke nås: ${who}. Stedfortrederen spørres i stedet`,
      "deputy sent": (who) => `Stedfortreder spurt: ${who}`,
      "deputy-asked sent": (who) => `Får vite at stedfortrederen er spurt: ${who}`,
      answered: (who) => `Svarer: ${who}`,
      closed: () => "Fristen er ute, runden lukkes. Sene svar tas imot og merkes",
      "digest sent": (who) => `${who} får oversikt over det som står fast`,
      published: (who) => `${who} publiserer rapporten`,
      "summary sent": (who) => `Ledelsen får rapporten: ${who}`,
      "published sent": (who) => `Får vite at den er publisert: ${who}`,
    },
    answers: (who, act, { deputy, late, answered, all }) => {
      const how = { form: "svarer i skjemaet", same: "svarer «samme som sist»", types: "skriver" };
      return `${who} ${saying(act, how, "«", "»")}${deputy ? ", som stedfortreder" : ""}${late ? ", etter fristen" : ""} (${answered} av ${all})`;
    },
    table: "Tabellen ledelsen fikk:",
    files: (folder) => `Rapporten ligger i ${folder}`,
    open: (file) => `Åpne ${file} i en nettleser.`,
    kept: (url) => `Nettsidene er åpne: ${url} (avslutt med Ctrl-C)`,
    again: "Vil du gå rundt i den selv? Kjør: npm run demo -- --keep",
  },
  nn: {
    intro: (from, to) => `Ein statusrunde frå ${from} til ${to}. Klokka går fort; kø og database er ekte.`,
    lines: {
      prepared: () => "Kalenderen gjer runden klar",
      "ready sent": (who) => `${who} får vite at runden er klar`,
      "trial sent": (who) => `${who} ser meldinga før nokon andre får henne`,
      opened: (who) => `${who} opnar runden`,
      "ask sent": (who) => `Spurde: ${who}`,
      "remind sent": (who) => `Påminte: ${who}`,
      "ask unreachable": (who) => `Kan ikkje nåast: ${who}. Stedfortredaren blir spurd i staden`,
      "deputy sent": (who) => `Stedfortredar spurd: ${who}`,
      "deputy-asked sent": (who) => `Får vite at stedfortredaren er spurd: ${who}`,
      answered: (who) => `Svarer: ${who}`,
      closed: () => "Fristen er ute, runden blir lukka. Seine svar blir tekne imot og merkte",
      "digest sent": (who) => `${who} får oversikt over det som står fast`,
      published: (who) => `${who} publiserer rapporten`,
      "summary sent": (who) => `Leiinga får rapporten: ${who}`,
      "published sent": (who) => `Får vite at han er publisert: ${who}`,
    },
    answers: (who, act, { deputy, late, answered, all }) => {
      const how = { form: "svarer i skjemaet", same: "svarer «same som sist»", types: "skriv" };
      return `${who} ${saying(act, how, "«", "»")}${deputy ? ", som stedfortredar" : ""}${late ? ", etter fristen" : ""} (${answered} av ${all})`;
    },
    table: "Tabellen leiinga fekk, på språket til planen:",
    files: (folder) => `Rapporten ligg i ${folder}`,
    open: (file) => `Opne ${file} i ein nettlesar.`,
    kept: (url) => `Nettsidene er opne: ${url} (avslutt med Ctrl-C)`,
    again: "Vil du gå rundt i han sjølv? Køyr: npm run demo -- --keep",
  },
  en: {
    intro: (from, to) =>
      `A status round from ${from} to ${to}. The clock runs fast; queue and database are real.`,
    lines: {
      prepared: () => "The calendar prepares the round",
      "ready sent": (who) => `${who} hears that the round is ready`,
      "trial sent": (who) => `${who} sees the message before anybody else gets it`,
      opened: (who) => `${who} opens the round`,
      "ask sent": (who) => `Asked: ${who}`,
      "remind sent": (who) => `Reminded: ${who}`,
      "ask unreachable": (who) => `Cannot be reached: ${who}. The deputy is asked instead`,
      "deputy sent": (who) => `Deputy asked: ${who}`,
      "deputy-asked sent": (who) => `Told that the deputy was asked: ${who}`,
      answered: (who) => `Answered: ${who}`,
      closed: () => "The deadline has passed, the round closes. Late answers are taken and marked",
      "digest sent": (who) => `${who} gets an overview of what is stuck`,
      published: (who) => `${who} publishes the report`,
      "summary sent": (who) => `Leadership gets the report: ${who}`,
      "published sent": (who) => `Told that it is published: ${who}`,
    },
    answers: (who, act, { deputy, late, answered, all }) => {
      const how = { form: "fills in the form", same: "answers “same as last time”", types: "writes" };
      return `${who} ${saying(act, how, "“", "”")}${deputy ? ", as the deputy" : ""}${late ? ", after the deadline" : ""} (${answered} of ${all})`;
    },
    table: "The table leadership got, in the plan's own language:",
    files: (folder) => `The report is in ${folder}`,
    open: (file) => `Open ${file} in a browser.`,
    kept: (url) => `The pages are open: ${url} (end with Ctrl-C)`,
    again: "Would you like to walk around in it? Run: npm run demo -- --keep",
  },
};

const locales = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" } as const;

/** What somebody says, and how: by form, as last time, or in their own words. */
function saying(
  act: Act,
  how: { form: string; same: string; types: string },
  opening: string,
  closing: string,
): string {
  switch (act.does) {
    case "answers":
      return `${how.form}: ${act.items.map(([measure]) => numberOf(measure)).join(", ")}`;
    case "same-as-last":
      return `${how.same}: ${act.measures.map(numberOf).join(", ")}`;
    case "types":
      return `${how.types}: ${opening}${act.text.replaceAll("\n", " / ").replaceAll(/\[(.+?)\]\(.+?\)/g, "$1")}${closing}`;
    case "looks-at-it-first":
    case "opens":
    case "publishes":
      return "";
  }
}

/** A key ends in the number as printed: "2/4/4.1". */
function numberOf(measure: string): string {
  return measure.slice(measure.lastIndexOf("/") + 1);
}

/** "Kari, Ola og Per", each once, by the alphabet. */
export function listed(names: readonly string[], language: Language): string {
  const sorted = names.toSorted((a, b) => a.localeCompare(b, "nb"));
  return new Intl.ListFormat(locales[language], { type: "conjunction" }).format(sorted);
}

/** "man. 23. nov. 09:00", for the left margin. */
export function stamp(at: Date, timeZone: string, language: Language): string {
  const day = new Intl.DateTimeFormat(locales[language], {
    timeZone,
    weekday: "short",
    day: "2-digit",
    month: "short",
  });
  return `${day.format(at)} ${timeOf(at, timeZone)}`;
}

/** Cells of the left margin: the longest stamp of the demo's months, and a gap. */
export function marginOf(language: Language): number {
  return { nb: 19, nn: 19, en: 16 }[language] + 2;
}

export function dateIn(at: Date, timeZone: string, language: Language): string {
  const day = new Date(`${dayOf(at, timeZone)}T12:00:00Z`);
  return new Intl.DateTimeFormat(locales[language], { timeZone: "UTC", dateStyle: "long" }).format(day);
}
