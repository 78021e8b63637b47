import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { describeFault, loadConfig, readEnvironment } from "../../src/config.ts";
import type { Config } from "../../src/config.ts";
import { leadOf, measuresOf, respondersOf } from "../../src/round/plan.ts";

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const people = `
people:
  anna: { name: Anna, email: anna@torvalund.example }
  berit: { name: Berit }
units:
  helse: { name: Helse, contacts: [anna, berit] }
  skole: { name: Skole, contacts: berit }
`;

const plan = (measures: string, more = "") => `
title: Plan
coordinators: anna
${more}
headings:
  - title: "Mål 2: Alle"
    headings:
      - title: 1. Barn
        measures:
${measures}
`;

/** A folder `config` with a sound people.yaml and plan, and what a test puts over them. */
function configWith(files: Record<string, string | Uint8Array>): string {
  const root = mkdtempSync(join(tmpdir(), "config-"));
  folders.push(root);
  const sound = {
    "people.yaml": people,
    "plans/plan.yaml": plan("          - { number: 1.1, title: Ett, units: helse }"),
  };
  for (const [name, content] of Object.entries({ ...sound, ...files })) {
    mkdirSync(dirname(join(root, "config", name)), { recursive: true });
    writeFileSync(join(root, "config", name), content);
  }
  return join(root, "config");
}

function loaded(dir: string): Config & { warnings: string[] } {
  const read = loadConfig(dir);
  if (read.is === "faulty") throw new Error(read.faults.map(describeFault).join("\n"));
  return { ...read.config, warnings: read.warnings.map(describeFault) };
}

function faultsIn(dir: string): string[] {
  const read = loadConfig(dir);
  return read.is === "faulty" ? read.faults.map(describeFault) : [];
}

const measuresIn = (config: Config) => config.plans.flatMap((one) => measuresOf(one.headings));

describe("the municipality that comes with the product", () => {
  const config = loaded("config");
  const mangfold = config.plans.find((one) => one.key === "mangfold");
  const measures = measuresOf(mangfold?.headings ?? []);

  test("an administrator starts with it and hears only of the number printed with a blank", () => {
    expect(config.warnings).toEqual([
      expect.stringMatching(/^config\/plans\/mangfold\.yaml:\d+: found the number "4\. 2"; expected "4\.2"/),
    ]);
  });

  test("a coordinator finds the traps of a real plan in it", () => {
    expect(mangfold?.headings.map((goal) => goal.headings.length)).toEqual([0, 4]);
    expect(measures).toHaveLength(24);
    expect(measures.filter((one) => one.number === "1.1").map((one) => one.key)).toEqual([
      "1/1.1",
      "2/1/1.1",
    ]);
    expect(measures.find((one) => one.key === "2/4/4.2")?.number).toBe("4.2");
    expect(new Set(measures.map((one) => one.key)).size).toBe(24);
    const shared = measures.filter((one) => one.units.length === 2);
    expect(new Set(shared.map((one) => leadOf(one) === null))).toEqual(new Set([true, false]));
    expect(measures.some((one) => one.previous === null)).toBe(true);
    expect(measures.some((one) => one.previous?.comments.some((line) => line.includes("](https://")))).toBe(
      true,
    );
    expect(measures.filter((one) => one.target)).not.toHaveLength(0);
  });

  test("every measure has somebody who can be reached, although one owner has no address", () => {
    const unreachable = config.people.filter((one) => one.email === null).map((one) => one.id);
    expect(unreachable).toEqual(["per-arne"]);
    for (const measure of measuresIn(config)) {
      for (const unit of config.units.filter((one) => measure.units.includes(one.key))) {
        expect(respondersOf(measure, unit).some((id) => !unreachable.includes(id))).toBe(true);
      }
    }
  });

  test("two plans stand side by side, each with its own words and language", () => {
    expect(config.plans.map((one) => [one.key, one.language, one.legend.length])).toEqual([
      ["mangfold", "nb", 3],
      ["universell-utforming", "nn", 4],
    ]);
    expect(new Set(config.people.map((one) => one.language))).toEqual(new Set(["nb", "nn", "en"]));
  });
});

