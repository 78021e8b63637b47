import type { Whom } from "../../conversation/commands.ts";
import type { Review, ReviewItem, ReviewRow, RoundName, View } from "../../conversation/messages.ts";
import { dayOf } from "../../round/calendar.ts";
import { rowsOf } from "../../round/report-lists.ts";
import type { ReportHeading } from "../../round/report.ts";
import { hiddenOf, type Drawing } from "./draw-item.ts";
import { found } from "./draw-people.ts";
import { html, type Markup, type Part } from "./markup.ts";
import { whomField } from "./read-command.ts";
import { type Returning, returnAddress, returnFields } from "./returning.ts";

/** The commands that need something said first, and have a page with a form for it. */
export type Step = "remind" | "extend" | "assign" | "answer-for" | "drop" | "cancel" | "correct";
export const steps: readonly Step[] = [
  "remind",
  "extend",
  "assign",
  "answer-for",
  "drop",
  "cancel",
  "correct",
];

/** What the address of the page has chosen already. */
export interface Chosen {
  readonly whom: Whom | null;
  /** As in `assignedText`. */
  readonly what: string;
  readonly person: string;
  readonly item: string;
  readonly find: string;
  readonly returning: Returning;
}

type ProgressView = Extract<View, { kind: "progress" }>;

/** A form that leads to the page where it is confirmed. */
function stepForm(step: Step, round: RoundName, chosen: Chosen, how: Drawing, fields: Part): Markup {
  const { words, base } = how;
  return html`<form method="post" action="${base}command">
    ${hiddenOf(how, `${step}-${round.id}`)}<input type="hidden" name="verb" value="${step}" /><input
      type="hidden"
      name="round"
      value="${round.id}"
    />${returnFields(chosen.returning)}${fields}
    <p class="actions">
      <button>${step === "answer-for" ? words.confirm.button[step] : words.pages.steps.continue}</button>
      <a href="${base}${returnAddress(chosen.returning, round.id)}">${words.buttons.cancel}</a>
    </p>
  </form>`;
}

export function field(label: string, hint: string | null, input: Markup): Markup {
  return html`<div class="field">
    <label>${label}${hint !== null && html`<span class="hint">${hint}</span>`}${input}</label>
  </div>`;
}

export function area(name: string, value: string, isRequired = true): Markup {
  return html`<textarea name="${name}" rows="3" dir="auto" ${isRequired && html` required`}>
${value}</textarea>`;
}

/** To remind, to move a deadline, to cancel, to correct. */
export function drawRoundStep(
  step: Exclude<Step, "assign" | "answer-for" | "drop">,
  view: ProgressView,
  chosen: Chosen,
  how: Drawing,
): Markup {
  const { words } = how;
  const { steps: said, confirm } = words.pages;
  const { round } = view;
  const now = dayOf(round.deadline, round.timeZone);
  const fields: Readonly<Record<typeof step, () => Part>> = {
    remind: () => whomSelect(view, chosen.whom, how),
    extend: () => [
      whomSelect(view, chosen.whom, how),
      field(
        said.newDeadline,
        said.newDeadlineHint,
        html`<input type="date" name="deadline" value="${now}" required />`,
      ),
    ],
    cancel: () => field(said.reason, null, area("because", "")),
    correct: () => [
      field(said.why, null, area("why", "")),
      field(confirm.preface, confirm.prefaceHint, area("preface", view.report.preface.join("\n"), false)),
    ],
  };
  return html`${about(round)}
    <p>${words.confirm.after[step]}</p>
    ${stepForm(step, round, chosen, how, fields[step]())}`;
}

function about({ plan, period }: RoundName): Markup {
  return html`<p class="quiet"><span dir="auto">${plan}</span>, ${period}</p>`;
}

