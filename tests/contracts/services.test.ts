import { Redis } from "ioredis";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { freshDatabase } from "../support/database.ts";
import { freshRedis, hasRedis } from "../support/redis.ts";

async function tablesOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  await client.query("CREATE TABLE mine ()");
  await client.end();
  return rows.map(({ name }) => name);
}

describe("what every test may start from", () => {
  test("a fresh database has the project's tables and nothing of another test", async () => {
    const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
    expect(await tablesOf(one)).toContain("migration");
    expect(await tablesOf(other)).not.toContain("mine");
  });

  test.skipIf(!hasRedis)("a fresh Redis is empty and answers", async () => {
    const [one, other] = await Promise.all([freshRedis(), freshRedis()]);
    const here = new Redis(one.url);
    const there = new Redis(other.url);
    await here.set("answer", "green");
    expect(await here.get("answer")).toBe("green");
    expect(await there.dbsize()).toBe(0);
    here.disconnect();
    there.disconnect();
    await Promise.all([one.stop(), other.stop()]);
  });

  test("the process counts its days in UTC", () => {
    expect(new Date(2020, 0, 1).toISOString()).toBe("2020-01-01T00:00:00.000Z");
  });
});
