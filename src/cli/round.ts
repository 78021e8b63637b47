import { Command, InvalidArgumentError } from "commander";
import { operator } from "../../flows/actor.ts";
import { showRounds } from "../../flows/show-progress.ts";
import { wordingFor } from "../conversation/wording.ts";
import { isDay } from "../round/calendar.ts";
import { SetupError } from "../setup-error.ts";
import type { Wired } from "../wire.ts";
import { open, preview, type When } from "./open-round.ts";
import { addRoundCommands } from "./round-commands.ts";
import { showRound } from "./round-show.ts";
import { sentences } from "./sentences.ts";
import { findRound, printJson, withApp } from "./session.ts";
import { tell } from "./tell.ts";

type Options = When & { json?: boolean; yes?: boolean; note?: string[] };

const about = "the round's id, or its plan's key";
const yes = ["--yes", "do it without asking"] as const;
const json = ["--json", "print data as JSON"] as const;

export function roundCommand(): Command {
  const round = new Command("round").description(
    "rounds: preview, open, list, show, close, publish, and all between",
  );
  planned(round, "preview", "who would get what if the round were opened; writes nothing")
    .option(...json)
    .action((plan: string, options: Options) =>
      withApp((wired) => preview(wired, plan, options), { looksOnly: true }),
    );
  planned(round, "open", "prepares the plan's next round and opens it")
    .option(...yes)
    .action((plan: string, options: Options) => withApp((wired) => open(wired, plan, options)));
  round
    .command("list")
    .description("all rounds, newest first")
    .option(...json)
    .action((options: Options) => withApp((wired) => list(wired, options), { looksOnly: true }));
  round
    .command("show")
    .description("who has answered, and who is missing")
    .argument("<round>", about)
    .option(...json)
    .action((named: string, options: Options) =>
      withApp((wired) => showRound(wired, named, options), { looksOnly: true }),
    );
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
    .option("--note <line>", "a line of your own on top of the table; repeat it for more", oneMore, [])
    .option(...yes)
    .action((named: string, options: Options) =>
      withApp(async (wired) => {
        const { id } = await findRound(wired, named);
        return tell(wired, { verb: "publish", round: id, preface: options.note ?? [] }, options);
      }),
    );
  addRoundCommands(round);
  return round;
}

function planned(round: Command, name: string, description: string): Command {
  return round
    .command(name)
    .description(description)
    .argument("<plan>", "the plan's key")
    .option("--period <text>", "the period, unless the calendar in the plan names it", aPeriod)
    .option("--deadline <day>", "the deadline, YYYY-MM-DD", aDay);
}

/** The default is shared between runs of the parser, so it is never added to. */
function oneMore(line: string, lines: readonly string[]): string[] {
  return [...lines, line];
}

function aPeriod(text: string): string {
  const period = text.trim();
  if (period === "" || period.length > 60 || /\p{Cc}/u.test(period))
    throw new InvalidArgumentError("Expected one line of 1–60 characters.");
  return period;
}

function aDay(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError("Expected a date, YYYY-MM-DD.");
  return text;
}

async function list({ app, clock }: Wired, options: Options): Promise<void> {
  const view = await showRounds(app, operator, clock.now());
  if (view.kind !== "rounds") throw new SetupError("The rounds cannot be shown.");
  if (options.json) return printJson(view.rounds);
  const { language } = app.config.settings;
  const { states, answeredOf } = wordingFor(language).words;
  for (const { round, state, answered, items } of view.rounds) {
    console.log(
      `${round.id}  ${round.plan}, ${round.period}: ${states[state]}, ${answeredOf(answered, items)}`,
    );
  }
  if (view.rounds.length === 0) console.error(sentences[language].noRounds);
}
