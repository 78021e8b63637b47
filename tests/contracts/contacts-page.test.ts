import { load } from "cheerio";
import { readXlsx } from "hucre/xlsx";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeSheet } from "../../src/documents/write/sheet.ts";
import { mintLink } from "../../src/delivery/links.ts";
import { openStage, type Stage } from "../support/stage.ts";
import { smallTown, type Town } from "../support/town.ts";
import { comesIn } from "../support/visitor.ts";

let stage: Stage;
let round: string;
afterEach(() => stage.close());

async function begin(town: Town = smallTown()): Promise<void> {
  stage = await openStage({ town, begins: "2026-11-27 08:00" });
  await stage.moveTo("2026-12-01 09:00");
  round = await stage.roundId("desember 2026");
}

/** Where somebody's pages are, by the local door. */
async function pagesOf(person: string): Promise<string> {
  return (await comesIn(stage.serving.url, person)).base;
}

const page = (base: string, path = ""): Promise<Response> =>
  fetch(`${base}contacts/${round}${path}`, { redirect: "manual" });

function upload(
  base: string,
  sheet: string | Uint8Array,
  name = "klima.csv",
  headers: Record<string, string> = {},
): Promise<Response> {
  const form = new FormData();
  form.set("sheet", new File([typeof sheet === "string" ? sheet : new Uint8Array(sheet)], name));
  const init = { method: "POST", body: form, headers, redirect: "manual" } as const;
  return fetch(`${base}contacts/${round}`, init);
}

/** Presses the button of the preview: sends what is hidden in its form. */
function confirm(base: string, preview: string): Promise<Response> {
  const $ = load(preview);
  const form = new FormData();
  for (const field of $("form input[type=hidden]").toArray())
    form.set(String($(field).attr("name")), String($(field).attr("value")));
  return fetch(`${base}contacts/${round}`, { method: "POST", body: form, redirect: "manual" });
}

const shownIn = (text: string): string => load(text)("main").text().replaceAll(/\s+/g, " ");
const csvOf = async (base: string): Promise<string> => (await page(base, ".csv")).text();

/** Who is asked in the round that runs, by measure and unit. */
async function responders(): Promise<Record<string, readonly string[]>> {
  const { store } = stage.serving.app;
  const found = await store.rounds.get(round);
  if (!found) throw new Error("no round");
  const { items } = await store.records.record(found);
  return Object.fromEntries(items.map((item) => [`${item.measure} ${item.unit}`, item.responders]));
}

