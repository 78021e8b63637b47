import { createInterface } from "node:readline/promises";
import { operator } from "../../flows/actor.ts";
import { command } from "../../flows/index.ts";
import type { Command as Told } from "../conversation/commands.ts";
import type { View } from "../conversation/messages.ts";
import type { Language } from "../round/plan.ts";
import type { Wired } from "../wire.ts";
import { describeConfirmation, describeOutcome } from "./describe.ts";
import { sentences } from "./sentences.ts";
import { sayWhoDelivers } from "./session.ts";

/** Asks first, then does it: the same command, with the same rights and words, as in chat and on the pages. */
export async function tell(wired: Wired, told: Told, { yes }: { yes?: boolean }): Promise<void> {
  const { app, clock } = wired;
  const { language } = app.config.settings;
  const give = (confirmed: boolean): Promise<View> =>
    command(app, operator, told, confirmed, clock.now(), `cli ${clock.now().toISOString()}`);
  const first = await give(yes === true);
  if (first.kind !== "confirm") return end(wired, first);
  console.error(describeConfirmation(told.verb, first.round, first.what, language));
  if (first.what.blocked.length > 0 || yes || !(await isMeant(language))) return refuse();
  return end(wired, await give(true));
}

/** What became of it is no data: it goes beside the data, as everything else that is said. */
async function end(wired: Wired, view: View): Promise<void> {
  console.error(describeOutcome(view, wired.app.config.settings.language));
  if (view.kind === "refused") return refuse();
  if (view.kind === "done" && !view.already) await sayWhoDelivers(wired);
}

/** Only somebody at a terminal can be asked; leaving the question (Ctrl-C, Ctrl-D) is a no. */
export async function isMeant(language: Language): Promise<boolean> {
  const words = sentences[language];
  if (!process.stdin.isTTY) {
    console.error(words.addYes);
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const left = new Promise<string>((resolve) => void terminal.once("close", () => resolve("")));
  const answer = await Promise.race([terminal.question(words.yesOrNo).catch(() => ""), left]);
  terminal.close();
  const meant = /^(j|ja|y|yes)$/i.test(answer.trim());
  if (!meant) console.error(answer === "" ? `\n${words.notDone}` : words.notDone);
  return meant;
}

export function refuse(): void {
  process.exitCode = 1;
}
