import { isAnswered } from "../conversation/desk.ts";
import type { Message } from "../conversation/messages.ts";
import { nameOfRound, progressOf, roundFor } from "../conversation/show.ts";
import { whatIsStuck } from "../conversation/stuck.ts";
import type { Round } from "../round/round.ts";
import { composeReview, isReviewKind } from "./compose-review.ts";
import { composePassing } from "./compose-passing.ts";
import { linkTo, mintLink } from "./links.ts";
import type { Sender } from "./sender.ts";

/** A notice as far as its message depends on it. */
export interface Notice {
  readonly id: string;
  /** It reached them: this is what it shows from now on. */
  readonly isSent: boolean;
  readonly person: string;
  readonly kind: Exclude<Message["kind"], "moved">;
  readonly round: string | null;
  readonly about: string | null;
  readonly item: string | null;
  readonly thing: string | null;
  readonly slot: string;
}

/** What a notice says at `now`: put together afresh at each sending and redrawing. Null when there is nothing to say any more. */
export async function compose(sender: Sender, notice: Notice, now: Date): Promise<Message | null> {
  const { store } = sender;
  if (notice.kind === "ask" || notice.kind === "remind" || notice.kind === "deputy") {
    return {
      kind: notice.kind,
      desk: await deskOf(sender, notice.person),
      link: await link(sender, notice, "desk", null, now),
    };
  }
  const round = notice.round === null ? null : await store.rounds.get(notice.round);
  if (!round) return null;
  // Of a round that was cancelled there is nothing left to say but that.
  if (round.cancelledAt !== null && notice.kind !== "cancelled") return null;
  const name = nameOfRound(round);
  if (isReviewKind(notice.kind)) {
    return composeReview(sender, { ...notice, kind: notice.kind }, round, (opens) =>
      link(sender, notice, opens, opens === "report" ? round.id : null, now),
    );
  }
  switch (notice.kind) {
    case "trial":
      return notice.about === null
        ? null
        : { kind: "trial", of: await trialDesk(sender, round, notice.about) };
    case "ready":
      return { kind: "ready", round: name };
    case "digest":
      return digest(sender, round, now);
    case "deputy-asked":
      return deputyAsked(sender, round, notice.person, now);
    case "hand-over":
    case "hand-over-answered":
    case "deadline-moved":
    case "text-asked":
    case "text-given": {
      const passing = { ...notice, kind: notice.kind };
      return composePassing(sender, passing, round, () => link(sender, notice, "desk", null, now));
    }
  }
}

/** What a message that was sent becomes when the person got a newer one. */
export async function pointer(sender: Sender, person: string): Promise<Message> {
  return { kind: "moved", desk: await deskOf(sender, person) };
}

async function deskOf(sender: Sender, id: string) {
  const person = await sender.store.people.get(id);
  return sender.store.records.desk(
    { id, name: person?.name ?? id },
    sender.config.settings.timetable.timeZone,
  );
}

async function trialDesk(sender: Sender, round: Round, about: string) {
  const person = await sender.store.people.get(about);
  const view = roundFor(await sender.store.records.record(round), about);
  return {
    person: { id: about, name: person?.name ?? about },
    timeZone: round.timetable.timeZone,
    rounds: [view],
  };
}

async function digest(sender: Sender, round: Round, now: Date): Promise<Message | null> {
  const record = await sender.store.records.record(round);
  const progress = progressOf(record, now);
  const stuck = whatIsStuck(record, progress, now);
  if (stuck === null) return null;
  return { kind: "digest", round: nameOfRound(round), progress, about: stuck.about, people: stuck.people };
}

/** Tells an owner who else was asked about what is theirs and not answered. */
async function deputyAsked(sender: Sender, round: Round, owner: string, now: Date): Promise<Message | null> {
  const record = await sender.store.records.record(round);
  const theirs = new Set(record.items.filter((item) => item.responders[0] === owner).map((item) => item.id));
  const items = roundFor(record, owner).items.filter((item) => theirs.has(item.id) && !isAnswered(item));
  const deputies = progressOf(record, now).people.find((person) => person.id === owner)?.deputiesAsked ?? [];
  if (items.length === 0 || deputies.length === 0) return null;
  return { kind: "deputy-asked", round: nameOfRound(round), items, deputies };
}

async function link(
  sender: Sender,
  notice: Notice,
  opens: "desk" | "report",
  round: string | null,
  now: Date,
): Promise<string | null> {
  if (sender.publicUrl === null) return null;
  const token = await mintLink(
    sender.store,
    { person: notice.person, opens, round, madeBy: "statusrunde" },
    now,
  );
  return linkTo(sender.publicUrl, token);
}
