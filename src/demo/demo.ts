import fs from "node:fs";
import path from "node:path";
import { steppedClock } from "../clock.ts";
import { readEnvironment } from "../config.ts";
import { formats, writeReport } from "../documents/write.ts";
import { terminalOf, terminalReport } from "../documents/write/terminal.ts";
import { addDays, instantOf } from "../round/calendar.ts";
import type { Language } from "../round/plan.ts";
import { parseReport } from "../round/report-bytes.ts";
import { serve, type Serving } from "../serve.ts";
import { SetupError } from "../setup-error.ts";
import { dateIn, narrations, stamp } from "./narration.ts";
import { play } from "./people.ts";
import { acts, begins, ends, plan, type Act } from "./script.ts";
import { settle } from "./settle.ts";
import { startOver } from "./start-over.ts";

const config = path.join(import.meta.dirname, "../../config");
const timeZone = "Europe/Oslo";

export interface DemoOptions {
  keep?: boolean;
  lang: Language;
  out: string;
}

const local = (text: string): Date => instantOf(text.slice(0, 10), text.slice(11), timeZone);

/** Plays the script against the whole bot, tells what happens, and writes the report. */
export async function demo(options: DemoOptions): Promise<void> {
  const read = readEnvironment({ PORT: "0", LOG_LEVEL: "silent", ...process.env });
  if (read.is === "faulty") throw new SetupError(read.faults.join("\n"));
  const environment = { ...read.environment, configDir: config };
  if (environment.production) throw new SetupError("The demo does not run with NODE_ENV=production.");
  await startOver(environment);
  const clock = steppedClock(local(begins));
  const serving = await serve(environment, { clock, tickEveryMs: 60_000 });
  try {
    await playMonth(serving, clock, options.lang);
    await show(serving, options);
  } catch (error) {
    await serving.close();
    throw error;
  }
  if (!options.keep) return serving.close();
  console.log(narrations[options.lang].kept(serving.url));
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void serving.close().then(() => process.exit(0)));
}

/** Moves the clock to every hour at which something may be due and to everything people do, and lets the bot come to rest at each. */
async function playMonth(
  serving: Serving,
  clock: ReturnType<typeof steppedClock>,
  language: Language,
): Promise<void> {
  const words = narrations[language];
  console.log(
    `${words.intro(dateIn(local(begins), timeZone, language), dateIn(local(ends), timeZone, language))}\n`,
  );
  const tell = narrator(serving, language);
  for (const { at, act } of moments()) {
    clock.moveTo(at);
    await serving.app.store.keepDemoTime(at);
    if (act) await play(serving, act, await currentRound(serving));
    await settle(serving);
    await tell();
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
    throw new Error(
      `no round of ${plan}: the calendar in config/ and the demo's script no longer fit together`,
    );
  return round.id;
}

/** Tells what happened since it was last asked, from the event log, one line for each kind of thing. */
function narrator({ app, clock }: Serving, language: Language): () => Promise<void> {
  const { lines } = narrations[language];
  const names = new Intl.ListFormat({ nb: "nb-NO", nn: "nn-NO", en: "en-GB" }[language], {
    type: "conjunction",
  });
  let last = "0";
  return async () => {
    const events = await app.store.events.since(last);
    last = events.at(-1)?.id ?? last;
    for (const [verb, these] of Map.groupBy(events, (event) => event.verb)) {
      const line = lines[verb];
      const who = [...new Set(these.map((event) => event.to ?? event.actor))].toSorted((a, b) =>
        a.localeCompare(b, "nb"),
      );
      if (line) console.log(`${stamp(clock.now(), timeZone, language)}  ${line(names.format(who))}`);
    }
  };
}

async function show(serving: Serving, { lang, out, keep }: DemoOptions): Promise<void> {
  const words = narrations[lang];
  const published = await serving.app.store.rounds.published(await currentRound(serving));
  if (!published) throw new Error("the demo's round was not published");
  const report = parseReport(published.body);
  fs.mkdirSync(out, { recursive: true });
  for (const format of ["html", "md", "csv", "json"] as const) {
    fs.writeFileSync(path.join(out, `report${formats[format].extension}`), writeReport(report, format));
  }
  console.log(`\n${words.table}\n\n${terminalReport(report, terminalOf(process.stdout, process.env))}`);
  console.log(
    [words.files(`${out}/report.{html,md,csv,json}`), words.open, ...(keep ? [] : [words.again])].join("\n"),
  );
}
