import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeEach, afterEach, describe, expect, test } from "vitest";
import { hear } from "../../flows/index.ts";
import type { View } from "../../src/conversation/messages.ts";
import { bareApp, heard, oslo, type BareApp } from "../support/bare-app.ts";
import { freshDatabase } from "../support/database.ts";
import { ended, type Ended } from "../support/program.ts";
import { smallTown, writeTown, type Town } from "../support/town.ts";

const program = "src/cli/statusrunde.ts";
const folders: string[] = [];

/** A round far ahead: whatever today is, it is to come. English, and a number that two measures have. */
function town(): Town {
  const small = smallTown({ opens: "2098-11-28", deadline: "2098-12-11" });
  const plan = small.plans["klima"];
  const again = plan?.headings[1]?.measures[1];
  if (!plan || !again) throw new Error("the small town has no plan");
  again.number = "1.1";
  plan.language = "en";
  plan.rounds = [{ period: "desember 2098", opens: "2098-11-28", deadline: "2098-12-11" }];
  return { ...small, settings: { language: "en" } };
}

let url: string;
let db: pg.Client;
let environment: Record<string, string>;

function run(...args: string[]): Promise<Ended> {
  return ended(program, ["round", ...args], environment);
}

async function done(...args: string[]): Promise<Ended> {
  const outcome = await run(...args);
  expect(outcome, args.join(" ")).toMatchObject({ code: 0 });
  return outcome;
}

async function refused(line: RegExp, ...args: string[]): Promise<void> {
  const { code, stdout, stderr } = await run(...args);
  expect(stderr).toMatch(line);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
}

async function rows(query: string): Promise<unknown[]> {
  return (await db.query(query)).rows;
}

beforeEach(async () => {
  url = await freshDatabase();
  db = new pg.Client({ connectionString: url });
  await db.connect();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "statusrunde-cli-"));
  folders.push(folder);
  environment = { DATABASE_URL: url, CONFIG_DIR: writeTown(town(), folder) };
});
afterEach(() => db.end());
afterAll(() => {
  for (const made of folders) fs.rmSync(made, { recursive: true, force: true });
});