describe("an administrator who got everything wrong", () => {
  const root = join(import.meta.dirname, "config", "wrong");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".yaml"),
  );

  // Each wrong line of the fixture says in its comment what should be said about it.
  const announced = files.toSorted().flatMap((name) =>
    readFileSync(join(root, name), "utf8")
      .split("\n")
      .flatMap((line, i) =>
        (/ # (found .*)$/.exec(line)?.[1]?.split(" || ") ?? []).map(
          (fault) => `wrong/${name}:${i + 1}: ${fault}`,
        ),
      ),
  );

  test("is told every fault of every file at once, each with its line, what was found and what was expected", () => {
    expect(announced.length).toBeGreaterThan(50);
    expect(faultsIn(root)).toEqual(announced);
  });
});

describe("an administrator with one thing wrong", () => {
  const inPlan = (name: string, content: string | Uint8Array) =>
    faultsIn(configWith({ [`plans/${name}`]: content }));

  test("is told where a key stands twice", () => {
    expect(inPlan("a.yaml", "title: A\ntitle: B\n")).toContain(
      "config/plans/a.yaml:2: found the key `title` again (first on line 1); expected each key once",
    );
  });

  test("is told where a tab was typed", () => {
    expect(inPlan("a.yaml", "title: A\nheadings:\n\t- title: B\n")).toEqual([
      "config/plans/a.yaml:3: found a tab in the indentation; expected spaces",
    ]);
  });

  test.each([
    ["a bracket is never closed", "title: A\nheadings: [\n", 3, "text that is not YAML"],
    ["a colon stands inside a title", "title: A: B\n", 1, "text that is not YAML"],
    ["a second document follows", "title: A\n---\ntitle: B\n", 2, "a second document"],
    ["an alias leads nowhere", "title: A\nheadings: *gone\n", 2, "an alias that cannot be followed"],
    ["an alias stands inside itself", "title: A\nheadings: &a\n  - headings: *a\n", 3, "nested without end"],
    ["lists are nested ten thousand deep", "[".repeat(10_000), 1, "nested without end"],
    ["a tag asks for code", "title: !!js/function 'x'\n", 1, "a tag"],
    ["a list stands where the plan should", "- a\n", 1, "a list"],
  ])("is told when %s", (_, content, line, found) => {
    const faults = inPlan("a.yaml", content);
    expect(faults[0]).toContain(`config/plans/a.yaml:${line}: found `);
    expect(faults[0]).toContain(found);
  });

  test("is told of an alias bomb before it goes off", () => {
    const row = (name: string, of: string) =>
      `${name}: &${name} [${Array.from({ length: 9 }, () => of).join(", ")}]\n`;
    const bomb =
      row("a", "x") +
      ["b", "c", "d", "e", "f", "g", "h"].map((name, i) => row(name, `*${"abcdefg"[i]}`)).join("");
    expect(inPlan("a.yaml", bomb)).toEqual([
      expect.stringMatching(/^config\/plans\/a\.yaml:2: found an alias that cannot be followed/),
    ]);
  });

  test("is told of a file that is empty, too large or no text", () => {
    expect(inPlan("a.yaml", "")).toEqual([
      "config/plans/a.yaml: found an empty file; expected a mapping of keys and values",
    ]);
    expect(inPlan("a.yaml", "# only a comment\n")[0]).toContain("found an empty file");
    expect(inPlan("a.yaml", `title: ${"a".repeat(2_100_000)}`)).toEqual([
      "config/plans/a.yaml: found 2.1 MB; expected a readable file of at most 2 MB",
    ]);
    expect(inPlan("a.yaml", Buffer.from("title: A\nperiod: v\xe5r\n", "latin1"))).toEqual([
      "config/plans/a.yaml:2: found bytes that are not UTF-8; expected a file saved as UTF-8",
    ]);
  });

  test("is told when the folder, the people or every plan is missing", () => {
    const dir = configWith({});
    rmSync(join(dir, "people.yaml"));
    rmSync(join(dir, "plans"), { recursive: true });
    expect(faultsIn(dir)).toEqual([
      "config/people.yaml: found no such file; expected a readable file of at most 2 MB",
      "config/plans: found no plan; expected at least one file *.yaml",
    ]);
    expect(faultsIn(join(dir, "elsewhere"))).toEqual([
      "elsewhere: found no folder that can be read; expected a folder with plans/ and people.yaml",
    ]);
  });

  test("is told of a plan whose file name can be no key", () => {
    expect(inPlan("Ny plan.yaml", plan("          - { number: 1, title: A, units: helse }"))[0]).toContain(
      "found no `key`",
    );
  });

  test("hears of units that nobody answers for as warnings, and can start", () => {
    const config = loaded(
      configWith({
        "people.yaml": people.replace("contacts: berit", "contacts:"),
        "plans/plan.yaml": plan("          - { number: 1.1, title: Ett }"),
        "setings.yaml": "language: nn",
      }),
    );
    expect(config.warnings).toEqual([
      "config/people.yaml:7: found the unit `skole` without contacts; expected a contact before a round with its measures can be opened",
      "config/plans/plan.yaml:10: found the measure 1.1 without a unit; expected a unit before a round can be opened",
      "config/setings.yaml: found a file that is not read; expected one of people.yaml, settings.yaml – did you mean `settings.yaml`?",
    ]);
  });
});