describe("a coordinator", () => {
  let base: string;
  beforeEach(async () => {
    await begin();
    base = await pagesOf("ida");
  });

  test("finds the page from the progress page, and downloads the sheet as Excel and CSV", async () => {
    const progress = load(await (await fetch(`${base}progress/${round}`)).text());
    expect(progress(`a[href="../contacts/${round}"]`).text()).toBe("Kontakter som regneark");
    const shown = load(await (await page(base)).text());
    expect(shown("label[for=sheet]").text()).toBe("Fil");
    const csv = await page(base, ".csv");
    expect(csv.headers.get("content-disposition")).toContain("klima.csv");
    expect(csv.headers.get("content-type")).toContain("text/csv");
    expect(await csv.text()).toContain("Omsorg;oda@fjordvik.example;ole@fjordvik.example");
    const xlsx = await readXlsx(new Uint8Array(await (await page(base, ".xlsx")).arrayBuffer()));
    expect(xlsx.sheets[0]?.rows).toHaveLength(6);
  });

  test("uploads a changed sheet, sees what changes, and only then has it followed", async () => {
    const before = await responders();
    const sheet = (await csvOf(base)).replace(
      "Omsorg;oda@fjordvik.example;ole@fjordvik.example",
      "Omsorg;ole@fjordvik.example;oda@fjordvik.example",
    );
    const preview = await upload(base, sheet);
    const text = await preview.text();
    expect(preview.status).toBe(200);
    expect(shownIn(text)).toContain(
      "Endres: 1.1 Elbiler, Omsorg: Oda Omsorg, Ole Omsorg → Ole Omsorg, Oda Omsorg",
    );
    expect(shownIn(text)).toContain("Ingenting er lagret ennå.");
    expect(await responders()).toEqual(before);

    const done = await confirm(base, text);
    expect(done.status).toBe(303);
    const landed = await fetch(new URL(done.headers.get("location") ?? "", done.url));
    expect(shownIn(await landed.text())).toContain("Kontaktene er lagret.");
    const [was, is] = [before, await responders()];
    const changed = Object.keys(is).filter((key) => is[key]?.join() !== was[key]?.join());
    expect(changed).toHaveLength(1);
    expect(is[changed[0] ?? ""]).toEqual(["ole", "oda"]);

    const again = await confirm(base, text);
    expect(again.status).toBe(200);
    expect(shownIn(await again.text())).toContain("Ingenting er endret.");
    expect(shownIn(await (await upload(base, sheet)).text())).toContain("Ingenting er endret.");
  });

  test("uploads the same as Excel, with a person who was not known", async () => {
    const { sheets } = await readXlsx(new Uint8Array(await (await page(base, ".xlsx")).arrayBuffer()));
    const rows = (sheets[0]?.rows ?? []).map((row) =>
      row.map((cell) =>
        String(cell ?? "").replace("oda@fjordvik.example", "Nina Ny <nina@fjordvik.example>"),
      ),
    );
    const bytes = await writeSheet(rows, "xlsx", "Statusrunde");
    const preview = await (await upload(base, bytes, "klima.xlsx")).text();
    expect(shownIn(preview)).toContain("Nytt: Ny person: Nina Ny, nina@fjordvik.example");
    expect((await confirm(base, preview)).status).toBe(303);
    expect(Object.values(await responders()).flat()).not.toContain("oda");
    expect((await stage.serving.app.store.people.list()).map(({ name }) => name)).toContain("Nina Ny");
  });

  test("is told in words what cannot be understood, and nothing can be confirmed", async () => {
    const sheet = (await csvOf(base)).replace("oda@fjordvik.example", "hvem@fjordvik.example");
    const answer = await upload(base, sheet);
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(shownIn(text)).toContain("Dette må rettes først:");
    expect(shownIn(text)).toContain("Rad 2: Ingen er kjent som «hvem@fjordvik.example».");
    expect(load(text)("input[name=kept]")).toHaveLength(0);
  });

  test.each([
    [
      "a picture",
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0),
      "bilde.png",
      "verken en .xlsx- eller en .csv-fil",
    ],
    ["an empty file", "", "klima.csv", "Arket er tomt."],
    ["a damaged Excel file", Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9), "klima.xlsx", "Filen er skadet"],
    ["another table", "a;b\r\n1;2\r\n", "klima.csv", "Arket mangler kolonnen"],
    ["2.1 MB", "x".repeat(2_100_000), "klima.csv", "Filen er større enn 2 MB."],
    ["3 MB", "x".repeat(3_000_000), "klima.csv", "Filen er større enn 2 MB."],
  ])("is told in one line of %s", async (_what, sheet, name, line) => {
    const answer = await upload(base, sheet, name);
    expect(answer.status).toBe(422);
    const $ = load(await answer.text());
    expect($(".faults li")).toHaveLength(1);
    expect($(".faults li").text()).toContain(line);
  });

  test("who sends no file, or no form, is asked for one", async () => {
    const empty = await fetch(`${base}contacts/${round}`, { method: "POST", body: new FormData() });
    expect(shownIn(await empty.text())).toContain("Velg en fil.");
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    const odd = await fetch(`${base}contacts/${round}`, {
      method: "POST",
      body: "nothing of the kind",
      headers,
    });
    expect(odd.status).toBe(422);
    expect(shownIn(await odd.text())).toContain("Velg en fil.");
  });

  test("who confirms after somebody else changed it sees first what it would be now", async () => {
    const sheet = (await csvOf(base)).replace(
      "Omsorg;oda@fjordvik.example;ole@fjordvik.example",
      "Omsorg;ole@fjordvik.example;oda@fjordvik.example",
    );
    const preview = await (await upload(base, sheet)).text();
    const town = smallTown();
    town.units["omsorg"] = { name: "Omsorg", contacts: ["stig"] };
    await stage.edit(town);
    const before = await responders();
    const answer = await confirm(base, preview);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(shownIn(text)).toContain("Noe er endret siden du så forhåndsvisningen.");
    expect(shownIn(text)).toContain("Stig Skole → Ole Omsorg, Oda Omsorg");
    expect(await responders()).toEqual(before);
    expect((await confirm(base, text)).status).toBe(303);
  });

  test("a form from another site is not taken", async () => {
    const sheet = await csvOf(base);
    const answer = await upload(base, sheet, "klima.csv", { origin: "https://elsewhere.example" });
    expect(answer.status).toBe(403);
  });

  test("comes in by a link to the progress page too, in English", async () => {
    const { app } = stage.serving;
    await app.store.people.chooseLanguage("ida", "en");
    const now = new Date("2026-12-01T08:00:00Z");
    const link = { person: "ida", opens: "progress", round, madeBy: "operator" } as const;
    const token = await mintLink(app.store, link, now);
    const answer = await page(`${stage.serving.url}/w/${token}/`);
    expect(shownIn(await answer.text())).toContain("Contacts as a spreadsheet");
  });
});

