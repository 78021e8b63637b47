import { createPostgresBackend, createRedisBackend, withBackend, type Queue } from "bullmq";
import { Redis as RedisClient } from "ioredis";
import pg from "pg";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { queues, startJobs, type Handlers, type Jobs, type JobSettings } from "../../src/jobs.ts";
import { freshDatabase } from "../support/database.ts";
import { freshRedis, hasRedis, type Redis } from "../support/redis.ts";

const never = 3_600_000;
type QueueName = keyof typeof queues;

/** Looks into a queue from outside, as an operator would. */
interface Inside {
  queue(name: QueueName): Pick<Queue, "getFailed" | "getDelayed" | "getJobSchedulers" | "getJobCounts">;
  /** Everything the queue knew is gone. */
  wipe(): Promise<void>;
  close(): Promise<void>;
}

interface Backend {
  settings: Pick<JobSettings, "databaseUrl" | "redisUrl">;
  open(): Inside;
  stop(): Promise<void>;
}

async function onPostgres(): Promise<Backend> {
  const databaseUrl = await freshDatabase();
  return {
    settings: { databaseUrl, redisUrl: null },
    open: () => {
      const pool = new pg.Pool({ connectionString: databaseUrl, max: 2, options: "-c search_path=bullmq" });
      const backend = withBackend(createPostgresBackend);
      const opened = Object.keys(queues).map(
        (name) => new backend.Queue(`statusrunde-${name}`, { connection: pool }),
      );
      return {
        queue: (name) => opened[Object.keys(queues).indexOf(name)]!,
        wipe: async () => {
          const { rows } = await pool.query<{ name: string }>(
            "select quote_ident(tablename) as name from pg_tables where schemaname = 'bullmq' and tablename !~ 'migration'",
          );
          await untilNoDeadlock(() => pool.query(`truncate ${rows.map(({ name }) => name).join(", ")}`));
        },
        close: async () => {
          await Promise.all(opened.map((queue) => queue.close()));
          await pool.end();
        },
      };
    },
    stop: () => Promise.resolve(),
  };
}

async function onRedis(): Promise<Backend> {
  const redis: Redis = await freshRedis();
  return {
    settings: { databaseUrl: await freshDatabase(), redisUrl: redis.url },
    open: () => {
      const connection = new RedisClient(redis.url, { maxRetriesPerRequest: null });
      const backend = withBackend(createRedisBackend);
      const opened = Object.keys(queues).map(
        (name) => new backend.Queue(`statusrunde-${name}`, { connection }),
      );
      return {
        queue: (name) => opened[Object.keys(queues).indexOf(name)]!,
        wipe: async () => void (await connection.flushall()),
        close: async () => {
          await Promise.all(opened.map((queue) => queue.close()));
          connection.disconnect();
        },
      };
    },
    stop: () => redis.stop(),
  };
}

/** Emptying tables that workers are using may be chosen to give way. */
async function untilNoDeadlock(work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    const failed = await work().then(
      () => null,
      (error: unknown) => error,
    );
    if (failed === null) return;
    if (!(failed instanceof pg.DatabaseError && failed.code === "40P01")) throw failed;
  }
}

const gates: (() => void)[] = [];

/** Something that is waited for, and the way to make it happen. */
function gate(): { open: () => void; opened: Promise<void> } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  gates.push(open);
  return { open, opened };
}

const backends = [
  { name: "PostgreSQL", make: onPostgres, can: true },
  { name: "Redis", make: onRedis, can: hasRedis },
];

