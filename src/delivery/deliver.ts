import type { Outcome } from "../conversation/channel.ts";
import { dayOf, isWorkingTime, nextWorkingTime } from "../round/calendar.ts";
import { compose } from "./compose.ts";
import { reach } from "./reach.ts";
import type { Sender } from "./sender.ts";

type Leased = NonNullable<Awaited<ReturnType<Sender["store"]["notices"]["lease"]>>>;

/** After this many tries the coordinator has to know instead. */
const mostAttempts = 20;

/** What became of one try; `let-go` may or may not have been sent, and nobody can tell. */
type Tried = Outcome | { is: "moot"; why: string } | { is: "let-go" };

/**
 * Sends one notice that is owed: leases it, checks that it is still due, finds the person, sends, settles.
 * A crash in between leaves the lease behind; when it has run out the notice is `unsure` and looked up first.
 */
export async function deliver(sender: Sender, id: string, now: Date): Promise<void> {
  const notice = await sender.store.notices.lease(id, now);
  if (!notice) return;
  const tried = await attempt(sender, notice, now);
  await settle(sender, notice, tried, now);
  sender.log.info({ notice: id, kind: notice.kind, outcome: tried.is }, "notice");
}

async function attempt(
  sender: Sender,
  notice: Leased,
  now: Date,
): Promise<Tried & { channel?: string; account?: string }> {
  const { timetable } = sender.config.settings;
  // A fault of ours ends a try before it is counted below; it must not go on for ever.
  if (notice.attempts > mostAttempts) return { is: "unreachable", why: "gave up: it could not be sent" };
  // Somebody who sends a message to themself is not disturbed by it.
  if (notice.kind !== "trial" && !isWorkingTime(now, timetable)) {
    return { is: "later", at: nextWorkingTime(now, timetable), why: "outside working hours" };
  }
  const today = dayOf(now, timetable.timeZone);
  if (isNudge(notice) && !(await sender.store.notices.asksForSomething(notice.id, now, today)))
    return { is: "moot", why: "answered meanwhile" };
  const found = await reach(sender, notice.person);
  if (found.is === "unreachable") return found;
  const { channel, at } = found;
  if (notice.unsure) {
    const sent = channel.find ? await channel.find(at, notice.id) : null;
    if (sent !== null) return { is: "sent", message: sent, ...at };
    if (!channel.find && !(await mayResend(sender, notice))) return { is: "let-go" };
  }
  const message = await compose(sender, { ...notice, isSent: false }, now);
  if (!message) return { is: "moot", why: "nothing to say any more" };
  const person = await sender.store.people.get(notice.person);
  return { ...(await channel.send(at, message, notice.id, person?.language ?? "nb", now)), ...at };
}

/** Where the platform cannot tell whether an ask arrived, it goes out once more: twice is better than never. */
async function mayResend(sender: Sender, notice: Leased): Promise<boolean> {
  if (!isNudge(notice) || notice.resent) return false;
  await sender.store.notices.resending(notice);
  return true;
}

async function settle(
  sender: Sender,
  notice: Leased,
  tried: Tried & { channel?: string; account?: string },
  now: Date,
): Promise<void> {
  const { notices } = sender.store;
  switch (tried.is) {
    case "sent":
      return notices.sent(
        notice,
        { channel: tried.channel ?? "", account: tried.account ?? "", message: tried.message },
        now,
        dayOf(now, sender.config.settings.timetable.timeZone),
      );
    case "later":
      if (notice.attempts >= mostAttempts) return notices.failed(notice, `gave up: ${tried.why}`, now);
      return notices.later(notice, tried.at, tried.why);
    case "unsure":
      if (notice.attempts >= mostAttempts)
        return notices.moot(notice, "nobody can tell whether it was sent", now);
      return notices.unsure(notice);
    case "let-go":
      return notices.moot(notice, "nobody can tell whether it was sent", now);
    case "moot":
      return notices.undue(notice, tried.why, now);
    case "unreachable":
      return notices.failed(notice, tried.why, now);
  }
}

function isNudge(notice: Leased): boolean {
  return notice.kind === "ask" || notice.kind === "remind" || notice.kind === "deputy";
}
