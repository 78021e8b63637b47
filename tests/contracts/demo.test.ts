import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "../support/database.ts";
import { ended, endedWithoutReader, started, type Ended, type Running } from "../support/program.ts";
import { smallTown, writeTown } from "../support/town.ts";

const program = "src/cli/demo.ts";
const extensions = ["html", "md", "csv", "json"];

let folder: string;
const inside = (name: string): string => path.join(folder, name);

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "statusrunde-demo-"));
  fs.chmodSync(folder, 0o755); // run by root, PostgreSQL works as another account and must get in
});
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe("a month played twice, each on a database of its own", () => {
  let english: Running;
  let nynorsk: Ended;
  let ending: Ended;

  beforeAll(async () => {
    const args = (language: string, ...more: string[]) => [
      "--lang",
      language,
      "--out",
      inside(language),
      ...more,
    ];
    // Elsewhere on the globe and in other colours: the table is the same.
    const far = {
      TZ: "Pacific/Auckland",
      LANG: "ja_JP.UTF-8",
      TERM: "xterm-256color",
      COLORTERM: "truecolor",
    };
    [english, nynorsk] = await Promise.all([
      started(program, args("en", "--keep"), { DATA_DIR: inside("data-en"), ...far }, /end with Ctrl-C/),
      ended(program, args("nn"), { DATA_DIR: inside("data-nn") }),
    ]);
  }, 180_000);
  afterAll(async () => {
    await english.stop();
  });

  test("it plays to the end, and says what to open", () => {
    expect(nynorsk).toMatchObject({ code: 0, stderr: "" });
    expect(nynorsk.stdout).toContain(`Opne ${inside("nn")}/report.html i ein nettlesar.`);
    expect(nynorsk.stdout).toContain("npm run demo -- --keep");
    expect(english.said()).toContain(`Open ${inside("en")}/report.html in a browser.`);
  });

  test("it tells how people answered, who could not be reached, and who was late", () => {
    const told = english.said();
    for (const line of [
      /Máret Somby fills in the form/,
      /Samira Yusuf Ali writes: “2\.3 grønn/,
      /Liv Bjørnstad answers “same as last\s+time”/,
      /Cannot be reached: Per Arne Kvalvik/,
      /Daniel Okafor fills in the form: 2\.1, 2\.6, as the deputy/,
      /Kari Nedrebø fills in the form: [^(]+, after the\s+deadline \(28 of 30\)/,
      /Ingrid Solheim Dahl publishes the report/,
    ])
      expect(told).toMatch(line);
    expect(nynorsk.stdout).toContain("Máret Somby svarer i skjemaet");
  });

  test("piped, it has no colour codes, and every status is a word with its symbol", () => {
    for (const said of [english.said(), nynorsk.stdout]) {
      expect(said).not.toContain("\u001B");
      for (const status of ["✓ Gjennomført", "◐ Pågår", "○ Ikke påbegynt", "– Ikke svart", "≠ Ikke avklart"])
        expect(said).toContain(status);
      expect(said.split("\n").filter((line) => line.length > 100)).toEqual([]);
    }
  });

  test.each(extensions)("both runs wrote the same report.%s, byte for byte", (extension) => {
    const [one, other] = ["en", "nn"].map((language) =>
      fs.readFileSync(path.join(inside(language), `report.${extension}`)),
    );
    expect(one?.length).toBeGreaterThan(1_000);
    expect(one?.equals(other ?? Buffer.of())).toBe(true);
  });

  test("both runs printed the same table", () => {
    const table = (said: string) => /^Status for [^]+?\n\n(?=The report|Rapporten)/m.exec(said)?.[0];
    expect(table(english.said())).toBeDefined();
    expect(table(english.said())).toBe(table(nynorsk.stdout));
  });

  test("kept, its pages can be walked around in until it is told to stop, and then it is done", async () => {
    const address = /http:\S+/.exec(english.said())?.[0] ?? "";
    const door = await fetch(address);
    expect(door.status).toBe(200);
    expect(await door.text()).toContain("Ingrid Solheim Dahl");
    ending = await english.stop();
    expect(ending).toMatchObject({ code: 0, stderr: "" });
    await expect(fetch(address)).rejects.toThrow("fetch failed");
  });
});

describe("what the demo does not do", () => {
  test("it leaves a database with real rounds alone", async () => {
    const url = await freshDatabase();
    const config = writeTown(smallTown({ opens: "2098-11-28", deadline: "2098-12-11" }), inside("town"));
    const settings = { DATABASE_URL: url, CONFIG_DIR: config };
    expect((await ended("src/cli/statusrunde.ts", ["round", "open", "klima", "--yes"], settings)).code).toBe(
      0,
    );
    const refused = await ended(program, ["--out", inside("real")], settings);
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toMatch(/^This database holds real rounds\..*DATA_DIR.*\n$/);
    const rounds = await ended("src/cli/statusrunde.ts", ["round", "list"], settings);
    expect(rounds.stdout).toContain("Klimaplan for Fjordvik");
  });

  test("it does not run in production", async () => {
    const refused = await ended(program, ["--out", inside("production")], {
      NODE_ENV: "production",
      DATA_DIR: inside("never"),
    });
    expect(refused).toEqual({
      code: 1,
      stdout: "",
      stderr: "The demo does not run with NODE_ENV=production.\n",
    });
    expect(fs.existsSync(inside("never"))).toBe(false);
  });

  test.each([[["--lang", "sv"]], [["now"]], [["--fast"]]])("%j is wrong use", async (words) => {
    const { code, stdout, stderr } = await ended(program, words, {});
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^error: /);
  });

  test("it says in one line that a database does not answer, without the password", async () => {
    const settings = { DATABASE_URL: "postgres://bot:geheim@127.0.0.1:1/demo" };
    const refused = await ended(program, ["--out", inside("away")], settings);
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toMatch(
      /^The demo cannot use the database at DATABASE_URL \(ECONNREFUSED\)\..*\n$/,
    );
    expect(refused.stderr).not.toContain("geheim");
  });

  test("it does not trip over a reader who leaves after the first lines", async () => {
    const settings = { DATABASE_URL: await freshDatabase() };
    const left = await endedWithoutReader(program, ["--out", inside("left")], settings);
    expect(left).toEqual({ code: 0, stderr: "" });
    expect(fs.readdirSync(inside("left"))).toHaveLength(extensions.length);
  });
});