describe("whoever does not coordinate the plan", () => {
  test("is refused the page, the file and the form, each with a line in the event log", async () => {
    await begin();
    const sheet = await csvOf(await pagesOf("ida"));
    const base = await pagesOf("siv");
    const before = await responders();
    const answers = [
      await page(base),
      await page(base, ".csv"),
      await page(base, ".xlsx"),
      await upload(base, sheet),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(shownIn(await (await page(base)).text())).toContain(
      "Bare koordinatoren for planen kan gjøre dette.",
    );
    const refused = (await stage.events()).filter(({ verb }) =>
      /^refused contacts.* not-coordinator$/.test(verb),
    );
    expect(refused.map(({ actor }) => actor)).toEqual(Array.from({ length: 5 }, () => "Siv Skole"));
    expect(await responders()).toEqual(before);
    expect((await fetch(`${base}contacts/999`)).status).toBe(403);
  });

  test("a link to the list of measures does not reach it", async () => {
    await begin();
    const { app } = stage.serving;
    const link = { person: "ida", opens: "desk", round: null, madeBy: "operator" } as const;
    const token = await mintLink(app.store, link, new Date("2026-12-01T08:00:00Z"));
    expect((await page(`${stage.serving.url}/w/${token}/`)).status).toBe(404);
  });
});

describe("units that two plans share", () => {
  async function begun(coordinators: string[]): Promise<string> {
    const town = smallTown();
    const { klima } = town.plans;
    if (!klima) throw new Error("no plan");
    town.plans["vann"] = { ...klima, title: "Vannplan", coordinators, rounds: [] };
    await begin(town);
    return pagesOf("ida");
  }
  const swapped = async (base: string): Promise<string> =>
    (await csvOf(base)).replace(
      "Omsorg;oda@fjordvik.example;ole@fjordvik.example",
      "Omsorg;ole@fjordvik.example;oda@fjordvik.example",
    );

  test("show what changes in the other plan for whoever coordinates both", async () => {
    const base = await begun(["ida"]);
    const text = shownIn(await (await upload(base, await swapped(base))).text());
    expect(text).toContain("Det endrer også hvem som svarer i Vannplan");
  });

  test("are not changed in a plan that somebody else coordinates", async () => {
    const base = await begun(["rolf"]);
    const answer = await upload(base, await swapped(base));
    expect(answer.status).toBe(422);
    expect(shownIn(await answer.text())).toContain("også hvem som svarer i Vannplan");
    expect((await stage.events()).map(({ verb }) => verb).join("\n")).toContain(
      "refused contacts of another plan",
    );
  });
});
