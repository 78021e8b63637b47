import { createInterface } from "node:readline/promises";
import { Command } from "commander";
import { operator } from "../../flows/actor.ts";
import { command } from "../../flows/index.ts";
import { prepareRound, previewRound } from "../../flows/open-round.ts";
import { showProgress, showRounds } from "../../flows/show-progress.ts";
import type { Command as Told } from "../conversation/commands.ts";
import type { View } from "../conversation/messages.ts";
import { wordingFor } from "../conversation/wording.ts";
import { dayOf, isDay } from "../round/calendar.ts";
import type { Plan, PlannedRound } from "../round/plan.ts";
import { stateOf, type Round } from "../round/round.ts";
import { SetupError } from "../setup-error.ts";
import type { Wired } from "../wire.ts";
import { describeConfirmation, describeOutcome, describeProgress } from "./describe.ts";
import { findRound, printJson, sayWhoDelivers, withApp } from "./session.ts";

type When = { period?: string; deadline?: string };
type Options = When & { json?: boolean; yes?: boolean; note?: string[] };

export function roundCommand(): Command {
  const round = new Command("round").description("Rounds: preview, open, list, show, close, publish");
  const about = "the round's id, or its plan's key";
  const yes = ["--yes", "do it without asking"] as const;
  const json = ["--json", "print data as JSON"] as const;

  round
    .command("preview")
    .description("who would get what if the round were opened; writes nothing")
    .argument("<plan>", "the plan's key")
    .option("--period <text>", "the period, unless the calendar in the plan names it")
    .option("--deadline <day>", "the deadline, YYYY-MM-DD")
    .option(...json)
    .action((plan: string, options: Options) => withApp((wired) => preview(wired, plan, options)));
  round
    .command("open")
    .description("prepares the plan's next round and opens it")
    .argument("<plan>", "the plan's key")
    .option("--period <text>", "the period, unless the calendar in the plan names it")
    .option("--deadline <day>", "the deadline, YYYY-MM-DD")
    .option(...yes)
    .action((plan: string, options: Options) => withApp((wired) => open(wired, plan, options)));
  round
    .command("list")
    .description("all rounds, newest first")
    .option(...json)
    .action((options: Options) => withApp((wired) => list(wired, options)));
  round
    .command("show")
    .description("who has answered, and who is missing")
    .argument("<round>", about)
    .option(...json)
    .action((named: string, options: Options) => withApp((wired) => show(wired, named, options)));
  round
    .command("close")
    .description("closes the round; late answers are still taken")
    .argument("<round>", about)
    .option(...yes)
    .action((named: string, options: Options) =>
      withApp(async (wired) =>
        tell(wired, { verb: "close", round: (await findRound(wired, named)).id }, options),
      ),
    );
  round
    .command("publish")
    .description("freezes the table and sends it to leadership")
    .argument("<round>", about)
    .option("--note <line...>", "your own lines, printed on top")
    .option(...yes)
    .action((named: string, options: Options) =>
      withApp(async (wired) =>
        tell(
          wired,
          { verb: "publish", round: (await findRound(wired, named)).id, preface: options.note ?? [] },
          options,
        ),
      ),
    );
  return round;
}

async function preview(wired: Wired, key: string, options: Options): Promise<void> {
  const { app, clock } = wired;
  const plan = planNamed(wired, key);
  const planned = await nextRound(wired, plan, options);
  const what = await previewRound(app, plan, planned.deadline, clock.now());
  if (options.json) printJson({ plan: key, ...planned, ...what });
  else console.log(describeConfirmation("open", planned.period, what, app.config.settings.language));
  if (what.blocked.length > 0) process.exitCode = 1;
}

/** Looks before it prepares, so that a round that cannot be opened leaves nothing behind. */
async function open(wired: Wired, key: string, options: Options): Promise<void> {
  const { app, clock } = wired;
  const plan = planNamed(wired, key);
  const planned = await nextRound(wired, plan, options);
  const what = await previewRound(app, plan, planned.deadline, clock.now());
  console.error(describeConfirmation("open", planned.period, what, app.config.settings.language));
  if (what.blocked.length > 0 || !(await isMeant(options))) return refuse();

  const waiting = (await app.store.rounds.prepared(key)).find((round) => round.period === planned.period);
  const round = waiting ?? (await prepareRound(app, plan, planned, clock.now(), operator.id));
  if (!round) throw new SetupError(await whyNotPrepared(wired, plan, planned.period));
  await tell(wired, { verb: "open", round: round.id }, { ...options, yes: true });
}

