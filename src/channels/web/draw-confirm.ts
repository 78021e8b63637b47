import type { Command, Verb } from "../../conversation/commands.ts";
import type { Confirmation, View } from "../../conversation/messages.ts";
import { isoDay } from "../../conversation/wording/dates.ts";
import type { Wording } from "../../conversation/wording.ts";
import type { Legend } from "../../round/plan.ts";
import type { ReportChange } from "../../round/report-changes.ts";
import { becauseOf, hiddenOf, type Drawing } from "./draw-item.ts";
import { changeList } from "./draw-news.ts";
import { leftOutList, unreachableList } from "./draw-sent.ts";
import { html, type Markup } from "./markup.ts";
import { fieldsOf } from "./read-command.ts";
import { type Returning, returnAddress, returnFields } from "./returning.ts";

type Confirm = Extract<View, { kind: "confirm" }>;

/** What a page knows about a confirmation beside the view. */
export interface Around {
  readonly returning: Returning;
  /** The coordinator's own lines, as they were typed. */
  readonly preface: string;
  /** What leadership would get; null where there is nothing to preview. */
  readonly preview: Markup | null;
  /** Of what is corrected; empty where nothing is. */
  readonly legend: Legend;
}

export const nothingAround: Around = {
  returning: { to: "progress", at: null },
  preface: "",
  preview: null,
  legend: [],
};

/** Names and numbers, what stands in the way, and only then the button that does it. */
export function drawConfirm(view: Confirm, around: Around, how: Drawing): Markup {
  const { command, round, what } = view;
  const { words, base } = how;
  const isBlocked = what.blocked.length > 0;
  return html`<p class="quiet"><span dir="auto">${round.plan}</span>, ${round.period}</p>
    ${factsOf(command, words)}${isBlocked && reasons(words.confirm.blocked, what.blocked.map(words.block), "faults")}${
      what.warnings.length > 0 && reasons(words.confirm.look, what.warnings.map(words.warning), "look")
    }${what.changes !== undefined && changesOf(what.changes, around.legend, how)}${whoHears(what, command.verb, words)}${
      !isBlocked &&
      html`<form method="post" action="${base}command" ${around.preview && html` id="confirm"`}>
        ${hiddenOf(how, `confirm-${command.verb}-${round.id}`)}${commandFields(command)}<input
          type="hidden"
          name="confirmed"
          value="yes"
        />${returnFields(around.returning)}${prefaceField(command, around, words)}
        <p class="actions">
          <button>${words.confirm.button[command.verb]}</button>
          <a href="${base}${returnAddress(around.returning, round.id)}">${words.buttons.cancel}</a>
        </p>
      </form>`
    }${insisting(view, around, how)}${around.preview && previewOf(around.preview, round.id, isBlocked, how)}`;
}

export function commandFields(command: Command): Markup {
  return html`${fieldsOf(command).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )}`;
}

/** What exactly is about to be done, where the title does not say it. */
function factsOf(command: Command, words: Wording): Markup | null {
  const { steps } = words.pages;
  if (command.verb === "extend")
    return html`<p class="lead">${steps.deadlineIs(isoDay(command.deadline, words.language))}</p>`;
  if (command.verb === "drop" || command.verb === "cancel")
    return becauseOf(words.news.because(command.because));
  if (command.verb === "correct") return becauseOf(`${steps.why} ${command.why}`);
  if (command.verb !== "send-back") return null;
  return html`<blockquote dir="auto">${command.question}</blockquote>
    ${
      command.due !== null &&
      html`<p class="lead">${words.words.deadline}: ${isoDay(command.due, words.language)}</p>`
    }`;
}

function reasons(title: string, lines: readonly string[], look: "faults" | "look"): Markup {
  const shown = lines.slice(0, 15);
  const rest = lines.slice(15);
  const list = (some: readonly string[]): Markup =>
    html`<ul>
      ${some.map((line) => html`<li dir="auto">${line}</li>`)}
    </ul>`;
  return html`<div class="${look}">
    <p><strong>${title}</strong> <span class="quiet">(${lines.length})</span></p>
    ${list(shown)}${
      rest.length > 0 &&
      html`<details>
        <summary>+ ${rest.length}</summary>
        ${list(rest)}
      </details>`
    }
  </div>`;
}

function whoHears({ people, leftOut, unreachable }: Confirmation, verb: Verb, words: Wording): Markup {
  return html`<p>${words.confirm.after[verb]}</p>
    <p><strong>${words.confirm.names[verb](people.length)}</strong></p>
    ${
      people.length > 0 &&
      html`<ul class="names">
        ${people.map(({ name, items }) => html`<li><bdi>${name}</bdi>${items > 0 && html`<span class="quiet">: ${words.words.measures(items)}</span>`}</li>`)}
      </ul>`
    }${unreachableList(unreachable, words.confirm.unreachable, words)}${leftOutList(leftOut, words.confirm.leftOut, words)}`;
}

function changesOf(changes: readonly ReportChange[], legend: Legend, how: Drawing): Markup {
  return html`<p><strong>${how.words.news.corrected.changes(changes.length)}</strong></p>
    ${changeList(changes, legend, how)}`;
}

/** Whoever heard from us today is left out unless the coordinator insists: that is shown afresh before it is sent. */
function insisting({ command, what, round }: Confirm, around: Around, how: Drawing): Markup | null {
  const heard = what.leftOut.some(({ why }) => why === "heard-today");
  if (command.verb !== "remind" || command.insist || !heard) return null;
  return html`<form method="post" action="${how.base}command">
    ${hiddenOf(how, `insist-${round.id}`)}${commandFields({ ...command, insist: true })}${returnFields(around.returning)}<button
      class="second"
    >
      ${how.words.confirm.insist}
    </button>
  </form>`;
}

function prefaceField(command: Command, { preface }: Around, words: Wording): Markup | null {
  if (command.verb !== "publish" && command.verb !== "correct") return null;
  return html`<div class="field">
    <label
      >${words.pages.confirm.preface}<span class="hint">${words.pages.confirm.prefaceHint}</span
      ><textarea name="preface" rows="3" dir="auto">${preface || command.preface.join("\n")}</textarea>
    </label>
  </div>`;
}

/** The button belongs to the form above and sends it for another look: what it asks for confirms nothing. */
function previewOf(preview: Markup, round: string, isBlocked: boolean, { words, base }: Drawing): Markup {
  const { review, progress } = words.pages;
  return html`<section>
    <h2>${review.preview}</h2>
    <p class="quiet">${review.previewHint}</p>
    <blockquote class="card">${preview}</blockquote>
    <p class="actions">
      ${!isBlocked && html`<button form="confirm" name="preview" value="yes" class="second">${review.refresh}</button>`}
      <a href="${base}report/${round}?draft">${progress.draft}</a>
    </p>
  </section>`;
}
