import type { App } from "../src/app.ts";
import { rolesIn, type Roles } from "../src/round/rights.ts";
import type { Round } from "../src/round/round.ts";

/** Who does something. The local operator of the command line acts as coordinator, and is named so in the event log. */
export interface Actor {
  readonly id: string;
  /** Null for the operator: nothing can be sent to them. */
  readonly person: string | null;
  readonly name: string;
}

export const operator: Actor = { id: "operator", person: null, name: "operator" };

/** Roles are the plan file's as it is now; a plan whose file is gone keeps the roles it was copied with. */
export function rolesFor(app: App, actor: Actor, round: Round): Roles {
  if (actor.person === null) return { person: actor.id, coordinates: true, leads: false, reads: [] };
  const plan = app.config.plans.find((one) => one.key === round.plan) ?? round.copy.plan;
  return rolesIn(plan, actor.person);
}
