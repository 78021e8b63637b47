import fs from "node:fs";
import path from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { describeFault, loadConfig, readEnvironment, type Config } from "../config.ts";
import { writeContacts } from "../config/write-contacts.ts";
import { largestSheet, readSheet, type SheetFault } from "../documents/read/sheet.ts";
import { writeSheet } from "../documents/write/sheet.ts";
import { compareContacts, type Comparison } from "../people-sheet/compare.ts";
import { contactRows, sheetRows } from "../people-sheet/rows.ts";
import { describeChanges, describeProblems, nothingChanges } from "../people-sheet/words.ts";
import { SetupError } from "../setup-error.ts";
import { printJson } from "./session.ts";
import { isMeant, refuse } from "./tell.ts";

type Kind = "xlsx" | "csv";

/** Needs no database: the sheet is another way of writing what stands in config/. */
export function peopleCommand(): Command {
  const people = new Command("people").description(
    "who answers for what, as a sheet to fill in: export, import",
  );
  people
    .command("export")
    .description("writes one row per measure and unit, with the owner and the deputies")
    .requiredOption("--out <file>", "a file ending in .xlsx or .csv", aSheet)
    .option("--plan <key>", "only this plan; otherwise all of them")
    .action(({ out, plan }: { out: string; plan?: string }) => exportSheet(out, plan));
  people
    .command("import")
    .description("shows what a sheet would change, and writes it into config/ when you say so")
    .argument("<file>", "an .xlsx or .csv file with the columns of the export", aSheet)
    .option("--plan <key>", "the sheet is about this plan")
    .option("--yes", "write it without asking")
    .option("--json", "print what would change as JSON; writes nothing without --yes")
    .action((file: string, options: ImportOptions) => importSheet(file, options));
  return people;
}

function aSheet(file: string): string {
  if (kindOf(file) === null) throw new InvalidArgumentError("Expected a file ending in .xlsx or .csv.");
  return file;
}

function kindOf(file: string): Kind | null {
  const ending = path.extname(file).toLowerCase();
  return ending === ".xlsx" ? "xlsx" : ending === ".csv" ? "csv" : null;
}

async function exportSheet(out: string, plan: string | undefined): Promise<void> {
  const { config } = configured();
  const rows = contactRows({ ...config, plans: plansNamed(config, plan) }, config.settings.language);
  const bytes = await writeSheet(rows, kindOf(out) ?? "csv", "Statusrunde");
  try {
    fs.writeFileSync(out, bytes);
  } catch (error) {
    throw new SetupError(`--out: "${out}" cannot be written (${codeOf(error)}).`, { cause: error });
  }
  console.log(out);
}

type ImportOptions = { plan?: string; yes?: boolean; json?: boolean };

async function importSheet(file: string, { plan, yes, json }: ImportOptions): Promise<void> {
  const { config, dir } = configured();
  const { language } = config.settings;
  const compared = await comparison(file, { ...config, plans: plansNamed(config, plan) });
  if (json) printJson(compared);
  const problems = describeProblems(compared, language);
  if (problems.length > 0) {
    console.error(problems.join("\n"));
    return refuse();
  }
  const { changes } = compared;
  if (changes.people.length + changes.units.length + changes.measures.length === 0)
    return console.error(nothingChanges(language));
  console.error(describeChanges(compared, language).join("\n"));
  if (yes !== true && (json === true || !(await isMeant(language)))) return refuse();
  const written = writeContacts(dir, changes);
  if (written.is === "refused") throw new SetupError(written.why.join("\n"));
  console.error(written.files.map((name) => path.join(dir, name)).join("\n"));
}

async function comparison(file: string, known: Parameters<typeof compareContacts>[1]): Promise<Comparison> {
  const sheet = await readSheet(bytesOf(file), file);
  if (sheet.is === "refused") throw new SetupError(`${file}: ${faults[sheet.why]}`);
  const read = sheetRows(sheet.rows);
  if (read.is === "columns-missing")
    throw new SetupError(
      `${file}: there is no column "${read.missing.join('", "')}". "people export" writes all of them.`,
    );
  return compareContacts(read.rows, known);
}

const faults: Readonly<Record<SheetFault, string>> = {
  empty: "the sheet is empty.",
  "too-big": "the file is larger than 2 MB.",
  "too-many-rows": "there are more than 20,000 rows.",
  "unpacks-too-big": "the file unpacks to far more than a sheet of contacts holds; it was not opened.",
  "old-excel": "this is an old or encrypted Excel file. Save it as .xlsx, without a password.",
  "unknown-kind": "this is neither an .xlsx nor a .csv file.",
  broken: "the file is damaged or is not what its name says.",
};

/** No more than the limit is read, whatever the file is. */
function bytesOf(file: string): Uint8Array {
  try {
    const is = fs.statSync(file);
    if (!is.isFile()) throw new SetupError(`"${file}" is not a file.`);
    return is.size > largestSheet ? new Uint8Array(largestSheet + 1) : fs.readFileSync(file);
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(`"${file}" cannot be read (${codeOf(error)}).`, { cause: error });
  }
}

function configured(): { config: Config; dir: string } {
  const read = readEnvironment(process.env);
  if (read.is === "faulty") throw new SetupError(read.faults.join("\n"));
  const dir = read.environment.configDir;
  const loaded = loadConfig(dir);
  if (loaded.is === "faulty") throw new SetupError(loaded.faults.map(describeFault).join("\n"));
  return { config: loaded.config, dir };
}

function plansNamed({ plans }: Config, only: string | undefined): Config["plans"] {
  const found = plans.filter((plan) => only === undefined || plan.key === only);
  if (found.length > 0) return found;
  throw new SetupError(`There is no plan "${only}". Plans: ${plans.map((plan) => plan.key).join(", ")}.`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
