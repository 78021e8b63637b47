import { isAnswered, type ItemView } from "../conversation/desk.ts";
import type { Message } from "../conversation/messages.ts";
import { itemFor, nameOfRound, roundFor, type RoundRecord } from "../conversation/show.ts";
import type { Round } from "../round/round.ts";
import type { Notice } from "./compose.ts";
import type { Sender } from "./sender.ts";

type Passing = Extract<
  Message,
  { kind: "hand-over" | "hand-over-answered" | "deadline-moved" | "text-asked" | "text-given" }
>;

/** What owners pass on to each other, and moved deadlines. Null when there is nothing to say any more. */
export async function composePassing(
  sender: Sender,
  notice: Notice & { readonly kind: Passing["kind"] },
  round: Round,
  /** Made only for a message that has something to open. */
  link: () => Promise<string | null>,
): Promise<Passing | null> {
  const record = await sender.store.records.record(round);
  switch (notice.kind) {
    case "hand-over":
      return handOver(sender, notice, record, link);
    case "hand-over-answered":
      return handOverAnswered(sender, notice, record);
    case "deadline-moved":
      return deadlineMoved(sender, notice, record, link);
    case "text-asked":
    case "text-given":
      return text(sender, notice, record, link);
  }
}

type Link = () => Promise<string | null>;

/** One that was sent shows that nothing is left to answer; one that was not is not sent then. */
async function handOver(
  sender: Sender,
  notice: Notice,
  record: RoundRecord,
  link: Link,
): Promise<Passing | null> {
  const told = await sender.store.handOvers.toldBy(notice.id);
  const offers = roundFor(record, notice.person).offers.filter(({ id }) => told.some((one) => one.id === id));
  const first = told[0];
  if (!first || !isRunning(record.round) || (offers.length === 0 && !notice.isSent)) return null;
  return {
    kind: "hand-over",
    round: nameOfRound(record.round),
    legend: record.round.copy.plan.legend,
    offers: offers.map(({ id, item }) => ({ id, item })),
    by: nameOf(record, first.from),
    reason: first.reason,
    link: offers.length === 0 ? null : await link(),
  };
}

async function handOverAnswered(
  sender: Sender,
  notice: Notice,
  record: RoundRecord,
): Promise<Passing | null> {
  const told = await sender.store.handOvers.toldBy(notice.id);
  const first = told[0];
  const items = told.flatMap((offer) => viewOf(record, offer.item, notice.person));
  if (!first || items.length === 0) return null;
  return {
    kind: "hand-over-answered",
    round: nameOfRound(record.round),
    items,
    by: nameOf(record, first.to),
    accepted: first.outcome === "accepted",
  };
}

async function deadlineMoved(
  sender: Sender,
  notice: Notice,
  record: RoundRecord,
  link: Link,
): Promise<Passing | null> {
  const told = await sender.store.deadlines.toldOf(notice.id);
  const items = roundFor(record, notice.person).items.filter(
    (item) => told.includes(item.id) && !isAnswered(item),
  );
  const first = items[0];
  if (!first || !isRunning(record.round)) return null;
  const deadline = first.ownDeadline ?? record.round.deadline;
  return {
    kind: "deadline-moved",
    round: nameOfRound(record.round),
    items,
    deadline,
    link: await link(),
  };
}

async function text(
  sender: Sender,
  notice: Notice & { readonly kind: Passing["kind"] },
  record: RoundRecord,
  link: Link,
): Promise<Passing | null> {
  const request = notice.thing === null ? null : await sender.store.textRequests.get(notice.thing);
  const item = request ? viewOf(record, request.item, notice.person)[0] : undefined;
  if (!request || !item) return null;
  const about = { round: nameOfRound(record.round), item };
  if (notice.kind === "text-given") {
    if (request.text === null) return null;
    const by = nameOf(record, request.to);
    return { kind: "text-given", ...about, by, text: request.text, link: await link() };
  }
  if (request.text !== null || item.dropped !== null || !isRunning(record.round)) return null;
  const { id, question } = request;
  const by = nameOf(record, request.from);
  return { kind: "text-asked", ...about, request: id, by, question, link: await link() };
}

/** None where the measure is gone from the round. */
function viewOf(record: RoundRecord, item: string, person: string): ItemView[] {
  return record.items.filter((one) => one.id === item).map((one) => itemFor(record, one, person));
}

function nameOf(record: RoundRecord, person: string): string {
  return record.people.get(person)?.name ?? person;
}

function isRunning(round: Round): boolean {
  return round.publishedAt === null && round.cancelledAt === null;
}
