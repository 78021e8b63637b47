import type { Review, ReviewHeading } from "../../conversation/messages.ts";
import { moment } from "../../conversation/wording/dates.ts";
import { hiddenOf, type Drawing } from "./draw-item.ts";
import { flagList } from "./draw-review-flags.ts";
import { reviewRow } from "./draw-review-row.ts";
import { totalsList } from "./draw-summary.ts";
import { alreadySafe, html, type Markup } from "./markup.ts";
import { returnFields } from "./returning.ts";
import { type Part, type Portion, partsOf } from "./review-parts.ts";

/** What the page is opened at, and what was just done there. */
export interface Opened {
  /** From 0. */
  readonly part: number;
  /** "row-luft-1" or "part-2/1"; null for the top. */
  readonly at: string | null;
  readonly done: Markup | null;
}

/** The draft to be read through: what needs a look, then heading by heading with everything that can be done about it. */
export function drawReview(review: Review, opened: Opened, how: Drawing): Markup {
  const { round, report, state } = review;
  const { words, base } = how;
  const { review: said, progress, steps } = words.pages;
  const parts = partsOf(review);
  const nth = Math.min(opened.part, parts.length - 1);
  const part = parts[nth];
  const isOut = state === "published";
  return html`<h1>${said.title}: <span dir="auto">${round.plan}</span>, ${round.period}</h1>
    ${opened.at === null && opened.done}
    <p class="about">
      <span>${words.words.states[state]}</span
      ><span>${words.words.deadline}: ${moment(round.deadline, round.timeZone, words.language)}</span>
    </p>
    ${totalsList(report, words)}
    <div class="actions">
      <a class="button second" href="${base}report/${round.id}?draft">${progress.draft}</a
      ><a class="button second" href="${base}progress/${round.id}">${words.pages.titles.progress}</a>
      ${(state === "open" || state === "closed") && commandForm(review, "publish", how)}${
        (state === "open" || state === "closed") &&
        review.headings.some(({ readers }) => readers.length > 0) &&
        commandForm(review, "ask-readers", how)
      }${isOut && html`<a class="button" href="${base}step/${round.id}?verb=correct&amp;to=review">${steps.verbs.correct}</a>`}
    </div>
    ${nth === 0 && flagList(review, parts, how)}${parts.length > 1 && pager(parts, nth, review, how)}
    <section>
      <h2>${parts.length > 1 ? said.part(nth + 1, parts.length) : said.parts}</h2>
      ${part?.portions.map((portion, at) => portionOf(portion, part.portions[at - 1] ?? null, review, opened, how))}
    </section>
    ${nth + 1 < parts.length && html`<p><a class="button second" href="${base}review/${round.id}?part=${nth + 2}">${said.next}</a></p>`}`;
}

function commandForm({ round }: Review, verb: "publish" | "ask-readers", how: Drawing): Markup {
  return html`<form method="post" action="${how.base}command" class="inline">
    ${hiddenOf(how, `${verb}-${round.id}`)}<input type="hidden" name="verb" value="${verb}" /><input
      type="hidden"
      name="round"
      value="${round.id}"
    />${returnFields({ to: "review", at: null })}<button class="second">
      ${how.words.pages.steps.verbs[verb]}
    </button>
  </form>`;
}

function pager(parts: readonly Part[], at: number, { round }: Review, { words, base }: Drawing): Markup {
  const { review } = words.pages;
  return html`<nav class="pager" aria-label="${review.parts}">
    <ol>
      ${parts.map(({ portions }, nth) => {
        const rows = portions.reduce((sum, portion) => sum + portion.rows.length, 0);
        const titles = portions.find((portion) => portion.rows.length > 0)?.heading.title ?? "";
        return html`<li>
          <a href="${base}review/${round.id}?part=${nth + 1}" ${nth === at && html` aria-current="page"`}
            ><span dir="auto">${titles}</span> <span class="quiet">${review.rows(rows)}</span></a
          >
        </li>`;
      })}
    </ol>
  </nav>`;
}

/** Headings are as deep on the page as in the plan, but no step is left out: readers of headings must not be lost. */
function portionOf(
  { heading, rows, isRest }: Portion,
  before: Portion | null,
  review: Review,
  opened: Opened,
  how: Drawing,
): Markup {
  const level = before === null ? 3 : Math.min(heading.depth + 2, 5);
  const at = `part-${heading.place}`;
  return html`<section class="part" id="${at}">
    ${headingTag(level, heading.title)}${opened.at === at && opened.done}${!isRest && approval(heading, rows.length > 0, review, how)}${rows.map(
      (row) =>
        reviewRow(
          row,
          review,
          Math.min(level + 1, 6),
          opened.at === `row-${row.key}` ? opened.done : null,
          how,
        ),
    )}
  </section>`;
}

function headingTag(level: number, title: string): Markup {
  return alreadySafe(`<h${level} dir="auto">${html`${title}`.text}</h${level}>`);
}

/** A heading without rows of its own stands for all that is under it: there is only the approving of it. */
function approval(
  { place, approved, readers }: ReviewHeading,
  hasRows: boolean,
  { round, state }: Review,
  how: Drawing,
): Markup {
  const { words } = how;
  const { review: said, steps } = words.pages;
  const when = (at: Date): string => moment(at, round.timeZone, words.language);
  const canApprove = state === "open" || state === "closed";
  return html`<div class="approval">
    ${
      hasRows &&
      html`<p>
        ${
          approved === null
            ? html`<span class="quiet">○ ${said.notApproved}</span>`
            : html`<span class="lead">✓ ${said.approvedBy(approved.by, when(approved.at))}</span>`
        }
      </p>`
    }${
      canApprove &&
      html`<form method="post" action="${how.base}command" class="inline">
        ${hiddenOf(how, `approve-${place}`)}<input type="hidden" name="verb" value="approve" /><input
          type="hidden"
          name="round"
          value="${round.id}"
        /><input type="hidden" name="heading" value="${place}" /><input
          type="hidden"
          name="approved"
          value="${approved === null ? "yes" : "no"}"
        />${returnFields({ to: "review", at: `part-${place}` })}<button class="second small">
          ${approved === null ? steps.verbs.approve : said.unapprove}
        </button>
      </form>`
    }${
      readers.length > 0 &&
      html`<ul class="readers" aria-label="${said.readers}">
        ${readers.map(
          ({ name, readAt }) =>
            html`<li>
              ${readAt === null ? html`○ ${said.notRead(name)}` : html`✓ ${said.hasRead(name, when(readAt))}`}
            </li>`,
        )}
      </ul>`
    }
  </div>`;
}
