import { contextOf, newest } from "../../flows/read-typed.ts";
import { readCommand } from "../conversation/commands/read-command.ts";
import { whyUnclear } from "../conversation/commands/why-words.ts";
import { SetupError } from "../setup-error.ts";
import type { Wired } from "../wire.ts";
import { readTogether } from "./round-review.ts";
import { showRound } from "./round-show.ts";
import { tell } from "./tell.ts";

/** The chat's own words on the command line: read by the same grammar, with the same questions where they are not clear. */
export async function tellTyped(wired: Wired, text: string, { yes }: { yes?: boolean }): Promise<void> {
  const { app, clock } = wired;
  const { language } = app.config.settings;
  const context = await contextOf(app, newest(await app.store.rounds.list()), clock.now());
  const read = readCommand(text, language, context);
  switch (read.kind) {
    case "command":
      return tell(wired, read.command, { yes: yes === true || read.confirmed });
    case "unclear": {
      const choices = read.choices.map(({ say, means }) => `  ${say}   (${means})`);
      throw new SetupError([...whyUnclear(read, language), ...choices].join("\n"));
    }
    case "not-a-command":
      throw new SetupError(`This is no command: "${text.slice(0, 80).toWellFormed()}". See "round --help".`);
    case "show":
      if (read.show.view === "progress") return showRound(wired, read.show.round, {});
      if (read.show.view === "review") return readTogether(wired, read.show.round, {});
      throw new SetupError('The command line shows this with "report <round> --draft" or "--help".');
  }
}
