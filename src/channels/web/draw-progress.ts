import type { Verb } from "../../conversation/commands.ts";
import type { PersonProgress, Progress, RoundName, View } from "../../conversation/messages.ts";
import { listOf, moment } from "../../conversation/wording/dates.ts";
import type { Wording } from "../../conversation/wording.ts";
import { hiddenOf, type Drawing } from "./draw-item.ts";
import { bar } from "./draw-rounds.ts";
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
      <h2>${progress.state === "published" ? words.words.status : words.pages.progress.totals}</h2>
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
        /><button class="${nth === 0 && state !== "open" ? "" : "second"}">
          ${words.pages.progress.verbs[verb]}
        </button>
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
