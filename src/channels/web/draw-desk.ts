import { isAnswered, itemsOn, type Desk, type ItemView, type RoundView } from "../../conversation/desk.ts";
import type { Noted } from "../../conversation/messages.ts";
import { moment } from "../../conversation/wording/dates.ts";
import {
  answerOf,
  formAddress,
  inPlanLanguage,
  itemFacts,
  itemName,
  itemNotes,
  otherWays,
  previousOf,
  sameAsLast,
} from "./draw-item.ts";
import type { Drawing } from "./draw-item.ts";
import { awayOf, offersOf } from "./draw-owner.ts";
import { legendList } from "./draw-status.ts";
import { html, type Markup } from "./markup.ts";

/** What was just saved, as the address of the page says it. */
export interface Saved {
  readonly count: number;
  /** Taken back, that is. */
  readonly withdrawn: boolean;
  readonly crossed: readonly string[];
}

/** The page of all that one person owes. */
export function drawDesk(desk: Desk, saved: Saved | Noted | null, how: Drawing): Markup {
  const { words } = how;
  const items = itemsOn(desk);
  const open = items.filter((item) => !isAnswered(item));
  return html`<h1>${words.pages.titles.desk}</h1>
    ${saved && ("is" in saved ? notedBanner(saved, how) : savedBanner(saved, items, how))}${offersOf(desk, how)}${
      items.length === 0
        ? html`<p>${words.pages.desk.empty}</p>`
        : html`<p class="count">
              <strong>${words.words.answeredOf(items.length - open.length, items.length)}</strong>
            </p>
            ${
              open.length > 0 &&
              html`<p>
                <a class="button" href="${formAddress(how, [])}">${words.buttons.answerAll(open.length)}</a>
              </p>`
            }`
    }${desk.rounds.filter((round) => round.items.length > 0).map((round) => roundOf(round, desk, how))}${awayOf(how)}`;
}

function notedBanner(what: Noted, { words }: Drawing): Markup {
  return html`<div class="notice" role="status" id="saved" tabindex="-1">
    <p><strong>${words.news.noted(what)}</strong></p>
  </div>`;
}

function savedBanner(
  { count, withdrawn, crossed }: Saved,
  items: readonly ItemView[],
  { words }: Drawing,
): Markup {
  const numbers = items.filter((item) => crossed.includes(item.id)).map((item) => item.number);
  return html`<div class="notice" role="status" id="saved" tabindex="-1">
    <p>
      <strong>${words.stored[withdrawn ? "withdrawn" : "text"](count)}</strong> ${words.allAnswered.change}
    </p>
    ${numbers.length > 0 && html`<p>${words.stored.crossed(numbers.join(", "))}</p>`}
  </div>`;
}

function roundOf(round: RoundView, desk: Desk, how: Drawing): Markup {
  const { words } = how;
  const open = round.items.filter((item) => !isAnswered(item));
  const answered = round.items.filter(isAnswered);
  return html`<section class="round">
    <h2><span dir="auto">${round.plan}</span>, ${round.period}</h2>
    <p class="about">
      <span>${words.words.deadline}: ${moment(round.deadline, desk.timeZone, words.language)}</span>
    </p>
    ${
      round.closed && html`<p>${words.pages.desk.closed}</p>`
    }${legendList(round.legend, words.pages.legend, words.language)}${listOf(words.pages.desk.toAnswer, open, round, desk.timeZone, how)}${listOf(words.pages.desk.answered, answered, round, desk.timeZone, how)}
  </section>`;
}

function listOf(
  title: string,
  items: readonly ItemView[],
  round: RoundView,
  timeZone: string,
  how: Drawing,
): Markup | null {
  if (items.length === 0) return null;
  return html`<h3>${title} (${items.length})</h3>
    <ul class="cards">
      ${items.map((item) => html`<li class="card">${inPlanLanguage(round, card(item, round, timeZone, how))}</li>`)}
    </ul>`;
}

function card(item: ItemView, round: RoundView, timeZone: string, how: Drawing): Markup {
  const { buttons } = how.words;
  return html`<h4>${itemName(item)}</h4>
    ${itemFacts(item, how.words)}${itemNotes(item, timeZone, how.words)}${answerOf(item, round, how.words) ?? previousOf(item, round, how.words)}${
      item.dropped === null &&
      html`<div class="actions">
        <a class="${isAnswered(item) ? "button second" : "button"}" href="${formAddress(how, [item.id])}"
          >${item.question !== null ? buttons.answerQuestion : item.answer ? buttons.change : buttons.answer}<span
            class="hidden"
          >
            ${item.number} ${item.short}</span
          ></a
        >${sameAsLast(item, how)}
      </div>`
    }${otherWays(item, how)}`;
}
