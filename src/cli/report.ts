import fs from "node:fs";
import path from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { formats, writeReport, type Format } from "../documents/write.ts";
import { terminalOf, terminalReport } from "../documents/write/terminal.ts";
import { parseReport } from "../round/report-bytes.ts";
import type { Report } from "../round/report.ts";
import { madeFolder } from "./folder.ts";
import { findRound, withApp } from "./session.ts";

type Options = { out?: string; format?: Format[]; draft?: boolean };

const all = Object.keys(formats) as Format[];

export function reportCommand(): Command {
  const report = new Command("report")
    .description("the table of a round: as published, or as it stands (a draft)")
    .argument("<round>", "the round's id, or its plan's key")
    .option("--out <dir>", "writes the documents into this folder; without it the table is printed")
    .option(
      "--format <names>",
      `which, separated by commas: ${all.join(", ")}; without --out one of them, printed as it is`,
      formatsNamed,
    )
    .option("--draft", "as it stands now, also after publishing");
  return report.action((named: string, options: Options) => {
    if (options.out === undefined && options.format !== undefined && options.format.length > 1)
      report.error("error: several formats need a folder: add --out <dir>");
    return withApp(async (wired) => {
      const round = await findRound(wired, named);
      const published = options.draft ? null : await wired.app.store.rounds.published(round.id);
      write(published ? parseReport(published.body) : await wired.app.store.records.draft(round), options);
    });
  });
}

function write(report: Report, { out, format: asked }: Options): void {
  const [only] = asked ?? [];
  if (out !== undefined) {
    const folder = madeFolder(out);
    for (const format of asked ?? all) {
      const file = path.join(folder, `report${formats[format].extension}`);
      fs.writeFileSync(file, writeReport(report, format));
      console.log(file);
    }
  } else if (only !== undefined) process.stdout.write(writeReport(report, only));
  else process.stdout.write(terminalReport(report, terminalOf(process.stdout, process.env)));
}

function formatsNamed(text: string): Format[] {
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !(all as string[]).includes(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`Found "${unknown}"; expected some of ${all.join(", ")}.`);
  return [...new Set(names as Format[])];
}
