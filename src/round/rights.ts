import type { Plan } from "./plan.ts";
import type { Item, Round, RoundState } from "./round.ts";
import { stateOf } from "./round.ts";

/** Who somebody is to a plan. The operator of the command line acts as coordinator and is named so. */
export interface Roles {
  readonly person: string;
  readonly coordinates: boolean;
  readonly leads: boolean;
  /** Places of the headings whose draft they may read. */
  readonly reads: readonly string[];
}

export function rolesIn(plan: Pick<Plan, "coordinators" | "leadership" | "readers">, person: string): Roles {
  return {
    person,
    coordinates: plan.coordinators.includes(person),
    leads: plan.leadership.includes(person),
    reads: plan.readers.filter((one) => one.people.includes(person)).map((one) => one.heading),
  };
}

/** Somebody in what is between persons, whatever the plan says of them. */
export function asThemself(person: string): Roles {
  return { person, coordinates: false, leads: false, reads: [] };
}

/** Asked by chat, pages and command line alike. */
export type Wish =
  | { do: "answer"; item: Pick<Item, "responders"> }
  /** Take what was offered, or decline; give a text that was asked for. `to` is the person it was put to. */
  | { do: "reply"; to: string }
  | { do: "steer"; round: Round }
  | { do: "read-progress"; round: Round }
  /** Some of a round's draft, before it is published: all of it, or the headings one is a reader of. */
  | { do: "read-draft"; round: Round }
  | { do: "read-report"; state: RoundState };

export function may(who: Roles, wish: Wish): boolean {
  switch (wish.do) {
    case "answer":
      return wish.item.responders.includes(who.person);
    case "reply":
      return wish.to === who.person;
    case "steer":
      return who.coordinates;
    case "read-progress":
      return who.coordinates;
    case "read-draft":
      return who.coordinates || (who.reads.length > 0 && ["open", "closed"].includes(stateOf(wish.round)));
    case "read-report":
      // What is published may be read by everybody the plan concerns; a draft only by who compiles it.
      return wish.state === "published" || who.coordinates;
  }
}

export function mayReadReport(who: Roles, round: Round): boolean {
  return may(who, { do: "read-report", state: stateOf(round) });
}
