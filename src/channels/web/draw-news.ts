import type { ItemView } from "../../conversation/desk.ts";
import type { Message, Nudge, RoundName } from "../../conversation/messages.ts";
import { moment } from "../../conversation/wording/dates.ts";
import { shownStatus } from "../../conversation/wording/report-words.ts";
import type { Legend } from "../../round/plan.ts";
import type { ReportChange } from "../../round/report-changes.ts";
import {
  answerOf,
  becauseOf,
  type Drawing,
  formAddress,
  hiddenOf,
  itemFacts,
  itemName,
  namedItem,
  questionOf,
} from "./draw-item.ts";
import { statusChip } from "./draw-status.ts";
import { reportSummary } from "./draw-summary.ts";
import { commentOf } from "./draw-text.ts";
import { html, type Markup } from "./markup.ts";

type Of<Kind extends Message["kind"]> = Extract<Message, { kind: Kind }>;

/** What somebody did that another person should know: one sentence, what it is about, and one thing to press. */
export type News = Exclude<
  Message,
  Nudge | { kind: "moved" | "trial" | "deputy-asked" | "ready" | "digest" | "published" | "summary" }
>;

export function drawNews(message: News, how: Drawing): Markup {
  const { words } = how;
  const { news } = words;
  switch (message.kind) {
    case "sent-back":
      return sentBack(message, how);
    case "hand-over":
      return handOver(message, how);
    case "hand-over-answered":
      return html`${lead(news.handOverAnswered.text(message.by, message.items.length, message.accepted))}
      ${named(message.items)}`;
    case "answered-for":
      return html`${lead(news.answeredFor.text(message.by, namedItem(message.item)))}
      ${becauseOf(news.source(message.from))}${answerOf(message.item, message, words)}
      ${change(message.item, how)}`;
    case "edited":
      return html`${lead(news.edited.text(message.by, namedItem(message.item)))}
      ${quoted(news.edited.was, message.was)}${quoted(news.edited.now, message.now)}
      ${change(message.item, how)}`;
    case "dropped":
      return html`${lead(news.dropped.text(namedItem(message.item)))}
      ${becauseOf(news.because(message.because))}`;
    case "drop-proposed":
      return html`${lead(news.dropProposed.text(message.by, namedItem(message.item)))}
        ${itemFacts(message.item, words)}${becauseOf(news.because(message.reason))}
        <p>
          <a class="button" href="${reviewOf(message.round, message.item, how)}">${words.buttons.lookAtIt}</a>
        </p>`;
    case "deadline-moved":
      return deadlineMoved(message, how);
    case "reader-asked":
      return readerAsked(message, how);
    case "corrected":
      return corrected(message, how);
    case "cancelled":
      return html`${lead(news.cancelled.text(message.round.plan, message.round.period))}
      ${becauseOf(news.because(message.because))}`;
    case "text-asked":
      return textAsked(message, how);
    case "text-given":
      return textGiven(message, how);
  }
}

function lead(text: string): Markup {
  return html`<p><strong>${text}</strong></p>`;
}

function quoted(title: string, text: string): Markup {
  return html`<div class="previous">
    <p class="lead">${title}:</p>
    ${commentOf(text) ?? html`<p class="quiet">–</p>`}
  </div>`;
}

function named(items: readonly ItemView[]): Markup {
  return html`<ul>
    ${items.map((item) => html`<li>${itemName(item)} <span class="quiet">${item.unit}</span></li>`)}
  </ul>`;
}

function change(item: ItemView, how: Drawing): Markup {
  return html`<p>
    <a class="button second" href="${formAddress(how, [item.id])}"
      >${how.words.buttons.change}<span class="hidden"> ${namedItem(item)}</span></a
    >
  </p>`;
}

/** The review opened at one row. */
function reviewOf(round: RoundName, item: Pick<ItemView, "key">, { base }: Drawing): string {
  return `${base}review/${round.id}?at=row-${encodeURIComponent(item.key)}#row-${encodeURIComponent(item.key)}`;
}

function sentBack(message: Of<"sent-back">, how: Drawing): Markup {
  const { words } = how;
  const { item, round, by } = message;
  const { sentBack: said } = words.news;
  if (item.question === null)
    return html`${lead(said.text(by, namedItem(item)))}
      <p>${said.settled}</p>
      ${answerOf(item, message, words)}`;
  return html`${lead(said.text(by, namedItem(item)))}${questionOf(message.question, words)}
    <p>${said.due(moment(message.due, round.timeZone, words.language))} ${said.stands}</p>
    ${answerOf(item, message, words)}
    <p>
      <a class="button" href="${formAddress(how, [item.id])}"
        >${words.buttons.answerQuestion}<span class="hidden"> ${namedItem(item)}</span></a
      >
    </p>`;
}

function handOver({ offers, by, reason, round }: Of<"hand-over">, how: Drawing): Markup {
  const { news, pages } = how.words;
  if (offers.length === 0) return html`<p class="quiet">${news.handOver.over}</p>`;
  return html`${lead(news.handOver.text(by, offers.length, round.plan))}
    ${named(offers.map(({ item }) => item))}${reason !== "" && becauseOf(news.because(reason))}
    <p class="quiet">${news.handOver.until}</p>
    ${takeOver(
      offers.map(({ id }) => id),
      pages.owner.offers,
      how,
    )}`;
}

