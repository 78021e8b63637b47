import type { App } from "../app.ts";
import { compose, pointer } from "./compose.ts";

/** Brings one sent message up to what it should show now. Missed ones are found by the tick. */
export async function redraw(app: App, id: string, now: Date): Promise<void> {
  const stale = await app.store.notices.stale(id);
  if (!stale) return;
  const channel = app.channels.find((one) => one.name === stale.channel);
  const message = stale.superseded ? await pointer(app, stale.person) : await compose(app, stale, now);
  if (!channel || !message) return app.store.notices.drawn(id, stale.version);

  const person = await app.store.people.get(stale.person);
  const at = { channel: stale.channel, account: stale.account };
  const outcome = await channel.redraw(at, stale.message, message, person?.language ?? "nb", now);
  // A message that is gone for good needs no drawing; what may come through later is tried at the next tick.
  if (outcome.is === "sent" || outcome.is === "unreachable") await app.store.notices.drawn(id, stale.version);
}
