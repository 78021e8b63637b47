import { statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { pino, type Logger } from "pino";
import { followContacts } from "../flows/follow-contacts.ts";
import type { App } from "./app.ts";
import { webChannel } from "./channels/web/channel.ts";
import { clockFrom, systemClock, type Clock } from "./clock.ts";
import { describeFault, loadConfig, type Config, type Environment } from "./config.ts";
import { SetupError } from "./setup-error.ts";
import { EMBEDDED_DATABASE, startEmbedded, type Embedded } from "./store/embedded.ts";
import { migrate } from "./store/migrate.ts";
import { openStore } from "./store/store.ts";

export interface Wired {
  readonly app: App;
  readonly clock: Clock;
  /** Where the database holds a demo: the time it had come to when it was opened. */
  readonly demoTime: Date | null;
  readonly databaseUrl: string;
  /** The database was started for us, and goes when we go. */
  readonly embedded: boolean;
  /** Reads config/ again when a file changed; a faulty one is left alone, with every fault in the log. */
  reread(now: Date): Promise<void>;
  close(): Promise<void>;
}

/** Puts together what a flow may use: config, database, store, channels. Who rings and who serves is added by the caller. */
export async function wire(
  environment: Environment,
  options: { ring?: App["ring"]; clock?: Clock; looksOnly?: boolean } = {},
): Promise<Wired> {
  const log = pino({ level: environment.logLevel, base: null }, pino.destination(2));
  let config = readConfig(environment.configDir, log);
  const database = await openDatabase(environment);
  const store = openStore(database.url);
  const close = async (): Promise<void> => {
    await store.close();
    await database.embedded?.stop();
  };
  try {
    await migrate(store.pool);
    const demoTime = await store.demoTime();
    if (demoTime && environment.production)
      throw new SetupError("This database holds a demo. Point DATABASE_URL to another one.");
    const clock = options.clock ?? (demoTime ? clockFrom(demoTime) : systemClock);
    const app: App = {
      get config() {
        return config;
      },
      store,
      channels: [webChannel(store.inbox)],
      publicUrl: environment.publicUrl,
      ring: options.ring ?? (() => {}),
      log,
    };
    // Somebody who only looks leaves the database as it is.
    if (options.looksOnly !== true) await followContacts(app, clock.now());
    let seen = stamp(environment.configDir);
    const reread = async (now: Date): Promise<void> => {
      const stamped = stamp(environment.configDir);
      if ((await stamped) === (await seen)) return;
      seen = stamped;
      const loaded = loadConfig(environment.configDir);
      if (loaded.is === "faulty") {
        log.error(
          { faults: loaded.faults.map(describeFault) },
          "config/ has faults: the one read before stays in use",
        );
        return;
      }
      config = loaded.config;
      await followContacts(app, now);
      log.info("config/ read again");
    };
    return {
      app,
      clock,
      demoTime,
      databaseUrl: database.url,
      embedded: database.embedded !== null,
      reread,
      close,
    };
  } catch (error) {
    await close();
    throw database.embedded ? error : reworded(error);
  }
}

function readConfig(dir: string, log: Logger): Config {
  const loaded = loadConfig(dir);
  if (loaded.is === "faulty") {
    throw new SetupError(
      ["The config has faults; nothing was started.", ...loaded.faults.map(describeFault)].join("\n"),
    );
  }
  for (const warning of loaded.warnings) log.warn(describeFault(warning));
  return loaded.config;
}

async function openDatabase(environment: Environment): Promise<{ url: string; embedded: Embedded | null }> {
  if (environment.databaseUrl !== null) return { url: environment.databaseUrl, embedded: null };
  const embedded = await startEmbedded(environment.dataDir);
  return { url: embedded.url(EMBEDDED_DATABASE), embedded };
}

/** A database that is not there is the likeliest fault of a first start; the address may hold a password and is not printed. */
function reworded(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (!["ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "EHOSTUNREACH", "28P01", "28000", "3D000"].includes(code))
    return error;
  return new SetupError(
    `The database at DATABASE_URL does not answer (${code}). Check the address, the password and that it is running.`,
  );
}

/** When any file of the config was changed last. */
async function stamp(dir: string): Promise<string> {
  const files = await readdir(dir, { recursive: true });
  return files
    .toSorted()
    .map((file) => `${file} ${statSync(path.join(dir, file), { throwIfNoEntry: false })?.mtimeMs}`)
    .join("\n");
}
