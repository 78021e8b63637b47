import type { App } from "../src/app.ts";
import type { View } from "../src/conversation/messages.ts";
import { dayOf, isDay } from "../src/round/calendar.ts";
import type { Actor } from "./actor.ts";
import { deskOf } from "./hand-over.ts";

/**
 * Somebody is away until a day, that day included; null: they are back. They are not asked meanwhile, and whoever comes after
 * them stands in, as `round/due.ts` has it.
 */
export async function goAway(app: App, actor: Actor, until: string | null, now: Date): Promise<View> {
  const today = dayOf(now, app.config.settings.timetable.timeZone);
  if (until !== null && (!isDay(until) || until < today)) {
    await app.store.events.refused(now, actor.id, "away not-now", `person ${actor.id}`, null);
    return { kind: "refused", why: "not-now" };
  }
  await app.store.people.goAway(actor.id, until, now);
  return { kind: "noted", what: { is: "away", until }, desk: await deskOf(app, actor) };
}
