import type { App } from "../src/app.ts";
import type { Command, Whom } from "../src/conversation/commands.ts";
import type { Refusal, View } from "../src/conversation/messages.ts";
import { headingsOf, measuresOf } from "../src/round/plan.ts";
import { stateOf, type Item, type Round } from "../src/round/round.ts";
import type { Actor } from "./actor.ts";

/** The items a command is about, dropped ones left out; or why there are none: the plan has no such heading, unit or person. */
export async function itemsFor(
  app: App,
  round: Round,
  items: readonly Item[],
  whom: Whom,
): Promise<{ is: "found"; items: Item[] } | { is: "refused"; why: Refusal }> {
  const standing = items.filter((item) => item.dropped === null);
  const found = (wanted: (item: Item) => boolean) => ({
    is: "found" as const,
    items: standing.filter(wanted),
  });
  switch (whom.of) {
    case "all":
      return found(() => true);
    case "heading": {
      const heading = headingsOf(round.copy.plan.headings).find((one) => one.place === whom.heading);
      if (!heading) return { is: "refused", why: "no-such-item" };
      const under = new Set(measuresOf([heading]).map((measure) => measure.key));
      return found((item) => under.has(item.measure));
    }
    case "unit":
      if (!Object.hasOwn(round.copy.units, whom.unit)) return { is: "refused", why: "no-such-item" };
      return found((item) => item.unit === whom.unit);
    case "person": {
      if (!(await app.store.people.get(whom.person))) return { is: "refused", why: "no-such-person" };
      return found((item) => item.responders.includes(whom.person));
    }
  }
}

/** Why a round that does not take answers cannot be steered further; null when it takes them. */
export function settled(round: Round): Refusal | null {
  const state = stateOf(round);
  if (state === "prepared") return "not-open-yet";
  return state === "published" || state === "cancelled" ? state : null;
}

/** What a coordinator was not allowed, with a line in the event log. */
export async function refuse(
  app: App,
  actor: Actor,
  told: Pick<Command, "verb" | "round">,
  why: Refusal,
  now: Date,
): Promise<View> {
  await app.store.events.refused(now, actor.id, `${told.verb} ${why}`, `round ${told.round}`, null);
  return { kind: "refused", why };
}