describe("a coordinator at the command line", () => {
  test("reminds, extends, assigns, drops and takes in again, and sees it in one table", async () => {
    await done("open", "klima", "--yes");

    const asked = await run("remind", "klima", "--unit", "Skole");
    expect(asked.code).toBe(1);
    expect(asked.stderr).toContain("Siv Skole");
    expect(asked.stderr).not.toContain("Oda Omsorg");
    expect(await rows("select 1 from notice")).toEqual([]);
    const sent = await done("remind", "klima", "--unit", "Skole", "--yes");
    expect(sent.stderr).toContain("Siv Skole");
    expect(await rows("select distinct person_id from notice")).toEqual([{ person_id: "siv" }]);

    await done("extend", "klima", "2098-12-15", "--unit", "skole", "--yes");
    expect(await rows("select distinct unit from item where deadline is not null")).toEqual([
      { unit: "skole" },
    ]);
    await done("assign", "klima", "Else", "--measure", "2.1", "--unit", "eiendom", "--yes");
    expect(await rows("select own_responders from item where own_responders is not null")).toEqual([
      { own_responders: ["else"] },
    ]);
    await done("drop", "klima", "1.2", "--because", "decision 12/98", "--yes");
    await done("restore", "klima", "1.2");
    await done("drop", "klima", "1.2", "--because", "decision 12/98", "--yes");
    expect(await rows("select dropped_because from item where dropped_because is not null")).toEqual([
      { dropped_because: "decision 12/98" },
    ]);

    const { stdout } = await done("show", "klima");
    expect(stdout).toMatch(/Klimaplan for Fjordvik, desember 2098/);
    expect(stdout).toMatch(/^ {2}Else Eiendom +0\/1 +2\.1/m);
    expect(stdout).toMatch(/^Skole +0\/1/m);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
    const { actor } = (await rows("select distinct actor from event where verb = 'dropped'"))[0] as {
      actor: string;
    };
    expect(actor).toBe("operator");
  });

  test("enters an answer, edits it, decides, sends back, approves, publishes and corrects", async () => {
    await done("open", "klima", "--yes");
    const entered = ["answer", "klima", "2.1", "green", "--from", "by phone", "--comment", "All set."];
    await refused(/--unit: skole, eiendom/, ...entered, "--yes");
    const preview = await run(...entered, "--unit", "Skole");
    expect(preview.stderr).toMatch(/Becomes: ✓/);
    expect(await rows("select 1 from answer")).toEqual([]);
    await done(...entered, "--unit", "Skole", "--yes");
    await done("answer", "klima", "2.1", "red", "--unit", "eiendom", "--from", "by phone", "--yes");
    expect(await rows("select said_by, status, entered_from from answer order by item_id")).toMatchObject([
      { status: "green", entered_from: "by phone" },
      { status: "red", entered_from: "by phone" },
    ]);
    await done("edit", "klima", "2.1", "Everything is set.", "--unit", "skole", "--yes");
    expect(await rows("select comment from edit")).toEqual([{ comment: "Everything is set." }]);

    const review = await done("review", "klima");
    expect(review.stdout).toMatch(/2\.1 Solceller/);
    await done("decide", "klima", "2.1", "orange", "--comment", "Half of it.", "--yes");
    await done("decide", "klima", "2.1", "red", "--yes");
    await done("decide", "klima", "2.1", "--undo", "--yes");
    expect(await rows("select status from decision order by id")).toEqual([
      { status: "orange" },
      { status: "red" },
      { status: null },
    ]);
    await done("send-back", "klima", "2.1", "What is set?", "--unit", "skole", "--yes");
    expect(await rows("select question from item where question is not null")).toEqual([
      { question: "What is set?" },
    ]);
    await done("approve", "klima", "2. Bygg");
    expect(await rows("select heading from approval")).toEqual([{ heading: "2" }]);

    await done("close", "klima", "--yes");
    await done("publish", "klima", "--yes");
    await done("decide", "klima", "2.1", "red", "--yes");
    await done("correct", "klima", "--why", "a wrong colour", "--yes");
    await done("withdraw", "klima", "--yes");
  });

  test("the words of the chat do the same, and ask the same", async () => {
    await done("open", "klima", "--yes");
    await refused(/Several are called|I do not understand/, "tell", "remind Eiendomm");
    await refused(/2\/1\.1|measure 1\/1\.1/, "tell", "drop 1.1 decision 4/98");
    await done("tell", "utsett Skole til 2098-12-15", "--yes");
    expect(await rows("select distinct unit from item where deadline is not null")).toEqual([
      { unit: "skole" },
    ]);
    const { stdout } = await done("tell", "hvem mangler");
    expect(stdout).toContain("Siv Skole");
    await done("tell", "avlys runden fordi planen revideres", "--yes");
    expect(await rows("select cancelled_because from round")).toEqual([
      { cancelled_because: "planen revideres" },
    ]);
  });

  test("a command given twice has no second effect, and says so", async () => {
    await done("open", "klima", "--yes");
    for (const words of [
      ["extend", "klima", "2098-12-15", "--yes"],
      ["cancel", "klima", "--because", "no need", "--yes"],
    ]) {
      await done(...words);
      const events = await rows("select 1 from event");
      expect((await done(...words)).stderr).toMatch(/already/i);
      expect(await rows("select 1 from event")).toHaveLength(events.length);
    }
  });

  test("a name that is not there, or is two things, is refused with what there is", async () => {
    await done("open", "klima", "--yes");
    await refused(/no unit "Rektor".*skole \(Skole\)/, "remind", "klima", "--unit", "Rektor");
    await refused(
      /"1\.1" is 2 measures: 1\/1\.1 \(1\.1 Elbiler\), 2\/1\.1/,
      "drop",
      "klima",
      "1.1",
      "--because",
      "x",
      "--yes",
    );
    await refused(/"Omsorg" is 2 people: oda .*ole/, "remind", "klima", "--person", "Omsorg");
    await refused(/no status/, "answer", "klima", "1.2", "purple", "--from", "me", "--yes");
    await refused(/has passed/, "extend", "klima", "2020-01-01", "--yes");
    await refused(/not certain/, "extend", "klima", "soon", "--yes");
    expect(await rows("select 1 from notice")).toEqual([]);
  });

  test.each([
    ["remind"],
    ["extend"],
    ["assign"],
    ["answer"],
    ["drop"],
    ["restore"],
    ["keep"],
    ["send-back"],
    ["review"],
    ["decide"],
    ["edit"],
    ["approve"],
    ["readers"],
    ["correct"],
    ["withdraw"],
    ["cancel"],
    ["tell"],
  ])("round %s --help says how it is used; without its arguments it is wrong use", async (name) => {
    const help = await ended(program, ["round", name, "--help"], {});
    expect({ code: help.code, usage: help.stdout.includes(`round ${name}`) }).toEqual({
      code: 0,
      usage: true,
    });
    expect((await ended(program, ["round", name], {})).code).toBe(2);
  });
});

