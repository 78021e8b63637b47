import { reportWords } from "../../conversation/wording/report-words.ts";
import { inkOn, isNoStatus, statusIn } from "../../round/legend.ts";
import type { Language, Legend, Status } from "../../round/plan.ts";
import { html, type Markup } from "./markup.ts";

/**
 * The colour as a drawing with its symbol in it. Fill is an attribute of the drawing, not a style,
 * so a strict content policy needs no exception, and printers do not leave it out as a background.
 */
function swatch(colour: string, ink: string, symbol: string): Markup {
  return html`<svg
    class="swatch"
    viewBox="0 0 24 24"
    width="24"
    height="24"
    aria-hidden="true"
    focusable="false"
  >
    <rect x="1" y="1" width="22" height="22" rx="6" fill="${colour}" stroke="#3a3f46" stroke-width="1" />
    <text
      x="12"
      y="12.5"
      text-anchor="middle"
      dominant-baseline="central"
      font-size="15"
      font-weight="700"
      fill="${ink}"
    >
      ${symbol}
    </text>
  </svg>`;
}

/** Symbol, colour and word together: `key` is of the legend, or `unanswered`, `undecided`, `dropped`; any other is shown as no answer. */
export function statusChip(legend: Legend, key: string | null, language: Language): Markup {
  const { colour, symbol, label } = shown(legend, key, language);
  return html`<span class="chip">${swatch(colour, inkOn(colour), symbol)}<span>${label}</span></span>`;
}

function shown(
  legend: Legend,
  key: string | null,
  language: Language,
): Pick<Status, "colour" | "symbol" | "label"> {
  const beside = reportWords[language].beside;
  return statusIn(legend, key) ?? beside[key !== null && isNoStatus(key) ? key : "unanswered"];
}

export function legendList(legend: Legend, title: string, language: Language): Markup {
  return html`<details class="key">
    <summary>${title}</summary>
    <dl>
      ${legend.map(
        (status) =>
          html`<div>
            <dt>${statusChip(legend, status.key, language)}</dt>
            <dd>${status.meaning}</dd>
          </div>`,
      )}
    </dl>
  </details>`;
}