function whomSelect({ report, progress }: ProgressView, chosen: Whom | null, { words }: Drawing): Markup {
  const said = words.pages.steps;
  const now = whomField(chosen ?? { of: "all" });
  const option = (whom: Whom, name: string): Markup =>
    html`<option value="${whomField(whom)}" ${whomField(whom) === now && html` selected`}>${name}</option>`;
  const group = (title: string, options: readonly Markup[]): Markup | null =>
    options.length === 0 ? null : html`<optgroup label="${title}">${options}</optgroup>`;
  const units = new Map(
    rowsOf(report).flatMap((row) => row.units.map(({ unit }) => [unit.key, unit.name] as const)),
  );
  const owing = progress.people.filter(({ id, missing }) => id !== "" && missing.length > 0);
  return field(
    said.whom,
    null,
    html`<select name="whom">
      ${option({ of: "all" }, said.all)}${group(
        said.headings,
        placesIn(report.headings).map(({ place, title, depth }) =>
          option({ of: "heading", heading: place }, `${"– ".repeat(depth - 1)}${title}`),
        ),
      )}${group(
        said.units,
        [...units].map(([unit, name]) => option({ of: "unit", unit }, name)),
      )}${group(
        said.people,
        owing.map(({ id, name }) => option({ of: "person", person: id }, name)),
      )}
    </select>`,
  );
}

function placesIn(
  headings: readonly ReportHeading[],
  above = "",
  depth = 1,
): { place: string; title: string; depth: number }[] {
  return headings.flatMap((heading, nth) => {
    const place = above === "" ? String(nth + 1) : `${above}/${nth + 1}`;
    return [{ place, title: heading.title, depth }, ...placesIn(heading.headings, place, depth + 1)];
  });
}

interface Placed {
  readonly item: ReviewItem;
  readonly row: ReviewRow;
}

function itemsOf(review: Review): Placed[] {
  return review.headings.flatMap((heading) =>
    heading.rows.flatMap((row) => row.items.map((item) => ({ item, row }))),
  );
}

/** To change who answers, to answer for somebody, to drop. */
export function drawItemStep(
  step: "assign" | "answer-for" | "drop",
  review: Review,
  chosen: Chosen,
  how: Drawing,
): Markup {
  const all = itemsOf(review);
  const theirs =
    chosen.person === ""
      ? all
      : all.filter(({ item }) => item.responders.some(({ id }) => id === chosen.person));
  const one = all.find(({ item }) => item.id === chosen.item);
  const body = {
    assign: () => assigning(review, theirs, chosen, how),
    "answer-for": () => (one ? answeringFor(review, one, chosen, how) : whichItem(step, review, theirs, how)),
    drop: () => dropping(review, theirs, chosen, how),
  };
  return html`${about(review.round)}
    <p>${how.words.confirm.after[step]}</p>
    ${body[step]()}`;
}

function named({ item, row }: Placed): string {
  return `${row.number} ${row.short} (${item.unit})`;
}

function whichItem(
  step: Step,
  { round }: Review,
  items: readonly Placed[],
  { words, base }: Drawing,
): Markup {
  const open = items.filter(({ item }) => item.dropped === null);
  const first = open.filter(({ item }) => item.answer === null);
  const rest = open.filter(({ item }) => item.answer !== null);
  const links = (some: readonly Placed[]): Markup =>
    html`<ul>
      ${some.map((one) => html`<li><a href="${base}step/${round.id}?verb=${step}&amp;item=${one.item.id}" dir="auto">${named(one)}</a></li>`)}
    </ul>`;
  return html`<h2>${words.words.unanswered} (${first.length})</h2>
    ${links(first)}${
      rest.length > 0 &&
      html`<details>
        <summary>${words.pages.desk.answered} (${rest.length})</summary>
        ${links(rest)}
      </details>`
    }`;
}

function answeringFor(
  { round, report }: Review,
  { item, row }: Placed,
  chosen: Chosen,
  how: Drawing,
): Markup {
  const { words } = how;
  const said = words.pages.steps;
  const now = item.answer;
  return stepForm("answer-for", round, chosen, how, [
    html`<input type="hidden" name="item" value="${item.id}" /><input
        type="hidden"
        name="seen"
        value="${item.revision}"
      />
      <h2><span class="number">${row.number}</span> <span dir="auto">${row.short}</span></h2>
      <p class="about"><span>${item.unit}</span></p>`,
    statusSelect(report.legend, now?.status ?? null, words.words.status, how),
    field(words.words.comment, null, area("comment", now?.comment ?? "", false)),
    item.target !== null &&
      field(
        words.pages.form.progress(item.target.of),
        null,
        html`<input name="progress" inputmode="decimal" autocomplete="off" value="${now?.progress ?? ""}" />`,
      ),
    field(said.source, said.sourceHint, html`<input name="from" autocomplete="off" required />`),
  ]);
}

