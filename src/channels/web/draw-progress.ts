import type { Verb } from "../../conversation/commands.ts";
import type {
  Confirmation,
  PersonProgress,
  Progress,
  RoundLine,
  RoundName,
  View,
} from "../../conversation/messages.ts";
import { listOf, moment } from "../../conversation/wording/dates.ts";
import type { Wording } from "../../conversation/wording.ts";
import { hiddenOf, type Drawing } from "./draw-item.ts";
import { totalsList } from "./draw-summary.ts";
import { html, type Markup } from "./markup.ts";

/** What a coordinator can do with a round in each state. */
const possible: Readonly<Record<Progress["state"], readonly Verb[]>> = {
  prepared: ["open", "trial"],
  open: ["close", "publish"],
  closed: ["publish"],
  published: [],
  cancelled: [],
};

export function drawRounds(rounds: readonly RoundLine[], { words, base }: Drawing): Markup {
  const line = ({ round, state, answered, items, coordinates, published }: RoundLine) =>
    html`<li class="card">
      <h2><span dir="auto">${round.plan}</span>, ${round.period}</h2>
      <p class="about">
        <span>${words.words.states[state]}</span
        ><span>${words.words.deadline}: ${moment(round.deadline, round.timeZone, words.language)}</span
        ><span>${words.words.answeredOf(answered, items)}</span>
      </p>
      ${bar(answered, items)}
      <p class="actions">
        ${
          coordinates &&
          html`<a class="button" href="${base}progress/${round.id}"
            >${state === "prepared" ? words.buttons.seeRound : words.buttons.seeProgress}<span class="hidden">
              ${round.plan}, ${round.period}</span
            ></a
          >`
        }${published && html`<a class="button second" href="${base}report/${round.id}">${words.buttons.readReport}<span class="hidden"> ${round.plan}, ${round.period}</span></a>`}
      </p>
    </li>`;
  return html`<h1>${words.pages.titles.rounds}</h1>
    ${
      rounds.length === 0
        ? html`<p>${words.pages.rounds.empty}</p>`
        : html`<ul class="cards">
            ${rounds.map(line)}
          </ul>`
    }`;
}

/** Drawn with attributes, not styles; the words beside it say the same, so it is hidden from screen readers. */
function bar(answered: number, items: number): Markup {
  return html`<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    <rect class="rest" width="100" height="4" />
    <rect class="done" width="${items === 0 ? 0 : Math.round((100 * answered) / items)}" height="4" />
  </svg>`;
}

export function drawProgress(
  view: Extract<View, { kind: "progress" }>,
  done: Markup | null,
  how: Drawing,
): Markup {
  const { round, progress, report } = view;
  const { words } = how;
  return html`<h1>${words.pages.titles.progress}: <span dir="auto">${round.plan}</span>, ${round.period}</h1>
    ${done}
    <p class="count"><strong>${words.words.answeredOf(progress.answered, progress.items)}</strong></p>
    ${bar(progress.answered, progress.items)}
    <p class="about">
      <span>${words.words.states[progress.state]}</span
      ><span>${words.words.deadline}: ${moment(round.deadline, round.timeZone, words.language)}</span>${
        progress.state === "open" &&
        html`<span>${words.pages.progress.daysLeft(progress.workingDaysLeft)}</span>`
      }
    </p>
    ${actions(round, progress.state, how)}
    <section>
      <h2>${words.pages.progress.people}</h2>
      ${peopleTable(progress.people, round, words)}
    </section>
    <section>
      <h2>${words.pages.progress.totals}</h2>
      ${totalsList(report, words)}
    </section>
    <section>
      <h2>${words.pages.progress.units}</h2>
      ${unitTable(progress, words)}
    </section>`;
}

function actions(round: RoundName, state: Progress["state"], how: Drawing): Markup {
  const { words, base } = how;
  const buttons = possible[state].map(
    (verb, nth) =>
      html`<form method="post" action="${base}command" class="inline">
        ${hiddenOf(how, `${verb}-${round.id}`)}<input type="hidden" name="verb" value="${verb}" /><input
          type="hidden"
          name="round"
          value="${round.id}"
        /><button class="${nth === 0 && state !== "open" ? "" : "second"}">${words.pages.progress.verbs[verb]}</button>
      </form>`,
  );
  const isOut = state === "published";
  return html`<section>
    <h2>${words.pages.progress.actions}</h2>
    <div class="actions">
      ${buttons}<a class="button second" href="${base}report/${round.id}${!isOut && "?draft"}"
        >${isOut ? words.buttons.readReport : words.pages.progress.draft}</a
      >
    </div>
  </section>`;
}

/** Who owes most comes first; who is done comes last. */
function peopleTable(people: readonly PersonProgress[], round: RoundName, words: Wording): Markup {
  const { pages } = words;
  const sorted = people.toSorted(
    (a, b) => b.missing.length - a.missing.length || a.name.localeCompare(b.name, words.language),
  );
  return html`<div class="wide">
    <table class="list">
      <thead>
        <tr>
          <th scope="col">${pages.progress.person}</th>
          <th scope="col">${pages.progress.answered}</th>
          <th scope="col">${pages.progress.missing}</th>
          <th scope="col">${pages.progress.note}</th>
        </tr>
      </thead>
      <tbody>
        ${sorted.map(
          (person) =>
            html`<tr>
              <th scope="row"><bdi>${person.name}</bdi></th>
              <td data-label="${pages.progress.answered}">
                ${words.pages.progress.of(person.answered, person.owns)}
              </td>
              <td data-label="${pages.progress.missing}">${missingOf(person, words)}</td>
              <td data-label="${pages.progress.note}">${notesOf(person, round, words)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function missingOf({ missing }: PersonProgress, words: Wording): Markup {
  if (missing.length === 0) return html`<span class="quiet">${words.pages.progress.nothingMissing}</span>`;
  const line = (one: PersonProgress["missing"][number]) =>
    html`<li>
      <span class="number">${one.number}</span> <span dir="auto">${one.short}</span>
      <span class="quiet">${one.unit}</span>
    </li>`;
  const shown = html`<ul>
    ${missing.slice(0, 5).map(line)}
  </ul>`;
  return missing.length <= 5
    ? shown
    : html`${shown}
        <details>
          <summary>${words.words.andMore(missing.length - 5)}</summary>
          <ul>
            ${missing.slice(5).map(line)}
          </ul>
        </details>`;
}

function notesOf(person: PersonProgress, round: RoundName, words: Wording): Markup {
  const { language, pages } = words;
  return html`${[
    person.unreachable !== null &&
      html`<p class="fault">${words.unreachable(words.whyUnreachable(person.unreachable))}</p>`,
    person.deputiesAsked.length > 0 &&
      html`<p>${pages.progress.deputies(listOf(person.deputiesAsked, language))}</p>`,
    person.lastAsked !== null &&
      html`<p class="quiet">
        ${pages.progress.lastAsked(moment(person.lastAsked, round.timeZone, language))}
      </p>`,
  ]}`;
}

function unitTable({ units }: Progress, words: Wording): Markup {
  const row = (one: Progress["units"][number]) =>
    html`<tr>
      <th scope="row">${one.unit}</th>
      <td data-label="${words.pages.progress.answered}">
        ${words.pages.progress.of(one.answered, one.items)}
      </td>
    </tr>`;
  return html`<div class="wide">
    <table class="list">
      <thead>
        <tr>
          <th scope="col">${words.words.unit}</th>
          <th scope="col">${words.pages.progress.answered}</th>
        </tr>
      </thead>
      <tbody>
        ${units.map(row)}
      </tbody>
    </table>
  </div>`;
}

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