describe.each(backends)("jobs on $name", ({ make, can }) => {
  let backend: Backend;
  let inside: Inside | undefined;
  let running: Jobs[];
  let logged: string[];

  beforeEach(async ({ skip }) => {
    skip(!can, "this machine has no Redis");
    running = [];
    logged = [];
    inside = undefined;
    backend = await make();
  });
  afterEach(async () => {
    if (!can) return;
    for (const open of gates.splice(0)) open(); // also when the test failed before it did
    await Promise.all(running.map((jobs) => jobs.stop()));
    await inside?.close();
    await backend.stop();
  });

  /** Another process with the same queue, as another `npm start` would be. */
  async function start(handlers: Partial<Handlers> = {}, more: Partial<JobSettings> = {}): Promise<Jobs> {
    const nothing = (): Promise<void> => Promise.resolve();
    const jobs = await startJobs(
      {
        ...backend.settings,
        timeZone: "Europe/Oslo",
        morning: "08:00",
        tickEveryMs: never,
        log: pino({ level: "warn" }, { write: (line: string) => void logged.push(line) }),
        ...more,
      },
      { tick: nothing, deliver: nothing, redraw: nothing, ...handlers },
    );
    running.push(jobs);
    inside ??= backend.open();
    return jobs;
  }

  test("a ring wakes whoever sends, and another one whoever draws", async () => {
    const done: string[] = [];
    const jobs = await start({
      deliver: (notice) => Promise.resolve(void done.push(`deliver ${notice}`)),
      redraw: (notice) => Promise.resolve(void done.push(`redraw ${notice}`)),
    });
    jobs.ring("deliver", ["1", "2"]);
    jobs.ring("redraw", ["1"]);
    jobs.ring("deliver", []);
    await expect.poll(() => done.toSorted()).toEqual(["deliver 1", "deliver 2", "redraw 1"]);
    await expect
      .poll(() => inside!.queue("deliver").getJobCounts("completed", "failed", "waiting", "active"))
      .toEqual({ completed: 0, failed: 0, waiting: 0, active: 0 });
  });

  test("a ring while the notice is being worked on is worth one more look, however often it comes", async () => {
    const looks: string[] = [];
    const [begun, held] = [gate(), gate()];
    const jobs = await start({
      deliver: async (notice) => {
        looks.push(notice);
        begun.open();
        await held.opened;
      },
    });
    jobs.ring("deliver", ["7"]);
    await begun.opened;
    for (let time = 0; time < 5; time += 1) jobs.ring("deliver", ["7"]);
    jobs.ring("deliver", ["8"]);
    await expect.poll(() => looks.includes("8")).toBe(true); // the rings before it were heard
    held.open();
    await expect.poll(() => looks.filter((notice) => notice === "7").length).toBe(2);
    jobs.ring("deliver", ["9"]);
    await expect.poll(() => looks).toContain("9");
    expect(looks.filter((notice) => notice === "7")).toHaveLength(2);
  });

  test("a job that fails is there to be looked at, without what it was about; the others go on, and it can be rung for again", async () => {
    const done: string[] = [];
    let isBroken = true;
    const jobs = await start({
      deliver: (notice) => {
        if (notice === "13" && isBroken) return Promise.reject(new Error("the comment was: hemmelig"));
        return Promise.resolve(void done.push(notice));
      },
    });
    jobs.ring("deliver", ["12", "13", "14"]);
    await expect.poll(() => done.toSorted()).toEqual(["12", "14"]);
    await expect
      .poll(async () => (await inside!.queue("deliver").getFailed()).map((job) => job.data as unknown))
      .toEqual([{ notice: "13" }]);
    await expect.poll(() => logged.join("")).toContain('"notice":"13"');
    expect(logged.join("")).not.toContain("hemmelig");
    isBroken = false;
    jobs.ring("deliver", ["13"]);
    await expect.poll(() => done).toContain("13");
  });

  test("the scheduler rings by itself, again and again", async () => {
    let ticks = 0;
    await start({ tick: () => Promise.resolve(void (ticks += 1)) }, { tickEveryMs: 100 });
    await expect.poll(() => ticks, { timeout: 20_000 }).toBeGreaterThan(5);
  });

  test("making the schedules again and again neither holds up the tick nor multiplies it", async () => {
    const began = Date.now();
    let ticks = 0;
    await start(
      { tick: () => Promise.resolve(void (ticks += 1)) },
      { tickEveryMs: 400, reconcileEveryMs: 30 },
    );
    await expect.poll(() => ticks, { timeout: 30_000 }).toBeGreaterThan(6);
    // However slow the machine: there were not more ticks than intervals. The first comes at once.
    expect(ticks).toBeLessThanOrEqual((Date.now() - began) / 400 + 2);
  });

  test("two processes ring once an interval between them, and keep one schedule of each kind", async () => {
    const began = Date.now();
    let ticks = 0;
    const tick = (): Promise<void> => Promise.resolve(void (ticks += 1));
    await Promise.all([start({ tick }, { tickEveryMs: 400 }), start({ tick }, { tickEveryMs: 400 })]);
    await expect.poll(() => ticks, { timeout: 30_000 }).toBeGreaterThan(7);
    expect(ticks).toBeLessThanOrEqual((Date.now() - began) / 400 + 2);
    const names = (await inside!.queue("tick").getJobSchedulers()).map((scheduler) => scheduler.key);
    expect(names.toSorted()).toEqual(["mornings", "tick"]);
  });

  test("the morning's bell knows the time zone", async () => {
    await start();
    const morning = (await inside!.queue("tick").getJobSchedulers()).find(
      (scheduler) => scheduler.key === "mornings",
    );
    expect(morning).toMatchObject({ pattern: "0 0 8 * * 1-5", tz: "Europe/Oslo" });
    const local = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Oslo", timeStyle: "short" });
    expect(local.format(morning?.next)).toBe("08:00");
  });

  test("when the queue has lost everything, the schedules come back and work goes on", async () => {
    let ticks = 0;
    const done: string[] = [];
    const jobs = await start(
      {
        tick: () => Promise.resolve(void (ticks += 1)),
        deliver: (notice) => Promise.resolve(void done.push(notice)),
      },
      { tickEveryMs: 300, reconcileEveryMs: 200 },
    );
    await expect.poll(() => ticks, { timeout: 20_000 }).toBeGreaterThan(1);
    await inside!.wipe();
    const before = ticks;
    await expect.poll(() => ticks, { timeout: 20_000 }).toBeGreaterThan(before + 2);
    expect(
      (await inside!.queue("tick").getJobSchedulers()).map((scheduler) => scheduler.key).toSorted(),
    ).toEqual(["mornings", "tick"]);
    jobs.ring("deliver", ["21"]);
    await expect.poll(() => done).toEqual(["21"]);
  });

  test("losing everything while a notice is being sent does not keep it from being rung for later", async () => {
    const done: string[] = [];
    const [begun, held] = [gate(), gate()];
    const jobs = await start({
      deliver: async (notice) => {
        done.push(notice);
        begun.open();
        await held.opened;
      },
    });
    jobs.ring("deliver", ["31"]);
    await begun.opened;
    await inside!.wipe();
    held.open();
    jobs.ring("deliver", ["31"]);
    await expect.poll(() => done, { timeout: 20_000 }).toEqual(["31", "31"]);
  });

  test("the cap holds for all processes together", async () => {
    const { max, duration } = queues.deliver.limiter;
    const done: string[] = [];
    const deliver = (notice: string): Promise<void> => Promise.resolve(void done.push(notice));
    const [one] = await Promise.all([start({ deliver }), start({ deliver })]);
    const began = Date.now();
    const many = Array.from({ length: max * 2 + 1 }, (_, nth) => String(nth));
    one?.ring("deliver", many);
    await expect.poll(() => done.length, { timeout: 30_000 }).toBe(many.length);
    // A slow machine only makes it longer: one window is full before the next may begin.
    expect(Date.now() - began).toBeGreaterThanOrEqual(duration);
    expect(new Set(done).size).toBe(many.length);
  });

  test("stopping waits for what is being sent, and begins nothing new", async () => {
    const done: string[] = [];
    const [begun, held] = [gate(), gate()];
    const jobs = await start({
      deliver: async (notice) => {
        begun.open();
        await held.opened;
        done.push(notice);
      },
    });
    jobs.ring("deliver", ["41"]);
    await begun.opened;
    let isStopped = false;
    const stopping = jobs.stop().then(() => (isStopped = true));
    running.length = 0;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isStopped).toBe(false);
    held.open();
    await stopping;
    expect(done).toEqual(["41"]);
  });

  test("what one process had no time for is done by the next, and nothing twice", async () => {
    const done: string[] = [];
    const [begun, held] = [gate(), gate()];
    const first = await start({
      deliver: async (notice) => {
        begun.open();
        await held.opened;
        done.push(notice);
      },
    });
    const many = Array.from({ length: queues.deliver.concurrency + 6 }, (_, nth) => String(nth));
    first.ring("deliver", many);
    await begun.opened;
    await expect
      .poll(async () => (await inside!.queue("deliver").getJobCounts("active"))["active"])
      .toBe(queues.deliver.concurrency);
    const stopping = first.stop();
    held.open();
    await stopping;
    expect(done).toHaveLength(queues.deliver.concurrency);
    running.length = 0;
    await start({ deliver: (notice) => Promise.resolve(void done.push(notice)) });
    await expect.poll(() => done.length, { timeout: 20_000 }).toBe(many.length);
    expect(done.toSorted()).toEqual(many.toSorted());
  });
});
