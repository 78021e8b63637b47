import fs from "node:fs";
import path from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { formats, writeReport, type Format } from "../documents/write.ts";
import { parseReport } from "../round/report-bytes.ts";
import { terminalOf, terminalReport } from "../documents/write/terminal.ts";
import { findRound, withApp } from "./session.ts";

const all = Object.keys(formats) as Format[];

export function reportCommand(): Command {
  return new Command("report")
    .description("the table of a round: as published, or as it stands (a draft)")
    .argument("<round>", "the round's id, or its plan's key")
    .option("--out <dir>", "writes the documents into this folder; without it the table is printed")
    .option("--format <names>", `which, separated by commas: ${all.join(", ")}`, formatsNamed, all)
    .option("--draft", "as it stands now, also after publishing")
    .action((named: string, options: { out?: string; format: Format[]; draft?: boolean }) =>
      withApp(async (wired) => {
        const round = await findRound(wired, named);
        const published = options.draft ? null : await wired.app.store.rounds.published(round.id);
        const report = published ? parseReport(published.body) : await wired.app.store.records.draft(round);
        if (options.out === undefined)
          return console.log(terminalReport(report, terminalOf(process.stdout, process.env)));
        fs.mkdirSync(options.out, { recursive: true });
        for (const format of options.format) {
          const file = path.join(options.out, `report${formats[format].extension}`);
          fs.writeFileSync(file, writeReport(report, format));
          console.log(file);
        }
      }),
    );
}

function formatsNamed(text: string): Format[] {
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !(all as string[]).includes(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`found "${unknown}"; expected some of ${all.join(", ")}.`);
  return names as Format[];
}
