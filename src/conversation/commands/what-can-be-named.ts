import { headingsOf, measuresOf } from "../../round/plan.ts";
import { stateOf, type Item } from "../../round/round.ts";
import type { RoundRecord } from "../show.ts";
import type { CommandItem, CommandRound } from "./context.ts";

/** A round as far as a command can name something in it. `decisions`: measure key → what was decided for its row. */
export function whatCanBeNamed(
  record: Pick<RoundRecord, "round" | "items" | "people">,
  decisions: ReadonlyMap<string, { readonly id: string }>,
): CommandRound {
  const { round, items, people } = record;
  const { plan, units } = round.copy;
  return {
    id: round.id,
    plan: round.plan,
    title: plan.title,
    period: round.period,
    state: stateOf(round),
    legend: plan.legend,
    headings: headingsOf(plan.headings).map(({ place, title }) => ({ place, title })),
    units: Object.entries(units).map(([key, name]) => ({ key, name })),
    people: [...new Set(items.flatMap((item) => item.responders))].flatMap((id) => {
      const person = people.get(id);
      return person ? [{ id, name: person.name }] : [];
    }),
    measures: measuresOf(plan.headings).map(({ key, number, short }) => ({
      key,
      number,
      short,
      decision: decisions.get(key)?.id ?? null,
    })),
    items: items.map(namedItem),
  };
}

/** Whoever types has not seen an answer that is there, so it is not overwritten: a form shows it first. */
function namedItem({ id, measure, unit, answer, revisions }: Item): CommandItem {
  const answered = answer !== null && answer.status !== null;
  const written = answer?.written ?? answer?.comment ?? "";
  return { id, measure, unit, seen: answered ? 0 : revisions, written };
}
