import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasBrowser, launchBrowser, paintedText } from "../support/browser.ts";
import { openStage, type Stage } from "../support/stage.ts";
import { smallTown } from "../support/town.ts";

/** A whole round in real browsers: what people see and press, from the local door to the published table. */
describe.skipIf(!hasBrowser)("a round in the browser", () => {
  let browser: Browser;
  let stage: Stage;
  beforeAll(async () => {
    browser = await launchBrowser();
    const town = smallTown();
    for (const plan of Object.values(town.plans)) for (const round of plan.rounds) round.automatic = false;
    stage = await openStage({ town, begins: "2026-11-30 08:00" });
  });
  afterAll(async () => {
    await stage.close();
    await browser.close();
  });

  /** Comes in by the local door. A telephone by default: that is where people answer. */
  async function enter(name: string, width = 400, javaScriptEnabled = true): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(stage.serving.url);
    await page.getByRole("button", { name: new RegExp(name) }).click();
    return page;
  }

  async function usable(page: Page): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
    expect(await paintedText(page)).toBeGreaterThan(500);
  }

  test("the coordinator opens, owners answer on a telephone, with the keyboard and without JavaScript, and leadership reads the table", async () => {
    const ida = await enter("Ida Koordinator", 1200);
    await ida.getByRole("link", { name: "Se over runden" }).click();
    await ida.getByRole("button", { name: "Åpne runden" }).click();
    await expect(ida.getByRole("main").innerText()).resolves.toContain("Oda Omsorg");
    await ida.getByRole("button", { name: "Åpne og send" }).click();
    await expect(ida.getByRole("status").innerText()).resolves.toContain("Statusrunden er åpnet");
    await stage.moveTo("2026-11-30 08:05");

    const oda = await enter("Oda Omsorg");
    await usable(oda);
    await oda.getByRole("link", { name: /Gjennomført.*1\.1/ }).press("Enter");
    await expect(oda.getByRole("radio", { name: /Gjennomført/ }).isChecked()).resolves.toBe(true);
    await oda
      .getByLabel(/Kommentar/)
      .first()
      .fill("Alle tolv biler er byttet.\nDen gamle er solgt.");
    await usable(oda);
    await oda.getByRole("button", { name: "Send inn" }).last().press("Enter");
    await expect(oda.getByRole("main").innerText()).resolves.toContain("Svaret er lagret");

    const siv = await enter("Siv Skole", 400, false);
    for (const number of ["1.2", "2.1"]) {
      await siv.getByRole("link", { name: new RegExp(`Pågår.*${number}`) }).click();
      await siv.getByLabel(/Kommentar/).fill("To skoler gjenstår.");
      await siv.getByRole("button", { name: "Send inn" }).last().click();
    }
    await siv.getByText("Svaret er lagret").nth(1).waitFor();
    // Without JavaScript the message above is as new as the page.
    await expect
      .poll(async () => (await siv.reload(), siv.getByRole("main").innerText()))
      .toContain("Takk! Du har svart på alle 2 tiltakene");

    const egil = await enter("Egil Eiendom");
    await egil.getByLabel("Skriv et svar").fill("2.1 rød – taket må byttes først");
    await egil.getByRole("button", { name: "Send", exact: true }).click();
    await expect(egil.getByRole("main").innerText()).resolves.toContain("Svaret er lagret");
  });

  test("the coordinator sees who is missing as it changes, and publishes what was read through", async () => {
    const ida = await enter("Ida Koordinator", 1200);
    await ida.getByRole("link", { name: "Statusrunder" }).click();
    await ida.getByRole("link", { name: "Se hvem som mangler" }).click();
    await expect(ida.getByRole("main").innerText()).resolves.toContain("4 av 5 besvart");
    await usable(ida);

    const egil = await enter("Egil Eiendom");
    await egil.getByLabel("Skriv et svar").fill("2.2 som sist");
    await egil.getByRole("button", { name: "Send", exact: true }).click();
    await ida.getByText("5 av 5 besvart").waitFor(); // nobody pressed anything: the page heard of it

    await stage.moveTo("2026-12-11 13:00");
    const reviewing = await enter("Ida Koordinator", 1200); // the link of that day has expired
    await reviewing.getByRole("link", { name: "Se hvem som mangler" }).last().click();
    await reviewing.getByRole("link", { name: "Les utkastet" }).click();
    await expect(reviewing.getByRole("main").innerText()).resolves.toContain("Utkast");
    await reviewing.goBack();
    await reviewing.getByRole("button", { name: /Publiser/ }).click();
    await reviewing.getByLabel(/Dine egne linjer/).fill("Bilene er byttet.");
    await reviewing.getByRole("button", { name: "Publiser", exact: true }).click();
    await expect(reviewing.getByRole("main").innerText()).resolves.toContain("Rapporten er publisert");
    await expect(reviewing.getByRole("status").innerText()).resolves.toContain(
      "Sendt til 4 personer: Rolf Leder",
    );
    await stage.moveTo("2026-12-11 13:10");

    const rolf = await enter("Rolf Leder", 1200);
    await expect(rolf.getByRole("main").innerText()).resolves.toMatch(/Gjennomført\s+1/);
    await rolf.getByRole("link", { name: "Les rapporten" }).click();
    await usable(rolf);
    const row = rolf.getByRole("row", { name: /1\.1/ });
    await expect(row.getByRole("listitem").allInnerTexts()).resolves.toEqual([
      "Alle tolv biler er byttet.",
      "Den gamle er solgt.",
    ]);
    await expect(rolf.getByRole("row", { name: /2\.1/ }).innerText()).resolves.toMatch(/≠\s*Ikke avklart/);
    await expect(rolf.getByRole("main").innerText()).resolves.toContain("Bilene er byttet.");
  });
});
