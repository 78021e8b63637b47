import type { Filled, Progress, View } from "../../conversation/messages.ts";
import type { Wording } from "../../conversation/wording.ts";
import { isAnswered, itemsOn, type Desk, type ItemView, type RoundView } from "../../conversation/desk.ts";
import { commandExamples } from "../../conversation/commands/examples.ts";
import type { UnclearCommand } from "../../conversation/commands/read-command.ts";
import { whyUnclear } from "../../conversation/commands/why-words.ts";
import { answerOf, hiddenOf, itemName, type Drawing } from "./draw-item.ts";
import { chooseInTalk } from "./draw-people.ts";
import { flagSummary } from "./draw-review-flags.ts";
import { drawSent } from "./draw-sent.ts";
import { drawConfirm, nothingAround } from "./draw-confirm.ts";
import { deskList } from "./draw-nudge.ts";
import { statusChip } from "./draw-status.ts";
import { silentPerson } from "./draw-silent.ts";
import { reportSummary } from "./draw-summary.ts";
import { html, type Markup } from "./markup.ts";

/** Any view in a few lines, as the answer to something typed. It has no ids, so that a chat can hold many. */
export function drawTalk(view: View, how: Drawing): Markup {
  const { words, base } = how;
  switch (view.kind) {
    case "desk":
      return drawOpen(view.desk, how);
    case "form":
      return html`${view.wrong.map((fault) => html`<p>${words.faults[fault.why](faultOf(fault.item, view.desk))}</p>`)}${choicesFor(view.desk, view.filled, how)}`;
    case "stored":
      return drawStored(view, how);
    case "confirm":
      return html`<p><strong>${words.confirm.title[view.command.verb](view.round.period)}</strong></p>
        ${drawConfirm(view, nothingAround, how)}`;
    case "done":
      return html`<p><strong>${view.already ? words.done.already : words.done[view.verb]}</strong></p>
        ${view.sent && drawSent(view.sent, view.round, how)}
        <p><a href="${base}progress/${view.round.id}">${words.buttons.seeProgress}</a></p>`;
    case "review":
      return html`<p><strong>${view.review.round.plan}, ${view.review.round.period}</strong></p>
        ${flagSummary(view.review, how)}
        <p><a class="button" href="${base}review/${view.review.round.id}">${words.buttons.seeReview}</a></p>`;
    case "choose-person":
      return chooseInTalk(view, how);
    case "noted":
      return html`<p>${words.news.noted(view.what)}</p>
        <p><a href="${base}desk">${words.pages.titles.desk}</a></p>`;
    case "rounds":
      return html`<p>${view.rounds.length === 0 ? words.pages.rounds.empty : words.pages.titles.rounds}</p>
        <ul>
          ${view.rounds.map(
            ({ round, state, answered, items, coordinates }) =>
              html`<li>
                ${coordinates ? html`<a href="${base}progress/${round.id}">${round.plan}, ${round.period}</a>` : html`${round.plan}, ${round.period}`}:
                ${words.words.states[state]}, ${words.words.answeredOf(answered, items)}
              </li>`,
          )}
        </ul>`;
    case "progress":
      return html`<p>
          <strong
            >${view.round.plan}, ${view.round.period}:
            ${words.words.answeredOf(view.progress.answered, view.progress.items)}</strong
          >
        </p>
        ${drawSilent(view.progress, words)}
        <p><a class="button" href="${base}progress/${view.round.id}">${words.buttons.seeProgress}</a></p>`;
    case "report":
      return html`<p><strong>${words.summary.text(view.round.plan, view.round.period)}</strong></p>
        ${reportSummary(view.report, words)}
        <p>
          <a class="button" href="${base}report/${view.round.id}${view.sha256 === null && "?draft"}"
            >${words.buttons.readReport}</a
          >
        </p>`;
    case "help":
      return drawHelp(view.coordinates, how);
    case "unclear":
      return html`<p>${words.unclear[view.why]}</p>
        ${view.why !== "too-long" && choicesFor(view.desk, view.filled, how)}`;
    case "unclear-command":
      return unclearCommand(view.unclear, how);
    case "refused":
      return html`<p>${words.refused[view.why]}</p>`;
  }
}

/** Each choice is what was typed, said again so that it can mean one thing only. */
function unclearCommand(unclear: UnclearCommand, how: Drawing): Markup {
  const lines = whyUnclear(unclear, how.words.language);
  return html`${lines.map((line) => html`<p>${line}</p>`)}${
    unclear.choices.length > 0 &&
    html`<form method="post" action="${how.base}chat" class="choices">
      ${hiddenOf(how, "say-again")}${unclear.choices.map(({ say, means }) => html`<button name="text" value="${say}" class="second">${means}</button>`)}
    </form>`
  }`;
}

