import { isNoStatus, statusIn } from "../../round/legend.ts";
import type { NoStatus } from "../../round/legend.ts";
import type { Language, Legend, Status } from "../../round/plan.ts";
import { dayOf } from "./dates.ts";

/** Every word a report needs beside the plan's own. Nothing that a report prints is written anywhere else. */
export interface ReportWords {
  title(plan: string, period: string): string;
  readonly draft: string;
  readonly draftWarning: string;
  readonly period: string;
  readonly deadline: string;
  readonly published: string;
  readonly version: string;
  readonly comparedWith: string;
  readonly preface: string;

  readonly legend: string;
  readonly meaning: string;
  /** What a row can be beside the legend's statuses: symbol, label and meaning, and a neutral ground. */
  readonly beside: Readonly<Record<NoStatus, Omit<Status, "key" | "asksComment">>>;

  readonly totals: string;
  readonly part: string;
  readonly wholePlan: string;
  readonly allMeasures: string;
  measures(count: number): string;

  readonly measure: string;
  readonly status: string;
  readonly comment: string;
  /** Of one table. */
  caption(heading: string): string;
  /** `label` with its symbol in front. */
  changedFrom(label: string): string;
  /** Above what the coordinator wrote about a row they decided. */
  readonly decided: string;
  /** Of a version that corrects an earlier one. */
  corrected(version: number): string;
  /** What one row was and is; labels with their symbols. */
  becomes(from: string, to: string): string;
  readonly textChanged: string;
  readonly prefaceChanged: string;
  readonly late: string;
  silent(unit: string): string;
  readonly noUnit: string;
  dropped(decision: string): string;
  readonly due: string;
  /** `by` as it is to be printed; `now` is null when nobody said a number. */
  target(goal: string, of: string, by: string, now: string | null): string;

  readonly missing: string;
  readonly nothingMissing: string;
  readonly undecided: string;
  readonly sources: string;

  /** For a file with one line per measure and unit. */
  readonly columns: Readonly<Record<Column, string>>;
  readonly yes: string;
  readonly no: string;
}

export type Column =
  | "plan"
  | "period"
  | "version"
  | "under"
  | "measure"
  | "title"
  | "status"
  | "changedFrom"
  | "unit"
  | "unitStatus"
  | "comment"
  | "progress"
  | "goal"
  | "of"
  | "by"
  | "due"
  | "late"
  | "dropped"
  | "decided"
  | "key";

const ground = {
  unanswered: { colour: "#FFFFFF", symbol: "–" },
  undecided: { colour: "#FFFFFF", symbol: "≠" },
  dropped: { colour: "#E6E6E6", symbol: "⊘" },
} as const;

