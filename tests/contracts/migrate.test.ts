import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { migrate } from "../../src/store/migrate.ts";
import { freshDatabase } from "../support/database.ts";

const files = fs.readdirSync(path.join(import.meta.dirname, "../../src/store/migrations")).toSorted();

let pools: pg.Pool[];
let url: string;
const connect = (): pg.Pool => {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  pools.push(pool);
  return pool;
};
/** A database in which nothing was ever made. */
beforeEach(async () => {
  pools = [];
  url = await freshDatabase();
  await connect().query("drop schema public cascade; create schema public");
});
afterEach(async () => void (await Promise.all(pools.map((pool) => pool.end()))));

const done = async (): Promise<string[]> =>
  (await connect().query<{ name: string }>("select name from migration order by name")).rows.map(
    (row) => row.name,
  );

describe("the database's tables", () => {
  test("are made once, also when five processes start at the same moment", async () => {
    await Promise.all(Array.from({ length: 5 }, () => migrate(connect())));
    expect(await done()).toEqual(files);
    await migrate(connect());
    expect(await done()).toEqual(files);
  });

  test("are refused when a newer version has made them, and nobody waits for the lock afterwards", async () => {
    await migrate(connect());
    await connect().query("insert into migration (name) values ('999_future.sql')");
    await expect(migrate(connect())).rejects.toThrow("start the newer version");
    await connect().query("delete from migration where name = '999_future.sql'");
    await migrate(connect());
    expect(await done()).toEqual(files);
  });

  test("are made whole or not at all: a file that fails leaves nothing of itself behind", async () => {
    // The last table of the first file is there already, as somebody's own.
    await connect().query("create table demo (mine text)");
    await expect(migrate(connect())).rejects.toThrow('relation "demo" already exists');
    const { rows } = await connect().query(
      "select tablename from pg_tables where schemaname = 'public' order by 1",
    );
    expect(rows).toEqual([{ tablename: "demo" }, { tablename: "migration" }]);
    await connect().query("drop table demo");
    await migrate(connect());
    expect(await done()).toEqual(files);
  });
});
