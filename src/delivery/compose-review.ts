import type { Message } from "../conversation/messages.ts";
import { itemFor, nameOfRound } from "../conversation/show.ts";
import { dayOf } from "../round/calendar.ts";
import { headingsOf } from "../round/plan.ts";
import { parseReport } from "../round/report-bytes.ts";
import { deadlineOf, type Item, type Round } from "../round/round.ts";
import type { Notice } from "./compose.ts";
import type { Sender } from "./sender.ts";

/** Opens the desk, or the round's report. */
type Link = (opens: "desk" | "report") => Promise<string | null>;

/** Kinds of news that come of reading a draft through. */
export const reviewKinds = [
  "sent-back",
  "answered-for",
  "edited",
  "dropped",
  "drop-proposed",
  "reader-asked",
  "published",
  "summary",
  "corrected",
  "cancelled",
] as const satisfies readonly Message["kind"][];

export type ReviewKind = (typeof reviewKinds)[number];

export function isReviewKind(kind: Message["kind"]): kind is ReviewKind {
  return (reviewKinds as readonly Message["kind"][]).includes(kind);
}

/** Null when what it tells of is not so any more: answered again, taken up again, settled, read. */
export async function composeReview(
  sender: Sender,
  notice: Notice & { readonly kind: ReviewKind },
  round: Round,
  link: Link,
): Promise<Message | null> {
  const name = nameOfRound(round);
  switch (notice.kind) {
    case "published":
    case "summary":
    case "corrected":
      return published(sender, { ...notice, kind: notice.kind }, round, link);
    case "reader-asked":
      return readerAsked(sender, notice, round, link);
    case "cancelled": {
      const because = await sender.store.reviews.cancelledBecause(round.id);
      return because === null ? null : { kind: "cancelled", round: name, because };
    }
    case "sent-back":
    case "answered-for":
    case "edited":
    case "dropped":
    case "drop-proposed":
      return aboutItem(sender, { ...notice, kind: notice.kind }, round, link);
  }
}

async function aboutItem(
  { store }: Sender,
  notice: Notice & { readonly kind: "sent-back" | "answered-for" | "edited" | "dropped" | "drop-proposed" },
  round: Round,
  link: Link,
): Promise<Message | null> {
  const record = await store.records.record(round);
  const found = record.items.find((item) => item.id === notice.item);
  if (!found) return null;
  const name = (id: string) => record.people.get(id)?.name ?? id;
  const about = { round: nameOfRound(round), item: itemFor(record, found, notice.person) };
  const { legend } = round.copy.plan;
  switch (notice.kind) {
    case "sent-back": {
      const { question } = found;
      // One that was sent shows that its question is answered; one that was not is not sent then.
      if (found.dropped !== null || (question === null && !notice.isSent)) return null;
      const due = deadlineOf(found, round);
      const by = name(question?.by ?? (await store.reviews.sentBackBy(found.id)) ?? "");
      const [text, url] = [question?.text ?? "", question && (await link("desk"))];
      return { kind: "sent-back", ...about, legend, question: text, by, due, link: url };
    }
    case "answered-for": {
      const entered = enteredAs(found, notice.thing);
      return entered && { kind: "answered-for", ...about, legend, by: name(entered.by), from: entered.from };
    }
    case "edited": {
      const edit = notice.thing === null ? null : await store.reviews.edited(notice.thing);
      return edit && { kind: "edited", ...about, was: edit.was, now: edit.now, by: name(edit.by) };
    }
    case "dropped":
      return found.dropped === null ? null : { kind: "dropped", ...about, because: found.dropped };
    case "drop-proposed": {
      const proposal = notice.thing === null ? null : await store.drops.proposal(notice.thing);
      return proposal && { kind: "drop-proposed", ...about, by: name(proposal.by), reason: proposal.reason };
    }
  }
}

/** The entry that was told of, as long as nothing newer was said. */
function enteredAs({ answer }: Item, revision: string | null) {
  return answer !== null && String(answer.revision) === revision ? answer.entered : null;
}

/** A first version as it was sent; once it is corrected, only the newest correction has something to say. */
async function published(
  { store }: Sender,
  notice: Notice & { readonly kind: "published" | "summary" | "corrected" },
  round: Round,
  link: Link,
): Promise<Message | null> {
  const newest = await store.rounds.published(round.id);
  if (!newest || newest.version !== Number(notice.thing ?? 1)) return null;
  const report = parseReport(newest.body);
  const about = { round: nameOfRound(round), report };
  const withdrawn = await store.links.withdrawnTo(round.id);
  const url = withdrawn !== null && withdrawn >= newest.version ? null : await link("report");
  if (notice.kind === "published") {
    const items = await store.rounds.items(round.id);
    const answered = items.some(({ answer }) => answer?.by === notice.person && answer.status !== null);
    return { kind: "published", ...about, answered, link: url };
  }
  const { sha256 } = newest;
  if (notice.kind === "summary") return { kind: "summary", ...about, sha256, link: url };
  return { kind: "corrected", ...about, changes: report.correction?.changes ?? [], sha256, link: url };
}

async function readerAsked(
  { store }: Sender,
  notice: Notice,
  round: Round,
  link: Link,
): Promise<Message | null> {
  if (round.publishedAt !== null) return null;
  const theirs = (await store.reviews.readings(round.id)).filter(
    (one) => one.person === notice.person && one.readAt === null,
  );
  const titles = new Map(headingsOf(round.copy.plan.headings).map(({ place, title }) => [place, title]));
  const headings = theirs.flatMap((one) => titles.get(one.heading) ?? []);
  if (headings.length === 0) return null;
  // The slot ends in the day it is for; somebody who was asked on an earlier one is reminded.
  const day = notice.slot.slice(-10);
  const again = theirs.some((one) => dayOf(one.askedAt, round.timetable.timeZone) < day);
  const url = (await store.links.withdrawnTo(round.id)) === null ? await link("report") : null;
  return { kind: "reader-asked", round: nameOfRound(round), headings, again, link: url };
}
