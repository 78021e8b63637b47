import type { App } from "../src/app.ts";
import type { View } from "../src/conversation/messages.ts";
import { reviewOf } from "../src/conversation/review.ts";
import { nameOfRound } from "../src/conversation/show.ts";
import { parseReport } from "../src/round/report-bytes.ts";
import { reportChanges } from "../src/round/report-changes.ts";
import { onlyHeadings } from "../src/round/report-part.ts";
import { may, mayReadReport, type Roles } from "../src/round/rights.ts";
import { stateOf, type Round } from "../src/round/round.ts";
import { rolesFor, type Actor } from "./actor.ts";
import { planOf } from "./news.ts";

/** The table: as published for everybody, as it stands for the coordinator, and their headings of it for readers. */
export async function showReport(app: App, actor: Actor, round: Round, draft: boolean): Promise<View> {
  const name = nameOfRound(round);
  const roles = rolesFor(app, actor, round);
  const published = await app.store.rounds.published(round.id);
  // A reader's link leads to the draft as long as nothing else is there to be read.
  if ((draft || (!published && !roles.coordinates)) && may(roles, { do: "read-draft", round })) {
    const stands = await draftFor(app, round, roles);
    // After publishing the draft is a correction under way, if there is one.
    const news = !published || reportChanges(parseReport(published.body), stands).length > 0;
    if (news) return { kind: "report", round: name, report: stands, sha256: null };
  }
  if (!published) return { kind: "refused", why: "nothing-published" };
  if (!mayReadReport(roles, round)) return { kind: "refused", why: "not-yours" };
  return { kind: "report", round: name, report: parseReport(published.body), sha256: published.sha256 };
}

async function draftFor(app: App, round: Round, roles: Roles) {
  const draft = await app.store.records.draft(round);
  return roles.coordinates ? draft : onlyHeadings(draft, roles.reads);
}

/** The draft for reading through, heading by heading, with everything that needs a look. */
export async function showReview(app: App, actor: Actor, round: Round, now: Date): Promise<View> {
  if (!may(rolesFor(app, actor, round), { do: "steer", round })) {
    await app.store.events.refused(now, actor.id, "review not-coordinator", `round ${round.id}`, null);
    return { kind: "refused", why: "not-coordinator" };
  }
  if (stateOf(round) === "prepared") return { kind: "refused", why: "not-open-yet" };
  const people = (await app.store.people.list()).map(({ id, name }) => ({ id, name }));
  const record = await app.store.records.review(round);
  return { kind: "review", review: reviewOf(record, planOf(app, round).readers, people) };
}
