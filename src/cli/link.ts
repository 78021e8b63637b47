import { Command, Option } from "commander";
import { linkTo, mintLink } from "../delivery/links.ts";
import { SetupError } from "../setup-error.ts";
import type { Wired } from "../wire.ts";
import { findRound, withApp } from "./session.ts";

type Options = { progress?: string; report?: string; revoke?: boolean };

/** For somebody no channel reaches: a link of their own to hand over by other means. */
export function linkCommand(): Command {
  return new Command("link")
    .description("makes a personal link to somebody's pages, or ends all of theirs")
    .argument("<person>", "the person's id in people.yaml")
    .option("--progress <round>", "opens a round's progress and draft instead of the person's own list")
    .addOption(new Option("--report <round>", "opens a round's published report").conflicts("progress"))
    .addOption(new Option("--revoke", "ends every link of this person").conflicts(["progress", "report"]))
    .action((id: string, options: Options) =>
      withApp(async (wired) => {
        const { app, clock } = wired;
        const person = await app.store.people.get(id);
        if (!person) throw new SetupError(`There is nobody called "${id}" in people.yaml.`);
        if (options.revoke) {
          const ended = await app.store.links.revoke(id, clock.now());
          return console.error(
            `${ended === 0 ? "There was no link" : ended === 1 ? "Ended one link" : `Ended ${ended} links`} of ${person.name}.`,
          );
        }
        console.log(await newLink(wired, id, options));
        console.error(`Whoever has this link is ${person.name} to the bot. End it with --revoke.`);
      }),
    );
}

async function newLink(wired: Wired, person: string, { progress, report }: Options): Promise<string> {
  const { app, clock } = wired;
  if (app.publicUrl === null)
    throw new SetupError(
      "Set PUBLIC_URL to where people reach the pages, for example https://status.example.",
    );
  const named = progress ?? report;
  const round = named === undefined ? null : (await findRound(wired, named)).id;
  const opens = progress !== undefined ? "progress" : report !== undefined ? "report" : "desk";
  const token = await mintLink(app.store, { person, opens, round, madeBy: "operator" }, clock.now());
  return linkTo(app.publicUrl, token);
}
