import { setTimeout as pause } from "node:timers/promises";
import {
  createPostgresBackend,
  createRedisBackend,
  runMigrations,
  withBackend,
  type BackendClasses,
  type IQueueBackend,
} from "bullmq";
import { Redis } from "ioredis";
import pg from "pg";
import type { Logger } from "pino";
import { SetupError } from "./setup-error.ts";

/** What the bells wake. Each finds out for itself, from the database, whether there is anything to do. */
export interface Handlers {
  tick(): Promise<void>;
  deliver(notice: string): Promise<void>;
  redraw(notice: string): Promise<void>;
}

export interface JobSettings {
  readonly databaseUrl: string;
  /** Null: the queue runs on PostgreSQL. */
  readonly redisUrl: string | null;
  readonly timeZone: string;
  /** Local time `HH:MM` at which working hours begin. */
  readonly morning: string;
  readonly tickEveryMs: number;
  /** A flushed Redis forgets its schedules without an error, so they are made again as often as this. */
  readonly reconcileEveryMs?: number;
  readonly log: Logger;
}

export interface Jobs {
  ring(what: "deliver" | "redraw", ids: readonly string[]): void;
  /** Work under way is finished; what was not begun stays in the database and is found by the next tick. */
  stop(): Promise<void>;
}

/** Every recurring bell: its name, when it rings, and what for. */
const schedules: readonly { name: string; means: string; rings: (settings: JobSettings) => Rings }[] = [
  {
    name: "tick",
    means: "work out afresh what is due, and sweep what was missed",
    rings: ({ tickEveryMs }) => ({ every: tickEveryMs }),
  },
  {
    name: "mornings",
    means: "begin on the minute working hours begin, Monday to Friday; holidays are the flows' to know",
    rings: ({ morning, timeZone }) => ({ pattern: everyWeekdayAt(morning), tz: timeZone }),
  },
];

type Rings = { every: number } | { pattern: string; tz: string };

/** Every queue, how many jobs of it run at once, and its cap. */
export const queues = {
  tick: { concurrency: 1, limiter: undefined },
  // A workspace or tenant allows so many messages a second for the whole app; a channel's own caps come on top.
  deliver: { concurrency: 8, limiter: { max: 20, duration: 1_000 } },
  redraw: { concurrency: 4, limiter: { max: 20, duration: 1_000 } },
} as const;

/** How often schedules are made again, unless something else is asked for. */
const reconcileEveryMs = 15_000;

/** State and attempts belong to the notice row: a job is tried once, and a failed one is kept to be looked at. */
const once = { attempts: 1, removeOnComplete: true, removeOnFail: { count: 100 } } as const;

export async function startJobs(settings: JobSettings, handlers: Handlers): Promise<Jobs> {
  if (settings.redisUrl !== null) {
    const redis = new Redis(settings.redisUrl, { maxRetriesPerRequest: null });
    redis.on("error", (error) => settings.log.warn({ code: codeOf(error) }, "redis"));
    await expectRedis(redis);
    const jobs = await begin(withBackend(createRedisBackend), redis, settings, handlers);
    return {
      ...jobs,
      stop: async () => {
        await jobs.stop();
        redis.disconnect();
      },
    };
  }
  const pool = new pg.Pool({
    connectionString: settings.databaseUrl,
    max: 8,
    keepAlive: true,
    options: "-c search_path=bullmq",
  });
  pool.on("error", (error) => settings.log.warn({ code: codeOf(error) }, "queue database"));
  // A connection in use that breaks would end the process; the queue notices by itself and connects again.
  pool.on("connect", (client) => void client.on("error", () => {}));
  await migrateQueue(pool);
  const jobs = await begin(withBackend(createPostgresBackend), pool, settings, handlers);
  return {
    ...jobs,
    stop: async () => {
      await jobs.stop();
      await pool.end();
    },
  };
}

/** Later Redis may come and go; one that is away at the start is most likely a wrong address. */
async function expectRedis(redis: Redis): Promise<void> {
  const there = await Promise.race([redis.ping(), pause(5_000, null)]);
  if (there !== null) return;
  redis.disconnect();
  throw new SetupError(
    "Redis at REDIS_URL does not answer. Check the address, the password and that it is running.",
  );
}

/** BullMQ keeps its own tables, in a schema of its own. */
export async function migrateQueue(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
}

async function begin<B extends IQueueBackend, C>(
  { Queue, Worker }: BackendClasses<B, C>,
  connection: C,
  settings: JobSettings,
  handlers: Handlers,
): Promise<Jobs> {
  const { log } = settings;
  const failed = (queue: string) => (error: Error) =>
    log.error({ queue, code: codeOf(error), error: error.name }, "queue");
  const bells = Object.fromEntries(
    Object.keys(queues).map((name) => {
      const queue = new Queue<{ notice: string }>(`statusrunde-${name}`, { connection });
      queue.on("error", failed(name));
      return [name, queue];
    }),
  );
  const reconcile = async (): Promise<void> => {
    for (const { name, rings } of schedules)
      await bells["tick"]?.upsertJobScheduler(name, rings(settings), { name, opts: once });
  };
  await reconcile();
  const again = setInterval(
    () => void reconcile().catch(failed("tick")),
    settings.reconcileEveryMs ?? reconcileEveryMs,
  );

  const work = { tick: () => handlers.tick(), deliver: handlers.deliver, redraw: handlers.redraw };
  const workers = Object.entries(queues).map(([name, { concurrency, limiter }]) => {
    const run = work[name as keyof typeof queues];
    const worker = new Worker<{ notice: string }>(`statusrunde-${name}`, (job) => run(job.data.notice), {
      connection,
      concurrency,
      runRetryDelay: 1_000,
      // What a killed process was in the middle of is rung for in vain until its lock has run out.
      lockDuration: 10_000,
      stalledInterval: 5_000,
      ...(limiter ? { limiter } : {}),
    });
    worker.on("error", failed(name));
    worker.on("failed", (job, error) =>
      log.error(
        { queue: name, job: job?.id, notice: job?.data.notice, error: error.name, at: firstFrame(error) },
        "job failed",
      ),
    );
    return worker;
  });

  return {
    ring(what, ids) {
      if (ids.length === 0) return;
      const jobs = ids.map((notice) => ({
        name: what,
        data: { notice },
        // One job a notice at a time; a ring during the work is worth one more look.
        opts: { ...once, deduplication: { id: `notice-${notice}`, keepLastIfActive: true } },
      }));
      void bells[what]?.addBulk(jobs).catch(failed(what));
    },
    async stop() {
      clearInterval(again);
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all(Object.values(bells).map((bell) => bell.close()));
    },
  };
}

function everyWeekdayAt(time: string): string {
  const [hour, minute] = time.split(":").map(Number);
  return `0 ${minute} ${hour} * * 1-5`;
}

function codeOf(error: Error): string | undefined {
  return "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** Where it happened, without the message: that may quote what somebody wrote. */
function firstFrame(error: Error): string | undefined {
  return error.stack
    ?.split("\n")
    .find((line) => line.includes(" at "))
    ?.trim();
}