const nb: ReportWords = {
  title: (plan, period) => `Status for ${plan} per ${period}`,
  draft: "Utkast",
  draftWarning: "Utkast – ikke publisert. Tabellen kan fortsatt endre seg.",
  period: "Periode",
  deadline: "Svarfrist",
  published: "Publisert",
  version: "Versjon",
  comparedWith: "Sammenlignet med",
  preface: "Fra koordinatoren",
  legend: "Tegnforklaring",
  meaning: "Betyr",
  beside: {
    unanswered: {
      ...ground.unanswered,
      label: "Ikke svart",
      meaning: "Vi mangler svar fra en ansvarlig enhet",
    },
    undecided: {
      ...ground.undecided,
      label: "Ikke avklart",
      meaning: "Enhetene har svart ulikt, og ingen har avgjort hva som gjelder",
    },
    dropped: { ...ground.dropped, label: "Utgått", meaning: "Tiltaket er ikke lenger aktuelt" },
  },
  totals: "Oppsummering",
  part: "Del av planen",
  wholePlan: "Hele planen",
  allMeasures: "Tiltak i alt",
  measures: (count) => `${count} tiltak`,
  measure: "Tiltak",
  status: "Status",
  comment: "Kommentar",
  caption: (heading) => `Tiltak under ${heading}`,
  changedFrom: (label) => `Endret fra ${label}`,
  decided: "Avgjort av koordinatoren",
  corrected: (version) => `Endret siden versjon ${version}`,
  becomes: (from, to) => `fra ${from} til ${to}`,
  textChanged: "teksten er endret",
  prefaceChanged: "Linjene fra koordinatoren er endret.",
  late: "Svarte etter fristen",
  silent: (unit) => `Mangler svar fra ${unit}`,
  noUnit: "Ingen enhet har ansvar for tiltaket",
  dropped: (decision) => `Utgått, jf. ${decision}`,
  due: "Frist",
  target: (goal, of, by, now) => `Mål: ${goal} ${of} innen ${by}${now === null ? "" : `; nå ${now}`}`,
  missing: "Dette mangler",
  nothingMissing: "Alle tiltak har fått svar.",
  undecided: "Dette må avklares",
  sources: "Tabellen bygger på svarene fra de ansvarlige enhetene.",
  columns: {
    plan: "Plan",
    period: "Periode",
    version: "Versjon",
    under: "Del av planen",
    measure: "Tiltak",
    title: "Hele teksten",
    status: "Status",
    changedFrom: "Endret fra",
    unit: "Ansvarlig enhet",
    unitStatus: "Enhetens svar",
    comment: "Kommentar",
    progress: "Nå",
    goal: "Måltall",
    of: "Måltallet gjelder",
    by: "Måltallet skal nås",
    due: "Frist",
    late: "Svarte etter fristen",
    dropped: "Utgått, jf.",
    decided: "Avgjort av koordinatoren",
    key: "Nøkkel",
  },
  yes: "ja",
  no: "nei",
};

const nn: ReportWords = {
  title: (plan, period) => `Status for ${plan} per ${period}`,
  draft: "Utkast",
  draftWarning: "Utkast – ikkje publisert. Tabellen kan framleis endre seg.",
  period: "Periode",
  deadline: "Svarfrist",
  published: "Publisert",
  version: "Versjon",
  comparedWith: "Samanlikna med",
  preface: "Frå koordinatoren",
  legend: "Teiknforklaring",
  meaning: "Tyder",
  beside: {
    unanswered: {
      ...ground.unanswered,
      label: "Ikkje svart",
      meaning: "Vi manglar svar frå ei ansvarleg eining",
    },
    undecided: {
      ...ground.undecided,
      label: "Ikkje avklart",
      meaning: "Einingane har svart ulikt, og ingen har avgjort kva som gjeld",
    },
    dropped: { ...ground.dropped, label: "Utgått", meaning: "Tiltaket er ikkje lenger aktuelt" },
  },
  totals: "Oppsummering",
  part: "Del av planen",
  wholePlan: "Heile planen",
  allMeasures: "Tiltak i alt",
  measures: (count) => `${count} tiltak`,
  measure: "Tiltak",
  status: "Status",
  comment: "Kommentar",
  caption: (heading) => `Tiltak under ${heading}`,
  changedFrom: (label) => `Endra frå ${label}`,
  decided: "Avgjort av koordinatoren",
  corrected: (version) => `Endra sidan versjon ${version}`,
  becomes: (from, to) => `frå ${from} til ${to}`,
  textChanged: "teksten er endra",
  prefaceChanged: "Linjene frå koordinatoren er endra.",
  late: "Svarte etter fristen",
  silent: (unit) => `Manglar svar frå ${unit}`,
  noUnit: "Inga eining har ansvar for tiltaket",
  dropped: (decision) => `Utgått, jf. ${decision}`,
  due: "Frist",
  target: (goal, of, by, now) => `Mål: ${goal} ${of} innan ${by}${now === null ? "" : `; no ${now}`}`,
  missing: "Dette manglar",
  nothingMissing: "Alle tiltaka har fått svar.",
  undecided: "Dette må avklarast",
  sources: "Tabellen byggjer på svara frå dei ansvarlege einingane.",
  columns: {
    plan: "Plan",
    period: "Periode",
    version: "Versjon",
    under: "Del av planen",
    measure: "Tiltak",
    title: "Heile teksten",
    status: "Status",
    changedFrom: "Endra frå",
    unit: "Ansvarleg eining",
    unitStatus: "Svaret frå eininga",
    comment: "Kommentar",
    progress: "No",
    goal: "Måltal",
    of: "Måltalet gjeld",
    by: "Måltalet skal nåast",
    due: "Frist",
    late: "Svarte etter fristen",
    dropped: "Utgått, jf.",
    decided: "Avgjort av koordinatoren",
    key: "Nøkkel",
  },
  yes: "ja",
  no: "nei",
};

