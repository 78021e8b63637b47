import fs from "node:fs";
import path from "node:path";
import type pg from "pg";

const folder = path.join(import.meta.dirname, "migrations");
/** Any number, the same in every process: two that start at once migrate one after the other. */
const lock = 7_236_110;

/** An older program must not write into it. The message says what to do. */
export class NewerDatabaseError extends Error {}

/**
 * Brings the database to this version's tables, each numbered file in a transaction of its own.
 * Throws when the database is newer than the files: an older program must not write into it.
 */
export async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lock]);
    await client.query(
      "create table if not exists migration (name text primary key, at timestamptz not null default now())",
    );
    const done = await client.query<{ name: string }>("select name from migration");
    const files = fs
      .readdirSync(folder)
      .filter((file) => file.endsWith(".sql"))
      .toSorted();
    const unknown = done.rows.find((row) => !files.includes(row.name));
    if (unknown)
      throw new NewerDatabaseError(
        `the database has "${unknown.name}", which this version does not know: start the newer version`,
      );
    const names = new Set(done.rows.map((row) => row.name));
    for (const file of files.filter((name) => !names.has(name))) {
      const sql = fs.readFileSync(path.join(folder, file), "utf8");
      await client.query(`begin; ${sql}; insert into migration (name) values ('${file}'); commit`);
    }
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    await client.query("select pg_advisory_unlock($1)", [lock]);
    client.release();
  }
}