/** Yes and no to what somebody offered. */
export function takeOver(offers: readonly string[], about: string, how: Drawing): Markup {
  const { buttons } = how.words;
  const button = (said: "yes" | "no", word: string, look: string): Markup =>
    html`<button name="accepted" value="${said}" class="${look}">
      ${word}<span class="hidden"> ${about}</span>
    </button>`;
  return html`<form method="post" action="${how.base}take-over" class="choices">
    ${hiddenOf(how, `take-${offers.join("_")}`)}${offers.map((id) => html`<input type="hidden" name="offer" value="${id}" />`)}${button(
      "yes",
      buttons.accept,
      "",
    )}${button("no", buttons.decline, "second")}
  </form>`;
}

function deadlineMoved({ items, round, deadline }: Of<"deadline-moved">, how: Drawing): Markup {
  const { words } = how;
  const when = moment(deadline, round.timeZone, words.language);
  return html`${lead(words.news.deadlineMoved.text(items.length, round.plan, when))}${named(items)}
    <p>
      <a
        class="button"
        href="${formAddress(
          how,
          items.map(({ id }) => id),
        )}"
        >${words.buttons.answerAll(items.length)}</a
      >
    </p>`;
}

function readerAsked({ round, headings, again }: Of<"reader-asked">, how: Drawing): Markup {
  const { news, buttons } = how.words;
  return html`${lead(news.readerAsked.text(round.plan, round.period, again))}
    <p>${news.readerAsked.headings}</p>
    <ul>
      ${headings.map((heading) => html`<li dir="auto">${heading}</li>`)}
    </ul>
    <div class="choices">
      <a class="button" href="${how.base}report/${round.id}?draft&amp;read">${buttons.readDraft}</a>
      ${haveRead(round.id, how)}
    </div>`;
}

/** A reader's word that they have read. */
export function haveRead(round: string, how: Drawing): Markup {
  return html`<form method="post" action="${how.base}read" class="inline">
    ${hiddenOf(how, `read-${round}`)}<input type="hidden" name="round" value="${round}" /><button
      class="second"
    >
      ${how.words.buttons.haveRead}
    </button>
  </form>`;
}

function corrected({ round, report, changes, sha256 }: Of<"corrected">, how: Drawing): Markup {
  const { words } = how;
  const { news, buttons, summary } = words;
  return html`${lead(news.corrected.text(round.plan, round.period, String(report.version ?? 1)))}
    ${report.correction && becauseOf(report.correction.why)}${report.preface.map((line) => html`<p dir="auto">${line}</p>`)}
    <p>${news.corrected.changes(changes.length)}</p>
    ${changeList(changes, report.legend, how)}${reportSummary(report, words)}
    <p><a class="button" href="${how.base}report/${round.id}">${buttons.readReport}</a></p>
    <p class="quiet proof">${summary.proof(sha256)}</p>`;
}

/** What a new version says differently. Statuses that a legend does not know are words alone. */
export function changeList(changes: readonly ReportChange[], legend: Legend, how: Drawing): Markup | null {
  if (changes.length === 0) return null;
  return html`<ul>
    ${changes.map((one) => html`<li>${changed(one, legend, how)}</li>`)}
  </ul>`;
}

function changed(
  { number, short, from, to, comments }: ReportChange,
  legend: Legend,
  { words }: Drawing,
): Markup {
  const about = html`<span class="number">${number}</span> <span dir="auto">${short}</span>`;
  const was = from === null ? null : shownStatus(from, legend, words.language);
  return html`${about}:
  ${to !== null && html`${was !== null && html`${was.label} → `}${statusChip(legend, to, words.language)}`}${
    comments && html` ${words.news.corrected.comments}`
  }`;
}

function textAsked({ request, item, by, question, round }: Of<"text-asked">, how: Drawing): Markup {
  const { words } = how;
  const { news, pages, buttons } = words;
  return html`${lead(news.textAsked.text(by, namedItem(item)))}
    <blockquote dir="auto">${question}</blockquote>
    ${itemFacts(item, words)}
    <p class="quiet">${news.textAsked.stays(by)} ${pages.form.privacy}</p>
    <form method="post" action="${how.base}give-text">
      ${hiddenOf(how, `text-${request}`)}<input type="hidden" name="request" value="${request}" /><input
        type="hidden"
        name="round"
        value="${round.id}"
      /><label
        >${pages.owner.text}<span class="hidden"> ${namedItem(item)}</span
        ><textarea name="text" rows="4" dir="auto" required></textarea></label
      ><button>${buttons.sendText}</button>
    </form>`;
}

function textGiven({ item, by, text }: Of<"text-given">, how: Drawing): Markup {
  const { news, buttons } = how.words;
  return html`${lead(news.textGiven.text(by, namedItem(item)))}
    <div class="previous">${commentOf(text)}</div>
    <form method="post" action="${how.base}form">
      ${hiddenOf(how, `use-${item.id}-${item.revision}`)}<input
        type="hidden"
        name="item"
        value="${item.id}"
      /><input type="hidden" name="comment.${item.id}" value="${text}" />${
        item.answer && html`<input type="hidden" name="status.${item.id}" value="${item.answer.status}" />`
      }<button>${buttons.useText}<span class="hidden"> ${namedItem(item)}</span></button>
    </form>`;
}