const en: ReportWords = {
  title: (plan, period) => `Status of ${plan} as of ${period}`,
  draft: "Draft",
  draftWarning: "Draft – not published. The table may still change.",
  period: "Period",
  deadline: "Deadline for answers",
  published: "Published",
  version: "Version",
  comparedWith: "Compared with",
  preface: "From the coordinator",
  legend: "Legend",
  meaning: "Meaning",
  beside: {
    unanswered: { ...ground.unanswered, label: "No answer", meaning: "A responsible unit has not answered" },
    undecided: {
      ...ground.undecided,
      label: "Undecided",
      meaning: "The units answered differently, and nobody has settled which one holds",
    },
    dropped: { ...ground.dropped, label: "Dropped", meaning: "The measure is no longer relevant" },
  },
  totals: "Summary",
  part: "Part of the plan",
  wholePlan: "The whole plan",
  allMeasures: "All measures",
  measures: (count) => `${count} ${count === 1 ? "measure" : "measures"}`,
  measure: "Measure",
  status: "Status",
  comment: "Comment",
  caption: (heading) => `Measures under ${heading}`,
  changedFrom: (label) => `Changed from ${label}`,
  decided: "Decided by the coordinator",
  corrected: (version) => `Changed since version ${version}`,
  becomes: (from, to) => `from ${from} to ${to}`,
  textChanged: "the text has changed",
  prefaceChanged: "The coordinator's lines have changed.",
  late: "Answered after the deadline",
  silent: (unit) => `No answer from ${unit}`,
  noUnit: "No unit is responsible for the measure",
  dropped: (decision) => `Dropped, see ${decision}`,
  due: "Due",
  target: (goal, of, by, now) => `Target: ${goal} ${of} by ${by}${now === null ? "" : `; now ${now}`}`,
  missing: "What is missing",
  nothingMissing: "Every measure has been answered.",
  undecided: "What must be decided",
  sources: "The table is compiled from the responsible units' answers.",
  columns: {
    plan: "Plan",
    period: "Period",
    version: "Version",
    under: "Part of the plan",
    measure: "Measure",
    title: "Whole text",
    status: "Status",
    changedFrom: "Changed from",
    unit: "Responsible unit",
    unitStatus: "The unit's answer",
    comment: "Comment",
    progress: "Now",
    goal: "Target",
    of: "Target counts",
    by: "Target is due",
    due: "Due",
    late: "Answered after the deadline",
    dropped: "Dropped, see",
    decided: "Decided by the coordinator",
    key: "Key",
  },
  yes: "yes",
  no: "no",
};

export const reportWords: Record<Language, ReportWords> = { nb, nn, en };

/** A row's or a unit's status as it is shown: never a colour without its symbol and word. Throws for a key that is neither. */
export function shownStatus(key: string, legend: Legend, language: Language): Status {
  const status = isNoStatus(key)
    ? { key, asksComment: false, ...reportWords[language].beside[key] }
    : statusIn(legend, key);
  if (!status) throw new Error(`the legend has no status ${key}`);
  return status;
}

/** "◐ Pågår" */
export function statusWord(status: Pick<Status, "symbol" | "label">): string {
  return `${status.symbol} ${status.label}`;
}

/** "11. desember 2026 kl. 12.00", "11 December 2026 at 12:00", in the time zone given (IANA name). */
export function longMoment(at: Date, timeZone: string, language: Language): string {
  const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone }).format(at);
  const day = dayOf(at, timeZone, language);
  return language === "en" ? `${day} at ${time}` : `${day} kl. ${time.replace(":", ".")}`;
}
