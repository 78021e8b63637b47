import type { Desk, ItemView, RoundView } from "../../conversation/desk.ts";
import {
  hiddenOf,
  itemFacts,
  itemName,
  previousOf,
  wholeTitle,
  becauseOf,
  type Drawing,
} from "./draw-item.ts";
import { takeOver } from "./draw-news.ts";
import { faultBox } from "./draw-people.ts";
import { html, type Markup } from "./markup.ts";

/** What others ask this person to take over, above what is theirs. */
export function offersOf({ rounds }: Desk, how: Drawing): Markup | null {
  const offers = rounds.flatMap((round) => round.offers.map((offer) => ({ offer, round })));
  if (offers.length === 0) return null;
  return html`<section class="offers">
    <h2>${how.words.pages.owner.offers}</h2>
    <ul class="cards">
      ${offers.map(({ offer, round }) => html`<li class="offer">${offerOf(offer, round, how)}</li>`)}
    </ul>
  </section>`;
}

function offerOf(
  { id, item, by, reason }: RoundView["offers"][number],
  round: RoundView,
  how: Drawing,
): Markup {
  const { words } = how;
  return html`<h3>${itemName(item)}</h3>
    ${wholeTitle(item)}
    <p class="lead">${words.pages.owner.offeredBy(by)}</p>
    ${reason !== "" && becauseOf(words.news.because(reason))}${itemFacts(item, words)}${previousOf(item, round, words)}
    <p class="quiet">${words.news.handOver.until}</p>
    ${takeOver([id], `${item.number} ${item.short}`, how)}`;
}

/** Away, and back again. */
export function awayOf(how: Drawing): Markup {
  const { owner } = how.words.pages;
  return html`<details class="away">
    <summary>${owner.away}</summary>
    <p>${owner.awayIntro}</p>
    <form method="post" action="${how.base}away" class="line">
      ${hiddenOf(how, "away")}<label>${owner.awayUntil}<input type="date" name="until" required /></label
      ><button>${owner.awayButton}</button>
    </form>
    <form method="post" action="${how.base}away">
      ${hiddenOf(how, "back")}<button name="do" value="back" class="second">${owner.back}</button>
    </form>
  </details>`;
}

export function drawProposal(item: ItemView, reason: string, fault: string | null, how: Drawing): Markup {
  const { words, base } = how;
  const { owner } = words.pages;
  return html`<h1>${owner.proposeDrop}</h1>
    ${faultBox(fault)}
    <p class="lead">${itemName(item)}</p>
    ${wholeTitle(item)}${itemFacts(item, words)}
    <p>${owner.proposeDropIntro}</p>
    <form method="post" action="${base}propose-drop">
      ${hiddenOf(how, `propose-${item.id}`)}<input type="hidden" name="item" value="${item.id}" />
      <div class="field">
        <label
          >${owner.reason}<span class="hint">${owner.reasonHint}</span
          ><textarea name="reason" rows="3" dir="auto" required>${reason}</textarea>
        </label>
      </div>
      <p class="actions">
        <button>${words.buttons.propose}</button>
        <a href="${base}${how.inChat ? "chat" : "desk"}">${words.buttons.cancel}</a>
      </p>
    </form>`;
}
