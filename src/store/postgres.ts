import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Tables } from "./tables.ts";

export type Database = Kysely<Tables>;

// A date column is a day of the calendar, not an instant in some zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** Any number; another one than the migrations'. */
const servingLock = 7_236_111;

/** Whether a server is connected to this database. */
export async function isServed(pool: pg.Pool): Promise<boolean> {
  const found = await pool.query(
    `select from pg_locks where locktype = 'advisory' and objid = $1 and granted
       and database = (select oid from pg_database where datname = current_database())`,
    [servingLock],
  );
  return (found.rowCount ?? 0) > 0;
}

export interface Postgres {
  readonly pool: pg.Pool;
  readonly db: Database;
  /** Calls back when anything changed in the database, whichever process did it. */
  listen(changed: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** One pool for the store. Connecting is tried by the first query, not here. */
export function connect(url: string): Postgres {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  });
  // An idle connection that breaks is replaced by the next query; without a listener it would end the process.
  pool.on("error", () => {});
  // So would one that breaks between two queries of a transaction: the query that follows fails and says so.
  pool.on("connect", (client) => void client.on("error", () => {}));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const close = async (): Promise<void> => {
    await db.destroy();
    // Kysely leaves a pool alone that it was never asked to use.
    if (!pool.ending) await pool.end();
  };
  return { pool, db, listen: (changed) => listen(url, changed), close };
}

async function listen(url: string, changed: () => void): Promise<() => Promise<void>> {
  let ended = false;
  let client: pg.Client | undefined;
  let again: NodeJS.Timeout | undefined;
  const begin = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true });
    client = fresh;
    fresh.on("notification", changed);
    fresh.on("error", () => {});
    fresh.on("end", () => {
      if (!ended) again = setTimeout(() => void begin().catch(() => {}), 1_000);
    });
    await fresh.connect();
    await fresh.query("listen changed");
    // Held as long as this connection lives, so that a command can tell whether somebody delivers.
    await fresh.query("select pg_advisory_lock_shared($1)", [servingLock]);
    // Whatever changed while nobody listened is looked at now.
    changed();
  };
  await begin();
  return async () => {
    ended = true;
    clearTimeout(again);
    await client?.end();
  };
}

/** What a failed query meant, where the caller can do something about it. */
export function codeOf(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.code ?? null) : null;
}

const gone = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EPIPE",
  "ENOENT",
  "57P01",
  "57P02",
  "57P03",
  "25006",
]);

/** The database is away, full or starting: nothing was stored, and trying again later may do. Everything else is a bug. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  if (gone.has(code) || code.startsWith("08") || code.startsWith("53") || code.startsWith("58")) return true;
  // node-postgres gives these no code.
  return /connection terminated|timeout exceeded when trying to connect|connection error/i.test(
    error.message,
  );
}
