import { deadlineOf, isOpen, lastDeadline, type Item, type Round } from "./round.ts";

/** What moving a deadline comes to. */
export interface Moved {
  /** The round's from now on. */
  readonly deadline: Date;
  /** Items whose own deadline changes, and to what; null: as the round's. */
  readonly items: ReadonlyMap<string, Date | null>;
  /** Open items somebody now has another deadline for. */
  readonly news: readonly Item[];
  /** A closed round takes answers in time again. */
  readonly reopens: boolean;
}

/**
 * Moves the deadline of everybody, or of some items. Whoever had more time than everybody gets now keeps it; whoever had
 * less has as much as the others. Null when nothing would be different.
 */
export function moveDeadline(
  round: Pick<Round, "deadline" | "openedAt" | "closedAt">,
  items: readonly Item[],
  scope: "all" | ReadonlySet<string>,
  to: Date,
  now: Date,
): Moved | null {
  const standing = items.filter((item) => item.dropped === null);
  const deadline = scope === "all" ? to : round.deadline;
  const own = (item: Item): Date | null => {
    const wanted = scope === "all" || !scope.has(item.id) ? item.deadline : to;
    return wanted === null || isSame(wanted, deadline) || (scope === "all" && wanted < deadline)
      ? null
      : wanted;
  };
  const after = standing.map((item) => ({ item, own: own(item) }));
  const touched = after.filter(
    (one) => (scope === "all" || scope.has(one.item.id)) && !isSame(one.own, one.item.deadline),
  );
  const moved = after.filter((one) => !isSame(one.own ?? deadline, deadlineOf(one.item, round)));
  const last = lastDeadline(
    { deadline },
    after.map((one) => ({ ...one.item, deadline: one.own })),
  );
  const reopens = round.closedAt !== null && last > now;
  if (touched.length === 0 && isSame(deadline, round.deadline) && !reopens) return null;
  return {
    deadline,
    items: new Map(touched.map((one) => [one.item.id, one.own])),
    news: round.openedAt === null ? [] : moved.map((one) => one.item).filter(isOpen),
    reopens,
  };
}

/** Who hears of it, and about which items: owners, and deputies who were asked. Person → item ids. */
export function tellOfMove(
  { news }: Pick<Moved, "news">,
  wasAsked: (person: string, item: string) => boolean,
): Map<string, string[]> {
  const told = new Map<string, string[]>();
  for (const { id, responders } of news)
    for (const person of responders.filter((one, rank) => rank === 0 || wasAsked(one, id)))
      told.set(person, [...(told.get(person) ?? []), id]);
  return told;
}

function isSame(a: Date | null, b: Date | null): boolean {
  return a?.getTime() === b?.getTime();
}
