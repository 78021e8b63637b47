import { steppedClock } from "../../src/clock.ts";
import { readEnvironment } from "../../src/config.ts";
import { settle } from "../../src/demo/settle.ts";
import { serve, type Serving } from "../../src/serve.ts";
import { linkTo, mintLink } from "../../src/delivery/links.ts";
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
  /** The bot has come to rest before they look at their messages. */
  person(id: string): Promise<Player>;
  /** What the bot sent to somebody, by name, in order: "2026-12-04 08:00 remind". Only what did arrive, once the bot has come to rest. */
  sent(name: string): Promise<string[]>;
  /** Everything in the event log, in order. */
  events(): Promise<Happened[]>;
  /** The id of a round, which its coordinator's addresses show, for somebody who tries one of them. */
  roundId(period: string): Promise<string>;
  /** A link to a round's report for one person, made for handing over by other means. */
  linkToReport(person: string, period: string): Promise<string>;
  /** Writes the config anew, as somebody editing the files would. */
  edit(town: Town): Promise<void>;
  /** Stops the process and starts another one on the same database, at once or when some time has passed. */
  restart(local?: string): Promise<void>;
  close(): Promise<void>;
}

interface Happened {
  /** Local time in Oslo. */
  readonly at: string;
  /** A person's name, or what acted. */
  readonly actor: string;
  readonly verb: string;
  /** Whom a message went to. */
  readonly to: string | null;
}

const timeZone = "Europe/Oslo";
const looks = ["08:00", "10:00", "12:00", "15:00"];

export async function openStage(options: { town?: Town; begins: string; redisUrl?: string }): Promise<Stage> {
  const config = writeTown(options.town ?? smallTown());
  const clock = steppedClock(instantFrom(options.begins));
  const url = await freshDatabase();
  const start = (): Promise<Serving> => {
    const env = { CONFIG_DIR: config, DATABASE_URL: url, PORT: "0", LOG_LEVEL: "silent", NODE_ENV: "test" };
    const read = readEnvironment(
      options.redisUrl === undefined ? env : { ...env, REDIS_URL: options.redisUrl },
    );
    if (read.is === "faulty") throw new Error(read.faults.join("\n"));
    // The stage ticks by hand; the scheduler's own tick is tested where jobs are.
    return serve(read.environment, { clock, tickEveryMs: 3_600_000 });
  };
  let serving = await start();
  await settle(serving);
  /** Another one after a restart, and people find it all the same. */
  const address = {
    get url() {
      return serving.url;
    },
  };
  const events = async (): Promise<Happened[]> =>
    (await serving.app.store.events.since("0")).map(({ at: when, actor, verb, to }) => ({
      at: localTime(when),
      actor,
      verb,
      to,
    }));
  return {
    get serving() {
      return serving;
    },
    async moveTo(local) {
      await settle(serving);
      const to = instantFrom(local);
      for (const at of hoursUntil(clock.now(), to)) {
        clock.moveTo(at);
        await settle(serving);
      }
    },
    async person(id) {
      const player = await webPlayer(address, id);
      const messages = async (): Promise<string[]> => {
        await settle(serving);
        return player.messages();
      };
      return { ...player, messages };
    },
    async sent(name) {
      await settle(serving);
      const toThem = (await events()).filter((event) => event.to === name && event.verb.endsWith(" sent"));
      return toThem.map((event) => `${event.at} ${event.verb.replace(/ sent$/, "")}`);
    },
    events,
    async roundId(period) {
      const round = (await serving.app.store.rounds.list()).find((one) => one.period === period);
      if (!round) throw new Error(`no round ${period}`);
      return round.id;
    },
    async linkToReport(person, period) {
      const { app } = serving;
      const round = (await app.store.rounds.list()).find((one) => one.period === period)?.id ?? null;
      const link = { person, opens: "report", round, madeBy: "operator" } as const;
      return linkTo(serving.url, await mintLink(app.store, link, clock.now()));
    },
    async edit(town) {
      writeTown(town, config);
      await settle(serving);
    },
    async restart(local) {
      await serving.close();
      if (local !== undefined) clock.moveTo(instantFrom(local));
      serving = await start();
      await settle(serving);
    },
    close: () => serving.close(),
  };
}

const clockOnTheWall = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });

function localTime(at: Date): string {
  return clockOnTheWall.format(at);
}

/** By trying winter and summer time: the product's own calendar is what stories put to the test. */
function instantFrom(local: string): Date {
  const found = ["+01:00", "+02:00"]
    .map((offset) => new Date(`${local.replace(" ", "T")}:00${offset}`))
    .find((at) => localTime(at) === local);
  if (!found) throw new Error(`no such time in Oslo: ${local}`);
  return found;
}

/** The hours of every day on the way at which something may become due, and the time to come to. */
function hoursUntil(from: Date, to: Date): Date[] {
  const hours: Date[] = [];
  for (
    let day = dayOf(from);
    day <= dayOf(to);
    day = dayOf(new Date(Date.parse(`${day}T12:00Z`) + 86_400_000))
  ) {
    hours.push(...looks.map((time) => instantFrom(`${day} ${time}`)));
  }
  return [...hours.filter((at) => at > from && at < to), to];
}

function dayOf(at: Date): string {
  return localTime(at).slice(0, 10);
}
