import { reportWords, shownStatus } from "../../conversation/wording/report-words.ts";
import type { Status } from "../../round/plan.ts";
import { inkOn } from "../../round/legend.ts";
import type { Report, ReportHeading, Row } from "../../round/report.ts";
import { html, type Markup } from "./markup.ts";
import type { UnitText } from "./row-text.ts";
import { aimsOf, changeOf, titleOf, unitTexts } from "./row-text.ts";
import { piecesOf } from "./text.ts";

/** One heading's own measures. The roles repeat what the elements say, because the small-screen style takes it from them. */
export function groupTable(heading: ReportHeading, report: Report): Markup {
  const words = reportWords[report.language];
  const columns = [words.measure, words.status, words.comment];
  return html`<table class="rows" role="table">
    <caption>
      ${words.caption(heading.title)}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((name) => html`<th scope="col" role="columnheader">${name}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${heading.rows.map((row) => measureRow(row, report))}
    </tbody>
  </table>`;
}

function measureRow(row: Row, report: Report): Markup {
  const { lead, rest } = titleOf(row);
  const status = shownStatus(row.status, report.legend, report.language);
  const change = changeOf(row, report);
  const texts = unitTexts(row, report);
  return html`<tr role="row" id="row-${row.key}">
    <th scope="row" role="rowheader">
      <b>${lead}</b>${rest}${aimsOf(row, report).map((aim) => html`<span class="aim">${aim}</span>`)}
    </th>
    <td role="cell" ${ground(status)}>
      ${marked(status)}${change === null ? null : html`<span class="change">${change}</span>`}
    </td>
    <td role="cell">
      ${texts.length > 0 ? texts.map(unitBlock) : note(reportWords[report.language].noUnit)}
    </td>
  </tr> `;
}

function unitBlock(said: UnitText): Markup {
  const status = said.status === null ? null : html`: ${said.status}`;
  return html`${said.name === null ? null : html`<p class="unit"><b>${said.name}</b>${status}</p>`}${
    said.bullets.length > 0 ? bulletList(said.bullets) : null
  }${said.notes.map(note)}`;
}

function note(text: string): Markup {
  return html`<p class="note">${text}</p>`;
}

/** Text in any script, links that tell the other side nothing. */
export function bulletList(bullets: readonly string[]): Markup {
  return html`<ul>
    ${bullets.map((bullet) => html`<li dir="auto">${piecesOf(bullet).map(piece)}</li>`)}
  </ul>`;
}

function piece({ text, url }: { text: string; url: string | null }): Markup {
  return url === null ? html`${text}` : html`<a href="${url}" rel="noopener noreferrer">${text}</a>`;
}

/** Attributes of a cell in the status's colour. `bgcolor` rather than a style: it survives a strict CSP, mail and copying into Word. */
export function ground(status: Status): Markup {
  return html`class="status ${inkOn(status.colour) === "#FFFFFF" ? "white" : "black"}"
  bgcolor="${status.colour}"`;
}

/** Symbol and word; the symbol is for the eye only. */
export function marked(status: Status): Markup {
  return html`<span class="word"
    ><span aria-hidden="true">${status.symbol}</span>&nbsp;${status.label}</span
  >`;
}
