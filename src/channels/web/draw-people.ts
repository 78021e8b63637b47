import type { Desk, ItemView } from "../../conversation/desk.ts";
import { isAnswered, itemsOn } from "../../conversation/desk.ts";
import type { View } from "../../conversation/messages.ts";
import { hiddenOf, itemName, namedItem, type Drawing } from "./draw-item.ts";
import { html, type Markup } from "./markup.ts";

type Choosing = Extract<View, { kind: "choose-person" }>;
type People = Choosing["people"];

/** People shown before one is asked to search. */
const peopleShown = 30;

/** A form as it was left, and what is wrong with it. */
export interface Left {
  /** What was searched for among the names. */
  readonly find: string;
  readonly to: string | null;
  readonly text: string;
  readonly fault: string | null;
}

/** Whom to hand something to, or to ask for a text. */
export function drawChoosing(view: Choosing, left: Left, how: Drawing): Markup {
  const { words, base } = how;
  const { owner } = words.pages;
  const isHandOver = view.what === "hand-over";
  const items = itemsOn(view.desk).filter((item) => view.items.includes(item.id));
  return html`<h1>${isHandOver ? owner.handOver : owner.askColleague}</h1>
    ${faultBox(left.fault)}
    <p>${isHandOver ? owner.handOverIntro : owner.askColleagueIntro}</p>
    ${!isHandOver && about(items)}${search(view, left, how)}
    <form method="post" action="${base}${view.what}">
      ${hiddenOf(how, `${view.what}-${view.items.join("_")}`)}${
        isHandOver
          ? whichItems(view.desk, view.items, how)
          : view.items.map((id) => html`<input type="hidden" name="item" value="${id}" />`)
      }${personField(view.people, left, how)}
      <div class="field">
        <label
          >${isHandOver ? owner.reason : owner.question}<span class="hint"
            >${isHandOver ? owner.reasonHint : owner.questionHint}</span
          ><textarea name="${isHandOver ? "reason" : "question"}" rows="3" dir="auto" required>
${left.text}</textarea>
        </label>
      </div>
      <p class="actions">
        <button>${words.buttons.ask}</button>
        <a href="${base}${how.inChat ? "chat" : "desk"}">${words.buttons.cancel}</a>
      </p>
    </form>`;
}

export function faultBox(fault: string | null): Markup | null {
  return fault === null
    ? null
    : html`<div class="faults" role="alert" tabindex="-1" id="faults"><p>${fault}</p></div>`;
}

function about(items: readonly ItemView[]): Markup {
  return html`<ul>
    ${items.map((item) => html`<li>${itemName(item)}</li>`)}
  </ul>`;
}

/** Names are found by the server: the page works without JavaScript. */
function search(
  { people, what, items }: Choosing,
  { find }: Left,
  { words, base, inChat }: Drawing,
): Markup | null {
  if (people.length <= peopleShown / 2) return null;
  const { owner } = words.pages;
  return html`<form method="get" action="${base}${what}" class="find" role="search">
    ${items.map((id) => html`<input type="hidden" name="item" value="${id}" />`)}${
      inChat && html`<input type="hidden" name="back" value="chat" />`
    }<label>${owner.find}<input name="find" value="${find}" autocomplete="off" /></label
    ><button class="second">${owner.search}</button>
  </form>`;
}

/** The people whose names have every word that was searched for, wherever it stands. */
export function found(people: People, find: string): People {
  const parts = find
    .toLocaleLowerCase("nb")
    .split(/\s+/)
    .filter((part) => part !== "");
  return people.filter(({ name }) => parts.every((part) => name.toLocaleLowerCase("nb").includes(part)));
}

function personField(people: People, { find, to }: Left, { words }: Drawing): Markup {
  const { owner } = words.pages;
  const all = found(people, find);
  const chosen = people.filter((person) => person.id === to && !all.slice(0, peopleShown).includes(person));
  const shown = [...chosen, ...all.slice(0, peopleShown)];
  const more = all.length - peopleShown;
  return html`<fieldset>
    <legend>${owner.person}</legend>
    ${shown.length === 0 && html`<p>${owner.nobodyFound}</p>`}
    <div class="choosing">
      ${shown.map(
        ({ id, name }) =>
          html`<label class="radio"
            ><input type="radio" name="to" value="${id}" required ${id === to && html` checked`} /><bdi
              >${name}</bdi
            ></label
          >`,
      )}
    </div>
    ${more > 0 && html`<p class="quiet">${owner.tooMany(more)}</p>`}
  </fieldset>`;
}

/** What is handed over: what was chosen, and whatever else of theirs is open in the same go. */
function whichItems(desk: Desk, chosen: readonly string[], { words }: Drawing): Markup {
  const mine = itemsOn(desk).filter((item) => item.dropped === null);
  const others = mine.filter((item) => !chosen.includes(item.id) && !isAnswered(item));
  const box = (item: ItemView): Markup =>
    html`<label class="radio"
      ><input
        type="checkbox"
        name="item"
        value="${item.id}"
        ${chosen.includes(item.id) && html` checked`}
      /><span>${itemName(item)}</span></label
    >`;
  return html`<fieldset>
    <legend>${words.pages.owner.alsoThese}</legend>
    ${mine.filter((item) => chosen.includes(item.id)).map(box)}${
      others.length > 0 &&
      html`<details>
        <summary>${words.words.andMore(others.length)}</summary>
        ${others.map(box)}
      </details>`
    }
  </fieldset>`;
}

/** The same in a chat: one field for the name, without ids, so that a chat can hold many. */
export function chooseInTalk(view: Choosing, how: Drawing): Markup {
  const { words, base } = how;
  const { owner, steps } = words.pages;
  const isHandOver = view.what === "hand-over";
  const items = itemsOn(view.desk).filter((item) => view.items.includes(item.id));
  return html`<p><strong>${isHandOver ? owner.handOverIntro : owner.askColleagueIntro}</strong></p>
    ${about(items)}
    <form method="post" action="${base}${view.what}">
      ${hiddenOf(how, `${view.what}-${view.items.join("_")}`)}${view.items.map((id) => html`<input type="hidden" name="item" value="${id}" />`)}<label
        >${owner.person}
        <select name="to" required>
          <option value="">${steps.choose}</option>
          ${view.people.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}
        </select></label
      ><label
        >${isHandOver ? owner.reason : owner.question}<textarea
          name="${isHandOver ? "reason" : "question"}"
          rows="2"
          dir="auto"
          required
        ></textarea></label
      ><button>${words.buttons.ask}<span class="hidden"> ${items.map(namedItem).join(", ")}</span></button>
    </form>`;
}
