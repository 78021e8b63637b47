import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wordingFor } from "../../src/conversation/wording.ts";
import { hasBrowser, launchBrowser, paintedText } from "../support/browser.ts";
import { openStage, type Stage } from "../support/stage.ts";
import { smallTown, type Town } from "../support/town.ts";

const nb = wordingFor("nb");
const round = "desember 2026";
const { steps, review: said } = nb.pages;
/** A wide screen and a telephone. */
const widths = [1200, 400];

/** 60 owners with 200 measures under ten headings, as long as such lines are. */
function largeTown(): Town {
  const town = smallTown();
  const { klima } = town.plans;
  if (!klima) throw new Error("no plan");
  const units = Array.from({ length: 60 }, (_, nth) => `enhet${nth + 1}`);
  for (const [nth, unit] of units.entries()) {
    town.people[unit] = {
      name: `Eier ${nth + 1} Nordlund-Sørbø`,
      email: `eier${nth + 1}@fjordvik.example`,
    };
    town.units[unit] = { name: `Enhet ${nth + 1} for miljø og teknikk`, contacts: [unit] };
  }
  klima.headings = Array.from({ length: 10 }, (_, at) => ({
    title: `${at + 1}. Del ${at + 1} av planen`,
    measures: Array.from({ length: 20 }, (_measure, nth) => ({
      number: `${at + 1}.${nth + 1}`,
      title: `Tiltak ${at + 1}.${nth + 1}: Kommunen skal redusere utslippene fra egne bygg, biler og anlegg.`,
      units: [units[(at * 20 + nth) % 60] ?? "enhet1"],
      previous: { status: "orange", comments: ["Anbudet er lyst ut.", "Svar ventes i vår."] },
    })),
  }));
  return town;
}

