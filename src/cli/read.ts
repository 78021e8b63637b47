import { Command } from "commander";
import { describeFault, loadConfig, readEnvironment } from "../config.ts";
import { readReply } from "../conversation/free-text.ts";
import { measuresOf } from "../round/plan.ts";
import { SetupError } from "../setup-error.ts";
import { printJson } from "./session.ts";

/** Needs no database: shows how a typed reply to the measures of the config's plans would be understood. */
export function readCommand(): Command {
  return new Command("read")
    .description("how the bot would understand a typed reply; stores nothing")
    .argument("<reply>", 'for example "1.1 grønn – avtalen er signert"')
    .option("--plan <key>", "only this plan's measures; otherwise those of all plans")
    .option("--json", "print data as JSON")
    .action((reply: string, options: { plan?: string; json?: boolean }) => {
      const understood = readReply(reply, asked(options.plan));
      if (options.json) printJson(understood);
      else console.log(lines(understood).join("\n"));
      if (understood.kind === "unclear") process.exitCode = 1;
    });
}

function asked(only: string | undefined) {
  const read = readEnvironment(process.env);
  if (read.is === "faulty") throw new SetupError(read.faults.join("\n"));
  const loaded = loadConfig(read.environment.configDir);
  if (loaded.is === "faulty") throw new SetupError(loaded.faults.map(describeFault).join("\n"));
  const plans = loaded.config.plans.filter((plan) => only === undefined || plan.key === only);
  if (plans.length === 0)
    throw new SetupError(
      `There is no plan "${only}". Plans: ${loaded.config.plans.map((plan) => plan.key).join(", ")}.`,
    );
  return plans.map((plan) => ({
    legend: plan.legend,
    items: measuresOf(plan.headings).map(({ key, number, title, short, previous }) => ({
      id: key,
      key,
      number,
      title,
      short,
      answered: false,
      hasPrevious: previous !== null && previous.status !== null,
    })),
  }));
}

function lines(understood: ReturnType<typeof readReply>): string[] {
  switch (understood.kind) {
    case "answer":
      return understood.said.map(
        (one) => `${one.item}: ${one.status}${one.comment === "" ? "" : ` – ${one.comment}`}`,
      );
    case "same-as-last":
      return understood.items.map((item) => `${item}: same as last time`);
    case "withdraw":
      return understood.items.map((item) => `${item}: withdrawn`);
    case "show":
      return [`show ${understood.view}`];
    case "unclear":
      return [`unclear (${understood.why}): the bot asks with the form`];
  }
}
