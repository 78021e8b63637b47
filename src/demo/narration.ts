import { dayOf, timeOf } from "../round/calendar.ts";
import type { Language } from "../round/plan.ts";

/** What the demo says about what happens, in one line each. */
interface Narration {
  intro(from: string, to: string): string;
  /** Event verbs that are worth a line; `who` is a list of names. */
  readonly lines: Readonly<Record<string, (who: string) => string>>;
  readonly table: string;
  files(folder: string): string;
  readonly open: string;
  kept(url: string): string;
  readonly again: string;
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
      "deputy sent": (who) => `Stedfortreder spurt: ${who}`,
      "deputy-asked sent": (who) => `Får vite at stedfortrederen er spurt: ${who}`,
      "ask unreachable": (who) => `Kan ikke nås: ${who}. Stedfortrederen spørres i stedet`,
      "digest sent": (who) => `${who} får oversikt over det som står fast`,
      answered: (who) => `Svarer: ${who}`,
      closed: () => "Fristen er ute, runden lukkes. Sene svar tas imot og merkes",
      published: (who) => `${who} publiserer rapporten`,
      "summary sent": (who) => `Ledelsen får rapporten: ${who}`,
      "published sent": (who) => `Får vite at den er publisert: ${who}`,
    },
    table: "Tabellen ledelsen fikk:",
    files: (folder) => `Rapporten ligger i ${folder}`,
    open: "Åpne report.html i en nettleser.",
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
      "deputy sent": (who) => `Stedfortredar spurd: ${who}`,
      "deputy-asked sent": (who) => `Får vite at stedfortredaren er spurd: ${who}`,
      "ask unreachable": (who) => `Kan ikkje nåast: ${who}. Stedfortredaren blir spurd i staden`,
      "digest sent": (who) => `${who} får oversikt over det som står fast`,
      answered: (who) => `Svarer: ${who}`,
      closed: () => "Fristen er ute, runden blir lukka. Seine svar blir tekne imot og merkte",
      published: (who) => `${who} publiserer rapporten`,
      "summary sent": (who) => `Leiinga får rapporten: ${who}`,
      "published sent": (who) => `Får vite at han er publisert: ${who}`,
    },
    table: "Tabellen leiinga fekk:",
    files: (folder) => `Rapporten ligg i ${folder}`,
    open: "Opne report.html i ein nettlesar.",
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
      "deputy sent": (who) => `Deputy asked: ${who}`,
      "deputy-asked sent": (who) => `Told that the deputy was asked: ${who}`,
      "ask unreachable": (who) => `Cannot be reached: ${who}. The deputy is asked instead`,
      "digest sent": (who) => `${who} gets an overview of what is stuck`,
      answered: (who) => `Answered: ${who}`,
      closed: () => "The deadline has passed, the round closes. Late answers are taken and marked",
      published: (who) => `${who} publishes the report`,
      "summary sent": (who) => `Leadership gets the report: ${who}`,
      "published sent": (who) => `Told that it is published: ${who}`,
    },
    table: "The table leadership got:",
    files: (folder) => `The report is in ${folder}`,
    open: "Open report.html in a browser.",
    kept: (url) => `The pages are open: ${url} (end with Ctrl-C)`,
    again: "Would you like to walk around in it? Run: npm run demo -- --keep",
  },
};

const locales = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" } as const;

/** "man. 23. nov. 09:00", for the left margin. */
export function stamp(at: Date, timeZone: string, language: Language): string {
  const day = new Intl.DateTimeFormat(locales[language], {
    timeZone,
    weekday: "short",
    day: "2-digit",
    month: "short",
  });
  return `${day.format(at).padEnd(13)} ${timeOf(at, timeZone)}`;
}

export function dateIn(at: Date, timeZone: string, language: Language): string {
  const day = new Date(`${dayOf(at, timeZone)}T12:00:00Z`);
  return new Intl.DateTimeFormat(locales[language], { timeZone: "UTC", dateStyle: "long" }).format(day);
}
