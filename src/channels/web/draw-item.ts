import type { ItemView, RoundView } from "../../conversation/desk.ts";
import { isoDay, moment, numberIn } from "../../conversation/wording/dates.ts";
import type { Wording } from "../../conversation/wording.ts";
import type { Language } from "../../round/plan.ts";
import { statusChip } from "./draw-status.ts";
import { commentOf, lineOf } from "./draw-text.ts";
import { html, type Markup } from "./markup.ts";

/** How a page or a stored message is drawn. */
export interface Drawing {
  readonly words: Wording;
  /** In front of every relative address: "" one step below the token, "../" two steps below. */
  readonly base: string;
  /** Inside the chat: what is done there comes back to the chat. */
  readonly inChat: boolean;
  /** The id that makes one form one submission, however often it is sent. */
  submission(of: string): string;
  /** The time of the visit; a message that is kept has none. */
  readonly now?: Date;
}

/** Plans may be written in another language than their reader's; browsers and screen readers are told when it is known. */
export function inPlanLanguage(of: RoundView & { readonly language?: Language }, inner: Markup): Markup {
  return of.language === undefined ? inner : html`<div lang="${of.language}">${inner}</div>`;
}

/** "1.1 Kort tittel", and the whole title where it says more. */
export function itemName(item: ItemView): Markup {
  return html`<span class="number">${item.number}</span> <span dir="auto">${item.short}</span>`;
}

export function namedItem({ number, short }: Pick<ItemView, "number" | "short">): string {
  return `${number} ${short}`;
}

export function wholeTitle(item: ItemView): Markup | null {
  if (item.title.trim() === item.short.trim()) return null;
  return html`<p class="whole" dir="auto">${item.title}</p>`;
}

/** What is asked of the item beside its title: headings above, unit, due date, target. */
export function itemFacts(item: ItemView, words: Wording): Markup {
  const target = item.target;
  return html`<p class="about">
    ${[
      item.under.length > 0 && html`<span dir="auto">${item.under.join(" › ")}</span>`,
      html`<span>${words.words.unit}: ${item.unit}</span>`,
      item.due !== null && html`<span>${words.words.due(item.due)}</span>`,
      target !== null &&
        html`<span
          >${words.words.target(target.of, numberIn(target.goal, words.language), isoDay(target.by, words.language))}</span
        >`,
    ]}
  </p>`;
}

export function previousOf(item: ItemView, round: Pick<RoundView, "legend">, words: Wording): Markup {
  const previous = item.previous;
  if (previous === null) return html`<p class="previous quiet">${words.words.noPrevious}</p>`;
  return html`<div class="previous">
    <p>
      <span class="lead">${words.words.previous(previous.period)}:</span>
      ${statusChip(round.legend, previous.status, words.language)}
    </p>
    ${commentOf(previous.comment)}
  </div>`;
}

/** What the coordinator asks about an answer. */
export function questionOf(question: string, words: Wording): Markup {
  return html`<div class="look">
    <p><strong>${words.news.question}:</strong> <span dir="auto">${lineOf(question)}</span></p>
  </div>`;
}

/** A reason or a source, in a line of its own. */
export function becauseOf(text: string): Markup {
  return html`<p dir="auto">${lineOf(text)}</p>`;
}

/** What is out of the ordinary with an item: a question about it, a deadline of its own, somebody it was offered to. */
export function itemNotes(item: ItemView, timeZone: string, words: Wording): Markup {
  return html`${item.question !== null && questionOf(item.question, words)}${
    item.ownDeadline !== null &&
    html`<p class="lead">${words.words.ownDeadline(moment(item.ownDeadline, timeZone, words.language))}</p>`
  }${item.offeredTo !== null && html`<p class="quiet">${words.words.offeredTo(item.offeredTo)}</p>`}`;
}

export function answerOf(item: ItemView, round: Pick<RoundView, "legend">, words: Wording): Markup | null {
  if (item.dropped !== null) return html`<p class="answer">${words.words.droppedBecause(item.dropped)}</p>`;
  const answer = item.answer;
  if (answer === null) return null;
  return html`<div class="answer">
    <p>
      ${statusChip(round.legend, answer.status, words.language)}${
        answer.late && html` <span class="quiet">(${words.words.late})</span>`
      }${!answer.mine && html` <span class="quiet">${words.words.saidBy(answer.by)}</span>`}
    </p>
    ${
      answer.progress !== null &&
      html`<p>${words.words.progress(numberIn(answer.progress, words.language))}</p>`
    }${commentOf(answer.comment)}
  </div>`;
}

/** A button that acts at once, as a form of its own: works in a stored message and without JavaScript. */
export function sameAsLast(item: ItemView, how: Drawing): Markup | null {
  if (item.previous?.status == null || item.answer !== null || item.dropped !== null) return null;
  return html`<form method="post" action="${how.base}desk" class="inline">
    ${hiddenOf(how, `same-${item.id}-${item.revision}`)}<input
      type="hidden"
      name="item"
      value="${item.id}"
    /><input type="hidden" name="seen.${item.id}" value="${item.revision}" /><button
      name="do"
      value="same.${item.id}"
      class="second"
    >
      ${how.words.buttons.same}<span class="hidden"> ${item.number} ${item.short}</span>
    </button>
  </form>`;
}

/** What else an owner can do with what is theirs, folded away. Each opens a page; nothing happens before its form is sent. */
export function otherWays(item: ItemView, how: Drawing): Markup | null {
  if (item.dropped !== null) return null;
  const { owner } = how.words.pages;
  const way = (page: string, word: string): Markup =>
    html`<li>
      <a href="${how.base}${page}?item=${encodeURIComponent(item.id)}${how.inChat && "&back=chat"}"
        >${word}<span class="hidden"> ${namedItem(item)}</span></a
      >
    </li>`;
  return html`<details class="more">
    <summary>${owner.more}<span class="hidden"> ${namedItem(item)}</span></summary>
    <ul>
      ${way("hand-over", owner.handOver)}${way("ask-colleague", owner.askColleague)}${way("propose-drop", owner.proposeDrop)}
    </ul>
  </details>`;
}

export function hiddenOf(how: Drawing, of: string): Markup {
  return html`<input type="hidden" name="submission" value="${how.submission(of)}" autocomplete="off" />${
      how.inChat && html`<input type="hidden" name="back" value="chat" />`
    }`;
}

/** The address of the form for some items (none: all that are open). */
export function formAddress(how: Drawing, items: readonly string[], status?: string): string {
  const query = new URLSearchParams(items.map((id) => ["item", id]));
  if (status !== undefined) query.set("status", status);
  if (how.inChat) query.set("back", "chat");
  const asked = query.toString();
  return `${how.base}form${asked === "" ? "" : `?${asked}`}`;
}
