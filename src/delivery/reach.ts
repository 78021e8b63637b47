import type { Channel } from "../conversation/channel.ts";
import type { Account } from "../conversation/replies.ts";
import type { Sender } from "./sender.ts";

export type Found =
  | { readonly is: "found"; readonly channel: Channel; readonly at: Account }
  | { readonly is: "unreachable"; readonly why: string };

/** Looks for a person on the channels in their order; an account that was found is remembered. */
export async function reach(sender: Pick<Sender, "store" | "channels">, id: string): Promise<Found> {
  const person = await sender.store.people.get(id);
  if (!person) return { is: "unreachable", why: "not in people.yaml" };
  const reasons: string[] = [];
  for (const channel of sender.channels) {
    const known = await sender.store.people.account(id, channel.name);
    const reached = known === null ? await channel.reach(person) : { is: "found" as const, account: known };
    if (reached.is === "found") {
      const at = { channel: channel.name, account: reached.account };
      if (known === null) await sender.store.people.found(id, at);
      return { is: "found", channel, at };
    }
    reasons.push(reached.why);
  }
  return { is: "unreachable", why: reasons.join("; ") || "no channel is set up" };
}