/** Symbol and word of each status: a list that says nothing by colour. */
export function statusSelect(
  legend: Review["report"]["legend"],
  now: string | null,
  label: string,
  { words }: Drawing,
): Markup {
  return field(
    label,
    null,
    html`<select name="status" required>
      <option value="">${words.pages.steps.choose}</option>
      ${legend.map(
        ({ key, symbol, label: name }) =>
          html`<option value="${key}" ${key === now && html` selected`}>${symbol} ${name}</option>`,
      )}
    </select>`,
  );
}

function dropping({ round }: Review, items: readonly Placed[], chosen: Chosen, how: Drawing): Markup {
  const said = how.words.pages.steps;
  const options = items
    .filter(({ item }) => item.dropped === null)
    .map(
      (one) =>
        html`<option value="${one.item.id}" ${one.item.id === chosen.item && html` selected`}>
          ${named(one)}
        </option>`,
    );
  return stepForm("drop", round, chosen, how, [
    field(
      said.item,
      null,
      html`<select name="item" required>
        <option value="">${said.choose}</option>
        ${options}
      </select>`,
    ),
    field(said.decision, said.decisionHint, html`<input name="because" autocomplete="off" required />`),
  ]);
}

function assigning(review: Review, items: readonly Placed[], chosen: Chosen, how: Drawing): Markup {
  const { words, base } = how;
  const said = words.pages.steps;
  const { owner } = words.pages;
  const { round, people } = review;
  const units = new Map(items.map(({ item }) => [item.unitKey, item.unit]));
  const shared = [...Map.groupBy(items, ({ row }) => row)].filter(([, some]) => some.length > 1);
  const option = (what: string, name: string): Markup =>
    html`<option value="${what}" ${what === chosen.what && html` selected`}>${name}</option>`;
  const now = respondersOf(items, chosen.what);
  const names = found(people, chosen.find);
  return html`${
    people.length > 30 &&
    html`<form method="get" action="${base}step/${round.id}" class="find" role="search">
      <input type="hidden" name="verb" value="assign" /><input
        type="hidden"
        name="what"
        value="${chosen.what}"
      /><input type="hidden" name="person" value="${chosen.person}" />${returnFields(chosen.returning)}<label
        >${owner.find}<input name="find" value="${chosen.find}" autocomplete="off" /></label
      ><button class="second">${owner.search}</button>
    </form>`
  }${names.length === 0 && html`<p>${owner.nobodyFound}</p>`}${stepForm("assign", round, chosen, how, [
    field(
      said.assignFor,
      null,
      html`<select name="what" required>
        <option value="">${said.choose}</option>
        <optgroup label="${said.units}">
          ${[...units].map(([key, name]) => option(`unit:${key}`, name))}
        </optgroup>
        <optgroup label="${said.item}">
          ${shared.map(([{ key, number, short }]) => option(`measure:${key}`, `${number} ${short}`))}${items.map((one) => option(`item:${one.item.id}`, named(one)))}
        </optgroup>
      </select>`,
    ),
    [said.owner, `${said.deputy} 1`, `${said.deputy} 2`].map((label, nth) =>
      field(label, null, personSelect(people, names, now[nth]?.id ?? null, nth === 0, how)),
    ),
    html`<fieldset>
      <legend>${said.lasting}</legend>
      <label class="radio"
        ><input type="radio" name="lasting" value="no" checked /><span>${said.thisRound}</span></label
      ><label class="radio"
        ><input type="radio" name="lasting" value="yes" /><span>${said.fromNow}</span></label
      >
    </fieldset>`,
  ])}`;
}

/** Who answers now for what was chosen. */
function respondersOf(items: readonly Placed[], what: string): ReviewItem["responders"] {
  const [of = "", key = ""] = what.split(":", 2);
  const one = items.find(({ item }) => (of === "item" ? item.id === key : item.unitKey === key));
  return one?.item.responders ?? [];
}

/** Whoever answers now stays in the list, whatever was searched for. */
function personSelect(
  people: Review["people"],
  shown: Review["people"],
  now: string | null,
  isRequired: boolean,
  { words }: Drawing,
): Markup {
  const said = words.pages.steps;
  const kept = people.filter((person) => person.id === now && !shown.includes(person));
  return html`<select name="people" ${isRequired && html` required`}>
    <option value="">${isRequired ? said.choose : said.none}</option>
    ${[...kept, ...shown].map(
      ({ id, name }) => html`<option value="${id}" ${id === now && html` selected`}>${name}</option>`,
    )}
  </select>`;
}
