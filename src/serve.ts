import { randomUUID } from "node:crypto";
import { hear, tick } from "../flows/index.ts";
import type { App } from "./app.ts";
import { webPages } from "./channels/web/pages.ts";
import type { Clock } from "./clock.ts";
import type { Environment } from "./config.ts";
import { contactSheets } from "./contact-sheets.ts";
import type { Hear } from "./conversation/channel.ts";
import { deliver } from "./delivery/deliver.ts";
import { mintLink } from "./delivery/links.ts";
import { redraw } from "./delivery/redraw.ts";
import { formats } from "./documents/write.ts";
import { reportHtml } from "./documents/write/html.ts";
import { reportStyle } from "./documents/write/html-style.ts";
import { createHttp, listen } from "./http.ts";
import { startJobs, type Jobs } from "./jobs.ts";
import { wire, type Wired } from "./wire.ts";

export interface Serving extends Wired {
  readonly url: string;
  /** Whoever sits at this machine may choose who they are. */
  readonly door: boolean;
  readonly hear: Hear;
  /** One tick now, finished when what it found is owed; who is due hears through the queue. */
  tick(): Promise<void>;
}

/** How often everything that is due is worked out afresh. */
const tickEveryMs = 60_000;

/** Starts everything: what is owed is sent, what is said is heard, the pages are served. */
export async function serve(
  environment: Environment,
  options: { tickEveryMs?: number; clock?: Clock } = {},
): Promise<Serving> {
  let jobs: Jobs | undefined;
  let unlisten: (() => Promise<void>) | undefined;
  const wired = await wire(environment, { ...options, ring: (what, ids) => jobs?.ring(what, ids) });
  const { app, clock } = wired;
  const tickNow = () => look(wired);
  try {
    const { timetable } = app.config.settings;
    jobs = await startJobs(
      {
        databaseUrl: wired.databaseUrl,
        redisUrl: environment.redisUrl,
        timeZone: timetable.timeZone,
        morning: timetable.hours.from,
        tickEveryMs: options.tickEveryMs ?? tickEveryMs,
        log: app.log,
      },
      {
        tick: tickNow,
        deliver: (notice) => deliver(app, notice, clock.now()),
        redraw: (notice) => redraw(app, notice, clock.now()),
      },
    );
    const heard: Hear = (said) => hear(app, said, clock.now());
    const door = isLocal(environment);
    const watchers = new Set<() => void>();
    unlisten = await app.store.listen(() => watchers.forEach((watcher) => watcher()));
    const web = await listen(
      createHttp({
        pages: pages(wired, environment, heard, door, watchers),
        healthy: () => app.store.healthy(),
        failed: (error, route) => app.log.error({ route, error: nameOf(error) }, "page"),
      }),
      environment.host,
      environment.port,
    );
    return {
      ...wired,
      url: web.url,
      door,
      hear: heard,
      tick: tickNow,
      // What is being answered is finished first, then what is being sent.
      close: async () => {
        await web.close();
        await jobs?.stop();
        await unlisten?.();
        await wired.close();
      },
    };
  } catch (error) {
    await jobs?.stop();
    await unlisten?.();
    await wired.close();
    throw error;
  }
}

/** The tick: config as it is now, what is due, and what was owed but not sent or drawn before. */
async function look({ app, clock, reread }: Wired): Promise<void> {
  const now = clock.now();
  await reread(now);
  await tick(app, now);
  await app.store.notices.abandon();
  app.ring("deliver", await app.store.notices.toDeliver(now));
  app.ring("redraw", await app.store.notices.toRedraw());
}

/** The door "choose who you are" opens only where nobody else can come in. */
function isLocal({ host, production }: Environment): boolean {
  return !production && ["127.0.0.1", "::1", "localhost"].includes(host);
}

function pages(
  { app, clock, reread }: Wired,
  { configDir }: Environment,
  heard: Hear,
  door: boolean,
  watchers: Set<() => void>,
) {
  const { store } = app;
  return webPages({
    hear: heard,
    inbox: store.inbox,
    now: () => clock.now(),
    newId: randomUUID,
    organisation: app.config.settings.organisation,
    doorLanguage: app.config.settings.language,
    timeZone: app.config.settings.timetable.timeZone,
    open: async (token) => {
      const link = await store.links.open(token, clock.now());
      if (link) await store.people.found(link.person, { channel: "web", account: link.person });
      return link && { ...link, account: link.person };
    },
    mint: (person, opens, round) =>
      mintLink(store, { person, opens, round, madeBy: "local door" }, clock.now()),
    subscribe: (watcher) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    drawReport: {
      html: reportHtml,
      style: reportStyle,
      files: Object.entries(formats).map(([format, writer]) => ({ format, ...writer })),
    },
    contacts: contactSheets({ app, clock, configDir, reread }),
    door: door ? { people: () => peopleAtTheDoor(app) } : null,
  });
}

/** What kind of error and where; its message may quote what somebody wrote. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const at = error.stack?.split("\n").find((line) => /^\s+at /.test(line));
  return `${error.name} ${at?.trim() ?? ""}`;
}

async function peopleAtTheDoor(app: App) {
  const { plans, units } = app.config;
  return (await app.store.people.list()).map(({ id, name }) => {
    const roles = [
      ...(plans.some((plan) => plan.coordinators.includes(id)) ? (["coordinator"] as const) : []),
      ...(plans.some((plan) => plan.leadership.includes(id)) ? (["leadership"] as const) : []),
    ];
    const answersFor = units.filter((unit) => unit.contacts.includes(id)).map((unit) => unit.name);
    return { id, name, roles: [...roles, ...answersFor].join(", ") };
  });
}
