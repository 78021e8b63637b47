import type { Review, ReviewItem, ReviewRow } from "../../conversation/messages.ts";
import { isoDay, listOf, numberIn } from "../../conversation/wording/dates.ts";
import { answerOf, becauseOf, hiddenOf, itemNotes, namedItem, type Drawing } from "./draw-item.ts";
import { flagsOf } from "./draw-review-flags.ts";
import { statusChip } from "./draw-status.ts";
import { area, field, statusSelect } from "./draw-steps.ts";
import { commentOf } from "./draw-text.ts";
import { alreadySafe, html, type Markup, type Part } from "./markup.ts";
import { returnFields } from "./returning.ts";
import type { Command } from "../../conversation/commands.ts";
import { commandFields } from "./draw-confirm.ts";

/** One row: its status, what needs a look, what each unit said, and what a coordinator can do about it. */
export function reviewRow(
  row: ReviewRow,
  review: Review,
  level: number,
  done: Markup | null,
  how: Drawing,
): Markup {
  const { words } = how;
  const { legend } = review.report;
  const target = row.items[0]?.target ?? null;
  return html`<section class="card row-of" id="row-${row.key}">
    ${done}${alreadySafe(`<h${level}>`)}<span class="number">${row.number}</span>
    <span dir="auto">${row.short}</span>${alreadySafe(`</h${level}>`)}
    ${row.title.trim() !== row.short.trim() && html`<p class="whole" dir="auto">${row.title}</p>`}${
      target !== null &&
      html`<p class="about">
        <span
          >${words.words.target(target.of, numberIn(target.goal, words.language), isoDay(target.by, words.language))}</span
        >
      </p>`
    }
    ${saysMore(row) && html`<p>${statusChip(legend, row.status, words.language)}</p>`}
    ${flagsOf(row.flags, words)}${row.decision && decisionOf(row.decision, words)}
    <ul class="units">
      ${row.items.map((item) => html`<li>${unitOf(item, row, review, how)}</li>`)}
    </ul>
    ${canChange(review) && deciding(row, review, how)}
  </section>`;
}

/** The row's own status, where it is not simply what its one unit said. */
function saysMore({ status, items, decision }: ReviewRow): boolean {
  const [only, ...others] = items;
  return decision !== null || others.length > 0 || only?.answer?.status !== status;
}

function canChange({ state }: Review): boolean {
  return state === "open" || state === "closed" || state === "published";
}

function decisionOf({ by, comment }: NonNullable<ReviewRow["decision"]>, words: Drawing["words"]): Markup {
  return html`<div class="current">
    <p class="lead">${words.pages.review.decidedBy(by)}</p>
    ${comment !== null && commentOf(comment)}
  </div>`;
}

function unitOf(item: ReviewItem, row: ReviewRow, review: Review, how: Drawing): Markup {
  const { words } = how;
  const { review: said } = words.pages;
  const { legend } = review.report;
  const names = item.responders.map(({ name }) => name);
  return html`<p class="unit">
      <strong>${item.unit}</strong>
      <span class="quiet"
        >${names.length === 0 ? said.nobodyAsked : said.asked(listOf(names, words.language))}</span
      >
    </p>
    ${answerOf(item, { legend }, words) ?? (row.items.length > 1 ? html`<p>${statusChip(legend, null, words.language)}</p>` : html``)}${
      item.enteredFrom !== null && html`<p class="quiet">${words.words.enteredFrom(item.enteredFrom)}</p>`
    }${
      item.written !== null &&
      html`<details>
        <summary>${said.written}</summary>
        ${commentOf(item.written) ?? html`<p class="quiet">–</p>`}
      </details>`
    }${item.offeredTo !== null && html`<p class="quiet">${words.pages.progress.offered(item.offeredTo)}</p>`}${itemNotes({ ...item, offeredTo: null }, review.round.timeZone, words)}${
      item.proposal &&
      html`<div class="look">
        <p><strong>${said.proposal(item.proposal.by)}</strong></p>
        ${becauseOf(words.news.because(item.proposal.reason))}
        <div class="choices">
          ${act({ verb: "keep", round: review.round.id, item: item.id }, row, words.pages.steps.verbs.keep, how)}<a
            class="button second small"
            href="${stepAddress("drop", item, row, review, how)}"
            >${words.pages.steps.verbs.drop}<span class="hidden"> ${namedItem(row)}</span></a
          >
        </div>
      </div>`
    }${canChange(review) && unitActions(item, row, review, how)}`;
}

