import type { App } from "../src/app.ts";
import type { Confirmation, View } from "../src/conversation/messages.ts";
import { nameOfRound } from "../src/conversation/show.ts";
import { dayOf, nextWorkingTime } from "../src/round/calendar.ts";
import { compileReport } from "../src/round/compile.ts";
import { cleanText } from "../src/round/comment.ts";
import { reportBytes } from "../src/round/report-bytes.ts";
import { missingRows, undecidedRows } from "../src/round/report-lists.ts";
import type { Report } from "../src/round/report.ts";
import { canStep, stateOf, type Round } from "../src/round/round.ts";
import type { Actor } from "./actor.ts";

/** Freezes the table and sends it: a summary to leadership, and word to everybody who answered that it is out. */
export async function publishReport(
  app: App,
  actor: Actor,
  round: Round,
  preface: readonly string[],
  confirmed: boolean,
  now: Date,
): Promise<View> {
  const name = nameOfRound(round);
  const state = stateOf(round);
  if (state === "prepared") return { kind: "refused", why: "not-open-yet" };
  if (state === "cancelled") return { kind: "refused", why: "cancelled" };
  if (!canStep(state, "publish"))
    return { kind: "done", verb: "publish", round: name, already: true, sent: null };
  const lines = preface.map(cleanText).filter((line) => line !== "");
  if (!confirmed) {
    const draft = await app.store.records.draft(round);
    const what = {
      people: leadersOf(app, round),
      leftOut: [],
      unreachable: [],
      blocked: [],
      warnings: worthALook(draft, round, now),
    };
    return {
      kind: "confirm",
      command: { verb: "publish", round: round.id, preface: lines },
      round: name,
      what,
    };
  }
  const last = await app.store.records.lastTimeOf(round);
  const published = await app.store.rounds.publish(
    round.id,
    (frozen, items, decisions) =>
      reportBytes(
        compileReport({
          round: frozen,
          items,
          decisions,
          last,
          version: 1,
          publishedAt: now,
          preface: lines,
        }),
      ),
    now,
    actor.id,
    `round ${round.id}`,
  );
  await tellOfPublished(app, now);
  return { kind: "done", verb: "publish", round: name, already: published === null, sent: null };
}

/** What is missing or undecided: publishing anyway asks once more. */
function worthALook(draft: Report, round: Round, now: Date): Confirmation["warnings"] {
  return [
    ...(now < round.deadline ? [{ is: "before-deadline" as const }] : []),
    ...missingRows(draft).map(({ row, silent }) => ({
      is: "unanswered" as const,
      number: row.number,
      short: row.short,
      units: silent,
    })),
    ...undecidedRows(draft).map(({ number, short }) => ({ is: "undecided" as const, number, short })),
  ];
}

function leadersOf(app: App, round: Round): Confirmation["people"] {
  const names = new Map(app.config.people.map((person) => [person.id, person.name]));
  return round.copy.plan.leadership.map((id) => ({ id, name: names.get(id) ?? id, items: 0 }));
}

/** Owed afresh at every tick for a week, so that a stop right after publishing leaves nobody untold. */
export async function tellOfPublished(app: App, now: Date): Promise<void> {
  const week = 7 * 86_400_000;
  for (const round of await app.store.rounds.publishedSince(new Date(now.getTime() - week)))
    await tell(app, round, now);
}

async function tell(app: App, round: Round, now: Date): Promise<void> {
  const at = nextWorkingTime(now, round.timetable);
  const news = { day: dayOf(at, round.timetable.timeZone), notBefore: at, round: round.id };
  const plan = app.config.plans.find((one) => one.key === round.plan) ?? round.copy.plan;
  const items = await app.store.rounds.items(round.id);
  const owners = new Set(items.flatMap((item) => [item.responders[0] ?? [], item.answer?.by ?? []].flat()));
  const owed = [
    ...plan.leadership.map((person) => ({
      ...news,
      person,
      kind: "summary" as const,
      slot: `event summary r${round.id} v1`,
    })),
    ...[...owners]
      .filter((person) => !plan.leadership.includes(person))
      .map((person) => ({
        ...news,
        person,
        kind: "published" as const,
        slot: `event published r${round.id} v1`,
      })),
  ];
  app.ring("deliver", await app.store.notices.owe(owed, now));
}
