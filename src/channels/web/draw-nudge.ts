import { isAnswered, itemsOn, type Desk, type ItemView, type RoundView } from "../../conversation/desk.ts";
import type { Nudge } from "../../conversation/messages.ts";
import { moment } from "../../conversation/wording/dates.ts";
import {
  answerOf,
  type Drawing,
  formAddress,
  inPlanLanguage,
  itemName,
  itemNotes,
  previousOf,
  sameAsLast,
} from "./draw-item.ts";
import { statusChip } from "./draw-status.ts";
import { html, type Markup } from "./markup.ts";

/** Up to here each item gets its own buttons; above, one compact row each and one button for all. */
const fewItems = 3;
/** Rows shown before the rest is folded away. */
const rowsShown = 12;

/** Ask, remind, ask the deputy: what is open, by when, and one thing to press. */
export function drawNudge(nudge: Nudge, how: Drawing): Markup {
  const items = itemsOn(nudge.desk);
  const open = items.filter((item) => !isAnswered(item));
  if (open.length === 0) return allAnswered(nudge, items, how);
  return html`<p><strong>${opening(nudge, open, how)}</strong></p>
    ${counted(items, how)}${listsOf(nudge.desk, how)}${
      items.length > fewItems &&
      html`<p>
        <a class="button" href="${formAddress(how, [])}">${how.words.buttons.answerAll(open.length)}</a>
      </p>`
    }${nudge.kind !== "remind" && instructions(open, nudge, how)}`;
}

function opening(nudge: Nudge, open: readonly ItemView[], { words }: Drawing): string {
  const dates = nudge.desk.rounds
    .filter((round) => !round.closed)
    .flatMap((round) =>
      round.items.filter((item) => !isAnswered(item)).map((item) => item.ownDeadline ?? round.deadline),
    );
  const next = dates.toSorted((a, b) => a.getTime() - b.getTime())[0];
  if (!next) return words.remind.late(open.length);
  return words[nudge.kind].text(open.length, moment(next, nudge.desk.timeZone, words.language));
}

function counted(items: readonly ItemView[], { words }: Drawing): Markup | null {
  const answered = items.filter(isAnswered).length;
  return answered === 0 ? null : html`<p>${words.words.answeredOf(answered, items.length)}</p>`;
}

function instructions(open: readonly ItemView[], nudge: Nudge, { words }: Drawing): Markup {
  const first = open[0];
  const word = nudge.desk.rounds[0]?.legend[0]?.label.toLowerCase();
  return html`<p>${words.ask.how} ${words.ask.silence(words.words.unanswered)}</p>
    ${first && word && html`<p class="quiet">${words.ask.typed(first.number, word)}</p>`}
    <p class="quiet">${words.ask.why}</p>`;
}

function allAnswered(nudge: Nudge, items: readonly ItemView[], how: Drawing): Markup {
  const { words } = how;
  if (items.length === 0) return html`<p>${words.pages.desk.empty}</p>`;
  return html`<p><strong>${words.allAnswered.text(items.length)}</strong> ${words.allAnswered.change}</p>
    ${listsOf(nudge.desk, how)}`;
}

/** All items of a desk as a chat shows them. */
export function deskList(desk: Desk, how: Drawing): Markup {
  const count = itemsOn(desk).length;
  const open = itemsOn(desk).filter((item) => !isAnswered(item)).length;
  return html`${listsOf(desk, how)}${
    count > fewItems &&
    open > 0 &&
    html`<p><a class="button" href="${formAddress(how, [])}">${how.words.buttons.answerAll(open)}</a></p>`
  }`;
}

function listsOf(desk: Desk, how: Drawing): Markup[] {
  const inAll = itemsOn(desk).length;
  const draw = inAll <= fewItems ? block : row;
  return desk.rounds
    .filter((round) => round.items.length > 0)
    .map((round) => roundOf(round, (item) => draw(item, round, desk.timeZone, how), how));
}

function roundOf(round: RoundView, draw: (item: ItemView) => Markup, how: Drawing): Markup {
  const shown = round.items.slice(0, rowsShown);
  const rest = round.items.slice(rowsShown);
  return inPlanLanguage(
    round,
    html`<p class="roundname"><span dir="auto">${round.plan}</span>, ${round.period}</p>
      <ul class="items">
        ${shown.map(draw)}
      </ul>
      ${
        rest.length > 0 &&
        html`<details>
          <summary>${how.words.words.andMore(rest.length)}</summary>
          <ul class="items">
            ${rest.map(draw)}
          </ul>
        </details>`
      }`,
  );
}

function row(item: ItemView, round: RoundView, timeZone: string, { words }: Drawing): Markup {
  const key = item.dropped !== null ? "dropped" : (item.answer?.status ?? null);
  const isKnown = item.dropped !== null || item.answer !== null;
  return html`<li class="row">
    <span>${itemName(item)}</span>
    ${isKnown ? statusChip(round.legend, key, words.language) : html`<span class="quiet">${words.pages.desk.toAnswer}</span>`}${itemNotes(item, timeZone, words)}
  </li>`;
}

function block(item: ItemView, round: RoundView, timeZone: string, how: Drawing): Markup {
  return html`<li class="block">
    <p>${itemName(item)}</p>
    <p class="about"><span>${item.unit}</span></p>
    ${itemNotes(item, timeZone, how.words)}${answerOf(item, round, how.words) ?? previousOf(item, round, how.words)}${item.dropped === null && choices(item, round, how)}
  </li>`;
}

/** Choosing a status opens the form with it chosen; only sending the form saves. */
function choices(item: ItemView, round: RoundView, how: Drawing): Markup {
  if (item.answer)
    return html`<p>
      <a href="${formAddress(how, [item.id])}"
        >${item.question === null ? how.words.buttons.change : how.words.buttons.answerQuestion}<span
          class="hidden"
        >
          ${item.number} ${item.short}</span
        ></a
      >
    </p>`;
  return html`<div class="choices">
    ${round.legend.map(
      (status) =>
        html`<a class="choice" href="${formAddress(how, [item.id], status.key)}"
          >${statusChip(round.legend, status.key, how.words.language)}<span class="hidden">
            ${item.number} ${item.short}</span
          ></a
        >`,
    )}${sameAsLast(item, how)}
  </div>`;
}
