import { deflateRawSync } from "node:zlib";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { loadConfig, type Config } from "../../src/config.ts";
import { writeContacts } from "../../src/config/write-contacts.ts";
import { readSheet } from "../../src/documents/read/sheet.ts";
import { writeSheet } from "../../src/documents/write/sheet.ts";
import { compareContacts, type Comparison } from "../../src/people-sheet/compare.ts";
import { contactRows, sheetRows } from "../../src/people-sheet/rows.ts";
import { measuresOf, respondersOf } from "../../src/round/plan.ts";
import { ended, type Ended } from "../support/program.ts";

const root = fs.mkdtempSync(path.join(os.tmpdir(), "statusrunde-sheet-"));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

/** The municipality the project comes with: comments, folded titles and all. */
let dir: string;
beforeEach(() => {
  dir = path.join(fs.mkdtempSync(path.join(root, "a-")), "config");
  fs.cpSync("config", dir, { recursive: true });
});

function config(): Config {
  const loaded = loadConfig(dir);
  if (loaded.is === "faulty") throw new Error(JSON.stringify(loaded.faults));
  return loaded.config;
}

function run(...args: string[]): Promise<Ended> {
  return ended("src/cli/statusrunde.ts", ["people", ...args], { CONFIG_DIR: dir });
}

function table(): string[][] {
  return contactRows(config(), "nb");
}

function compared(rows: readonly (readonly string[])[], plan?: string): Comparison {
  const read = sheetRows(rows);
  if (read.is !== "rows") throw new Error(read.missing.join());
  const known = config();
  return compareContacts(read.rows, {
    ...known,
    plans: known.plans.filter((one) => plan === undefined || one.key === plan),
  });
}

/** The rows with some cells changed: [measure, unit] → cells. */
function changed(
  ...edits: [key: string, unit: string, cells: { unit?: string; owner?: string; deputies?: string }][]
): string[][] {
  return table().map((row) => {
    const edit = edits.find(([key, unit]) => row[1] === key && row[4] === unit)?.[2] ?? {};
    return [
      ...row.slice(0, 4),
      edit.unit ?? row[4] ?? "",
      edit.owner ?? row[5] ?? "",
      edit.deputies ?? row[6] ?? "",
    ];
  });
}

function asked(measure: string, unit: string): string[] {
  const { plans, units } = config();
  const found = measuresOf(plans[0]?.headings ?? []).find((one) => one.key === measure);
  const of = units.find((one) => one.key === unit);
  return found && of && found.units.includes(unit) ? respondersOf(found, of) : [];
}

describe("whoever exports and imports without editing", () => {
  test.each(["xlsx", "csv"])("as %s is told that nothing changes", async (kind) => {
    const file = path.join(dir, `../contacts.${kind}`);
    const before = fs.readFileSync(path.join(dir, "people.yaml"), "utf8");
    expect(await run("export", "--out", file)).toMatchObject({ code: 0, stdout: `${file}\n` });
    expect(await run("import", file, "--yes")).toEqual({
      code: 0,
      stdout: "",
      stderr: "Ingenting er endret.\n",
    });
    expect(fs.readFileSync(path.join(dir, "people.yaml"), "utf8")).toBe(before);
  });

  test("one plan's sheet has no column for the plan", async () => {
    const file = path.join(dir, "../one.csv");
    await run("export", "--out", file, "--plan", "mangfold");
    expect(fs.readFileSync(file, "utf8").split("\r\n")[0]).toBe(
      "\uFEFFTiltaksnøkkel;Nummer;Tiltak;Enhet;Ansvarlig (e-post);Stedfortredere (e-post)",
    );
    expect((await run("import", file, "--plan", "mangfold")).code).toBe(0);
  });
});

