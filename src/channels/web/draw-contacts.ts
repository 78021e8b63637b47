import type { ContactsWording } from "../../conversation/wording/contacts-wording.ts";
import type { ComparedSheet, GivenSheet } from "./contact-sheets.ts";
import type { Drawing } from "./draw-item.ts";
import { html, type Markup } from "./markup.ts";

export interface Around {
  readonly plan: string;
  readonly period: string;
  readonly round: string;
  /** It was confirmed, but would no longer do what was shown. */
  readonly otherwise: boolean;
}

/** Shown before the rest is folded away. */
const linesShown = 40;

/** Downloads, and the form for a file, under what was wrong with the last one. */
export function drawChoose(
  { round }: Around,
  said: { faulty: boolean; head: string; lines: readonly string[] } | null,
  { words, base }: Drawing,
): Markup {
  const { contacts, titles } = words.pages;
  const faulty = said?.faulty === true;
  return html`${
      said !== null &&
      html`<div
        class="${faulty ? "faults" : "notice"}"
        role="${faulty ? "alert" : "status"}"
        id="saved"
        tabindex="-1"
      >
        ${faulty ? html`<h2 id="fault">${said.head}</h2>` : html`<p><strong>${said.head}</strong></p>`}${
          said.lines.length > 0 &&
          html`<ul>
            ${said.lines.map((line) => html`<li dir="auto">${line}</li>`)}
          </ul>`
        }
      </div>`
    }
    <p>${contacts.intro}</p>
    <p class="downloads">
      <span class="lead">${contacts.download}:</span>
      <a href="${base}contacts/${round}.xlsx" download>Excel</a>
      <a href="${base}contacts/${round}.csv" download>CSV</a>
    </p>
    <h2>${contacts.upload}</h2>
    <form method="post" action="${base}contacts/${round}" enctype="multipart/form-data">
      <div class="field">
        <label for="sheet">${contacts.file}</label>
        <span class="hint" id="hint">${contacts.fileHint}</span>
        <input
          type="file"
          id="sheet"
          name="sheet"
          accept=".xlsx,.csv"
          required
          aria-describedby="hint${faulty && " fault"}"
          ${faulty && html` aria-invalid="true"`}
        />
      </div>
      <p class="actions"><button>${contacts.show}</button></p>
    </form>
    <p class="quiet">${contacts.follows}</p>
    <p><a href="${base}progress/${round}">${titles.progress}</a></p>`;
}

/** What would change, with the sheet itself in the form that confirms it: nothing is kept meanwhile. */
export function drawCompared(
  { round, otherwise }: Around,
  compared: Extract<ComparedSheet, { is: "changes" }>,
  sheet: GivenSheet,
  { words, base }: Drawing,
): Markup {
  const { contacts } = words.pages;
  const kept = Buffer.from(sheet.bytes).toString("base64url");
  return html`${otherwise && html`<div class="look" role="alert"><p>${contacts.otherwise}</p></div>`}
    <p class="lead">${contacts.notYet}</p>
    <h2>${contacts.changes}</h2>
    ${listed(compared.lines, contacts)}${compared.elsewhere.map(
      ({ plan, lines }) =>
        html`<h2>${contacts.elsewhere(plan)}</h2>
          ${listed(lines, contacts)}`,
    )}
    <form method="post" action="${base}contacts/${round}" enctype="multipart/form-data">
      <input type="hidden" name="name" value="${sheet.name}" /><input
        type="hidden"
        name="kept"
        value="${kept}"
      /><input type="hidden" name="shown" value="${compared.shown}" />
      <p class="actions">
        <button>${contacts.confirm}</button>
        <a class="button second" href="${base}contacts/${round}">${contacts.again}</a>
      </p>
    </form>
    <p class="quiet">${contacts.follows}</p>`;
}

function listed(lines: readonly string[], contacts: ContactsWording): Markup {
  const rest = lines.slice(linesShown);
  const list = (some: readonly string[]): Markup =>
    html`<ul>
      ${some.map((line) => html`<li dir="auto">${spoken(line, contacts.signs)}</li>`)}
    </ul>`;
  return html`${list(lines.slice(0, linesShown))}${
    rest.length > 0 &&
    html`<details>
      <summary>${contacts.more(rest.length)}</summary>
      ${list(rest)}
    </details>`
  }`;
}

/** A sign in front of a line is read out by no screen reader. */
function spoken(line: string, { added, changed, removed }: ContactsWording["signs"]): Markup {
  const signs = new Map([
    ["+ ", added],
    ["~ ", changed],
    ["- ", removed],
  ]);
  const sign = signs.get(line.slice(0, 2));
  return sign === undefined ? html`${line}` : html`<strong>${sign}</strong> ${line.slice(2)}`;
}
