import { operator } from "../../flows/actor.ts";
import { prepareRound, previewRound } from "../../flows/open-round.ts";
import type { Confirmation, RoundName } from "../conversation/messages.ts";
import { nameOfRound } from "../conversation/show.ts";
import { dayOf, deadlineOn } from "../round/calendar.ts";
import type { Plan, PlannedRound } from "../round/plan.ts";
import { stateOf, type Round } from "../round/round.ts";
import { SetupError } from "../setup-error.ts";
import type { Wired } from "../wire.ts";
import { describeConfirmation, describeOutcome, describePreview } from "./describe.ts";
import { printJson } from "./session.ts";
import { isMeant, refuse, tell } from "./tell.ts";

export interface When {
  period?: string;
  /** A date, YYYY-MM-DD. */
  deadline?: string;
}

type Looked = { plan: Plan; planned: Pick<PlannedRound, "period" | "deadline">; what: Confirmation };

export async function preview(wired: Wired, key: string, options: When & { json?: boolean }): Promise<void> {
  const looked = await look(wired, key, options);
  const { language } = wired.app.config.settings;
  if (options.json) printJson({ plan: key, ...looked.planned, ...looked.what });
  else console.log(describePreview(nameOf(wired, looked), looked.what, language));
  if (looked.what.blocked.length > 0) refuse();
}

/** Looks before it prepares, so that a round that cannot be opened leaves nothing behind. */
export async function open(wired: Wired, key: string, options: When & { yes?: boolean }): Promise<void> {
  const { app, clock } = wired;
  const { language } = app.config.settings;
  const running = await runningOf(wired, planNamed(wired, key));
  if (running) return tellOfRunning(wired, running, options.period);
  const looked = await look(wired, key, options);
  const { plan, planned, what } = looked;
  console.error(describeConfirmation("open", nameOf(wired, looked), what, language));
  if (what.blocked.length > 0) return refuse();
  if (!options.yes && !(await isMeant(language))) return refuse();

  const waiting = (await app.store.rounds.prepared(key)).find((round) => round.period === planned.period);
  const round = waiting ?? (await prepareRound(app, plan, planned, clock.now(), operator.id));
  if (!round) throw new SetupError(await whyNotPrepared(wired, plan, planned.period));
  await tell(wired, { verb: "open", round: round.id }, { yes: true });
}

/** A plan has one round at a time: asking for it once more changes nothing, asking for another one is refused. */
function tellOfRunning({ app }: Wired, running: Round, period: string | undefined): void {
  const same = period === undefined ? stateOf(running) === "open" : running.period === period;
  if (!same) throw new SetupError(inTheWay(running));
  const round = nameOfRound(running);
  console.error(
    describeOutcome({ kind: "done", verb: "open", round, already: true }, app.config.settings.language),
  );
}

async function look(wired: Wired, key: string, when: When): Promise<Looked> {
  const plan = planNamed(wired, key);
  const planned = await nextRound(wired, plan, when);
  return { plan, planned, what: previewRound(wired.app, plan, planned.deadline, wired.clock.now()) };
}

/** As a round will be called that is not there yet. */
function nameOf({ app }: Wired, { plan, planned }: Looked): RoundName {
  const { timetable } = app.config.settings;
  const deadline = deadlineOn(planned.deadline, timetable);
  return { id: "", plan: plan.title, period: planned.period, deadline, timeZone: timetable.timeZone };
}

function planNamed({ app }: Wired, key: string): Plan {
  const found = app.config.plans.find((plan) => plan.key === key);
  if (found) return found;
  throw new SetupError(
    `There is no plan "${key}". Plans: ${app.config.plans.map((plan) => plan.key).join(", ")}.`,
  );
}

async function runningOf({ app }: Wired, plan: Plan): Promise<Round | undefined> {
  return (await app.store.rounds.running()).find((round) => round.plan === plan.key);
}

/** The period and deadline that were given, or those of the calendar's next round. */
async function nextRound(
  { app, clock }: Wired,
  plan: Plan,
  { period, deadline }: When,
): Promise<Looked["planned"]> {
  const today = dayOf(clock.now(), app.config.settings.timetable.timeZone);
  const had = new Set(
    (await app.store.rounds.list())
      .filter((round) => round.plan === plan.key && stateOf(round) !== "prepared")
      .map((round) => round.period),
  );
  const next = plan.rounds.find((round) =>
    period === undefined ? round.deadline >= today && !had.has(round.period) : round.period === period,
  );
  const found = { period: period ?? next?.period, deadline: deadline ?? next?.deadline };
  if (found.period === undefined) {
    throw new SetupError(
      `The calendar of "${plan.key}" has no round to come. Give --period "…" and --deadline YYYY-MM-DD.`,
    );
  }
  if (found.deadline === undefined) {
    throw new SetupError(
      `The calendar of "${plan.key}" has no period "${found.period}". Give --deadline YYYY-MM-DD with it.`,
    );
  }
  return { period: found.period, deadline: found.deadline };
}

async function whyNotPrepared({ app }: Wired, plan: Plan, period: string): Promise<string> {
  const rounds = (await app.store.rounds.list()).filter((round) => round.plan === plan.key);
  const same = rounds.find((round) => round.period === period);
  if (same) return `"${plan.key}" has had ${named(same)} already: it is ${stateOf(same)}.`;
  const running = rounds.find((round) => !["published", "cancelled"].includes(stateOf(round)));
  return running ? inTheWay(running) : "Try again.";
}

function inTheWay(running: Round): string {
  return `"${running.plan}" has a running round: ${named(running)} is ${stateOf(running)}. Publish it first.`;
}

function named({ id, period }: Round): string {
  return `round ${id} (${period})`;
}
