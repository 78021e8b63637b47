import pg from "pg";
import { isServed } from "./postgres.ts";

/** Empties a database that is empty or holds a demo, and says what keeps it from doing so otherwise. */
export async function wipeDemo(url: string): Promise<"wiped" | "served" | "real"> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  // A server that stops while this closes must not end the process.
  pool.on("error", () => {});
  try {
    const has = async (table: string): Promise<boolean> => {
      const found = await pool.query<{ there: boolean }>("select to_regclass($1) is not null as there", [
        `public.${table}`,
      ]);
      return (
        found.rows[0]?.there === true &&
        ((await pool.query(`select from ${table} limit 1`)).rowCount ?? 0) > 0
      );
    };
    if (await isServed(pool)) return "served";
    if ((await has("round")) && !(await has("demo"))) return "real";
    await pool.query(
      "drop schema if exists bullmq cascade; drop schema public cascade; create schema public",
    );
    return "wiped";
  } finally {
    await pool.end();
  }
}