describe("a coordinator who writes as little as possible", () => {
  test("gets the usual legend, timetable and language", () => {
    const config = loaded(configWith({}));
    expect(config.settings.timetable).toEqual({
      timeZone: "Europe/Oslo",
      hours: { from: "08:00", to: "15:30" },
      deadlineAt: "12:00",
      remind: [5, 1],
      deputy: 2,
      digest: 2,
      holidays: "NO",
      daysOff: ["12-24", "12-31"],
    });
    expect(config.plans[0]).toMatchObject({
      key: "plan",
      language: "nb",
      coordinators: ["anna"],
      leadership: [],
      rounds: [],
    });
    expect(config.plans[0]?.legend.map((one) => one.key)).toEqual(["green", "orange", "red"]);
  });

  test("gets keys from the numbers above a measure, and a title for chat from its first clause", () => {
    const measures = measuresIn(
      loaded(
        configWith({
          "plans/plan.yaml": plan(`
          - { number: 1.10, title: "Åpne haller: To kvelder i uka", units: helse }
          - { number: 1.1, title: "**Kart** over møteplasser i hele kommunen", units: [helse, skole] }
          - { number: 1.2., title: "${"Et langt ord om gangen ".repeat(8)}", units: [] }
          - { key: egen, number: A-1, title: Ett, short: To, units: skole, due: 2027 }
`),
        }),
      ),
    );
    expect(measures.map((one) => [one.key, one.number, one.short])).toEqual([
      ["2/1/1.10", "1.10", "Åpne haller"],
      ["2/1/1.1", "1.1", "Kart"],
      ["2/1/1.2", "1.2", "Et langt ord om gangen Et langt ord om gangen Et langt ord om gangen Et langt…"],
      ["egen", "A-1", "To"],
    ]);
    expect(measures[1]?.title).toBe("Kart over møteplasser i hele kommunen");
    expect(measures[3]?.due).toBe("2027");
  });

  test("keeps last period's answer: one comment, one line, links and all, without what no eye can see", () => {
    const comments = `["se [avtalen](https://a.example/b)", "to\\nlinjer\\0 og\\u202F\\u0007mer 🙂"]`;
    const measure = `          - { number: 1, title: A, units: helse, previous: { status: green, comments: ${comments} } }`;
    expect(measuresIn(loaded(configWith({ "plans/plan.yaml": plan(measure) })))[0]?.previous).toEqual({
      status: "green",
      comments: ["se [avtalen](https://a.example/b)", "to linjer og mer 🙂"],
    });
  });

  test("is not believed when a person is called __proto__", () => {
    expect(faultsIn(configWith({ "people.yaml": people.replace("berit:", "__proto__:") }))).not.toEqual([]);
  });
});

