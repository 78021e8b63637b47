import { reportWords, shownStatus, statusWord } from "../../conversation/wording/report-words.ts";
import type { Report, ReportHeading, Row } from "../../round/report.ts";
import { rowStatuses } from "../../round/report-lists.ts";
import {
  changeOf,
  columnsOf,
  correctionTexts,
  factsOf,
  missingTexts,
  titleOf,
  totalsLine,
  undecidedTexts,
  unitTexts,
} from "./row-text.ts";
import { bold, type Colours, padded, painted, safe, widthOf, wrap } from "./terminal-text.ts";
import { piecesOf } from "./text.ts";

export interface Terminal {
  /** Cells in a line. */
  readonly width: number;
  readonly colours: Colours;
}

/** What a stream can show: nothing but words when it is not a terminal or NO_COLOR is set. */
export function terminalOf(
  stream: { readonly isTTY?: boolean; readonly columns?: number; getColorDepth?(): number },
  environment: Readonly<Record<string, string | undefined>>,
): Terminal {
  const width = stream.isTTY && stream.columns ? stream.columns : 100;
  if (!stream.isTTY || (environment["NO_COLOR"] ?? "") !== "") return { width, colours: 0 };
  const depth = stream.getColorDepth?.() ?? 1;
  return { width, colours: depth >= 24 ? 24 : depth >= 8 ? 8 : 0 };
}

/** The report as lines for a terminal, ending in a newline. Measures by number and short title; the documents have the whole. */
export function terminalReport(report: Report, { width, colours }: Terminal): string {
  const words = reportWords[report.language];
  const list = (title: string, rows: readonly { lead: string; why: string }[], none: string[]) => {
    const lines = rows.flatMap((row) => wrap(`– ${row.lead}: ${row.why}`, width, "  "));
    return rows.length === 0 ? none : ["", bold(title, colours), ...lines];
  };
  return [
    ...wrap(words.title(report.plan.title, report.period), width).map((line) => bold(line, colours)),
    ...(report.version === null ? wrap(words.draftWarning, width) : []),
    ...factsOf(report).flatMap(([label, value]) => wrap(`${label}: ${value}`, width, "  ")),
    ...report.preface.flatMap((line) => wrap(`• ${bulletText(line)}`, width, "  ")),
    ...correctionLines(report, { width, colours }),
    "",
    ...legendLines(report, { width, colours }),
    "",
    ...report.headings.flatMap((heading) => headingLines(heading, report, { width, colours })),
    ...wrap(totalsLine(report.totals, report), width).map((line) => bold(line, colours)),
    ...list(words.missing, missingTexts(report), ["", words.nothingMissing]),
    ...list(words.undecided, undecidedTexts(report), []),
    "",
  ].join("\n");
}

function correctionLines(report: Report, { width, colours }: Terminal): string[] {
  const texts = correctionTexts(report);
  if (texts === null) return [];
  const lines = texts.lines.flatMap((line) => wrap(`– ${line}`, width, "  "));
  return ["", bold(texts.title, colours), ...wrap(texts.why, width), ...lines];
}

function legendLines(report: Report, { width, colours }: Terminal): string[] {
  const cell = statusWidth(report);
  return columnsOf(report).flatMap((key) => {
    const status = shownStatus(key, report.legend, report.language);
    const word = painted(padded(` ${safe(statusWord(status))}`, cell), status.colour, colours);
    const [first = "", ...rest] = wrap(status.meaning, Math.max(20, width - cell - 2));
    return [`${word}  ${first}`, ...rest.map((line) => `${" ".repeat(cell + 2)}${line}`)];
  });
}

function headingLines(heading: ReportHeading, report: Report, terminal: Terminal): string[] {
  return [
    ...wrap(heading.title, terminal.width).map((line) => bold(line, terminal.colours)),
    ...(heading.rows.length > 0 ? ["─".repeat(terminal.width)] : []),
    ...heading.rows.flatMap((row) => [...rowLines(row, report, terminal), ""]),
    ...heading.headings.flatMap((inner) => headingLines(inner, report, terminal)),
  ];
}

/** Three columns side by side; in a narrow terminal below each other. */
function rowLines(row: Row, report: Report, { width, colours }: Terminal): string[] {
  const cell = statusWidth(report);
  const narrow = width < 72;
  const title = narrow ? width : Math.floor((width - cell - 4) * 0.4);
  const comment = narrow ? width : width - cell - 4 - title;
  const status = shownStatus(row.status, report.legend, report.language);
  const change = changeOf(row, report);
  const left = wrap(titleOf(row).lead, title);
  const middle = [
    painted(padded(` ${safe(statusWord(status))}`, cell), status.colour, colours),
    ...(change === null
      ? []
      : wrap(change, (narrow ? width : cell) - 1).map((line) => padded(` ${line}`, cell))),
  ];
  const right = commentLines(row, report, comment);
  if (narrow) return [...left, ...middle.map((line) => line.trimEnd()), ...right];
  const height = Math.max(left.length, middle.length, right.length);
  return Array.from({ length: height }, (_, at) =>
    `${padded(left[at] ?? "", title)}  ${middle[at] ?? " ".repeat(cell)}  ${right[at] ?? ""}`.trimEnd(),
  );
}

function commentLines(row: Row, report: Report, width: number): string[] {
  if (row.units.length === 0) return wrap(reportWords[report.language].noUnit, width);
  return unitTexts(row, report).flatMap((said) => [
    ...(said.name === null ? [] : wrap([said.name, said.status ?? ""].filter(Boolean).join(": "), width)),
    ...said.bullets.flatMap((bullet) => wrap(`• ${bulletText(bullet)}`, width, "  ")),
    ...said.notes.flatMap((note) => wrap(note, width)),
  ]);
}

/** A link's address follows its text, so that it can be read and opened. */
function bulletText(bullet: string): string {
  return piecesOf(bullet)
    .map(({ text, url }) => (url === null || url === text ? text : `${text} (${url})`))
    .join("");
}

/** The widest status with a space on either side. */
function statusWidth(report: Report): number {
  const words = rowStatuses(report.legend).map((key) =>
    statusWord(shownStatus(key, report.legend, report.language)),
  );
  return Math.max(...words.map((word) => widthOf(safe(word)))) + 2;
}
