import type { Language } from "../round/plan.ts";

/** What only the command line says about a round under way; the rest is in the bot's own words. */
interface RoundSentences {
  readonly unitAndPerson: string;
  readonly deputies: (names: string) => string;
  readonly nobody: string;
  readonly toLookAt: (count: number) => string;
  readonly allAnswered: (units: number) => string;
  was(text: string): string;
  becomes(text: string): string;
}

export const roundSentences: Readonly<Record<Language, RoundSentences>> = {
  nb: {
    unitAndPerson: "Enhet og ansvarlig",
    deputies: (names) => `${names} er også spurt`,
    nobody: "(ingen)",
    toLookAt: (count) => `${count} å se over`,
    allAnswered: (units) =>
      units === 1 ? "Én enhet har svart på alt:" : `${units} enheter har svart på alt:`,
    was: (text) => `Står nå: ${text}`,
    becomes: (text) => `Blir: ${text}`,
  },
  nn: {
    unitAndPerson: "Eining og ansvarleg",
    deputies: (names) => `${names} er òg spurde`,
    nobody: "(ingen)",
    toLookAt: (count) => `${count} å sjå over`,
    allAnswered: (units) =>
      units === 1 ? "Éi eining har svara på alt:" : `${units} einingar har svara på alt:`,
    was: (text) => `Står no: ${text}`,
    becomes: (text) => `Blir: ${text}`,
  },
  en: {
    unitAndPerson: "Unit and owner",
    deputies: (names) => `${names} was asked too`,
    nobody: "(nobody)",
    toLookAt: (count) => `${count} to look at`,
    allAnswered: (units) =>
      units === 1 ? "One unit has answered everything:" : `${units} units have answered everything:`,
    was: (text) => `Now: ${text}`,
    becomes: (text) => `Becomes: ${text}`,
  },
};
