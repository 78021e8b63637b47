import { Command, Option } from "commander";
import { demo, type DemoOptions } from "../demo/demo.ts";
import { languages } from "../round/plan.ts";
import { madeFolder } from "./folder.ts";
import { run } from "./run.ts";

await run(
  new Command("demo")
    .description("plays a month's status round in under a minute: real queue, real database, a fast clock")
    .option("--keep", "leaves the web pages running when the round is over")
    .addOption(
      new Option("--lang <language>", "the language of what is told").choices(languages).default("nb"),
    )
    .option("--out <dir>", "where the report goes", "out")
    .allowExcessArguments(false)
    .showHelpAfterError("(add --help for how to use it)")
    .action((options: DemoOptions) => demo({ ...options, out: madeFolder(options.out) })),
);
