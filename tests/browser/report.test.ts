import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeReport } from "../../src/documents/write.ts";
import { sampleReport } from "../documents/sample-report.ts";
import { hasBrowser, launchBrowser, paintedText } from "../support/browser.ts";

const published = String(writeReport(sampleReport(), "html"));
const draft = String(writeReport(sampleReport({ draft: true, language: "nn" }), "html"));

const views = [
  { name: "a wide screen", width: 1200, colorScheme: "light" },
  { name: "a telephone", width: 400, colorScheme: "light" },
  { name: "a wide screen in the dark", width: 1200, colorScheme: "dark" },
  { name: "a telephone in the dark", width: 400, colorScheme: "dark" },
] as const;

describe.skipIf(!hasBrowser)("the report in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  async function open(document: string, view: (typeof views)[number]): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: view.width, height: 900 },
      colorScheme: view.colorScheme,
    });
    const page = await context.newPage();
    await page.setContent(document);
    return page;
  }

  describe.each(views)("on $name", (view) => {
    test.each([
      ["published", published],
      ["draft", draft],
    ])("everybody can read the %s table: axe finds nothing", async (_kind, document) => {
      const page = await open(document, view);
      const { violations, incomplete } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      // A symbol alone says too little for axe to judge; the word beside it has the same colours and is judged.
      const unsure = incomplete.flatMap(({ nodes }) => nodes.map((node) => node.html));
      expect(unsure.filter((element) => !/^<span aria-hidden="true">.<\/span>$/u.test(element))).toEqual([]);
      expect(await paintedText(page)).toBeGreaterThan(1000);
    });

    test("nobody scrolls sideways", async () => {
      const page = await open(published, view);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(view.width);
    });

    test("a screen reader is told of tables, rows and headers", async () => {
      const page = await open(published, view);
      const table = page.getByRole("table", { name: "Tiltak under 1. Barn og unge" });
      expect(await table.getByRole("row").count()).toBe(6);
      expect(await table.getByRole("columnheader").allTextContents()).toEqual([
        "Tiltak",
        "Status",
        "Kommentar",
      ]);
      expect(await table.getByRole("rowheader").count()).toBe(5);
      expect(await table.getByRole("listitem").count()).toBeGreaterThan(5);
    });
  });

  test("the colours are painted under a policy that allows no style but the report's own", async () => {
    const page = await open(
      published
        .replace(
          "<meta charset",
          `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'nonce-x'"><meta charset`,
        )
        .replace("<style>", `<style nonce="x">`),
      views[0],
    );
    const colours = await page
      .locator("td.status")
      .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).backgroundColor));
    expect(new Set(colours)).toContain("rgb(61, 178, 133)");
    expect(colours).not.toContain("rgba(0, 0, 0, 0)");
  });

  test("on paper the header row stands on every page and no row is split", async () => {
    const page = await open(published, views[0]);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const style = await page.evaluate(() => {
      const of = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body);
      return [of(".rows thead").display, of(".rows tbody tr").breakInside, of(".report").backgroundColor];
    });
    expect(style).toEqual(["table-header-group", "avoid", "rgb(255, 255, 255)"]);
  });
});
