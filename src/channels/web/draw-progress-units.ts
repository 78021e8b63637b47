import type { Progress, RoundName, View } from "../../conversation/messages.ts";
import { rowsOf } from "../../round/report-lists.ts";
import type { Report } from "../../round/report.ts";
import type { Drawing } from "./draw-item.ts";
import { remindButton } from "./draw-progress-people.ts";
import { html, type Markup } from "./markup.ts";

type Unit = Progress["units"][number];

/** Keys by name, as the table of the round has them: progress speaks of units by name alone. */
function unitKeys(report: Report): ReadonlyMap<string, string> {
  return new Map(
    rowsOf(report).flatMap((row) => row.units.map(({ unit }) => [unit.name, unit.key] as const)),
  );
}

/** Who owes most comes first; who is done is counted, and named on request. */
export function unitList(
  { progress, round, report }: Extract<View, { kind: "progress" }>,
  how: Drawing,
): Markup {
  const { words } = how;
  const missing = (one: Unit): number => one.items - one.answered;
  const sorted = progress.units.toSorted(
    (a, b) => missing(b) - missing(a) || a.unit.localeCompare(b.unit, words.language, { numeric: true }),
  );
  const owing = sorted.filter((one) => missing(one) > 0);
  const finished = sorted.filter((one) => missing(one) === 0);
  const keys = progress.state === "open" || progress.state === "closed" ? unitKeys(report) : new Map();
  return html`${owing.length > 0 && unitTable(owing, keys, round, how)}${
    finished.length > 0 &&
    html`<details class="finished">
      <summary>${words.pages.progress.finished(finished.length)}</summary>
      <ul class="names">
        ${finished.map(
          ({ unit, answered, items }) =>
            html`<li>${unit} <span class="quiet">${words.pages.progress.of(answered, items)}</span></li>`,
        )}
      </ul>
    </details>`
  }`;
}

function unitTable(
  units: readonly Unit[],
  keys: ReadonlyMap<string, string>,
  round: RoundName,
  how: Drawing,
): Markup {
  const { words } = how;
  const { progress } = words.pages;
  const row = (one: Unit): Markup => {
    const key = keys.get(one.unit);
    return html`<tr>
      <th scope="row">${one.unit}</th>
      <td data-label="${progress.answered}">${progress.of(one.answered, one.items)}</td>
      <td>${key !== undefined && actionsFor(one.unit, key, round, how)}</td>
    </tr>`;
  };
  return html`<div class="wide">
    <table class="list">
      <thead>
        <tr>
          <th scope="col">${words.words.unit}</th>
          <th scope="col">${progress.answered}</th>
          <th scope="col">${progress.more}</th>
        </tr>
      </thead>
      <tbody>
        ${units.map(row)}
      </tbody>
    </table>
  </div>`;
}

function actionsFor(name: string, key: string, round: RoundName, how: Drawing): Markup {
  const { progress, steps } = how.words.pages;
  const about = html`<span class="hidden"> (${name})</span>`;
  const whom = `unit:${key}`;
  const link = (verb: "extend" | "assign", query: string): Markup =>
    html`<li>
      <a href="${how.base}step/${round.id}?verb=${verb}&amp;${query}">${steps.verbs[verb]}${about}</a>
    </li>`;
  return html`<details class="more">
    <summary>${progress.more}${about}</summary>
    <ul>
      <li>${remindButton(whom, about, round, how)}</li>
      ${link("extend", `whom=${encodeURIComponent(whom)}`)}${link("assign", `what=${encodeURIComponent(whom)}`)}
    </ul>
  </details>`;
}
