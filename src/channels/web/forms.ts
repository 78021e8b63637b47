import type { ItemView, RoundView } from "../../conversation/desk.ts";
import type { Filled, FormFault, View } from "../../conversation/messages.ts";
import { longestComment } from "../../round/comment.ts";
import {
  answerOf,
  hiddenOf,
  inPlanLanguage,
  itemFacts,
  itemName,
  previousOf,
  wholeTitle,
} from "./draw-item.ts";
import type { Drawing } from "./draw-item.ts";
import { statusChip } from "./draw-status.ts";
import { html, type Markup } from "./markup.ts";
import { fingerprint, numberForField } from "./read.ts";

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
  const open = answerable.filter(({ item }) => item.answer === null);
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
    ${faultSummary(view, asked.fault, placed, how)}${
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

/** Says every fault in words with a link to its field. */
function faultSummary(
  view: FormView,
  whole: string | null,
  placed: readonly Placed[],
  { words }: Drawing,
): Markup | null {
  if (view.wrong.length === 0 && whole === null) return null;
  const lines = view.wrong.map((fault) => {
    const item = placed.find((one) => one.item.id === fault.item)?.item;
    return html`<li><a href="#${fieldOf(fault)}-${fault.item}">${faultText(fault, item, words)}</a></li>`;
  });
  return html`<div class="faults" role="alert" tabindex="-1" autofocus id="faults">
    <h2>${words.pages.form.summary(lines.length || 1)}</h2>
    <ul>
      ${lines}
    </ul>
  </div>`;
}

function faultText(fault: FormFault, item: ItemView | undefined, words: Drawing["words"]): string {
  return words.faults[fault.why]({
    number: item?.number ?? "",
    by: item?.answer?.by ?? "",
    longest: longestComment,
  });
}

function fieldOf({ why }: FormFault): "status" | "comment" | "progress" {
  return why === "too-long" ? "comment" : why === "not-a-number" ? "progress" : "status";
}

function field(item: ItemView, round: RoundView, view: FormView, asked: Asked, how: Drawing): Markup {
  const { words } = how;
  const value = view.filled.find((filled) => filled.item === item.id) ?? valueOf(item, asked.chosen);
  const faults = view.wrong.filter((fault) => fault.item === item.id);
  return html`<section class="card" id="item-${item.id}" aria-labelledby="name-${item.id}">
    <h3 id="name-${item.id}">${itemName(item)}</h3>
    ${wholeTitle(item)}${itemFacts(item, words)}${previousOf(item, round, words)}${
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
    }
  </section>`;
}

/** What stands in the fields when nobody has touched them: the answer there is, or nothing. */
function valueOf(item: ItemView, chosen: string | null): Filled {
  const { status = null, comment = "", progress = null } = item.answer ?? {};
  return { item: item.id, status: chosen ?? status, comment, progress };
}

function describedBy(
  faults: readonly FormFault[],
  of: ReturnType<typeof fieldOf>,
  item: ItemView,
  hint?: string,
): Markup | null {
  const wrong = faults.some((fault) => fieldOf(fault) === of);
  const ids = [wrong && `fault-${of}-${item.id}`, hint].filter((id) => typeof id === "string");
  return ids.length === 0
    ? null
    : html` aria-describedby="${ids.join(" ")}"${wrong && of !== "status" && html` aria-invalid="true"`}`;
}

function statusField(
  item: ItemView,
  round: RoundView,
  value: Filled,
  faults: readonly FormFault[],
  { words }: Drawing,
): Markup {
  return html`<fieldset${describedBy(faults, "status", item)}><legend>${words.words.status}<span class="hidden"> ${item.number} ${item.short}</span></legend>${round.legend.map(
    (status, nth) =>
      html`<label class="radio"
        ><input
          type="radio"
          name="status.${item.id}"
          value="${status.key}"
          ${nth === 0 && html` id="status-${item.id}"`}${value.status === status.key && html` checked`}
        />${statusChip(round.legend, status.key, words.language)}<span class="meaning"
          >${status.meaning}</span
        ></label
      >`,
  )}</fieldset>`;
}

function commentField(
  item: ItemView,
  value: Filled,
  faults: readonly FormFault[],
  { words }: Drawing,
): Markup {
  const hint = `hint-${item.id}`;
  const name = html`<span class="hidden"> ${item.number} ${item.short}</span>`;
  return html`<div class="field">
    <label for="comment-${item.id}">${words.words.comment}${name}</label>
    <p class="hint" id="${hint}">${words.pages.form.commentHint(longestComment)}</p>
    <textarea
      id="comment-${item.id}"
      name="comment.${item.id}"
      rows="4"
      dir="auto"
      ${describedBy(faults, "comment", item, hint)}
    >
${value.comment}</textarea
    >${
      item.previous !== null &&
      html`<p class="actions">
        ${item.previous.comment !== "" && html`<button name="do" value="last.${item.id}" class="second">${words.buttons.lastText}${name}</button>`}
        ${
          item.previous.status !== null &&
          html`<button name="do" value="same.${item.id}" class="second">${words.buttons.same}${name}</button>`
        }
      </p>`
    }
  </div>`;
}

function progressField(
  item: ItemView,
  value: Filled,
  typed: string | undefined,
  faults: readonly FormFault[],
  { words }: Drawing,
): Markup | null {
  if (item.target === null) return null;
  const shown = typed ?? numberForField(value.progress ?? null, words.language);
  return html`<div class="field short">
    <label for="progress-${item.id}"
      >${words.pages.form.progress(item.target.of)}<span class="hidden"> (${item.number})</span></label
    ><input
      id="progress-${item.id}"
      name="progress.${item.id}"
      inputmode="decimal"
      autocomplete="off"
      value="${shown}"
      ${describedBy(faults, "progress", item)}
    />
  </div>`;
}
