import type { Verb } from "../../conversation/commands.ts";
import type { Confirmation, View } from "../../conversation/messages.ts";
import type { Wording } from "../../conversation/wording.ts";
import { hiddenOf, type Drawing } from "./draw-item.ts";
import { html, type Markup } from "./markup.ts";

/** Names and numbers, what stands in the way, and only then the button that does it. */
export function drawConfirm(view: Extract<View, { kind: "confirm" }>, preface: string, how: Drawing): Markup {
  const { command, round, what } = view;
  const { words, base } = how;
  const isBlocked = what.blocked.length > 0;
  return html`<p class="quiet"><span dir="auto">${round.plan}</span>, ${round.period}</p>
    ${isBlocked && reasons(words.confirm.blocked, what.blocked.map(words.block), "faults")}${
      what.warnings.length > 0 && reasons(words.confirm.look, what.warnings.map(words.warning), "look")
    }${whoHears(what, command.verb, words)}${
      !isBlocked &&
      html`<form method="post" action="${base}command">
        ${hiddenOf(how, `confirm-${command.verb}-${round.id}`)}<input
          type="hidden"
          name="verb"
          value="${command.verb}"
        /><input type="hidden" name="round" value="${round.id}" /><input
          type="hidden"
          name="confirmed"
          value="yes"
        />${
          command.verb === "trial" &&
          command.person !== null &&
          html`<input type="hidden" name="person" value="${command.person}" />`
        }${
          command.verb === "publish" &&
          html`<div class="field">
            <label
              >${words.pages.confirm.preface}<span class="hint">${words.pages.confirm.prefaceHint}</span
              ><textarea name="preface" rows="3" dir="auto">
${preface || command.preface.join("\n")}</textarea>
            </label>
          </div>`
        }
        <p class="actions">
          <button>${words.confirm.button[command.verb]}</button>
          <a href="${base}progress/${round.id}">${words.buttons.cancel}</a>
        </p>
      </form>`
    }`;
}

function reasons(title: string, lines: readonly string[], look: "faults" | "look"): Markup {
  return html`<div class="${look}">
    <p><strong>${title}</strong></p>
    <ul>
      ${lines.map((line) => html`<li dir="auto">${line}</li>`)}
    </ul>
  </div>`;
}

function whoHears({ people }: Confirmation, verb: Verb, words: Wording): Markup {
  return html`<p>${words.confirm.after[verb]}</p>
    <p><strong>${words.confirm.names[verb](people.length)}</strong></p>
    ${
      people.length > 0 &&
      html`<ul class="names">
        ${people.map(({ name, items }) => html`<li><bdi>${name}</bdi>${items > 0 && html`<span class="quiet">: ${words.words.measures(items)}</span>`}</li>`)}
      </ul>`
    }`;
}