describe("with 200 measures and 60 owners", () => {
  test("progress and review stay readable", async () => {
    const big = town();
    const plan = big.plans["klima"];
    if (!plan) throw new Error("no plan");
    for (let n = 0; n < 60; n += 1) {
      big.people[`p${n}`] = { name: `Person Nummer ${n}`, email: `p${n}@fjordvik.example` };
      big.units[`u${n}`] = { name: `Enhet for tjenester og ting ${n}`, contacts: [`p${n}`] };
    }
    plan.headings = Array.from({ length: 10 }, (_, h) => ({
      title: `${h + 1}. Innsats`,
      measures: Array.from({ length: 20 }, (__, m) => ({
        number: `${h + 1}.${m + 1}`,
        title: `Tiltak ${h} ${m}: Noe skal gjøres før noe annet.`,
        units: [`u${(h * 20 + m) % 60}`],
      })),
    }));
    environment["CONFIG_DIR"] = writeTown(big, environment["CONFIG_DIR"]);
    await done("open", "klima", "--yes");
    const { stdout } = await done("show", "klima");
    const lines = stdout.split("\n");
    expect(lines.length).toBeLessThan(140);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
    expect(stdout).not.toContain("\u001B");
    expect(stdout).toMatch(/^Enhet for tjenester og ting 0 +0\/4$/m);
    expect(stdout).toMatch(/^ {2}Person Nummer 19 +0\/4 +1\.20, 4\.20, 7\.20, 10\.20$/m);
  });
});

describe("the same words in the chat", () => {
  const now = oslo("2026-11-30 10:00");
  let bare: BareApp;
  beforeEach(async () => {
    bare = await bareApp();
    for (const person of ["ida", "oda", "siv"])
      await bare.app.store.people.found(person, { channel: "web", account: person });
    await bare.work(now);
  });
  afterEach(() => bare.close());

  async function types(who: string, text: string): Promise<View> {
    const said = heard(who, [], now);
    return (await hear(bare.app, { ...said, reply: { kind: "text", text } }, now)).view;
  }

  async function verbs(): Promise<string[]> {
    return (await bare.app.store.events.since("0")).map(({ actor, verb }) => `${actor} ${verb}`);
  }

  test("are shown first to a coordinator, and done when they come with a yes", async () => {
    expect(await types("ida", "utsett Skole til 15. desember")).toMatchObject({
      kind: "confirm",
      command: { verb: "extend", whom: { of: "unit", unit: "skole" }, deadline: "2026-12-15" },
    });
    expect(await types("ida", "ja, utsett Skole til 15. desember")).toMatchObject({
      kind: "done",
      already: false,
    });
    expect(await types("ida", "hvem mangler?")).toMatchObject({ kind: "progress" });
    expect(await types("ida", "se over")).toMatchObject({ kind: "review" });
    expect(await types("ida", "hjelp")).toMatchObject({ kind: "help", coordinates: true });
  });

  test("are asked about when they are not clear, and nothing is done", async () => {
    const before = await verbs();
    expect(await types("ida", "påminn Nils")).toMatchObject({
      kind: "unclear-command",
      unclear: { why: "unknown-word", found: "Nils", expected: "påminn alle" },
    });
    expect(await verbs()).toEqual(before);
  });

  test("are refused to everybody else, who can still answer with words that look alike", async () => {
    expect(await types("oda", "lukk runden")).toEqual({ kind: "refused", why: "not-coordinator" });
    expect(await types("oda", "ja, avlys runden fordi jeg vil")).toEqual({
      kind: "refused",
      why: "not-coordinator",
    });
    expect((await verbs()).filter((line) => line.includes("not-coordinator"))).toHaveLength(2);
    expect(await types("oda", "status: grønn – bilene er byttet")).toMatchObject({ kind: "stored" });
    expect(await types("siv", "hvem mangler?")).not.toMatchObject({ kind: "progress" });
  });
});
