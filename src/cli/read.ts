import { Command } from "commander";
import { describeFault, loadConfig, readEnvironment, type Config } from "../config.ts";
import { readReply, type AskedRound } from "../conversation/free-text.ts";
import { wordingFor } from "../conversation/wording.ts";
import { shownStatus, statusWord } from "../conversation/wording/report-words.ts";
import { measuresOf, type Plan } from "../round/plan.ts";
import { SetupError } from "../setup-error.ts";
import { sentences } from "./sentences.ts";
import { printJson } from "./session.ts";

/** Needs no database: shows how a typed reply to the measures of the config's plans would be understood. */
export function readCommand(): Command {
  return new Command("read")
    .description("how the bot would understand a typed reply; stores nothing")
    .argument("<reply>", 'for example "1.1 grønn – avtalen er signert"')
    .option("--plan <key>", "only this plan's measures; otherwise those of all plans")
    .option("--json", "print data as JSON")
    .action((reply: string, options: { plan?: string; json?: boolean }) => {
      const config = configNow();
      const plans = plansNamed(config, options.plan);
      const understood = readReply(reply, plans.map(asked));
      if (options.json) printJson(understood);
      else console.log(lines(understood, plans, config.settings.language).join("\n"));
      if (understood.kind === "unclear") process.exitCode = 1;
    });
}

function configNow(): Config {
  const read = readEnvironment(process.env);
  if (read.is === "faulty") throw new SetupError(["The environment has faults.", ...read.faults].join("\n"));
  const loaded = loadConfig(read.environment.configDir);
  if (loaded.is === "faulty")
    throw new SetupError(["The config has faults.", ...loaded.faults.map(describeFault)].join("\n"));
  return loaded.config;
}

function plansNamed({ plans }: Config, only: string | undefined): Plan[] {
  const found = plans.filter((plan) => only === undefined || plan.key === only);
  if (found.length > 0) return found;
  throw new SetupError(`There is no plan "${only}". Plans: ${plans.map((plan) => plan.key).join(", ")}.`);
}

/** Two plans may call a measure the same, so the plan stands in front. */
function idOf(plan: Plan, measure: string): string {
  return `${plan.key}:${measure}`;
}

function asked(plan: Plan): AskedRound {
  return {
    legend: plan.legend,
    items: measuresOf(plan.headings).map(({ key, number, title, short, previous }) => ({
      id: idOf(plan, key),
      key,
      number,
      title,
      short,
      answered: false,
      hasPrevious: previous !== null && previous.status !== null,
    })),
  };
}

function lines(
  understood: ReturnType<typeof readReply>,
  plans: readonly Plan[],
  language: Plan["language"],
): string[] {
  const words = sentences[language];
  const measures = new Map(
    plans.flatMap((plan) =>
      measuresOf(plan.headings).map((measure) => [idOf(plan, measure.key), { plan, measure }] as const),
    ),
  );
  const named = (id: string): string => {
    const found = measures.get(id);
    const plan = found && plans.length > 1 ? `${found.plan.title}, ` : "";
    return found ? `${plan}${found.measure.number} ${found.measure.short}` : id;
  };
  const worded = (id: string, status: string): string => {
    const legend = measures.get(id)?.plan.legend ?? [];
    return statusWord(shownStatus(status, legend, language));
  };
  switch (understood.kind) {
    case "answer":
      return understood.said.map(({ item, status, comment }) =>
        [`${named(item)}: ${worded(item, status)}`, ...(comment === "" ? [] : [comment])].join(" – "),
      );
    case "same-as-last":
      return understood.items.map((item) => `${named(item)}: ${words.sameAsLast}`);
    case "withdraw":
      return understood.items.map((item) => `${named(item)}: ${words.takenBack}`);
    case "show":
      return [understood.view === "help" ? words.showsHelp : words.showsDesk];
    case "unclear":
      return [
        wordingFor(language).unclear[understood.why],
        ...understood.items.map((item) => `  ${named(item)}`),
      ];
  }
}
