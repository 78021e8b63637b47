import { compose, pointer } from "./compose.ts";
import type { Sender } from "./sender.ts";

/** Brings one sent message up to what it should show now. Missed ones are found by the tick. */
export async function redraw(sender: Sender, id: string, now: Date): Promise<void> {
  const stale = await sender.store.notices.stale(id);
  if (!stale) return;
  const channel = sender.channels.find((one) => one.name === stale.channel);
  const message = stale.superseded
    ? await pointer(sender, stale.person)
    : await compose(sender, { ...stale, isSent: true }, now);
  if (!channel || !message) return sender.store.notices.drawn(id, stale.version);

  const person = await sender.store.people.get(stale.person);
  const at = { channel: stale.channel, account: stale.account };
  const outcome = await channel.redraw(at, stale.message, message, person?.language ?? "nb", now);
  // A message that is gone for good needs no drawing; what may come through later is tried at the next tick.
  if (outcome.is === "sent" || outcome.is === "unreachable")
    await sender.store.notices.drawn(id, stale.version);
}
