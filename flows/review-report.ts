import type { App } from "../src/app.ts";
import type { View } from "../src/conversation/messages.ts";
import { nameOfRound } from "../src/conversation/show.ts";
import { parseReport } from "../src/round/report-bytes.ts";
import { mayReadReport } from "../src/round/rights.ts";
import { stateOf, type Round } from "../src/round/round.ts";
import { rolesFor, type Actor } from "./actor.ts";

/** The table: as published for everybody, as it stands for the coordinator who reads it through. */
export async function showReport(app: App, actor: Actor, round: Round, draft: boolean): Promise<View> {
  const name = nameOfRound(round);
  const roles = rolesFor(app, actor, round);
  if (draft && roles.coordinates && stateOf(round) !== "published") {
    return { kind: "report", round: name, report: await app.store.records.draft(round), sha256: null };
  }
  const published = await app.store.rounds.published(round.id);
  if (!published) return { kind: "refused", why: "nothing-published" };
  if (!mayReadReport(roles, round)) return { kind: "refused", why: "not-yours" };
  return { kind: "report", round: name, report: parseReport(published.body), sha256: published.sha256 };
}

export function showReview(_app: App, _actor: Actor, _round: Round, _now: Date): Promise<View> { throw new Error("unfinished"); }
