import { Command, CommanderError } from "commander";
import { linkCommand } from "./link.ts";
import { readCommand } from "./read.ts";
import { reportCommand } from "./report.ts";
import { roundCommand } from "./round.ts";
import { explain } from "../setup-error.ts";

/** Exit codes: 0 done, 1 refused or failed, 2 wrong use. Data goes to stdout, everything else to stderr. */
const program = new Command("statusrunde")
  .description("Asks every measure's owner for a status and a comment, and compiles one status table.")
  .addCommand(roundCommand())
  .addCommand(reportCommand())
  .addCommand(readCommand())
  .addCommand(linkCommand())
  .showHelpAfterError("(add --help for how to use it)");

for (const command of [program, ...program.commands, ...program.commands.flatMap((one) => one.commands)]) {
  command.exitOverride();
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    console.error(explain(error));
    process.exitCode = 1;
  }
}
