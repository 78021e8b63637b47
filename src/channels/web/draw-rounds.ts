import type { RoundLine } from "../../conversation/messages.ts";
import { moment } from "../../conversation/wording/dates.ts";
import type { Drawing } from "./draw-item.ts";
import { html, type Markup } from "./markup.ts";

export function drawRounds(rounds: readonly RoundLine[], { words, base }: Drawing): Markup {
  const line = ({ round, state, answered, items, coordinates, published }: RoundLine) =>
    html`<li class="card">
      <h2><span dir="auto">${round.plan}</span>, ${round.period}</h2>
      <p class="about">
        <span>${words.words.states[state]}</span
        ><span>${words.words.deadline}: ${moment(round.deadline, round.timeZone, words.language)}</span
        ><span>${words.words.answeredOf(answered, items)}</span>
      </p>
      ${bar(answered, items)}
      <p class="actions">
        ${
          coordinates &&
          html`<a class="button" href="${base}progress/${round.id}"
            >${state === "prepared" ? words.buttons.seeRound : words.buttons.seeProgress}<span class="hidden">
              ${round.plan}, ${round.period}</span
            ></a
          >`
        }${published && html`<a class="button second" href="${base}report/${round.id}">${words.buttons.readReport}<span class="hidden"> ${round.plan}, ${round.period}</span></a>`}
      </p>
    </li>`;
  return html`<h1>${words.pages.titles.rounds}</h1>
    ${
      rounds.length === 0
        ? html`<p>${words.pages.rounds.empty}</p>`
        : html`<ul class="cards">
            ${rounds.map(line)}
          </ul>`
    }`;
}

/** Drawn with attributes, not styles; the words beside it say the same, so it is hidden from screen readers. */
export function bar(answered: number, items: number): Markup {
  return html`<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    <rect class="rest" width="100" height="4" />
    <rect class="done" width="${items === 0 ? 0 : Math.round((100 * answered) / items)}" height="4" />
  </svg>`;
}
