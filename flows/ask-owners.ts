import type { App } from "../src/app.ts";
import { noticesDue } from "../src/round/due.ts";

/**
 * Asks, reminds, and asks deputies: whatever each person's desk says is due now, as one message a person.
 * Which of the three it is, and whether today is a day for it at all, is decided in `round/due.ts`.
 */
export async function askOwners(app: App, now: Date): Promise<void> {
  const desks = await app.store.notices.dueDesks();
  const due = desks.flatMap((desk) => noticesDue(desk, now));
  const owed = due.map((notice) => ({ ...notice, notBefore: now, round: null }));
  app.ring("deliver", await app.store.notices.owe(owed, now));
}