export function drawHelp(coordinates: boolean, { words }: Drawing): Markup {
  const lines = [...words.help.owner, ...(coordinates ? words.help.coordinator : [])];
  return html`<p><strong>${words.help.title}</strong></p>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
    ${
      coordinates &&
      html`<p>${words.help.typed}</p>
        <ul>
          ${commandExamples(words.language).map((said) => html`<li>${said}</li>`)}
        </ul>`
    }`;
}

function faultOf(id: string, desk: Desk): { number: string; by: string; longest: number } {
  const item = itemsOn(desk).find((one) => one.id === id);
  return { number: item?.number ?? "", by: item?.answer?.by ?? "", longest: 3000 };
}

function drawOpen(desk: Desk, how: Drawing): Markup {
  const items = itemsOn(desk);
  if (items.length === 0) return html`<p>${how.words.pages.desk.empty}</p>`;
  return html`<p>
      <strong>${how.words.words.answeredOf(items.filter(isAnswered).length, items.length)}</strong>
    </p>
    ${deskList(desk, how)}`;
}

/** Echoes what was understood, with a way to change it. */
function drawStored({ desk, stored, crossed }: Extract<View, { kind: "stored" }>, how: Drawing): Markup {
  const { words } = how;
  const items = itemsOn(desk);
  const said = placedIn(desk).filter(({ item }) => stored.includes(item.id));
  const numbers = items.filter((item) => crossed.includes(item.id)).map((item) => item.number);
  return html`<p>
      <strong>${words.stored[isWithdrawn({ desk, stored }) ? "withdrawn" : "text"](stored.length)}</strong>
      ${words.words.answeredOf(items.filter(isAnswered).length, items.length)}.
    </p>
    <ul class="items">
      ${said.map(
        ({ item, round }) =>
          html`<li class="row">
            <span>${itemName(item)}</span>
            ${item.answer && statusChip(round.legend, item.answer.status, words.language)}
            <a href="${how.base}form?item=${item.id}${how.inChat && "&back=chat"}"
              >${words.buttons.change}<span class="hidden"> ${item.number} ${item.short}</span></a
            >
          </li>`,
      )}
    </ul>
    ${numbers.length > 0 && html`<p>${words.stored.crossed(numbers.join(", "))}</p>`}`;
}

/** Taking back is stored as an answer like any other, but must not be thanked for as one. */
export function isWithdrawn({
  desk,
  stored,
}: {
  readonly desk: Desk;
  readonly stored: readonly string[];
}): boolean {
  const items = itemsOn(desk).filter((item) => stored.includes(item.id));
  return items.length > 0 && items.every((item) => item.answer === null);
}

function placedIn(desk: Desk): { item: ItemView; round: RoundView }[] {
  return desk.rounds.flatMap((round) => round.items.map((item) => ({ item, round })));
}

/** What was understood so far, one item each, with a button per status that opens the form with text and status filled in. */
function choicesFor(desk: Desk, filled: readonly Filled[], how: Drawing): Markup {
  const known = placedIn(desk).filter(({ item }) => filled.some((one) => one.item === item.id));
  if (known.length === 0)
    return itemsOn(desk).some((item) => !isAnswered(item)) ? deskList(desk, how) : html``;
  return html`<ul class="items">
    ${known.map(({ item, round }) => {
      const comment = filled.find((one) => one.item === item.id)?.comment ?? "";
      return html`<li class="block">
        <p>${itemName(item)}</p>
        ${answerOf(item, round, how.words)}
        <form method="post" action="${how.base}form" class="choices">
          ${hiddenOf(how, `open-${item.id}-${item.revision}`)}<input
            type="hidden"
            name="item"
            value="${item.id}"
          /><input type="hidden" name="seen.${item.id}" value="${item.revision}" /><input
            type="hidden"
            name="comment.${item.id}"
            value="${comment}"
          />${round.legend.map(
            (status) =>
              html`<button name="status.${item.id}" value="${status.key}" class="choice">
                ${statusChip(round.legend, status.key, how.words.language)}<span class="hidden">
                  ${item.number}</span
                >
              </button>`,
          )}
        </form>
      </li>`;
    })}
  </ul>`;
}

/** A chat shows the first ones; the page has them all. */
const mostSilent = 15;

function drawSilent({ people }: Progress, words: Wording): Markup | null {
  const silent = people.filter((person) => person.missing.length > 0);
  if (silent.length === 0) return null;
  return html`<ul>
    ${silent.slice(0, mostSilent).map((person) => silentPerson(person, words))}${
      silent.length > mostSilent && html`<li>${words.words.andMore(silent.length - mostSilent)}</li>`
    }
  </ul>`;
}
