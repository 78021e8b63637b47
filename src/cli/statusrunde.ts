import { Command } from "commander";
import { linkCommand } from "./link.ts";
import { peopleCommand } from "./people.ts";
import { readCommand } from "./read.ts";
import { reportCommand } from "./report.ts";
import { roundCommand } from "./round.ts";
import { run } from "./run.ts";

await run(
  new Command("statusrunde")
    .description("Asks every measure's owner for a status and a comment, and compiles one status table.")
    .addCommand(roundCommand())
    .addCommand(reportCommand())
    .addCommand(peopleCommand())
    .addCommand(readCommand())
    .addCommand(linkCommand())
    .showHelpAfterError("(add --help for how to use it)"),
);