describe.skipIf(!hasBrowser)("the review in the browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  async function enter(stage: Stage, name: string, width: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.goto(stage.serving.url);
    await page.getByRole("button", { name: new RegExp(name) }).click();
    return page;
  }

  /** Everybody can use what is shown, everything that is folded away unfolded too, and nobody scrolls sideways. */
  async function usable(page: Page): Promise<void> {
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll("details")) folded.open = true;
    });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
    expect(await paintedText(page)).toBeGreaterThan(500);
    expect(await sideways(page)).toBe(0);
  }

  /** By how many pixels the page is wider than the window. */
  function sideways(page: Page): Promise<number> {
    return page.evaluate(() =>
      Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
    );
  }

  function rowOf(page: Page, number: string): Locator {
    return page.locator("section.row-of").filter({ has: page.getByText(number, { exact: true }) });
  }

  async function unfold(part: Locator, summary: string): Promise<void> {
    const details = part.locator("details.more").filter({ hasText: summary }).first();
    if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
  }

  const says = async (page: Page, words: string): Promise<void> =>
    expect(await page.getByRole("status").first().innerText()).toContain(words);

  async function answeredTown(): Promise<Stage> {
    const stage = await openStage({ begins: "2026-11-30 09:00" });
    const [oda, siv, egil] = [
      await stage.person("oda"),
      await stage.person("siv"),
      await stage.person("egil"),
    ];
    await oda.sameAsLast("1.1");
    await siv.answers(
      { measure: "1.2", status: "Pågår", comment: "4 av 9." },
      { measure: "2.1", status: "Pågår", comment: "Taket er målt." },
    );
    await egil.answers(
      { measure: "2.1", status: "Gjennomført", comment: "Satt i drift." },
      { measure: "2.2", status: "Pågår", comment: "Anbudet er avgjort." },
    );
    await stage.moveTo("2026-12-11 13:00");
    return stage;
  }

  test.each(widths)(
    "a coordinator reads it through: follows a flag, edits, sends back, decides, approves and publishes (%i px)",
    async (width) => {
      const stage = await answeredTown();
      try {
        const page = await enter(stage, "Ida Koordinator", width);
        await page.getByRole("link", { name: nb.buttons.seeProgress }).last().click();
        await usable(page);
        await page.getByRole("link", { name: nb.buttons.seeReview }).click();
        await page.getByRole("heading", { name: said.title }).waitFor();
        await usable(page);

        // The same comment as last time: the list leads to the row.
        const flags = page.locator("section.flags");
        expect(await flags.innerText()).toContain(nb.flags["same-comment"]);
        await flags.getByRole("link", { name: /1\.1/ }).click();
        expect(page.url()).toContain("#row-");

        const bikes = rowOf(page, "1.2");
        await unfold(bikes, said.editItem);
        await bikes.getByLabel(new RegExp(`^${nb.words.comment}`)).fill("Fire av ni skoler har tak.");
        await bikes.getByRole("button", { name: new RegExp(steps.verbs.edit) }).click();
        await says(page, nb.done.edit);
        await usable(page);

        const heating = rowOf(page, "2.2");
        await unfold(heating, said.editItem);
        await heating.getByLabel(steps.question).fill("Når starter dere?");
        await heating.getByLabel(new RegExp(steps.questionDue)).fill("2026-12-15");
        await heating.getByRole("button", { name: new RegExp(steps.verbs["send-back"]) }).click();
        expect(await page.getByRole("main").innerText()).toContain("Egil Eiendom");
        await usable(page);
        await page.getByRole("button", { name: nb.confirm.button["send-back"], exact: true }).click();
        await says(page, nb.done["send-back"]);

        const solar = rowOf(page, "2.1");
        await unfold(solar, said.editRow);
        await solar.locator("form.write select[name=status]").selectOption({ label: "◐ Pågår" });
        await solar.getByLabel(new RegExp(said.ownText)).fill("To av tre tak er ferdige.");
        await solar.getByRole("button", { name: new RegExp(`^${steps.verbs.decide}`) }).click();
        await says(page, nb.done.decide);
        expect(await rowOf(page, "2.1").innerText()).toContain(said.decidedBy("Ida Koordinator"));

        for (const nth of [1, 2]) {
          await page.getByRole("button", { name: steps.verbs.approve }).first().click();
          await says(page, nb.done.approve);
          await expect(page.getByRole("button", { name: said.unapprove }).count()).resolves.toBe(nth);
        }
        await usable(page);

        await page.getByRole("button", { name: steps.verbs.publish }).click();
        const main = page.getByRole("main");
        expect(await main.innerText()).toContain(
          nb.warning({ is: "sent-back", number: "2.2", short: "Varmestyring" }),
        );
        expect(await main.innerText()).not.toContain("er ikke avklart");
        await main.getByLabel(/Dine egne linjer/).fill("Skolene er i gang.");
        await page.getByRole("button", { name: said.refresh }).click();
        expect(await main.locator("blockquote").innerText()).toContain("Skolene er i gang.");
        await usable(page);
        await page.getByRole("button", { name: nb.confirm.button.publish, exact: true }).click();
        await page.getByText(nb.done.publish).first().waitFor();
        await usable(page);
        await page.context().close();
        await stage.moveTo("2026-12-11 13:10");

        const rolf = await enter(stage, "Rolf Leder", width);
        expect(await rolf.getByRole("main").innerText()).toContain("Skolene er i gang.");
        await rolf.getByRole("link", { name: nb.buttons.readReport }).click();
        await expect(rolf.getByRole("row", { name: /1\.2/ }).innerText()).resolves.toContain(
          "Fire av ni skoler har tak.",
        );
        await expect(rolf.getByRole("row", { name: /2\.1/ }).innerText()).resolves.toMatch(/◐\s*Pågår/);
        await rolf.context().close();
      } finally {
        await stage.close();
      }
    },
  );

  test("with 200 measures and 60 owners progress, review and preview stay readable, and light enough for a telephone", async () => {
    const stage = await openStage({ town: largeTown(), begins: "2026-11-30 09:00" });
    try {
      const owner = await stage.person("enhet1");
      await owner.sameAsLast("1.1");
      for (const width of widths) {
        const page = await enter(stage, "Ida Koordinator", width);
        /** A page is at most 150 kB, before it is packed. */
        const light = async (): Promise<void> => {
          const weight = Buffer.byteLength(await page.content());
          expect(weight).toBeLessThan(150_000);
          expect(await sideways(page)).toBe(0);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
        };
        await page.getByRole("link", { name: "Statusrunder" }).click();
        await page.getByRole("link", { name: nb.buttons.seeProgress }).click();
        const main = page.getByRole("main");
        expect(await main.innerText()).toContain(nb.words.answeredOf(1, 200));
        // Who is missing stands on pages of their own; the rest is a press away.
        expect(await main.locator("#people ~ .wide tbody tr").count()).toBeLessThanOrEqual(25);
        await light();
        await page.getByRole("link", { name: nb.pages.progress.page(3, 3) }).click();
        await page.waitForURL(/page=3/);
        expect(await main.locator("#people ~ .wide tbody tr").count()).toBe(10);
        await light();

        await page.getByRole("link", { name: nb.buttons.seeReview }).click();
        await page.getByRole("heading", { name: said.flags(200) }).waitFor();
        expect(await page.locator("section.row-of").count()).toBeLessThanOrEqual(30);
        await light();
        // 199 answers are missing, and one says the same as last time. A flag leads to its row, on whichever page that stands.
        const flags = page.locator("section.flags details").filter({ hasText: nb.flags.unanswered });
        await flags.locator("summary").click();
        await flags.getByRole("link", { name: /\b7\.3\b/ }).click();
        await page.getByRole("heading", { name: /7\.3 / }).waitFor();
        await light();

        await page.getByRole("button", { name: steps.verbs.publish }).click();
        await page.getByRole("heading", { name: nb.confirm.title.publish(round) }).waitFor();
        const preview = await main.locator("blockquote").innerText();
        expect(preview).toMatch(/Ikke svart\s+199/);
        // Leadership is not sent two hundred lines.
        expect(preview.split(/\n+/).length).toBeLessThan(40);
        await light();
        await page.context().close();
      }
    } finally {
      await stage.close();
    }
  });
});
