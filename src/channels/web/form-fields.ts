import type { ItemView, RoundView } from "../../conversation/desk.ts";
import type { Filled, FormFault } from "../../conversation/messages.ts";
import { longestComment } from "../../round/comment.ts";
import type { Drawing } from "./draw-item.ts";
import { statusChip } from "./draw-status.ts";
import { describedBy } from "./form-faults.ts";
import { html, type Markup } from "./markup.ts";
import { numberForField } from "./read.ts";

/** What stands in the fields when nobody has touched them: the answer there is, or nothing. */
export function valueOf(item: ItemView, chosen: string | null): Filled {
  const { status = null, comment = "", progress = null } = item.answer ?? {};
  return { item: item.id, status: chosen ?? status, comment, progress };
}

export function statusField(
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

export function commentField(
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

export function progressField(
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
