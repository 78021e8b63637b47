import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hasBrowser, launchBrowser } from "../support/browser.ts";
import { openStage, type Stage } from "../support/stage.ts";
import { comesIn } from "../support/visitor.ts";

describe.skipIf(!hasBrowser)("contacts as a sheet in a browser", () => {
  let browser: Browser;
  let stage: Stage;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    stage = await openStage({ begins: "2026-11-27 08:00" });
    await stage.moveTo("2026-12-01 09:00");
  });
  afterEach(() => stage.close());

  async function expectUsable(page: Page): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  }

  test.each([
    { width: 1200, colorScheme: "light" },
    { width: 400, colorScheme: "dark" },
  ] as const)("at $width are chosen, shown and saved by somebody who needs every aid", async (look) => {
    const viewport = { width: look.width, height: 800 };
    const context = await browser.newContext({ viewport, colorScheme: look.colorScheme });
    const page = await context.newPage();
    const { base } = await comesIn(stage.serving.url, "ida");
    const round = await stage.roundId("desember 2026");
    const csv = await (await fetch(`${base}contacts/${round}.csv`)).text();
    const sheet = (text: string) => ({ name: "klima.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    const show = page.getByRole("button", { name: "Vis hva som endres" });

    await page.goto(`${base}progress/${round}`);
    await page.getByText("Flere valg").click();
    await page.getByRole("link", { name: "Kontakter som regneark" }).click();
    await expectUsable(page);

    await page.getByLabel("Fil").setInputFiles(sheet(csv.replace("oda@", "hvem@")));
    await show.click();
    await page.getByRole("heading", { name: "Dette må rettes først:" }).waitFor();
    await expectUsable(page);

    const swapped = csv.replace(
      "oda@fjordvik.example;ole@fjordvik.example",
      "ole@fjordvik.example;oda@fjordvik.example",
    );
    await page.getByLabel("Fil").setInputFiles(sheet(swapped));
    await show.click();
    await page.getByRole("heading", { name: "Dette endres" }).waitFor();
    await expectUsable(page);

    await page.getByRole("button", { name: "Lagre endringene" }).click();
    await page.getByText("Kontaktene er lagret.").waitFor();
    await expectUsable(page);
    await context.close();
  });
});
