import type { App } from "../src/app.ts";
import { measuresOf, respondersOf } from "../src/round/plan.ts";

/**
 * People and contacts are as the people sheet has them now, in rounds under way too; the plan's text stays as it was copied.
 * A unit that is gone from the sheet keeps the contacts it had.
 */
export async function followContacts(app: App, now: Date): Promise<void> {
  const { people, units } = app.config;
  await app.store.people.take(people, now);
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  for (const round of await app.store.rounds.running()) {
    const measures = new Map(measuresOf(round.copy.plan.headings).map((measure) => [measure.key, measure]));
    const items = await app.store.rounds.items(round.id);
    const wanted = items.flatMap((item) => {
      const [measure, unit] = [measures.get(item.measure), byKey.get(item.unit)];
      return measure && unit ? [{ id: item.id, responders: respondersOf(measure, unit) }] : [];
    });
    await app.store.rounds.keepResponders(round.id, wanted, now);
  }
}
