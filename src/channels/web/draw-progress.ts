import type { Verb } from "../../conversation/commands.ts";
import type { Progress, RoundName, View } from "../../conversation/messages.ts";
import { moment } from "../../conversation/wording/dates.ts";
import { hiddenOf, type Drawing } from "./draw-item.ts";
import { peopleList } from "./draw-progress-people.ts";
import { unitList } from "./draw-progress-units.ts";
import { bar } from "./draw-rounds.ts";
import { totalsList } from "./draw-summary.ts";
import { html, type Markup } from "./markup.ts";

/** What stands on the page as a button of its own, in the order a coordinator needs it. */
const first: Readonly<Record<Progress["state"], readonly Verb[]>> = {
  prepared: ["open", "trial"],
  open: ["remind", "close", "publish"],
  closed: ["publish", "remind"],
  published: [],
  cancelled: [],
};

/** What has a page of its own, or is seldom wanted, folded away. */
const others: Readonly<Record<Progress["state"], readonly Verb[]>> = {
  prepared: ["cancel"],
  open: ["remind", "extend", "assign", "answer-for", "drop", "ask-readers", "cancel"],
  closed: ["remind", "extend", "assign", "answer-for", "drop", "ask-readers", "cancel"],
  published: ["correct", "withdraw-links"],
  cancelled: [],
};

/** These need nothing said but yes; the others open a form first. Reminding all is at once, reminding some is not. */
const atOnce: readonly Verb[] = ["ask-readers", "withdraw-links"];

type ProgressView = Extract<View, { kind: "progress" }>;

/** Who is missing, without counting, and what can be done about it. `page` is of the people who are, from 1. */
export function drawProgress(
  view: ProgressView,
  page: number,
  done: Markup | null,
  how: Drawing,
  withContacts = false,
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
    ${actions(round, progress.state, how, withContacts)}
    <section>
      <h2 id="people">${words.pages.progress.people}</h2>
      ${peopleList(view, page, how)}
    </section>
    <section>
      <h2>${progress.state === "published" ? words.words.status : words.pages.progress.totals}</h2>
      ${totalsList(report, words)}
    </section>
    <section>
      <h2>${words.pages.progress.units}</h2>
      ${unitList(view, how)}
    </section>`;
}

function actions(round: RoundName, state: Progress["state"], how: Drawing, withContacts: boolean): Markup {
  const { words, base } = how;
  const { progress, review } = words.pages;
  const isOut = state === "published";
  const reads = state === "open" || state === "closed";
  const more = others[state];
  return html`<section>
    <h2>${progress.actions}</h2>
    <div class="actions">
      ${reads && html`<a class="button" href="${base}review/${round.id}">${words.buttons.seeReview}</a>`}${first[
        state
      ].map((verb, nth) => commandButton(verb, round, nth === 0 && !reads, how))}<a
        class="button second"
        href="${base}report/${round.id}${!isOut && "?draft"}"
        >${isOut ? words.buttons.readReport : progress.draft}</a
      >${isOut && html`<a class="button second" href="${base}review/${round.id}">${review.title}</a>`}
    </div>
    ${
      (more.length > 0 || withContacts) &&
      html`<details class="more">
        <summary>${progress.others}</summary>
        <ul>
          ${more.map((verb) => html`<li>${wayTo(verb, round, how)}</li>`)}${
            withContacts &&
            html`<li><a href="${base}contacts/${round.id}">${words.pages.contacts.title}</a></li>`
          }
        </ul>
      </details>`
    }
  </section>`;
}

function wayTo(verb: Verb, round: RoundName, how: Drawing): Markup {
  const { verbs, remindSome } = how.words.pages.steps;
  return atOnce.includes(verb)
    ? commandButton(verb, round, false, how)
    : html`<a href="${how.base}step/${round.id}?verb=${verb}"
        >${verb === "remind" ? remindSome : verbs[verb]}</a
      >`;
}

/** A form with nothing to fill in: shows what would happen. */
function commandButton(verb: Verb, round: RoundName, isFirst: boolean, how: Drawing): Markup {
  const { steps } = how.words.pages;
  return html`<form method="post" action="${how.base}command" class="inline">
    ${hiddenOf(how, `${verb}-${round.id}`)}<input type="hidden" name="verb" value="${verb}" /><input
      type="hidden"
      name="round"
      value="${round.id}"
    /><button class="${isFirst ? "" : "second"}">
      ${verb === "remind" ? steps.remindAll : steps.verbs[verb]}
    </button>
  </form>`;
}
