import { tick } from "../../flows/index.ts";
import type { App } from "../../src/app.ts";
import { steppedClock } from "../../src/clock.ts";
import { readEnvironment } from "../../src/config.ts";
import type { Channel } from "../../src/conversation/channel.ts";
import type { Heard, Said } from "../../src/conversation/replies.ts";
import { deliver } from "../../src/delivery/deliver.ts";
import { redraw } from "../../src/delivery/redraw.ts";
import { instantOf } from "../../src/round/calendar.ts";
import type { Item } from "../../src/round/round.ts";
import { wire, type Wired } from "../../src/wire.ts";
import { freshDatabase } from "./database.ts";
import { smallTown, writeTown, type Town } from "./town.ts";

/** What flows and delivery use, on a real database, without server or queue: the test says what runs when. */
export interface BareApp {
  readonly app: App;
  readonly url: string;
  readonly configDir: string;
  /** One tick, and everything it finds owed or to be redrawn, one after the other. */
  work(now: Date): Promise<void>;
  /** Config as somebody left it after editing, read again as the next tick would. */
  edit(town: Town, now: Date): Promise<void>;
  close(): Promise<void>;
}

/** Local time in Oslo, "2026-11-30 09:00". */
export function oslo(local: string): Date {
  return instantOf(local.slice(0, 10), local.slice(11), "Europe/Oslo");
}

export async function bareApp(
  options: { town?: Town; channels?: readonly Channel[]; now?: Date; url?: string; configDir?: string } = {},
): Promise<BareApp> {
  const url = options.url ?? (await freshDatabase());
  const configDir = options.configDir ?? writeTown(options.town ?? smallTown());
  const read = readEnvironment({ CONFIG_DIR: configDir, DATABASE_URL: url, LOG_LEVEL: "silent" });
  if (read.is === "faulty") throw new Error(read.faults.join("\n"));
  const clock = steppedClock(options.now ?? oslo("2026-11-30 09:00"));
  const wired = await wire(read.environment, { clock });
  const app = appOn(wired, options.channels);
  return {
    app,
    url,
    configDir,
    work: (now) => workThrough(app, now),
    edit: (town, now) => {
      writeTown(town, configDir);
      return wired.reread(now);
    },
    close: () => wired.close(),
  };
}

function appOn({ app }: Wired, channels: readonly Channel[] = app.channels): App {
  return {
    get config() {
      return app.config;
    },
    store: app.store,
    channels,
    publicUrl: null,
    ring: () => {},
    log: app.log,
  };
}

/** A worker that throws stops neither the others nor the test: that is what the queue does with it. */
async function workThrough(app: App, now: Date): Promise<void> {
  await tick(app, now);
  await app.store.notices.abandon();
  for (const id of await app.store.notices.toDeliver(now)) await deliver(app, id, now).catch(() => {});
  for (const id of await app.store.notices.toRedraw()) await redraw(app, id, now);
}

/** The one running round of the town, and its items by measure and unit. */
export async function runningRound({
  store,
}: App): Promise<{ id: string; item(measure: string, unit: string): Item; items: Item[] }> {
  const round = (await store.rounds.running())[0];
  if (!round) throw new Error("no round is running");
  const items = await store.rounds.items(round.id);
  return {
    id: round.id,
    items,
    item(measure, unit) {
      const found = items.find((one) => one.measure === measure && one.unit === unit);
      if (!found)
        throw new Error(
          `no item ${measure} of ${unit}: there are ${items.map((one) => `${one.measure} ${one.unit}`).join(", ")}`,
        );
      return found;
    },
  };
}

let things = 0;

/** One thing said on the web channel. Said anew each time, unless a source is given. */
export function heard(
  who: string,
  said: readonly (Pick<Said, "item"> & Partial<Said>)[],
  at: Date,
  more: Partial<Pick<Heard, "source" | "version" | "receivedAt">> = {},
): Heard & { readonly reply: { readonly kind: "answer"; readonly said: readonly Said[] } } {
  const filled = said.map((one) => ({ seen: 0, status: "green", comment: "", progress: null, ...one }));
  return {
    from: { channel: "web", account: who },
    reply: { kind: "answer", said: filled },
    source: `said:${(things += 1)}`,
    version: "1",
    saidAt: at,
    receivedAt: at,
    ...more,
  };
}
