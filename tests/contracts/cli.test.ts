import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "../support/database.ts";
import { ended, endedWithoutReader, started, type Ended, type Running } from "../support/program.ts";
import { smallTown, writeTown, type Town } from "../support/town.ts";

const program = "src/cli/statusrunde.ts";
const folders: string[] = [];

function folder(): string {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), "statusrunde-cli-"));
  folders.push(made);
  return made;
}

function written(what: Town): string {
  return writeTown(what, folder());
}

/** Two plans, in English, with a round far ahead: whatever today is, it is to come. */
function town(): Town {
  const small = smallTown({ opens: "2098-11-28", deadline: "2098-12-11" });
  const { klima } = small.plans;
  if (!klima) throw new Error("the small town has no plan");
  const first = {
    ...klima,
    language: "en" as const,
    rounds: [{ period: "desember 2098", opens: "2098-11-28", deadline: "2098-12-11" }],
  };
  return {
    ...small,
    plans: { klima: first, folkehelse: { ...first, title: "Folkehelseplan" } },
    settings: { language: "en" },
  };
}

function firstMeasure(of: Town) {
  const measure = of.plans["klima"]?.headings[0]?.measures[0];
  if (!measure) throw new Error("the town has no measure");
  return measure;
}

let url: string;
let db: pg.Client;
let environment: Record<string, string>;

afterAll(() => {
  for (const made of folders) fs.rmSync(made, { recursive: true, force: true });
});

function run(...args: string[]): Promise<Ended> {
  return ended(program, args, environment);
}

async function count(table: string): Promise<number> {
  const { rows } = await db.query<{ n: number }>(`select count(*)::int as n from ${table}`);
  return rows[0]?.n ?? 0;
}

/** Nobody was asked anything, and nothing says that a round was thought of. */
async function expectNothingDone(): Promise<void> {
  for (const table of ["round", "item", "notice", "event", "report"])
    expect(await count(table), table).toBe(0);
}

async function wholeDatabase(): Promise<Record<string, unknown[]>> {
  const { rows } = await db.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
  );
  const contents: Record<string, unknown[]> = {};
  for (const { name } of rows)
    contents[name] = (await db.query(`select to_jsonb(t) as row from "${name}" t order by 1`)).rows;
  return contents;
}

function expectRefused(outcome: Ended, line: RegExp): void {
  expect(outcome.stderr).toMatch(line);
  expect(outcome.stderr).not.toMatch(/^\s+at /m);
  expect(outcome.stdout).toBe("");
  expect(outcome.code).toBe(1);
}