/** One press, nothing to fill in. */
function act(command: Command, row: ReviewRow, word: string, how: Drawing): Markup {
  return html`<form method="post" action="${how.base}command" class="inline">
    ${hiddenOf(how, `${command.verb}-${row.key}`)}${commandFields(command)}${returnFields({ to: "review", at: `row-${row.key}` })}<button
      class="second small"
    >
      ${word}<span class="hidden"> ${namedItem(row)}</span>
    </button>
  </form>`;
}

/** A form with something to write. */
function write(
  verb: "edit" | "send-back" | "decide",
  row: ReviewRow,
  review: Review,
  how: Drawing,
  fields: Part,
): Markup {
  const word = how.words.pages.steps.verbs[verb];
  return html`<form method="post" action="${how.base}command" class="write">
    ${hiddenOf(how, `${verb}-${row.key}`)}<input type="hidden" name="verb" value="${verb}" /><input
      type="hidden"
      name="round"
      value="${review.round.id}"
    />${returnFields({ to: "review", at: `row-${row.key}` })}${fields}<button class="second">
      ${word}<span class="hidden"> ${namedItem(row)}</span>
    </button>
  </form>`;
}

function stepAddress(
  step: "answer-for" | "assign" | "drop",
  item: ReviewItem,
  row: ReviewRow,
  { round }: Review,
  { base }: Drawing,
): string {
  const query = new URLSearchParams({ verb: step, to: "review", at: `row-${row.key}` });
  if (step === "assign") query.set("what", `item:${item.id}`);
  else query.set("item", item.id);
  return `${base}step/${round.id}?${query.toString()}`;
}

function unitActions(item: ReviewItem, row: ReviewRow, review: Review, how: Drawing): Markup {
  const { words } = how;
  const { steps, review: said } = words.pages;
  const about = html`<span class="hidden"> ${namedItem(row)}, ${item.unit}</span>`;
  const isOut = review.state === "published";
  const id = html`<input type="hidden" name="item" value="${item.id}" />`;
  const link = (step: "answer-for" | "assign" | "drop"): Markup =>
    html`<li><a href="${stepAddress(step, item, row, review, how)}">${steps.verbs[step]}${about}</a></li>`;
  if (item.dropped !== null)
    return isOut
      ? html``
      : act({ verb: "restore", round: review.round.id, items: [item.id] }, row, steps.verbs.restore, how);
  return html`<details class="more">
    <summary>${said.editItem}${about}</summary>
    ${
      item.answer !== null &&
      write("edit", row, review, how, [
        id,
        html`<input type="hidden" name="seen" value="${item.answer.comment}" />`,
        field(words.words.comment, null, area("comment", item.answer.comment, false)),
      ])
    }${
      item.answer !== null &&
      !isOut &&
      write("send-back", row, review, how, [
        id,
        field(steps.question, null, area("question", "")),
        field(steps.questionDue, steps.questionDueHint, html`<input type="date" name="due" />`),
      ])
    }${
      !isOut &&
      html`<ul>
        ${link("answer-for")}${link("assign")}${link("drop")}
      </ul>`
    }
  </details>`;
}

/** What the row says, where the units do not say it; a decision can be taken back. */
function deciding(row: ReviewRow, review: Review, how: Drawing): Markup | null {
  if (row.items.length === 0 || row.status === "dropped") return null;
  const { words } = how;
  const { review: said } = words.pages;
  const { decision } = row;
  return html`<details class="more" ${row.status === "undecided" && html` open`}>
    <summary>${said.editRow}<span class="hidden"> ${namedItem(row)}</span></summary>
    ${write("decide", row, review, how, [
      html`<input type="hidden" name="measure" value="${row.key}" />`,
      decision && html`<input type="hidden" name="seen" value="${decision.id}" />`,
      statusSelect(review.report.legend, decision?.status ?? null, words.words.status, how),
      field(said.ownText, said.ownTextHint, area("comment", decision?.comment ?? "", false)),
    ])}${
      decision &&
      act(
        {
          verb: "decide",
          round: review.round.id,
          measure: row.key,
          status: null,
          comment: null,
          seen: decision.id,
        },
        row,
        said.undecide,
        how,
      )
    }
  </details>`;
}
