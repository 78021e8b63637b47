import { Command, Option } from "commander";
import { demo, type DemoOptions } from "../demo/demo.ts";
import { languages } from "../round/plan.ts";
import { explain } from "../setup-error.ts";

const command = new Command("demo")
  .description("plays a month's status round in under a minute: real queue, real database, a fast clock")
  .option("--keep", "leaves the web pages running when the round is over")
  .addOption(new Option("--lang <language>", "the language of what is told").choices(languages).default("nb"))
  .option("--out <dir>", "where the report goes", "out");

await command
  .parseAsync()
  .then(() => demo(command.opts<DemoOptions>()))
  .catch((error: unknown) => {
    console.error(explain(error));
    process.exitCode = 1;
  });
