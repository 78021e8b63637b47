import { steppedClock } from "../../src/clock.ts";
import { readEnvironment } from "../../src/config.ts";
import { settle } from "../../src/demo/settle.ts";
import { addDays, dayOf, instantOf } from "../../src/round/calendar.ts";
import { serve, type Serving } from "../../src/serve.ts";
import { freshDatabase } from "./database.ts";
import type { Player } from "./player.ts";
import { smallTown, writeTown, type Town } from "./town.ts";
import { webPlayer } from "./web-player.ts";

/**
 * One running bot with a clock that is moved by hand: the real server, queue and database. Only people are played,
 * through the channel as they would use it. Every channel runs the same stories by giving its own players.
 */
export interface Stage {
  readonly serving: Serving;
  /** Local time in Oslo, "2026-12-04 08:00". Everything due on the way happens at its hour. */
  moveTo(local: string): Promise<void>;
  person(id: string): Promise<Player>;
  /** Writes the config anew, as somebody editing the files would. */
  edit(town: Town): Promise<void>;
  /** Stops the process and starts another one on the same database. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const timeZone = "Europe/Oslo";
const looks = ["08:00", "10:00", "12:00", "15:00"];

export async function openStage(options: { town?: Town; begins: string; redisUrl?: string }): Promise<Stage> {
  const config = writeTown(options.town ?? smallTown());
  const clock = steppedClock(instantFrom(options.begins));
  const url = await freshDatabase();
  const start = (): Promise<Serving> => {
    const env = { CONFIG_DIR: config, DATABASE_URL: url, PORT: "0", LOG_LEVEL: "silent", NODE_ENV: "test" };
    const read = readEnvironment(options.redisUrl === undefined ? env : { ...env, REDIS_URL: options.redisUrl });
    if (read.is === "faulty") throw new Error(read.faults.join("\n"));
    // The stage ticks by hand; the scheduler's own tick is tested where jobs are.
    return serve(read.environment, { clock, tickEveryMs: 3_600_000 });
  };
  let serving = await start();
  await settle(serving);
  return {
    get serving() {
      return serving;
    },
    async moveTo(local) {
      const to = instantFrom(local);
      for (const at of hoursUntil(clock.now(), to)) {
        clock.moveTo(at);
        await settle(serving);
      }
    },
    person: (id) => webPlayer(serving, id),
    async edit(town) {
      writeTown(town, config);
      await settle(serving);
    },
    async restart() {
      await serving.close();
      serving = await start();
      await settle(serving);
    },
    close: () => serving.close(),
  };
}

function instantFrom(local: string): Date {
  return instantOf(local.slice(0, 10), local.slice(11), timeZone);
}

/** The hours of every day on the way at which something may become due, and the time to come to. */
function hoursUntil(from: Date, to: Date): Date[] {
  const hours: Date[] = [];
  for (let day = dayOf(from, timeZone); day <= dayOf(to, timeZone); day = addDays(day, 1)) {
    hours.push(...looks.map((time) => instantOf(day, time, timeZone)));
  }
  return [...hours.filter((at) => at > from && at < to), to];
}
