import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { inject } from "vitest";

/** For `describe.skipIf(!hasBrowser)`: the run has already said loudly how to get one. */
export const hasBrowser = inject("chromium") !== undefined;

/** A real Chromium with the tests' own fonts. Close it when done. */
export async function launchBrowser(): Promise<Browser> {
  const found = inject("chromium");
  if (!found) throw new Error("no browser on this machine: put the test under describe.skipIf(!hasBrowser)");
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "statusrunde-browser-"));
  const browser = await chromium.launch({
    executablePath: found.program,
    args: [
      "--no-sandbox", // root and containers have none
      "--headless=shell",
      "--no-zygote",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--font-render-hinting=none",
    ],
    env: {
      PATH: process.env["PATH"] ?? "",
      TZ: "UTC",
      HOME: home,
      FONTCONFIG_PATH: found.fonts,
      FONTCONFIG_FILE: path.join(found.fonts, "fonts.conf"),
      ...(found.libraries ? { LD_LIBRARY_PATH: found.libraries } : {}),
    },
  });
  browser.once("disconnected", () => {
    fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });
  return browser;
}

const still = { animations: "disabled", caret: "hide", fullPage: true } as const;

/** Chromium now and then takes no picture on a machine under load; the page has nothing to do with it, so it is asked again. */
async function pictureOf(page: Page, tries = 3): Promise<Buffer> {
  try {
    return await page.screenshot(still);
  } catch (error) {
    const isBusy = error instanceof Error && error.message.includes("Unable to capture screenshot");
    if (!isBusy || tries === 1) throw error;
    return pictureOf(page, tries - 1);
  }
}

/**
 * How many pixels of the page are letters: what changes when the text alone is made invisible. 0 means that a person sees
 * a page without words, whatever its source says. Works under a strict content security policy.
 */
export async function paintedText(page: Page): Promise<number> {
  const shown = await pictureOf(page);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { -webkit-text-fill-color: transparent !important; text-shadow: none !important }");
    document.adoptedStyleSheets.push(sheet);
  });
  const hidden = await pictureOf(page);
  await page.evaluate(() => {
    document.adoptedStyleSheets.pop();
  });
  const desk = await page.context().browser()?.newPage();
  if (!desk) throw new Error("the browser has gone");
  try {
    return await desk.evaluate(
      async (pictures) => {
        const [one, other] = await Promise.all(
          pictures.map(async (base64) => {
            const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
            const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
            const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
            canvas?.drawImage(picture, 0, 0);
            return new Uint32Array(
              canvas?.getImageData(0, 0, picture.width, picture.height).data.buffer ?? [],
            );
          }),
        );
        return one?.reduce((count, pixel, at) => count + (pixel === other?.[at] ? 0 : 1), 0) ?? 0;
      },
      [shown, hidden].map((picture) => picture.toString("base64")),
    );
  } finally {
    await desk.close();
  }
}
