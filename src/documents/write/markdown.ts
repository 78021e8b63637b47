import { reportWords, shownStatus, statusWord } from "../../conversation/wording/report-words.ts";
import type { Report, ReportHeading, Row } from "../../round/report.ts";
import type { OpenRow, UnitText } from "./row-text.ts";
import {
  aimsOf,
  changeOf,
  columnsOf,
  correctionTexts,
  factsOf,
  missingTexts,
  titleOf,
  undecidedTexts,
  unitTexts,
} from "./row-text.ts";
import { piecesOf, printable } from "./text.ts";

/** GitHub-flavoured Markdown. Lists inside cells are HTML, because a Markdown cell has one line. */
export function markdown(report: Report): string {
  const words = reportWords[report.language];
  const blocks = [
    `# ${plain(words.title(report.plan.title, report.period))}`,
    report.version === null ? `> **${plain(words.draftWarning)}**` : "",
    factsOf(report)
      .map(([label, value]) => `- ${plain(label)}: **${plain(value)}**`)
      .join("\n"),
    report.preface.length > 0 ? `## ${plain(words.preface)}` : "",
    report.preface.map((line) => `- ${lineOf(line)}`).join("\n"),
    ...correction(report),
    `## ${plain(words.legend)}`,
    legend(report),
    `## ${plain(words.totals)}`,
    totals(report),
    ...report.headings.flatMap((heading) => section(heading, report, 2)),
    `## ${plain(words.missing)}`,
    openRows(missingTexts(report)) || plain(words.nothingMissing),
    ...undecided(report),
    plain(words.sources),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function legend(report: Report): string {
  const words = reportWords[report.language];
  const rows = columnsOf(report).map((key) => {
    const status = shownStatus(key, report.legend, report.language);
    return [`**${plain(statusWord(status))}**`, plain(status.meaning)];
  });
  return table([words.status, words.meaning].map(plain), rows);
}

function totals(report: Report): string {
  const words = reportWords[report.language];
  const keys = columnsOf(report);
  const statuses = keys.map((key) => plain(statusWord(shownStatus(key, report.legend, report.language))));
  const line = (title: string, { by, measures }: Report["totals"]) => [
    title,
    ...keys.map((key) => String(by[key] ?? 0)),
    String(measures),
  ];
  const lines = (heading: ReportHeading, depth: number): string[][] => [
    line(`${"&emsp;".repeat(depth)}${plain(heading.title)}`, heading.totals),
    ...heading.headings.flatMap((inner) => lines(inner, depth + 1)),
  ];
  return table(
    [plain(words.part), ...statuses, plain(words.allMeasures)],
    [
      ...report.headings.flatMap((heading) => lines(heading, 0)),
      line(`**${plain(words.wholePlan)}**`, report.totals),
    ],
  );
}

function correction(report: Report): string[] {
  const texts = correctionTexts(report);
  if (texts === null) return [];
  const lines = texts.lines.map((line) => `- ${plain(line)}`).join("\n");
  return [`## ${plain(texts.title)}`, lineOf(texts.why.replaceAll("\n", " ")), lines];
}

function section(heading: ReportHeading, report: Report, level: number): string[] {
  const words = reportWords[report.language];
  const columns = [words.measure, words.status, words.comment].map(plain);
  return [
    `${"#".repeat(Math.min(level, 6))} ${plain(heading.title)}`,
    heading.rows.length > 0
      ? table(
          columns,
          heading.rows.map((row) => cells(row, report)),
        )
      : "",
    ...heading.headings.flatMap((inner) => section(inner, report, level + 1)),
  ];
}

function cells(row: Row, report: Report): string[] {
  const { lead, rest } = titleOf(row);
  const status = statusWord(shownStatus(row.status, report.legend, report.language));
  const change = changeOf(row, report);
  const said = unitTexts(row, report).map(unitBlock).join("");
  return [
    [`<b>${plain(lead)}</b>${plain(rest)}`, ...aimsOf(row, report).map(plain)].join("<br>"),
    [`<b>${plain(status)}</b>`, ...(change === null ? [] : [plain(change)])].join("<br>"),
    said || plain(reportWords[report.language].noUnit),
  ];
}

function unitBlock(said: UnitText): string {
  const heading = [said.name, said.status]
    .filter((part) => part !== null)
    .map(plain)
    .join(": ");
  const bullets = said.bullets.map((bullet) => `<li>${linked(bullet)}</li>`).join("");
  const notes = said.notes.map((note) => `<p><i>${plain(note)}</i></p>`).join("");
  return `${heading && `<p><b>${heading}</b></p>`}${bullets && `<ul>${bullets}</ul>`}${notes}`;
}

function undecided(report: Report): string[] {
  const list = openRows(undecidedTexts(report));
  return list === "" ? [] : [`## ${plain(reportWords[report.language].undecided)}`, list];
}

function openRows(rows: readonly OpenRow[]): string {
  return rows.map((row) => `- **${plain(row.lead)}**: ${plain(row.why)}`).join("\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (texts: readonly string[]) => `| ${texts.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** An exclamation mark before a link would make it an image. */
function linked(bullet: string): string {
  return piecesOf(bullet)
    .map(({ text, url }) =>
      url === null ? plain(text).replace(/!$/u, "\\!") : `[${plain(text)}](${address(url)})`,
    )
    .join("");
}

/** What would end the link or the cell is written as an address may write it. */
function address(url: string): string {
  return url
    .replaceAll(/[()|\\<>`]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("&", "&amp;");
}

/** Text that means itself wherever on a line it stands: HTML as entities, Markdown's own signs escaped. */
function plain(text: string): string {
  return printable(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[\\`*_[\]#|~]/g, (sign) => `\\${sign}`);
}

/** A line that begins with a dash or a number is not a list inside the list. */
function lineOf(bullet: string): string {
  return linked(bullet).replace(/^(\s*\d{0,9})([-+.)=])/u, "$1\\$2");
}