test("whatever happens to a plan's lines, the administrator gets a plan or faults with lines of that file, never a crash", () => {
  const lines = readFileSync("config/plans/mangfold.yaml", "utf8").split("\n");
  const at = fc.nat(lines.length - 1);
  const change = fc.oneof(
    at.map((i) => lines.toSpliced(i, 1)),
    fc.tuple(at, at).map(([i, j]) => lines.toSpliced(i, 0, lines[j] ?? "")),
    fc.tuple(at, fc.string({ unit: "binary" })).map(([i, text]) => lines.with(i, text)),
  );
  const dir = configWith({ "people.yaml": readFileSync("config/people.yaml", "utf8") });
  fc.assert(
    fc.property(change, (changed) => {
      writeFileSync(join(dir, "plans/plan.yaml"), changed.join("\n"));
      const read = loadConfig(dir);
      if (read.is === "loaded") return read.config.plans.length === 1;
      // A lone carriage return ends a line for YAML too.
      const count = changed.join("\n").split(/\r\n|\n|\r/).length;
      return (
        read.faults.length > 0 &&
        read.faults.every((one) => one.line <= count && one.found !== "" && one.expected !== "")
      );
    }),
    { numRuns: 60 },
  );
});

describe("an operator who starts the bot", () => {
  test("needs to set nothing", () => {
    expect(readEnvironment({ PORT: "", DATABASE_URL: " " })).toEqual({
      is: "read",
      environment: {
        configDir: "./config",
        dataDir: "./data",
        databaseUrl: null,
        redisUrl: null,
        host: "127.0.0.1",
        port: 3000,
        publicUrl: null,
        production: false,
        logLevel: "info",
      },
    });
  });

  test("is told every wrong variable at once, and never sees a password again", () => {
    const read = readEnvironment({
      DATABASE_URL: "mysql://bot:hemmelig@db/x",
      REDIS_URL: "hemmelig",
      PUBLIC_URL: "https://bot:hemmelig@status.torvalund.example",
      PORT: "70000",
      NODE_ENV: "prodution",
      LOG_LEVEL: "loud",
      HOST: "a b",
    });
    const faults = read.is === "faulty" ? read.faults : [];
    expect(faults.map((one) => one.split(":")[0] ?? "").toSorted()).toEqual([
      "DATABASE_URL",
      "HOST",
      "LOG_LEVEL",
      "NODE_ENV",
      "PORT",
      "PUBLIC_URL",
      "REDIS_URL",
    ]);
    expect(faults.join()).not.toContain("hemmelig");
    expect(faults).toContain('PORT: found "70000"; expected a port, 0–65535');
  });

  test("gets what was set", () => {
    const read = readEnvironment({
      DATABASE_URL: "postgres://bot:x@db/status",
      REDIS_URL: "rediss://cache",
      PUBLIC_URL: "https://status.torvalund.example/",
      PORT: "0",
      NODE_ENV: "production",
    });
    expect(read).toMatchObject({
      environment: {
        databaseUrl: "postgres://bot:x@db/status",
        redisUrl: "rediss://cache",
        publicUrl: "https://status.torvalund.example",
        port: 0,
        production: true,
      },
    });
  });
});

describe("readers of a heading", () => {
  const measures = "          - { number: 1.1, title: Ett, units: helse }";

  test("are named by the heading's title or by its place", () => {
    const dir = configWith({
      "plans/plan.yaml": plan(measures, 'readers: { "Mål 2: alle": berit, 1/1: [anna, berit] }'),
    });
    expect(loaded(dir).plans[0]?.readers).toEqual([
      { heading: "1", people: ["berit"] },
      { heading: "1/1", people: ["anna", "berit"] },
    ]);
  });

  test("cannot be asked about a heading that is not there, and must be people", () => {
    const dir = configWith({ "plans/plan.yaml": plan(measures, "readers: { 1. Born: anna, 1/1: anne }") });
    expect(faultsIn(dir)).toEqual([
      'config/plans/plan.yaml:4: found "anne"; expected a person in people.yaml: anna, berit – did you mean `anna`?',
      'config/plans/plan.yaml:4: found the heading "1. Born"; expected a heading: Mål 2: Alle, 1. Barn – did you mean `1. Barn`?',
    ]);
  });
});

test("every status but the best one asks for a comment, unless the legend has it otherwise", () => {
  const status = (key: string, symbol: string, more = "") =>
    `  - { key: ${key}, colour: "#112233", symbol: ${symbol}, label: ${key}${more} }`;
  const legend = ["legend:", status("a", "x"), status("b", "y"), status("c", "z", ", asksComment: false")];
  const dir = configWith({
    "plans/plan.yaml": plan("          - { number: 1.1, title: Ett, units: helse }", legend.join("\n")),
  });
  expect(loaded(dir).plans[0]?.legend.map((one) => one.asksComment)).toEqual([false, true, false]);
});
