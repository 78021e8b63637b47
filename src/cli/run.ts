import { CommanderError, type Command } from "commander";
import { explain } from "../setup-error.ts";

/** Exit codes: 0 done, 1 refused or failed, 2 wrong use. Data goes to stdout, everything else to stderr. */
export async function run(program: Command): Promise<void> {
  letReadersLeave();
  for (const command of withSubcommands(program)) command.exitOverride();
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else {
      console.error(explain(error));
      process.exitCode = 1;
    }
  }
}

function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}

/** Whoever reads along may leave (`| head`): what was begun is still finished, and the database closed. */
function letReadersLeave(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}