describe("what a sheet changes", () => {
  test("is shown first, and written only when that was said; comments and titles stay as they were", async () => {
    const file = path.join(dir, "../contacts.csv");
    const rows = changed(
      ["1/1.1", "Samfunnsutvikling", { owner: "Nina Ny <nina@torvalund.example>" }],
      ["1/1.2", "Barnehage og skole", { unit: "Lokalmat" }],
    );
    fs.writeFileSync(file, await writeSheet(rows, "csv", "x"));
    const plan = path.join(dir, "plans/mangfold.yaml");
    const before = fs.readFileSync(plan, "utf8");

    const preview = await run("import", file);
    expect(preview.code).toBe(1);
    expect(preview.stderr.split("\n").slice(0, 5)).toEqual([
      "+ Ny person: Nina Ny, nina@torvalund.example",
      "+ Ny enhet: Lokalmat (lokalmat)",
      "~ 1.1 Spørsmål om tilhørighet, Samfunnsutvikling: Máret Somby, Silje Brekke → Nina Ny, Máret Somby, Silje Brekke",
      "- 1.2 Tall fra tjenestene, Barnehage og skole: Kari Nedrebø, Jonas Haugland",
      "+ 1.2 Tall fra tjenestene, Lokalmat: Kari Nedrebø, Jonas Haugland",
    ]);
    expect(fs.readFileSync(plan, "utf8")).toBe(before);

    expect((await run("import", file, "--yes")).code).toBe(0);
    const [was, is] = [before.split("\n"), fs.readFileSync(plan, "utf8").split("\n")];
    expect(is.filter((line) => !was.includes(line))).toEqual([
      "        contact: nina-ny",
      "        units: [helse, lokalmat]",
    ]);
    expect(was.filter((line) => !is.includes(line))).toEqual(["        units: [helse, oppvekst]"]);
    expect(asked("1/1.1", "samfunn")).toEqual(["nina-ny", "maret", "silje"]);
    expect(asked("1/1.2", "lokalmat")).toEqual(["kari", "jonas"]);
    expect((await run("import", file)).stderr).toBe("Ingenting er endret.\n");
  });

  test("a plan that was just imported, without a unit anywhere, can be given all of them", () => {
    const file = path.join(dir, "plans/fersk.yaml");
    fs.writeFileSync(
      file,
      [
        "# Just imported.",
        "title: Fersk plan",
        "coordinators: [ingrid]",
        "headings:",
        "  - title: 1. Først",
        "    measures:",
        "      - number: 1.10 # as printed",
        "        title: >-",
        "          Noe skal gjøres: før noe",
        "          annet.",
        "      - title: |-",
        "          Annet",
        "        number: 1.2",
        "        units:",
        "      - {number: 1.3, title: Tredje, units: [hr], lead: hr, contact: liv}",
        "",
      ].join("\n"),
    );
    const rows = contactRows(
      { ...config(), plans: config().plans.filter((plan) => plan.key === "fersk") },
      "en",
    );
    expect(rows.slice(1).map((row) => row.slice(0, 2))).toEqual([
      ["1/1.10", "1.10"],
      ["1/1.2", "1.2"],
      ["1/1.3", "1.3"],
    ]);
    const filled = [
      rows[0] ?? [],
      ["1/1.10", "", "", "Skogbruk", "Tor Skog <tor@torvalund.example>", "liv.bjornstad@torvalund.example"],
      ["1/1.2", "", "", "HR og lønn", "liv", "daniel.okafor@torvalund.example"],
      ["1/1.2", "", "", "Skogbruk", "tor@torvalund.example", "liv"],
      ["1/1.3", "", "", "Skogbruk", "tor@torvalund.example", "liv"],
    ];
    const found = compared(filled, "fersk");
    expect(found.problems).toEqual([]);
    expect(writeContacts(dir, found.changes)).toEqual({
      is: "written",
      files: ["people.yaml", "plans/fersk.yaml"],
    });
    const plan = config().plans.find((one) => one.key === "fersk");
    expect(
      measuresOf(plan?.headings ?? []).map(({ units, lead, contact }) => ({ units, lead, contact })),
    ).toEqual([
      { units: ["skogbruk"], lead: null, contact: null },
      { units: ["hr", "skogbruk"], lead: null, contact: null },
      { units: ["skogbruk"], lead: null, contact: null },
    ]);
    expect(config().units.find((unit) => unit.key === "skogbruk")?.contacts).toEqual(["tor-skog", "liv"]);
    expect(fs.readFileSync(file, "utf8")).toContain("number: 1.10 # as printed\n        units: [skogbruk]\n");
    expect(compared(filled, "fersk").changes).toEqual({ people: [], units: [], measures: [] });
  });

  test("a unit whose rows all say the same gets new contacts; one that only the owner differs on keeps them", () => {
    const rows = table().map((row) =>
      row[4] === "Samfunnsutvikling" ? [...row.slice(0, 5), "liv", "maret; silje"] : row,
    );
    expect(compared(rows).changes).toMatchObject({
      units: [{ key: "samfunn", contacts: ["liv", "maret", "silje"] }],
      measures: [],
    });
    const one = compared(changed(["1/1.1", "Samfunnsutvikling", { owner: "liv", deputies: "maret, silje" }]));
    expect(one.changes).toMatchObject({ units: [], measures: [{ key: "1/1.1", contact: "liv" }] });
  });

  test("what cannot be understood is listed with its row, and nothing is written", async () => {
    const file = path.join(dir, "../wrong.csv");
    const rows = changed(
      ["1/1.1", "Samfunnsutvikling", { owner: "maret.somby@torvalund.exampel" }],
      ["1/1.2", "Helse og mestring", { unit: "Helse og mesting" }],
      ["1/1.3", "Samfunnsutvikling", { owner: "liv", deputies: "jonas" }],
    );
    fs.writeFileSync(
      file,
      await writeSheet(
        [...rows, ["mangfold", "9/9", "", "", "HR og lønn", "liv", ""], rows[2] ?? []],
        "csv",
        "x",
      ),
    );
    const { code, stderr } = await run("import", file, "--yes");
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /Rad 2: Ingen er kjent som «maret\.somby@torvalund\.exampel».*Mente du «maret\.somby@torvalund\.example»\?/,
    );
    expect(stderr).toMatch(/Rad 3: Enheten «Helse og mesting» finnes ikke\. Mente du «Helse og mestring»\?/);
    expect(stderr).toMatch(/Rad 5: Samfunnsutvikling har ulike kontakter/);
    expect(stderr).toMatch(/Ingen plan har tiltaket «mangfold 9\/9»/);
    expect(fs.readFileSync(path.join(dir, "people.yaml"), "utf8")).toBe(
      fs.readFileSync("config/people.yaml", "utf8"),
    );
  });

  test("a measure that is not in the sheet stays as it is", () => {
    const found = compared(table().filter((row) => row[1] !== "1/1.2"));
    expect(found).toMatchObject({
      changes: { people: [], units: [], measures: [] },
      differences: [],
      untouched: 1,
    });
  });

  test("whatever stands in the cells, config can be read afterwards and says what the sheet said, or nothing is written", () => {
    const cell = fc.oneof(
      fc.constantFrom(
        "liv",
        "silje.brekke@torvalund.example",
        "",
        "HR og lønn",
        "Ny enhet",
        "true",
        "1.10",
        "Kari <k@x.no>",
      ),
      fc.string({ maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(30), cell, cell, cell), { maxLength: 6 }), (edits) => {
        const rows = table();
        for (const [n, unit, owner, deputies] of edits) {
          const row = rows[n + 1];
          if (row) rows[n + 1] = [...row.slice(0, 4), unit.trim(), owner.trim(), deputies.trim()];
        }
        const found = compared(rows);
        if (found.problems.length > 0) return;
        expect(writeContacts(dir, found.changes)).toMatchObject({ is: "written" });
        expect(compared(rows).differences).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("what comes as a file", () => {
  const header = "Measure key,Unit,Owner";

  test("a formula stays text in both, and reads back as it was", async () => {
    const rows = [
      ["Key", '=HYPERLINK("x")'],
      ["+47 900", "-1 møte"],
    ];
    const text = Buffer.from(await writeSheet(rows, "csv", "x")).toString();
    expect(text).toContain(`'=HYPERLINK`);
    for (const kind of ["csv", "xlsx"] as const)
      expect(await readSheet(await writeSheet(rows, kind, "x"), `a.${kind}`)).toEqual({ is: "read", rows });
    const { sheets } = await readXlsx(await writeSheet(rows, "xlsx", "x"));
    expect(sheets[0]?.rows[0]).toEqual(rows[0]);
  });

  test("comma, semicolon, tab, a byte order mark and the alphabet of Windows are all read", async () => {
    const rows = [
      ["Enhet", "Ansvarlig"],
      ["Løype; nord", "kåre"],
    ];
    const written = (mark: string): string =>
      rows.map((row) => row.map((one) => `"${one}"`).join(mark)).join("\r\n");
    for (const mark of [",", ";", "\t"])
      expect(await readSheet(Buffer.from(`\uFEFF${written(mark)}`), "a.csv")).toEqual({ is: "read", rows });
    expect(await readSheet(Buffer.from(written(";"), "latin1"), "a.csv")).toEqual({ is: "read", rows });
  });

  test("columns may stand in any order and language; without the unit's or the owner's there is no reading", () => {
    expect(sheetRows([["Deputies", "Owner", "Eining", "Tiltaksnøkkel", "Mine notater"]])).toEqual({
      is: "rows",
      rows: [],
    });
    expect(sheetRows([["Unit", "Number"]])).toEqual({ is: "columns-missing", missing: ["Owner (e-mail)"] });
  });

  test("what is no sheet is refused in one line", async () => {
    const why = async (bytes: Uint8Array, name: string) => readSheet(bytes, name);
    const xlsx = await writeSheet([["a"]], "xlsx", "x");
    expect(await why(Buffer.from(""), "a.csv")).toEqual({ is: "refused", why: "empty" });
    expect(await why(new Uint8Array(2_000_001), "a.csv")).toEqual({ is: "refused", why: "too-big" });
    expect(await why(Buffer.from(`${header}\n${"x,y,z\n".repeat(20_001)}`), "a.csv")).toEqual({
      is: "refused",
      why: "too-many-rows",
    });
    expect(await why(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), "a.xlsx")).toEqual({
      is: "refused",
      why: "old-excel",
    });
    expect(await why(xlsx, "a.csv")).toEqual({ is: "refused", why: "unknown-kind" });
    expect(await why(Buffer.from(header), "a.xlsx")).toEqual({ is: "refused", why: "unknown-kind" });
    expect(await why(Buffer.from("%PDF\0\0"), "a.csv")).toEqual({ is: "refused", why: "unknown-kind" });
    expect(await why(xlsx.slice(0, xlsx.length / 2), "a.xlsx")).toEqual({ is: "refused", why: "broken" });
    const file = path.join(dir, "../wrong.xlsx");
    fs.writeFileSync(file, "hei");
    expect(await run("import", file)).toEqual({
      code: 1,
      stdout: "",
      stderr: `${file}: this is neither an .xlsx nor a .csv file.\n`,
    });
    expect((await run("import", "contacts.docx")).code).toBe(2);
    expect((await run("export")).code).toBe(2);
  });

  test("a bomb is refused before it is unpacked, also one that says it is small", async () => {
    const bomb = deflateRawSync(Buffer.alloc(60_000_000));
    for (const said of [60_000_000, 100]) {
      const before = process.memoryUsage().rss;
      expect(await readSheet(zip("xl/workbook.xml", bomb, said), "a.xlsx")).toEqual({
        is: "refused",
        why: "unpacks-too-big",
      });
      expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
    }
  });

  test("whatever the bytes are, reading ends in rows or a reason", async () => {
    const xlsx = await writeSheet(table(), "xlsx", "x");
    await fc.assert(
      fc.asyncProperty(
        fc.nat(xlsx.length - 1),
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        async (at, noise) => {
          const bytes = Uint8Array.from(xlsx);
          bytes.set(noise.slice(0, bytes.length - at), at);
          expect((await readSheet(bytes, "a.xlsx")).is).toMatch(/read|refused/);
          expect((await readSheet(noise, "a.csv")).is).toMatch(/read|refused/);
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** A zip file with one part, which may say less of its size than is true. */
function zip(name: string, packed: Uint8Array, size: number): Uint8Array {
  const title = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(size, 22);
  local.writeUInt16LE(title.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(size, 24);
  central.writeUInt16LE(title.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + title.length, 12);
  end.writeUInt32LE(local.length + title.length + packed.length, 16);
  return Buffer.concat([local, title, packed, central, title, end]);
}
