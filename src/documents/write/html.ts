import { reportWords } from "../../conversation/wording/report-words.ts";
import type { Report, ReportHeading } from "../../round/report.ts";
import { html, Markup } from "./markup.ts";
import { bulletList, groupTable } from "./html-rows.ts";
import { legendTable, totalsTable } from "./html-tables.ts";
import { reportStyle } from "./html-style.ts";
import type { OpenRow } from "./row-text.ts";
import { correctionTexts, factsOf, missingTexts, undecidedTexts } from "./row-text.ts";

/** A whole document that needs nothing beside itself. */
export function htmlDocument(report: Report): string {
  const words = reportWords[report.language];
  const title = words.title(report.plan.title, report.period);
  return html`<!doctype html>
    <html lang="${report.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${report.version === null ? `${words.draft}: ${title}` : title}</title>
        <style>
          :root { color-scheme: light dark } body { margin: 0 }
          ${new Markup(reportStyle)}
        </style>
      </head>
      <body>
        <main>${new Markup(reportHtml(report))}</main>
      </body>
    </html> `.text;
}

/**
 * The report as one `<article class="report">` that begins with its `<h1>`, for a page of one's own. It uses no inline
 * styles and no scripts; it wants `reportStyle` in the page.
 */
export function reportHtml(report: Report): string {
  const words = reportWords[report.language];
  return html`<article class="report" lang="${report.language}">
    <h1>${words.title(report.plan.title, report.period)}</h1>
    ${report.version === null ? html`<p class="draft"><strong>${words.draftWarning}</strong></p>` : null}
    <dl class="facts">
      ${factsOf(report).map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${
      report.preface.length > 0
        ? html`<section class="preface">
            <h2>${words.preface}</h2>
            ${bulletList(report.preface)}
          </section>`
        : null
    }
    ${correction(report)}
    <h2>${words.legend}</h2>
    ${legendTable(report)}
    <h2>${words.totals}</h2>
    ${totalsTable(report)} ${report.headings.map((heading) => section(heading, report, 2))}
    <h2>${words.missing}</h2>
    ${openRows(missingTexts(report)) ?? html`<p>${words.nothingMissing}</p>`} ${undecided(report)}
    <p class="sources">${words.sources}</p>
  </article>`.text;
}

function correction(report: Report): Markup | null {
  const texts = correctionTexts(report);
  return texts === null
    ? null
    : html`<section class="correction">
        <h2>${texts.title}</h2>
        <p dir="auto">${texts.why}</p>
        <ul>
          ${texts.lines.map((line) => html`<li dir="auto">${line}</li>`)}
        </ul>
      </section>`;
}

function section(heading: ReportHeading, report: Report, level: number): Markup {
  // HTML knows no deeper heading than six.
  const depth = Math.min(level, 6);
  return html`<section>
    ${new Markup(`<h${depth}>`)}${heading.title}${new Markup(`</h${depth}>`)}
    ${heading.rows.length > 0 ? groupTable(heading, report) : null}
    ${heading.headings.map((inner) => section(inner, report, level + 1))}
  </section> `;
}

function undecided(report: Report): Markup | null {
  const list = openRows(undecidedTexts(report));
  return list === null
    ? null
    : html`<h2>${reportWords[report.language].undecided}</h2>
        ${list}`;
}

function openRows(rows: readonly OpenRow[]): Markup | null {
  if (rows.length === 0) return null;
  const line = (row: OpenRow) =>
    html`<li><a href="#row-${encodeURIComponent(row.key)}">${row.lead}</a>: ${row.why}</li>`;
  return html`<ul class="open">
    ${rows.map(line)}
  </ul>`;
}
