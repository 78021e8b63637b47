import type { Wording } from "../../conversation/wording.ts";
import { changedRows, missingRows } from "../../round/report-lists.ts";
import type { Report, Row } from "../../round/report.ts";
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

/** Rows named before the rest is folded away. */
const missingShown = 12;

/** Totals, what changed and what is missing. */
export function reportSummary(report: Report, words: Wording): Markup {
  const missing = missingRows(report).map(({ row }) => row);
  const rest = missing.slice(missingShown);
  return html`${totalsList(report, words)}${
    report.since !== null && html`<p>${words.summary.changes(changedRows(report).length, report.since)}</p>`
  }${
    missing.length > 0 &&
    html`<p>${words.summary.missing(missing.length, words.words.unanswered)}</p>
      ${named(missing.slice(0, missingShown), report)}${
        rest.length > 0 &&
        html`<details>
          <summary>${words.words.andMore(rest.length)}</summary>
          ${named(rest, report)}
        </details>`
      }`
  }`;
}

function named(rows: readonly Row[], { language }: Report): Markup {
  return html`<ul lang="${language}">
    ${rows.map((row) => html`<li>${row.number} ${row.short}</li>`)}
  </ul>`;
}
