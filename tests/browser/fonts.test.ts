import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasBrowser, launchBrowser, paintedText } from "../support/browser.ts";

describe.skipIf(!hasBrowser)("a page that a person can read", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 400, height: 200 } });
  });
  afterAll(() => browser.close());

  const show = (body: string, style = ""): Promise<void> =>
    page.setContent(`<!doctype html><html lang="nb"><style>${style}</style><body>${body}`);

  test.each(["sans-serif", "serif", "monospace", "system-ui", "Segoe UI"])(
    "text in %s is painted",
    async (family) => {
      await show(
        "<p>Statusrunde desember 2020: blåbærsyltetøy</p>",
        `p { font: 20px "${family}", ${family} }`,
      );
      expect(await paintedText(page)).toBeGreaterThan(500);
    },
  );

  test("a page without visible words is noticed, whatever else is drawn", async () => {
    await show("<hr><p>Usynlig</p><button></button>", "p { color: transparent } body { background: #eef }");
    expect(await paintedText(page)).toBe(0);
  });

  test("text is found on a page with a strict content security policy", async () => {
    await page.route("**/strict", (route) =>
      route.fulfill({
        contentType: "text/html",
        headers: { "content-security-policy": "default-src 'none'" },
        body: "<!doctype html><title>x</title><p>Tiltak</p>",
      }),
    );
    await page.goto("http://statusrunde.test/strict");
    expect(await paintedText(page)).toBeGreaterThan(50);
  });

  test.each(["✓", "◐", "○", "–", "⊘", "æ", "ø", "å", "→", "•"])(
    "%s is a letter of its own, not a missing-letter box",
    async (symbol) => {
      const draw = async (letter: string): Promise<string> => {
        await show(`<p>${letter}</p>`, "p { font: 60px sans-serif; margin: 0 }");
        expect(await paintedText(page)).toBeGreaterThan(0);
        return (await page.screenshot()).toString("base64");
      };
      const missing = await draw("\u{10FFFD}");
      expect(await draw(symbol)).not.toBe(missing);
    },
  );
});
