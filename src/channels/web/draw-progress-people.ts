import type { PersonProgress, RoundName, View } from "../../conversation/messages.ts";
import { isoDay, listOf, moment } from "../../conversation/wording/dates.ts";
import type { Wording } from "../../conversation/wording.ts";
import { hiddenOf, type Drawing } from "./draw-item.ts";
import { html, type Markup } from "./markup.ts";

/** People on one page of the list; a plan with more of them has several. */
const peopleOnPage = 25;
/** Measures shown before the rest is folded away. */
const missingShown = 3;

type ProgressView = Extract<View, { kind: "progress" }>;

/** Who owes most comes first, a page at a time; who is done is counted, and named on request. */
export function peopleList({ progress, round }: ProgressView, page: number, how: Drawing): Markup {
  const { words } = how;
  const sorted = progress.people.toSorted(
    (a, b) =>
      b.missing.length - a.missing.length || a.name.localeCompare(b.name, words.language, { numeric: true }),
  );
  const owing = sorted.filter((person) => person.missing.length > 0);
  const finished = sorted.filter((person) => person.missing.length === 0);
  const pages = Math.max(1, Math.ceil(owing.length / peopleOnPage));
  const at = Math.min(Math.max(1, page), pages);
  const shown = owing.slice((at - 1) * peopleOnPage, at * peopleOnPage);
  const canAct = progress.state === "open" || progress.state === "closed";
  return html`${owing.length === 0 ? html`<p>${words.pages.progress.nobodyMissing}</p>` : peopleTable(shown, round, canAct, how)}${
    pages > 1 && pager(at, pages, round, how)
  }${
    finished.length > 0 &&
    html`<details class="finished">
      <summary>${words.pages.progress.finished(finished.length)}</summary>
      <ul class="names">
        ${finished.map(
          ({ name, answered, owns }) =>
            html`<li>
              <bdi>${name}</bdi> <span class="quiet">${words.pages.progress.of(answered, owns)}</span>
            </li>`,
        )}
      </ul>
    </details>`
  }`;
}

function pager(at: number, pages: number, round: RoundName, { words, base }: Drawing): Markup {
  const { progress } = words.pages;
  return html`<nav class="pager" aria-label="${progress.pages}">
    <ul>
      ${Array.from({ length: pages }, (_, nth) => nth + 1).map(
        (nth) =>
          html`<li>
            <a
              href="${base}progress/${round.id}?page=${nth}#people"
              ${nth === at && html` aria-current="page"`}
              >${progress.page(nth, pages)}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}

function peopleTable(
  people: readonly PersonProgress[],
  round: RoundName,
  canAct: boolean,
  how: Drawing,
): Markup {
  const { words } = how;
  const { progress } = words.pages;
  return html`<div class="wide">
    <table class="list">
      <thead>
        <tr>
          <th scope="col">${progress.person}</th>
          <th scope="col">${progress.answered}</th>
          <th scope="col">${progress.missing}</th>
          <th scope="col">${progress.note}</th>
        </tr>
      </thead>
      <tbody>
        ${people.map(
          (person) =>
            html`<tr>
              <th scope="row"><bdi>${person.name}</bdi></th>
              <td data-label="${progress.answered}">${progress.of(person.answered, person.owns)}</td>
              <td data-label="${progress.missing}">${missingOf(person, words)}</td>
              <td data-label="${progress.note}">
                ${notesOf(person, round, words)}${canAct && person.id !== "" && actionsFor(person, round, how)}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function missingOf({ missing }: PersonProgress, words: Wording): Markup {
  const line = (one: PersonProgress["missing"][number]): Markup =>
    html`<li>
      <span class="number">${one.number}</span> <span dir="auto">${one.short}</span>
      <span class="quiet">${one.unit}</span>
    </li>`;
  const rest = missing.slice(missingShown);
  return html`<ul>
      ${missing.slice(0, missingShown).map(line)}
    </ul>
    ${
      rest.length > 0 &&
      html`<details>
        <summary>${words.words.andMore(rest.length)}</summary>
        <ul>
          ${rest.map(line)}
        </ul>
      </details>`
    }`;
}

function notesOf(person: PersonProgress, round: RoundName, words: Wording): Markup {
  const { language, pages } = words;
  const at = (when: Date): string => moment(when, round.timeZone, language);
  return html`${[
    person.unreachable !== null &&
      html`<p class="fault">${words.unreachable(words.whyUnreachable(person.unreachable))}</p>`,
    person.awayUntil !== null &&
      html`<p class="lead">${pages.progress.away(isoDay(person.awayUntil, language))}</p>`,
    person.offeredTo.length > 0 && html`<p>${pages.progress.offered(listOf(person.offeredTo, language))}</p>`,
    person.ownDeadline !== null && html`<p>${pages.progress.ownDeadline(at(person.ownDeadline))}</p>`,
    person.deputiesAsked.length > 0 &&
      html`<p>${pages.progress.deputies(listOf(person.deputiesAsked, language))}</p>`,
    person.lastAsked !== null && html`<p class="quiet">${pages.progress.lastAsked(at(person.lastAsked))}</p>`,
  ]}`;
}

function actionsFor({ id, name }: PersonProgress, round: RoundName, how: Drawing): Markup {
  const { progress, steps } = how.words.pages;
  const about = html`<span class="hidden"> (${name})</span>`;
  const link = (verb: "extend" | "assign" | "answer-for", query: string): Markup =>
    html`<li>
      <a href="${how.base}step/${round.id}?verb=${verb}&amp;${query}">${steps.verbs[verb]}${about}</a>
    </li>`;
  const whom = `person:${id}`;
  return html`<details class="more">
    <summary>${progress.more}${about}</summary>
    <ul>
      <li>${remindButton(whom, about, round, how)}</li>
      ${link("extend", `whom=${encodeURIComponent(whom)}`)}${link("assign", `person=${encodeURIComponent(id)}`)}${link("answer-for", `person=${encodeURIComponent(id)}`)}
    </ul>
  </details>`;
}

/** Shows who would be reminded; nothing is sent before that is confirmed. */
export function remindButton(whom: string, about: Markup, round: RoundName, how: Drawing): Markup {
  return html`<form method="post" action="${how.base}command" class="inline">
    ${hiddenOf(how, `remind-${whom}-${round.id}`)}<input type="hidden" name="verb" value="remind" /><input
      type="hidden"
      name="round"
      value="${round.id}"
    /><input type="hidden" name="whom" value="${whom}" /><button class="second small">
      ${how.words.pages.steps.verbs.remind}${about}
    </button>
  </form>`;
}