describe("how to use it", () => {
  test.concurrent.each([
    [[], /compiles one status\s+table/],
    [["round"], /preview.*open.*list.*show.*close.*publish/s],
    [["round", "preview"], /writes nothing/],
    [["round", "open"], /opens it/],
    [["round", "list"], /newest first/],
    [["round", "show"], /who is missing/],
    [["round", "close"], /late answers are still taken/],
    [["round", "publish"], /sends it to leadership/],
    [["report"], /html, md, csv, json/],
    [["read"], /stores nothing/],
    [["link"], /ends every link/],
  ])("%j says with --help what it does", async (words, about) => {
    const { code, stdout, stderr } = await ended(program, [...words, "--help"], {});
    expect(stdout).toMatch(about);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test.concurrent.each([
    ["no command", []],
    ["an unknown command", ["opne"]],
    ["an unknown step of a round", ["round", "reopen"]],
    ["a missing argument", ["round", "open"]],
    ["one argument too many", ["round", "show", "klima", "folkehelse"]],
    ["an unknown option", ["round", "list", "--all"]],
    ["a deadline that is no date", ["round", "open", "klima", "--deadline", "2098-02-30"]],
    ["an empty period", ["round", "open", "klima", "--period", " "]],
    ["a period of two lines", ["round", "open", "klima", "--period", "a\nb"]],
    ["a format nobody writes", ["report", "klima", "--format", "docx"]],
    ["several formats without a folder", ["report", "klima", "--format", "html,csv"]],
    ["a link to two things", ["link", "oda", "--progress", "klima", "--report", "klima"]],
    ["ending links and making one", ["link", "oda", "--revoke", "--report", "klima"]],
  ])("%s is wrong use: exit code 2, and nothing on stdout", async (_what, words) => {
    const { code, stdout, stderr } = await ended(program, words, {
      DATABASE_URL: "postgres://127.0.0.1:1/none",
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/error: |Usage: /);
  });
});

describe("on a database", () => {
  beforeEach(async () => {
    url = await freshDatabase();
    db = new pg.Client({ connectionString: url });
    await db.connect();
    environment = { DATABASE_URL: url, CONFIG_DIR: written(town()) };
  });
  afterEach(async () => {
    await db.end();
  });

  describe("looking before opening", () => {
    test("preview names who would get how much, as words and as JSON", async () => {
      const words = await run("round", "preview", "klima");
      expect(words).toMatchObject({ code: 0, stderr: "" });
      expect(words.stdout).toContain(
        "Klimaplan for Fjordvik, desember 2098 · Deadline Thursday 11 December at 12:00",
      );
      expect(words.stdout).toContain("Siv Skole (2 measures)");

      const json = await run("round", "preview", "klima", "--json");
      expect(json).toMatchObject({ code: 0, stderr: "" });
      expect(JSON.parse(json.stdout)).toMatchObject({
        plan: "klima",
        period: "desember 2098",
        deadline: "2098-12-11",
        people: expect.arrayContaining([{ id: "siv", name: "Siv Skole", items: 2 }]),
        blocked: [],
      });
    });

    test("preview writes nothing", async () => {
      // Every command takes the people of config/ over; what comes after that is the preview's own.
      await run("round", "list");
      const before = await wholeDatabase();
      expect((await run("round", "preview", "klima")).code).toBe(0);
      expect(await wholeDatabase()).toEqual(before);
      await expectNothingDone();
    });

    test("opening without --yes and without a terminal does nothing, and says how to do it", async () => {
      const { code, stdout, stderr } = await run("round", "open", "klima");
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toContain("Siv Skole (2 measures)");
      expect(stderr).toContain("Nothing was done. Add --yes to do it.");
      await expectNothingDone();
    });

    test("a measure without a unit blocks opening and leaves nothing behind", async () => {
      const broken = town();
      firstMeasure(broken).units = [];
      environment["CONFIG_DIR"] = written(broken);
      expectRefused(
        await run("round", "open", "klima", "--yes"),
        /1\.1 Elbiler: The measure has no responsible unit/,
      );
      await expectNothingDone();
      expect((await run("round", "preview", "klima")).code).toBe(1);
    });

    test("a unit without a contact blocks opening and leaves nothing behind", async () => {
      const broken = town();
      broken.units["omsorg"] = { name: "Omsorg", contacts: [] };
      environment["CONFIG_DIR"] = written(broken);
      expectRefused(await run("round", "open", "klima", "--yes"), /Omsorg: The unit has no contact/);
      await expectNothingDone();
    });

    test("a deadline in the past blocks opening and leaves nothing behind", async () => {
      const given = ["--period", "våren 2020", "--deadline", "2020-06-12"];
      expectRefused(
        await run("round", "open", "klima", ...given, "--yes"),
        /The deadline has already passed/,
      );
      await expectNothingDone();
    });

    test("a period the calendar does not know needs a deadline", async () => {
      expectRefused(
        await run("round", "open", "klima", "--period", "ekstra", "--yes"),
        /no period "ekstra".*--deadline/,
      );
      await expectNothingDone();
    });

    test("an unknown plan and an unknown round are named, with those there are", async () => {
      expectRefused(await run("round", "open", "klma", "--yes"), /no plan "klma"\. Plans: folkehelse, klima/);
      expectRefused(await run("round", "preview", "klma"), /no plan "klma"/);
      const commands = [["round", "show"], ["round", "close"], ["round", "publish"], ["report"]];
      for (const outcome of await Promise.all(commands.map((command) => run(...command, "7"))))
        expectRefused(outcome, /no round "7"\. Rounds: none yet/);
    });
  });

  describe("a round from the command line", () => {
    test("it is opened, shown, closed and published; each step once, and the second time says so", async () => {
      const none = await run("round", "list");
      expect(none).toMatchObject({ code: 0, stdout: "" });
      expect(none.stderr).toContain("No rounds yet");

      const opened = await run("round", "open", "klima", "--yes");
      expect(opened).toMatchObject({ code: 0, stdout: "" });
      expect(opened.stderr).toContain("Klimaplan for Fjordvik, desember 2098: The status round is open.");
      const again = await run("round", "open", "klima", "--yes");
      expect(again).toMatchObject({ code: 0, stdout: "" });
      expect(again.stderr).toMatch(/desember 2098: That was already done\. Nothing is sent again\.\n$/);
      expect(await count("round")).toBe(1);

      const list = await run("round", "list");
      expect(list).toMatchObject({ code: 0, stderr: "" });
      expect(list.stdout).toBe("1  Klimaplan for Fjordvik, desember 2098: Open, 0 of 5 answered\n");
      expect(JSON.parse((await run("round", "list", "--json")).stdout)).toMatchObject([
        { round: { id: "1", period: "desember 2098" }, state: "open", answered: 0, items: 5 },
      ]);

      const shown = await run("round", "show", "klima");
      expect(shown).toMatchObject({ code: 0, stderr: "" });
      expect(shown.stdout).toMatch(/Siv Skole +0\/2 +1\.2, 2\.1/);
      expect(JSON.parse((await run("round", "show", "1", "--json")).stdout)).toMatchObject({
        state: "open",
        items: 5,
      });

      const unsure = await run("round", "close", "klima");
      expect(unsure).toMatchObject({ code: 1, stdout: "" });
      expect(unsure.stderr).toMatch(
        /These have not answered everything \(3\)[^]*The deadline has not passed yet/,
      );
      for (const said of [/The status round is closed/, /already done/]) {
        const closed = await run("round", "close", "klima", "--yes");
        expect(closed).toMatchObject({ code: 0, stdout: "" });
        expect(closed.stderr).toMatch(said);
      }
      expectRefused(
        await run("round", "open", "klima", "--yes"),
        /running round: round 1 \(desember 2098\) is closed/,
      );

      const missing = await run("round", "publish", "klima");
      expect(missing).toMatchObject({ code: 1, stdout: "" });
      expect(missing.stderr).toContain("2.1 Solceller: no answer from Skole, Eiendom.");
      expect(missing.stderr).toContain("Rolf Leder");
      expect(await count("report")).toBe(0);
      const notes = ["--note", "Første linje", "--note", "Andre linje"];
      for (const said of [/The report is published/, /already done/]) {
        const published = await run("round", "publish", "klima", ...notes, "--yes");
        expect(published).toMatchObject({ code: 0, stdout: "" });
        expect(published.stderr).toMatch(said);
      }
      expect(await count("report")).toBe(1);
      const { rows } = await db.query<{ actor: string; verb: string }>(
        "select actor, verb from event where item_id is null and actor <> 'statusrunde' order by id",
      );
      expect(rows).toEqual(
        ["prepared", "opened", "closed", "published"].map((verb) => ({ actor: "operator", verb })),
      );

      const report = JSON.parse((await run("report", "klima", "--format", "json")).stdout) as {
        preface: string[];
      };
      expect(report.preface).toEqual(["Første linje", "Andre linje"]);
      expectRefused(
        await run("round", "open", "klima", "--period", "desember 2098", "--yes"),
        /has had round 1 \(desember 2098\) already: it is published/,
      );
      expectRefused(await run("round", "open", "klima", "--yes"), /no round to come.*--period/);
    }, 180_000);

    test("two plans each have their own round, found by the plan's key", async () => {
      await run("round", "open", "klima", "--yes");
      await run("round", "open", "folkehelse", "--period", "ekstra", "--deadline", "2098-10-01", "--yes");
      expect((await run("round", "list")).stdout.split("\n", 2)).toEqual([
        "2  Folkehelseplan, ekstra: Open, 0 of 5 answered",
        "1  Klimaplan for Fjordvik, desember 2098: Open, 0 of 5 answered",
      ]);
      expect((await run("round", "close", "folkehelse", "--yes")).code).toBe(0);
      expect((await run("round", "show", "folkehelse")).stdout).toContain("Closed");
      expect((await run("round", "show", "klima")).stdout).toContain("Open");
    });

    test("another period is refused while one is running", async () => {
      await run("round", "open", "klima", "--yes");
      const other = ["--period", "ekstra", "--deadline", "2098-10-01"];
      expectRefused(
        await run("round", "open", "klima", ...other, "--yes"),
        /running round: round 1.*Publish it first/,
      );
      expect(await count("round")).toBe(1);
    });
  });

  describe("the table", () => {
    beforeEach(async () => {
      await run("round", "open", "klima", "--yes");
    });

    test("a draft says that it is one, in the terminal and in every document", async () => {
      const printed = await run("report", "klima");
      expect(printed).toMatchObject({ code: 0, stderr: "" });
      expect(printed.stdout).toContain("Klimaplan for Fjordvik");
      expect(printed.stdout).toMatch(/draft – not published/i);
      expect(printed.stdout).not.toContain("\u001B");
      const out = path.join(folder(), "deep", "out");
      const files = ["html", "md", "csv", "json"].map((extension) => path.join(out, `report.${extension}`));
      expect(await run("report", "klima", "--out", out)).toEqual({
        code: 0,
        stdout: `${files.join("\n")}\n`,
        stderr: "",
      });
      for (const file of files.slice(0, 3)) expect(fs.readFileSync(file, "utf8"), file).toMatch(/\bDraft\b/);
    });

    test("only the formats asked for are written", async () => {
      const out = folder();
      expect((await run("report", "klima", "--out", out, "--format", "csv, md")).code).toBe(0);
      expect(fs.readdirSync(out).toSorted()).toEqual(["report.csv", "report.md"]);
    });

    test("a folder nobody can write into is said in one line", async () => {
      const file = path.join(folder(), "a-file");
      fs.writeFileSync(file, "");
      expectRefused(
        await run("report", "klima", "--out", file),
        /--out: nothing can be written into .*EEXIST/,
      );
    });

    test("the published bytes are those whose SHA-256 is in the database, in a file and on stdout", async () => {
      await run("round", "publish", "klima", "--yes");
      const { rows } = await db.query<{ sha256: Buffer }>("select sha256 from report");
      const out = folder();
      await run("report", "klima", "--out", out, "--format", "json");
      const file = fs.readFileSync(path.join(out, "report.json"));
      expect(createHash("sha256").update(file).digest("hex")).toBe(rows[0]?.sha256.toString("hex"));
      const printed = await run("report", "klima", "--format", "json");
      expect(printed.stdout).toBe(file.toString());
      expect((await run("report", "klima")).stdout).not.toMatch(/draft – not published/i);
      expect((await run("report", "klima", "--draft")).stdout).toMatch(/draft – not published/i);
    });

    test("a reader who leaves early gets no stack trace", async () => {
      const left = await endedWithoutReader(program, ["report", "klima"], environment);
      expect(left).toEqual({ code: 0, stderr: "" });
    });
  });

  describe("how a typed reply would be understood", () => {
    test("it is said in the plan's words, without any database", async () => {
      const alone = { ...environment, DATABASE_URL: "" };
      const read = (...words: string[]) => ended(program, ["read", ...words, "--plan", "klima"], alone);
      expect(await read("1.1 grønn – alle biler er byttet")).toEqual({
        code: 0,
        stdout: "1.1 Elbiler: ✓ Completed – alle biler er byttet\n",
        stderr: "",
      });
      expect((await read("1.1 som sist")).stdout).toBe("1.1 Elbiler: same as last time\n");
      const json = await read("1.1 grønn – alle biler er byttet", "--json");
      expect(JSON.parse(json.stdout)).toMatchObject({ kind: "answer", said: [{ status: "green" }] });
      expect(await read("grønn eller rød?")).toMatchObject({ code: 1, stderr: "" });
      const unclear = await read("kanskje", "--json");
      expect(unclear.code).toBe(1);
      expect(JSON.parse(unclear.stdout)).toMatchObject({ kind: "unclear" });
    });

    test("a number that two plans print is not guessed at", async () => {
      const { code, stdout } = await run("read", "1.1 grønn");
      expect(code).toBe(1);
      expect(stdout).toMatch(/Which measure/);
      expect(stdout).toContain("Folkehelseplan, 1.1 Elbiler");
      expect(stdout).toContain("Klimaplan for Fjordvik, 1.1 Elbiler");
    });

    test("an unknown plan is named", async () => {
      expectRefused(
        await run("read", "1.1 grønn", "--plan", "klma"),
        /no plan "klma"\. Plans: folkehelse, klima/,
      );
    });
  });

  describe("what cannot work", () => {
    test("every fault in config/ is listed, and nothing is written", async () => {
      const broken = town();
      firstMeasure(broken).units = ["omsrog"];
      const faulty = { ...broken, units: { ...broken.units, skole: { name: "Skole", contacts: ["sivv"] } } };
      environment["CONFIG_DIR"] = written(faulty);
      const commands = [
        ["round", "open", "klima", "--yes"],
        ["round", "list"],
        ["read", "1.1 grønn"],
      ];
      for (const outcome of await Promise.all(commands.map((command) => run(...command)))) {
        expectRefused(outcome, /The config has faults/);
        expect(outcome.stderr).toMatch(/plans\/klima\.yaml:\d+: found .*omsrog.*did you mean `omsorg`/);
        expect(outcome.stderr).toMatch(/people\.yaml:\d+: found .*sivv.*did you mean `siv`/);
      }
      await expectNothingDone();
      expect(await count("person")).toBe(0);
    });

    test("a config folder that is not there is said in one line", async () => {
      environment["CONFIG_DIR"] = path.join(folder(), "nowhere");
      expectRefused(await run("round", "list"), /no folder that can be read/);
    });

    test("a database that does not answer is said in one line, without its password", async () => {
      environment["DATABASE_URL"] = "postgres://bot:geheim@127.0.0.1:1/statusrunde";
      const outcome = await run("round", "list");
      expectRefused(outcome, /database at DATABASE_URL does not answer \(ECONNREFUSED\)/);
      expect(outcome.stderr).not.toContain("geheim");
    });

    test("a faulty environment is said variable by variable", async () => {
      Object.assign(environment, { DATABASE_URL: "mysql://x", PORT: "http" });
      const outcome = await run("round", "list");
      expectRefused(outcome, /^DATABASE_URL: /m);
      expect(outcome.stderr).toMatch(/^PORT: /m);
    });
  });

  describe("who delivers", () => {
    test("without a server the command says that messages wait for one", async () => {
      expect((await run("round", "open", "klima", "--yes")).stderr).toContain(
        "No server is running: messages go out when",
      );
    });

    describe("beside a running server", () => {
      let server: Running;
      let address: string;
      beforeEach(async () => {
        const settings = { ...environment, PORT: "0", LOG_LEVEL: "silent" };
        server = await started("src/main.ts", [], settings, /^Plans: /m);
        address = /http:\S+/.exec(server.said())?.[0] ?? "";
      });
      afterEach(async () => {
        await server.stop();
      });

      test("the command leaves the sending to it, and says so", async () => {
        expect((await run("round", "open", "klima", "--yes")).stderr).toContain(
          "The running server sends the messages",
        );
      });

      test("a personal link opens their own pages until it is ended", async () => {
        environment["PUBLIC_URL"] = address;
        const made = await run("link", "oda");
        expect(made.code).toBe(0);
        expect(made.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/w\/[\w-]{22}\/\n$/);
        expect(made.stderr).toContain("Oda Omsorg");
        const link = made.stdout.trim();
        const page = await fetch(link);
        expect(page.status).toBe(200);
        expect(await page.text()).toContain("Oda Omsorg");

        const revoked = await run("link", "oda", "--revoke");
        expect(revoked).toEqual({ code: 0, stdout: "", stderr: "Ended one link of Oda Omsorg.\n" });
        expect((await fetch(link)).status).not.toBe(200);
        expect((await run("link", "oda", "--revoke")).stderr).toContain("There was no link");
      });

      test("a link to a round's progress shows it to its coordinator", async () => {
        environment["PUBLIC_URL"] = address;
        await run("round", "open", "klima", "--yes");
        const made = await run("link", "ida", "--progress", "klima");
        const page = await fetch(made.stdout.trim());
        expect(page.status).toBe(200);
        expect(await page.text()).toContain("Sykkelparkering");
      });
    });

    test("a link needs an address to point to, and somebody to be for", async () => {
      expectRefused(await run("link", "oda"), /Set PUBLIC_URL/);
      expectRefused(await run("link", "odda"), /nobody called "odda" in people\.yaml/);
      expect(await count("link")).toBe(0);
    });
  });
});
