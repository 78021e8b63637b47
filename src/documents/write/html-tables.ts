import { reportWords, shownStatus } from "../../conversation/wording/report-words.ts";
import type { Report, ReportHeading, Totals } from "../../round/report.ts";
import { ground, marked } from "./html-rows.ts";
import { html, type Markup } from "./markup.ts";
import { columnsOf } from "./row-text.ts";

/** The plan's statuses with what they mean, and those beside them that this report uses. */
export function legendTable(report: Report): Markup {
  const words = reportWords[report.language];
  const used = columnsOf(report).map((key) => shownStatus(key, report.legend, report.language));
  return html`<table class="legend">
    <caption>
      ${words.legend}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.status}</th>
        <th scope="col">${words.meaning}</th>
      </tr>
    </thead>
    <tbody>
      ${used.map(
        (status) =>
          html`<tr>
            <th scope="row" ${ground(status)}>${marked(status)}</th>
            <td>${status.meaning}</td>
          </tr> `,
      )}
    </tbody>
  </table>`;
}

/** How many measures have each status, per heading and for the whole plan. */
export function totalsTable(report: Report): Markup {
  const words = reportWords[report.language];
  const keys = columnsOf(report);
  const statuses = keys.map((key) => shownStatus(key, report.legend, report.language));
  return html`<table class="totals" role="table">
    <caption>
      ${words.totals}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader">${words.part}</th>
        ${statuses.map(
          (status) => html`<th scope="col" role="columnheader" ${ground(status)}>${marked(status)}</th>`,
        )}
        <th scope="col" role="columnheader">${words.allMeasures}</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${report.headings.map((heading) => headingRows(heading, keys, report, 0))}${totalsRow(words.wholePlan, report.totals, keys, report, "all")}
    </tbody>
  </table>`;
}

function headingRows(heading: ReportHeading, keys: readonly string[], report: Report, depth: number): Markup {
  const inner = heading.headings.map((below) => headingRows(below, keys, report, depth + 1));
  return html`${totalsRow(heading.title, heading.totals, keys, report, `depth-${Math.min(depth, 3)}`)}${inner}`;
}

function totalsRow(
  title: string,
  totals: Totals,
  keys: readonly string[],
  report: Report,
  kind: string,
): Markup {
  const words = reportWords[report.language];
  const cell = (label: string, count: number) =>
    html`<td role="cell"><span class="label" aria-hidden="true">${label}</span>${count}</td>`;
  const cells = keys.map((key) => {
    const { symbol, label } = shownStatus(key, report.legend, report.language);
    return cell(`${symbol} ${label} `, totals.by[key] ?? 0);
  });
  return html`<tr role="row" class="${kind}">
    <th scope="row" role="rowheader">${title}</th>
    ${cells}${cell(`${words.allMeasures} `, totals.measures)}
  </tr> `;
}
