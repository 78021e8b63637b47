import { isAnswered, type ItemView, type RoundView } from "../../conversation/desk.ts";
import type { View } from "../../conversation/messages.ts";
import {
  answerOf,
  hiddenOf,
  inPlanLanguage,
  itemFacts,
  itemName,
  itemNotes,
  otherWays,
  previousOf,
  wholeTitle,
} from "./draw-item.ts";
import type { Drawing } from "./draw-item.ts";
import { faultSummary, faultText, fieldOf } from "./form-faults.ts";
import { commentField, progressField, statusField, valueOf } from "./form-fields.ts";
import { html, type Markup } from "./markup.ts";
import { fingerprint } from "./read.ts";

/** What the page knows about a form beside the view. */
export interface Asked {
  /** The items to show; none: those filled in, else those still open, else all. */
  readonly items: readonly string[];
  /** A status chosen before the form was opened. */
  readonly chosen: string | null;
  /** Something to say above the form, beside its faults. */
  readonly note: string | null;
  /** What is wrong with the form as a whole. */
  readonly fault: string | null;
  /** Item → what was typed as a number, also when it is none. */
  readonly numbers: Readonly<Record<string, string>>;
}

type FormView = Extract<View, { kind: "form" }>;

interface Placed {
  readonly item: ItemView;
  readonly round: RoundView;
}

/** Every item of the form, in the plan's order. */
export function itemsOfForm(view: FormView, asked: Asked): Placed[] {
  const all = view.desk.rounds.flatMap((round) => round.items.map((item) => ({ item, round })));
  const answerable = all.filter(({ item }) => item.dropped === null);
  const wanted = new Set([...asked.items, ...view.filled.map((filled) => filled.item)]);
  const picked = answerable.filter(({ item }) => wanted.has(item.id));
  if (picked.length > 0) return picked;
  const open = answerable.filter(({ item }) => !isAnswered(item));
  return open.length > 0 ? open : answerable;
}

/** The first button is what the Enter key presses: without it, that would be the first item's "use last text". */
export function drawForm(view: FormView, asked: Asked, how: Drawing): Markup {
  const { words } = how;
  const placed = itemsOfForm(view, asked);
  if (placed.length === 0)
    return html`<h1>${words.pages.titles.form}</h1>
      <p>${words.pages.desk.empty}</p>`;
  const rounds = [...new Set(placed.map(({ round }) => round))];
  return html`<h1>${words.pages.titles.form}</h1>
    ${faultSummary(
      view.wrong,
      asked.fault,
      placed.map(({ item }) => item),
      how,
    )}${
      asked.note !== null && html`<p class="notice" role="status">${asked.note}</p>`
    }${placed.length > 1 && html`<p>${words.pages.form.intro}</p>`}
    <p class="quiet">${words.pages.form.privacy}</p>
    <form method="post" action="${how.base}desk" class="answers" novalidate>
      <button name="do" value="save" class="hidden" tabindex="-1" aria-hidden="true">
        ${words.buttons.send}</button
      >${hiddenOf(how, placed.map(({ item }) => `${item.id}-${item.revision}`).join("_"))}${rounds.map(
        (round) =>
          html`<h2><span dir="auto">${round.plan}</span>, ${round.period}</h2>
            ${round.closed && html`<p>${words.pages.desk.closed}</p>`}${placed
              .filter((one) => one.round === round)
              .map(({ item }) => inPlanLanguage(round, field(item, round, view, asked, how)))}`,
      )}
      <p class="actions">
        <button name="do" value="save">${words.buttons.send}</button>
        <a href="${how.base}${how.inChat ? "chat" : "desk"}">${words.buttons.cancel}</a>
      </p>
    </form>`;
}

function field(item: ItemView, round: RoundView, view: FormView, asked: Asked, how: Drawing): Markup {
  const { words } = how;
  const value = view.filled.find((filled) => filled.item === item.id) ?? valueOf(item, asked.chosen);
  const faults = view.wrong.filter((fault) => fault.item === item.id);
  return html`<section class="card" id="item-${item.id}" aria-labelledby="name-${item.id}">
    <h3 id="name-${item.id}">${itemName(item)}</h3>
    ${wholeTitle(item)}${itemFacts(item, words)}${itemNotes(item, view.desk.timeZone, words)}${previousOf(item, round, words)}${
      item.answer &&
      html`<div class="current">
        <p class="lead">${words.pages.form.current}</p>
        ${answerOf(item, round, words)}
      </div>`
    }${faults.map((fault) => html`<p class="fault" id="fault-${fieldOf(fault)}-${item.id}">${faultText(fault, item, words)}</p>`)}<input
      type="hidden"
      name="item"
      value="${item.id}"
    /><input type="hidden" name="seen.${item.id}" value="${item.revision}" autocomplete="off" /><input
      type="hidden"
      name="was.${item.id}"
      value="${fingerprint(valueOf(item, null))}"
      autocomplete="off"
    />${statusField(item, round, value, faults, how)}${commentField(item, value, faults, how)}${progressField(item, value, asked.numbers[item.id], faults, how)}${
      item.answer &&
      html`<p>
        <button name="do" value="withdraw.${item.id}" class="second">
          ${words.buttons.withdraw}<span class="hidden"> ${item.number}</span>
        </button>
      </p>`
    }${otherWays(item, how)}
  </section>`;
}
