import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { steppedClock, type Clock } from "../clock.ts";
import { readEnvironment, type Environment } from "../config.ts";
import { formats, writeReport } from "../documents/write.ts";
import { wrap } from "../documents/write/terminal-text.ts";
import { terminalOf, terminalReport } from "../documents/write/terminal.ts";
import { addDays, instantOf } from "../round/calendar.ts";
import type { Language } from "../round/plan.ts";
import { parseReport } from "../round/report-bytes.ts";
import { serve, type Serving } from "../serve.ts";
import { SetupError } from "../setup-error.ts";
import { dateIn, narrations } from "./narration.ts";
import { narrator } from "./narrator.ts";
import { play } from "./people.ts";
import { acts, begins, ends, plan, type Act } from "./script.ts";
import { settle } from "./settle.ts";
import { startOver } from "./start-over.ts";

const config = path.join(import.meta.dirname, "../../config");
const timeZone = "Europe/Oslo";

export interface DemoOptions {
  keep?: boolean;
  lang: Language;
  /** A folder that is there. */
  out: string;
}

const local = (text: string): Date => instantOf(text.slice(0, 10), text.slice(11), timeZone);

/** Plays the script against the whole bot, tells what happens, and writes the report. */
export async function demo(options: DemoOptions): Promise<void> {
  const read = readEnvironment({ PORT: "0", LOG_LEVEL: "silent", ...process.env });
  if (read.is === "faulty") throw new SetupError(read.faults.join("\n"));
  const environment = { ...read.environment, configDir: config };
  if (environment.production) throw new SetupError("The demo does not run with NODE_ENV=production.");
  const letGo = await startOver(environment);
  const clock = steppedClock(local(begins));
  const serving = await served(environment, clock, letGo);
  const told = toldToStop();
  try {
    await playMonth(serving, clock, options.lang, told);
    if (told.aborted) process.exitCode = 1;
    else await show(serving, options);
    if (options.keep && !told.aborted) {
      console.log(narrations[options.lang].kept(serving.url));
      await once(told, "abort");
    }
  } finally {
    await serving.close();
  }
}

async function served(environment: Environment, clock: Clock, letGo: () => Promise<void>): Promise<Serving> {
  try {
    return await serve(environment, { clock, tickEveryMs: 60_000 });
  } finally {
    await letGo();
  }
}

/** Interrupted, the demo ends at the next moment of its month and leaves no database running behind it. */
function toldToStop(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}

/** Moves the clock to every hour at which something may be due and to everything people do, and lets the bot come to rest at each. */
async function playMonth(
  serving: Serving,
  clock: ReturnType<typeof steppedClock>,
  language: Language,
  told: AbortSignal,
): Promise<void> {
  const words = narrations[language];
  const intro = words.intro(
    dateIn(local(begins), timeZone, language),
    dateIn(local(ends), timeZone, language),
  );
  console.log([...wrap(intro, terminalOf(process.stdout, process.env).width), ""].join("\n"));
  const tell = narrator(serving, timeZone, language);
  for (const { at, act } of moments()) {
    if (told.aborted) return;
    clock.moveTo(at);
    await serving.app.store.keepDemoTime(at);
    if (act) await play(serving, act, await currentRound(serving));
    await settle(serving);
    await tell(act);
  }
}

function moments(): { at: Date; act: Act | null }[] {
  const looks: { at: Date; act: null }[] = [];
  for (let day = begins.slice(0, 10); day <= ends.slice(0, 10); day = addDays(day, 1)) {
    for (const time of ["08:00", "10:00", "12:00", "15:00"])
      looks.push({ at: instantOf(day, time, timeZone), act: null });
  }
  const all = [...looks, ...acts.map((act) => ({ at: local(act.at), act }))];
  return all
    .filter(({ at }) => at >= local(begins) && at <= local(ends))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

async function currentRound({ app }: Serving): Promise<string> {
  const round = (await app.store.rounds.list()).find((one) => one.plan === plan);
  if (!round)
    throw new SetupError(
      `The demo plays the plan "${plan}" of config/ as it came, and found no round of it. Put those files back to play it.`,
    );
  return round.id;
}

async function show(serving: Serving, { lang, out, keep }: DemoOptions): Promise<void> {
  const words = narrations[lang];
  const published = await serving.app.store.rounds.published(await currentRound(serving));
  if (!published) throw new Error("the demo's round was not published");
  const report = parseReport(published.body);
  for (const format of ["html", "md", "csv", "json"] as const) {
    fs.writeFileSync(path.join(out, `report${formats[format].extension}`), writeReport(report, format));
  }
  console.log(`\n${words.table}\n\n${terminalReport(report, terminalOf(process.stdout, process.env))}`);
  console.log(
    [
      words.files(path.join(out, "report.{html,md,csv,json}")),
      words.open(path.join(out, "report.html")),
      ...(keep ? [] : [words.again]),
    ].join("\n"),
  );
}