async function list({ app, clock }: Wired, options: Options): Promise<void> {
  const view = await showRounds(app, operator, clock.now());
  if (view.kind !== "rounds") return;
  if (options.json) return printJson(view.rounds);
  const { states, answeredOf } = wordingFor(app.config.settings.language).words;
  for (const { round, state, answered, items } of view.rounds) {
    console.log(
      `${round.id}  ${round.plan}, ${round.period}: ${states[state]}, ${answeredOf(answered, items)}`,
    );
  }
  if (view.rounds.length === 0) console.error("No rounds yet. `round open <plan>` begins one.");
}

async function show(wired: Wired, named: string, options: Options): Promise<void> {
  const { app, clock } = wired;
  const view = await showProgress(app, operator, await findRound(wired, named), clock.now());
  if (view.kind !== "progress") throw new SetupError("The progress cannot be shown.");
  if (options.json) printJson({ round: view.round, ...view.progress });
  else console.log(describeProgress(view, app.config.settings.language));
}

/** Asks first, then does it: the same command, with the same rights and words, as in chat and on the pages. */
async function tell({ app, clock, ...wired }: Wired, told: Told, options: Options): Promise<void> {
  const { language } = app.config.settings;
  const give = (confirmed: boolean): Promise<View> =>
    command(app, operator, told, confirmed, clock.now(), `cli ${clock.now().toISOString()}`);
  const first = options.yes ? await give(true) : await give(false);
  if (first.kind !== "confirm") return end(first);
  console.error(describeConfirmation(told.verb, first.round.period, first.what, language));
  if (first.what.blocked.length > 0 || options.yes || !(await isMeant(options))) return refuse();
  return end(await give(true));

  async function end(view: View): Promise<void> {
    console.log(describeOutcome(view, language));
    if (view.kind === "refused") process.exitCode = 1;
    else await sayWhoDelivers({ app, clock, ...wired });
  }
}

async function isMeant({ yes }: Options): Promise<boolean> {
  if (yes) return true;
  if (!process.stdin.isTTY) {
    console.error("Nothing was done: add --yes to do it.");
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question("[j/y/N] ");
  terminal.close();
  return /^(j|ja|y|yes)$/i.test(answer.trim());
}

function refuse(): void {
  process.exitCode = 1;
}

function planNamed({ app }: Wired, key: string): Plan {
  const found = app.config.plans.find((plan) => plan.key === key);
  if (found) return found;
  throw new SetupError(
    `There is no plan "${key}". Plans: ${app.config.plans.map((plan) => plan.key).join(", ")}.`,
  );
}

/** The period and deadline that were given, or those of the calendar's next round. */
async function nextRound(
  { app, clock }: Wired,
  plan: Plan,
  { period, deadline }: When,
): Promise<Omit<PlannedRound, "opens" | "automatic">> {
  if (deadline !== undefined && !isDay(deadline))
    throw new SetupError(`--deadline: found "${deadline}"; expected a date, YYYY-MM-DD.`);
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
  if (found.period === undefined || found.deadline === undefined) {
    throw new SetupError(
      `The calendar of "${plan.key}" has no round to come. Give --period "…" and --deadline YYYY-MM-DD.`,
    );
  }
  return { period: found.period, deadline: found.deadline };
}

async function whyNotPrepared({ app }: Wired, plan: Plan, period: string): Promise<string> {
  const rounds = (await app.store.rounds.list()).filter((round) => round.plan === plan.key);
  const named = ({ id, period: of }: Round): string => `round ${id} (${of})`;
  const same = rounds.find((round) => round.period === period);
  if (same) return `"${plan.key}" has had ${named(same)} already: it is ${stateOf(same)}.`;
  const running = rounds.find((round) => !["published", "cancelled"].includes(stateOf(round)));
  return running
    ? `"${plan.key}" has a running round: ${named(running)} is ${stateOf(running)}. Publish it first.`
    : "Try again.";
}
