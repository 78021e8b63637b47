import pg from "pg";
import { migrateQueue } from "../../src/jobs.ts";
import { startEmbedded } from "../../src/store/embedded.ts";
import { migrate } from "../../src/store/migrate.ts";

export const TEMPLATE = "template_statusrunde";

async function makeTemplate(postgres: string): Promise<void> {
  const admin = new pg.Client({ connectionString: postgres });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();
  const url = new URL(postgres);
  url.pathname = `/${TEMPLATE}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 1 });
  try {
    await migrate(pool);
    // Every stage would otherwise make them anew.
    await migrateQueue(pool);
  } finally {
    await pool.end();
  }
}

/**
 * One real PostgreSQL for the whole run: the embedded one, without fsync (no test that shares it kills it), or the
 * server of TEST_DATABASE_URL, whose account must be allowed to create databases.
 */
export async function startDatabase(dataDir: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given) {
    await makeTemplate(given);
    return { url: given, stop: async () => {} };
  }
  const server = await startEmbedded(dataDir, { fsync: false });
  try {
    await makeTemplate(server.url("postgres"));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url: server.url("postgres"), stop: server.stop };
}
