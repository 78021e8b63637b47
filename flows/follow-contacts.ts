import type { App } from "../src/app.ts";
import { respondersFrom, type Contacts, type Override } from "../src/round/contacts.ts";
import { measuresOf } from "../src/round/plan.ts";
import type { Item, Round } from "../src/round/round.ts";

/**
 * People and contacts are as the people sheet has them now, in rounds under way too; the plan's text stays as it was copied.
 * What a coordinator decided beside the sheet stands. A unit that is gone from the sheet keeps the contacts it had.
 */
export async function followContacts(app: App, now: Date): Promise<void> {
  await app.store.people.take(app.config.people, now);
  for (const round of await app.store.rounds.running()) {
    const decide = (items: readonly Item[], overrides: readonly Override[]) =>
      wanted(round, items, contactsOf(app, overrides));
    await app.store.contacts.follow(round.id, decide, now);
  }
}

export function contactsOf(app: App, overrides: readonly Override[]): Contacts {
  return {
    units: new Map(app.config.units.map((unit) => [unit.key, unit])),
    overrides,
    known: new Set(app.config.people.map((person) => person.id)),
  };
}

function wanted(round: Round, items: readonly Item[], contacts: Contacts) {
  const measures = new Map(measuresOf(round.copy.plan.headings).map((measure) => [measure.key, measure]));
  return items.flatMap((item) => {
    const measure = measures.get(item.measure);
    const own = item.assigned ? item.responders.filter((person) => contacts.known.has(person)) : [];
    if (own.length > 0) return [{ id: item.id, responders: own, assigned: true }];
    const responders = measure ? respondersFrom(contacts, measure, item.unit) : null;
    return responders === null ? [] : [{ id: item.id, responders, assigned: false }];
  });
}
