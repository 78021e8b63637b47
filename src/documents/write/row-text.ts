import { isoDay, listOf, numberIn } from "../../conversation/wording/dates.ts";
import { longMoment, reportWords, shownStatus, statusWord } from "../../conversation/wording/report-words.ts";
import { missingRows, rowStatuses, undecidedRows } from "../../round/report-lists.ts";
import type { Report, Row, Totals, UnitAnswer } from "../../round/report.ts";

/** What every format says about a report, in the report's own language. The formats differ in form, not in what they tell. */

/** Label and value of what stands under the title. */
export function factsOf(report: Report): [string, string][] {
  const words = reportWords[report.language];
  const moment = (iso: string) => longMoment(new Date(iso), report.timeZone, report.language);
  return [
    [words.period, report.period],
    [words.deadline, moment(report.deadline)],
    ...(report.publishedAt ? [[words.published, moment(report.publishedAt)] as [string, string]] : []),
    [words.version, report.version === null ? words.draft : String(report.version)],
    ...(report.since ? [[words.comparedWith, report.since] as [string, string]] : []),
  ];
}

/** The number with the part of the title that is known by heart, and what follows it. */
export function titleOf(row: Pick<Row, "number" | "short" | "title">): { lead: string; rest: string } {
  const short = row.short.replace(/\s*(?:…|\.\.\.)$/u, "");
  const begins = short !== "" && row.title.startsWith(short);
  return {
    lead: `${row.number} ${begins ? short : row.short}`.trim(),
    rest: begins ? row.title.slice(short.length) : ` ${row.title}`,
  };
}

/** Due date and target, where there are any. */
export function aimsOf(row: Row, report: Report): string[] {
  const words = reportWords[report.language];
  const aims = row.due === null ? [] : [`${words.due}: ${row.due}`];
  if (row.target === null) return aims;
  const { goal, of, by } = row.target;
  const day = isoDay(by, report.language);
  return [...aims, words.target(numberIn(goal, report.language), of, day, reached(row, report))];
}

/** Units' numbers are never added up: nobody said that they may be. */
function reached(row: Row, report: Report): string | null {
  const said = row.units.filter((unit) => unit.progress !== null);
  if (said.length === 0) return null;
  const number = (unit: UnitAnswer) => numberIn(unit.progress ?? 0, report.language);
  return row.units.length === 1
    ? said.map(number).join("")
    : said.map((unit) => `${unit.unit.name} ${number(unit)}`).join(", ");
}

/** "Endret fra ◐ Pågår"; null when nothing changed. */
export function changeOf(row: Row, report: Report): string | null {
  if (row.changedFrom === null) return null;
  const before = shownStatus(row.changedFrom, report.legend, report.language);
  return reportWords[report.language].changedFrom(statusWord(before));
}

/** What the coordinator or one unit said. `name` and `status` are null where the row itself says them. */
export interface UnitText {
  readonly name: string | null;
  readonly status: string | null;
  readonly bullets: readonly string[];
  /** Silence, lateness and what it was dropped by. */
  readonly notes: readonly string[];
}

export function unitTexts(row: Row, report: Report): UnitText[] {
  const words = reportWords[report.language];
  // Beside the coordinator's words a unit's need its name, also where it is the only one.
  const several = row.units.length > 1 || row.decided !== undefined;
  // What the coordinator decided stands above what it is about.
  const decided = row.decided
    ? [{ name: words.decided, status: null, bullets: row.decided.bullets, notes: [] }]
    : [];
  const units = row.units.map((said) => {
    const silent = said.status === null && said.dropped === null;
    const status = said.status === null ? null : shownStatus(said.status, report.legend, report.language);
    const notes = [
      ...(silent ? [words.silent(said.unit.name)] : []),
      ...(said.dropped === null ? [] : [words.dropped(said.dropped)]),
      ...(said.late ? [words.late] : []),
    ];
    const name = several && !silent ? said.unit.name : null;
    return { name, status: several && status ? statusWord(status) : null, bullets: said.bullets, notes };
  });
  return [...decided, ...units];
}

/** What a correction is about: title, reason, and a line for each row that changed. Null for a version that corrects nothing. */
export function correctionTexts(
  report: Report,
): { readonly title: string; readonly why: string; readonly lines: readonly string[] } | null {
  const { correction } = report;
  if (!correction) return null;
  const words = reportWords[report.language];
  const label = (key: string) => statusWord(shownStatus(key, report.legend, report.language));
  const lines = correction.changes.map(({ number, short, from, to, comments }) => {
    const colour = from !== null && to !== null ? [words.becomes(label(from), label(to))] : [];
    return `${number} ${short}: ${[...colour, ...(comments ? [words.textChanged] : [])].join("; ")}`;
  });
  const all = lines.length > 0 ? lines : [words.prefaceChanged];
  return { title: words.corrected(correction.of), why: correction.why, lines: all };
}

/** The statuses worth a column: the legend's and `unanswered` always, the others only when some row has them. */
export function columnsOf(report: Report): string[] {
  const always = [...report.legend.map((status) => status.key), "unanswered"];
  return rowStatuses(report.legend).filter((key) => always.includes(key) || (report.totals.by[key] ?? 0) > 0);
}

/** "23 tiltak: 8 ✓ Gjennomført, 2 – Ikke svart": only what there is. */
export function totalsLine(totals: Totals, report: Report): string {
  const parts = rowStatuses(report.legend)
    .filter((key) => (totals.by[key] ?? 0) > 0)
    .map((key) => `${totals.by[key] ?? 0} ${statusWord(shownStatus(key, report.legend, report.language))}`);
  const measures = reportWords[report.language].measures(totals.measures);
  return parts.length === 0 ? measures : `${measures}: ${parts.join(", ")}`;
}

/** One line for each row that nobody could give a status yet. */
export interface OpenRow {
  readonly key: string;
  readonly lead: string;
  readonly why: string;
}

export function missingTexts(report: Report): OpenRow[] {
  const words = reportWords[report.language];
  return missingRows(report).map(({ row, silent }) => ({
    key: row.key,
    lead: titleOf(row).lead,
    why: silent.length > 0 ? words.silent(listOf(silent, report.language)) : words.noUnit,
  }));
}

export function undecidedTexts(report: Report): OpenRow[] {
  return undecidedRows(report).map((row) => {
    const said = unitTexts(row, report).filter((unit) => unit.status !== null);
    const why = said.map((unit) => `${unit.name ?? ""}: ${unit.status ?? ""}`).join("; ");
    return { key: row.key, lead: titleOf(row).lead, why };
  });
}
