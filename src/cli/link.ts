import { Command } from "commander";
import { linkTo, mintLink } from "../delivery/links.ts";
import { SetupError } from "../setup-error.ts";
import { findRound, withApp } from "./session.ts";

type Options = { progress?: string; report?: string; revoke?: boolean };

/** For somebody no channel reaches: a link of their own to hand over by other means. */
export function linkCommand(): Command {
  return new Command("link")
    .description("makes a personal link to somebody's pages, or ends all of theirs")
    .argument("<person>", "the person's id in people.yaml")
    .option("--progress <round>", "opens a round's progress and draft instead of the person's own list")
    .option("--report <round>", "opens a round's published report")
    .option("--revoke", "ends every link of this person")
    .action((id: string, options: Options) =>
      withApp(async (wired) => {
        const { app, clock } = wired;
        const person = await app.store.people.get(id);
        if (!person) throw new SetupError(`There is nobody called "${id}" in people.yaml.`);
        if (options.revoke)
          return console.log(`${await app.store.links.revoke(id, clock.now())} links ended.`);
        if (app.publicUrl === null)
          throw new SetupError(
            "Set PUBLIC_URL to where people reach the pages, for example https://status.example.",
          );
        const named = options.progress ?? options.report;
        const round = named === undefined ? null : (await findRound(wired, named)).id;
        const opens = options.progress ? "progress" : options.report ? "report" : "desk";
        console.log(
          linkTo(
            app.publicUrl,
            await mintLink(app.store, { person: id, opens, round, madeBy: "operator" }, clock.now()),
          ),
        );
      }),
    );
}
