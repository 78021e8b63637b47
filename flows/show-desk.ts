import type { App } from "../src/app.ts";
import { isAnswered, type ItemView } from "../src/conversation/desk.ts";
import type { View } from "../src/conversation/messages.ts";

type Person = { readonly id: string; readonly name: string };

/** All that one person owes, over all running rounds. */
export async function showDesk(app: App, person: Person): Promise<View> {
  return { kind: "desk", desk: await deskOf(app, person) };
}

/** The form for some items, or for all that are open in a round (or in every round). */
export async function showForm(
  app: App,
  person: Person,
  items: readonly string[],
  round: string | null,
): Promise<View> {
  const desk = await deskOf(app, person);
  const rounds = desk.rounds
    .filter((one) => round === null || one.id === round)
    .map((one) => ({ ...one, items: one.items.filter((item) => wanted(item, items)) }))
    .filter((one) => one.items.length > 0);
  return { kind: "form", desk: { ...desk, rounds }, filled: [], wrong: [] };
}

function wanted(item: ItemView, items: readonly string[]): boolean {
  if (item.dropped !== null) return false;
  return items.length > 0 ? items.includes(item.id) : !isAnswered(item);
}

export function showHelp(app: App, person: Person): View {
  return {
    kind: "help",
    coordinates: app.config.plans.some((plan) => plan.coordinators.includes(person.id)),
  };
}

function deskOf(app: App, person: Person) {
  return app.store.records.desk(person, app.config.settings.timetable.timeZone);
}
