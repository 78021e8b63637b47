import { bulletsOf } from "./comment.ts";
import type { Decision } from "./decision.ts";
import { isNoStatus, statusIn } from "./legend.ts";
import type { Legend, Measure } from "./plan.ts";
import { leadOf } from "./plan.ts";
import type { Row, UnitAnswer } from "./report.ts";
import type { Item, Round } from "./round.ts";
import { deadlineOf, isLate } from "./round.ts";

/** One measure's row. `items` by unit key; a unit without an item counts as silent. `before` is the last known status. */
export function rowOf(
  measure: Measure,
  round: Round,
  items: ReadonlyMap<string, Item>,
  before: string | null,
  decision: Decision | null,
): Row {
  const { key, number, title, short, due, target } = measure;
  const units = measure.units.map((unit) => unitAnswer(unit, items.get(unit) ?? null, round));
  const status = decide(measure, units, decision);
  const changedFrom = changed(before, status, round.copy.plan.legend) ? before : null;
  return {
    key,
    number,
    title,
    short,
    due,
    target,
    status,
    units,
    changedFrom,
    late: units.some((unit) => unit.late),
    ...(decision !== null &&
      status !== "dropped" && { decided: { bullets: bulletsOf(decision.comment ?? "") } }),
  };
}

/** What was said before a measure was dropped stays readable; its colour no longer counts and is not shown. */
function unitAnswer(key: string, item: Item | null, round: Round): UnitAnswer {
  const unit = { key, name: round.copy.units[key] ?? key };
  const dropped = item?.dropped ?? null;
  const answer = item?.answer ?? null;
  if (answer === null || answer.status === null) {
    return { unit, status: null, bullets: [], progress: null, late: false, dropped };
  }
  const said = { unit, bullets: bulletsOf(answer.comment), progress: answer.progress, dropped };
  return dropped === null
    ? {
        ...said,
        status: answer.status,
        late: isLate(answer.receivedAt, item ? deadlineOf(item, round) : round.deadline),
      }
    : { ...said, status: null, late: false };
}

/**
 * The coordinator's decision, then the lead unit; without either one silent unit is enough to leave the row unanswered.
 * What was dropped stays dropped.
 */
function decide(measure: Measure, units: readonly UnitAnswer[], decision: Decision | null): string {
  const live = units.filter((said) => said.dropped === null);
  if (units.length > 0 && live.length === 0) return "dropped";
  if (decision !== null) return decision.status;
  const lead = live.find((said) => said.unit.key === leadOf(measure))?.status ?? null;
  if (lead !== null) return lead;
  const [first = null, ...others] = new Set(live.map((said) => said.status));
  if (first === null || others.includes(null)) return "unanswered";
  return others.length === 0 ? first : "undecided";
}

function changed(before: string | null, now: string, legend: Legend): boolean {
  return before !== now && !isNoStatus(now) && statusIn(legend, before) !== null;
}
