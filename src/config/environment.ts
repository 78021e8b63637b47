import { z } from "zod";

const levels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

export interface Environment {
  readonly configDir: string;
  readonly dataDir: string;
  /** Null: the embedded database in `dataDir`. */
  readonly databaseUrl: string | null;
  /** Null: the queue runs on the database. */
  readonly redisUrl: string | null;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Where people reach the pages, without a slash at the end; null when nothing but this machine does. */
  readonly publicUrl: string | null;
  readonly production: boolean;
  readonly logLevel: (typeof levels)[number];
}

export type ReadEnvironment =
  | { is: "read"; environment: Environment }
  | { is: "faulty"; faults: readonly string[] };

/** An empty variable counts as missing, as compose files pass it. Addresses may hold passwords, so no fault shows one. */
export function readEnvironment(env: Record<string, string | undefined>): ReadEnvironment {
  const set = Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, value?.trim() || undefined]),
  );
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    return {
      is: "faulty",
      faults: parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`),
    };
  }
  const { CONFIG_DIR, DATA_DIR, DATABASE_URL, REDIS_URL, HOST, PORT, PUBLIC_URL, NODE_ENV, LOG_LEVEL } =
    parsed.data;
  return {
    is: "read",
    environment: {
      configDir: CONFIG_DIR,
      dataDir: DATA_DIR,
      databaseUrl: DATABASE_URL ?? null,
      redisUrl: REDIS_URL ?? null,
      host: HOST,
      port: PORT,
      publicUrl: PUBLIC_URL?.replace(/\/+$/, "") ?? null,
      production: NODE_ENV === "production",
      logLevel: LOG_LEVEL,
    },
  };
}

function address(...protocols: string[]) {
  const expected = `found something else (not shown); expected an address ${protocols.map((one) => `${one}//…`).join(" or ")}`;
  return z
    .string()
    .refine((text) => protocols.includes(URL.parse(text)?.protocol ?? ""), { error: expected });
}

function found(expected: string) {
  return {
    error: (issue: { input?: unknown }) => `found ${JSON.stringify(issue.input)}; expected ${expected}`,
  };
}

const port = "a port, 0–65535";

const schema = z.object({
  CONFIG_DIR: z.string().default("./config"),
  DATA_DIR: z.string().default("./data"),
  DATABASE_URL: address("postgres:", "postgresql:").optional(),
  REDIS_URL: address("redis:", "rediss:").optional(),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, found("a host name or address"))
    .default("127.0.0.1"),
  PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, found(port))
    .transform(Number)
    .default(3000),
  PUBLIC_URL: address("https:", "http:")
    .refine((text) => !/[?#@]/.test(text), {
      error:
        "found a query, a fragment or a password (not shown); expected https://host, with a path at most",
    })
    .optional(),
  // A misspelt "production" would leave the local door open, so no other word passes.
  NODE_ENV: z
    .enum(["production", "development", "test"], found("production, development or test"))
    .optional(),
  LOG_LEVEL: z.enum(levels, found(levels.join(", "))).default("info"),
});
