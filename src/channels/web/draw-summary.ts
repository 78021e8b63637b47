import type { Wording } from "../../conversation/wording.ts";
import { changedRows, missingRows } from "../../round/report-lists.ts";
import type { Report } from "../../round/report.ts";
import { statusChip } from "./draw-status.ts";
import { html, type Markup } from "./markup.ts";

/** One chip with its number per status that occurs, in the order of the legend. */
export function totalsList({ legend, totals }: Report, words: Wording): Markup {
  const counted = Object.entries(totals.by).filter(([, count]) => count > 0);
  return html`<ul class="counts">
    ${counted.map(
      ([key, count]) => html`<li>${statusChip(legend, key, words.language)} <strong>${count}</strong></li>`,
    )}
  </ul>`;
}

/** Totals, what changed and what is missing. */
export function reportSummary(report: Report, words: Wording): Markup {
  const missing = missingRows(report).map(({ row }) => row);
  return html`${totalsList(report, words)}${
    report.since !== null && html`<p>${words.summary.changes(changedRows(report).length, report.since)}</p>`
  }${
    missing.length > 0 &&
    html`<p>${words.summary.missing(missing.length, words.words.unanswered)}</p>
      <ul lang="${report.language}">
        ${missing.map((row) => html`<li>${row.number} ${row.short}</li>`)}
      </ul>`
  }`;
}
