import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { TEMPLATE } from "./database-server.ts";

/** A migrated, empty database of the caller's own; returns its connection string. It goes away with the server. */
export async function freshDatabase(): Promise<string> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const admin = new pg.Client({ connectionString: inject("postgres") });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  await admin.end();
  const url = new URL(inject("postgres"));
  url.pathname = `/${name}`;
  return url.href;
}
