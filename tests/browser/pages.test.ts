import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { webChannel } from "../../src/channels/web/channel.ts";
import { hasBrowser, launchBrowser, paintedText } from "../support/browser.ts";
import { answered, deskOf, deskWith, item, messagesFrom } from "../support/desks.ts";
import { playWeb, tokens, type PlayedWeb } from "../support/played-web.ts";

const looks = [
  { name: "a wide screen", width: 1200, colorScheme: "light" },
  { name: "a telephone", width: 400, colorScheme: "light" },
  { name: "a wide screen in the dark", width: 1200, colorScheme: "dark" },
  { name: "a telephone in the dark", width: 400, colorScheme: "dark" },
] as const;

describe.skipIf(!hasBrowser)("the pages in a browser", () => {
  let browser: Browser;
  let web: PlayedWeb;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    const dropped = item(4, { dropped: "vedtak 112/26" });
    web = await playWeb({ desk: deskOf([item(0), item(1), answered(2), item(3), dropped]) });
    const messages = messagesFrom(deskWith(2));
    const many = messagesFrom(deskWith(14));
    const all = [...Object.values(messages), many.ask, many.remind];
    for (const [nth, message] of all.entries()) {
      await webChannel(web.inbox).send(
        { channel: "web", account: "kari" },
        message,
        `n${nth}`,
        "nb",
        new Date("2026-12-07T07:05:00Z"),
      );
    }
  });
  afterEach(() => web.close());

  async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, ...options });
    const page = await context.newPage();
    await page.goto(web.url + path);
    return page;
  }

  const under = (opens: keyof typeof tokens, path = ""): string => `/w/${tokens[opens]}/${path}`;

  const pages = [
    ["the door", "/"],
    ["the desk", under("desk", "desk")],
    ["the desk after saving", under("desk", "desk?saved=1&crossed=1")],
    ["the form", under("desk", "form")],
    ["help", under("desk", "help")],
    ["languages", under("desk", "language")],
    ["the rounds", under("progress", "rounds")],
    ["the progress", under("progress", "progress/7?done=close")],
    ["the draft", under("progress", "report/7?draft")],
    ["the report", under("report", "report/7")],
    ["the chat", under("chat", "chat")],
    ["an expired link", "/w/expired-token-0001/"],
  ] as const;

  describe.each(looks)("on $name", ({ width, colorScheme }) => {
    test.each(pages)(
      "everybody can use %s: axe finds nothing, and nothing runs over the edge",
      async (_name, path) => {
        await expectUsable(await visit(path, { viewport: { width, height: 800 }, colorScheme }));
      },
    );

    test("a form with faults, and a command to confirm, can be used by everybody too", async () => {
      const options = { viewport: { width, height: 800 }, colorScheme };
      const form = await visit(under("desk", "form"), options);
      await form.locator("textarea").first().fill("Bare tekst");
      await form.getByRole("button", { name: "Send inn" }).click();
      await form.getByRole("alert").waitFor();
      await expectUsable(form);
      const progress = await visit(under("progress", "progress/7"), options);
      await progress.getByRole("button", { name: "Publiser rapporten" }).click();
      await progress.getByRole("heading", { name: "Publisere rapporten for desember 2026?" }).waitFor();
      await expectUsable(progress);
    });
  });

  async function expectUsable(page: Page): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(await paintedText(page)).toBeGreaterThan(500);
    await page.context().close();
  }

  const answers = () => web.heard.filter((heard) => heard.reply.kind === "answer");

  test("an owner answers with the keyboard alone", async () => {
    const page = await visit(under("desk"));
    await tabTo(page, "Svar 1.1 Måle svevestøv ved alle skoler");
    await page.keyboard.press("Enter");
    await page.waitForURL(/form/);
    await tabTo(page, "Gjennomført");
    await page.keyboard.press("ArrowDown");
    await tabTo(page, "Kommentar");
    await page.keyboard.type("Målerne er bestilt");
    await tabTo(page, "Send inn");
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: "Svaret er lagret." }).waitFor();
    expect(answers()[0]?.reply).toMatchObject({
      said: [{ item: "1", status: "orange", comment: "Målerne er bestilt" }],
    });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("saved");
    await page.context().close();
  });

  /** Presses Tab until the named thing has the focus, as somebody without a mouse does. */
  async function tabTo(page: Page, name: string): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const element = document.activeElement;
        const label =
          element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
            ? element.labels?.[0]
            : element;
        return label?.textContent?.replaceAll(/\s+/g, " ").trim() ?? "";
      });
      if (at.includes(name)) return;
    }
    throw new Error(`no way to ${name} with the Tab key`);
  }

  test("the first Tab leads past the navigation, and Enter in a field sends the answers, not something else", async () => {
    const page = await visit(under("desk", "form?item=2"));
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
    await page.getByLabel("Pågår").check();
    await page.getByLabel(/Antall så langt/).fill("6");
    await page.keyboard.press("Enter");
    await page.getByText("Svaret er lagret.").waitFor();
    expect(answers()[0]?.reply).toMatchObject({ said: [{ item: "2", status: "orange", progress: 6 }] });
    await page.context().close();
  });

  test("an owner answers several items without JavaScript, is told what is missing, and loses no text", async () => {
    const page = await visit(under("desk", "form"), { javaScriptEnabled: false });
    const first = page.getByRole("region", { name: "1.1 Måle svevestøv" });
    const second = page.getByRole("region", { name: "1.2 Bytte ut" });
    await first.getByLabel("Gjennomført").check();
    await second.getByLabel("Kommentar").fill("Seks er byttet");
    await first.getByRole("button", { name: "Bruk forrige tekst" }).click();
    expect(await first.getByLabel("Kommentar").inputValue()).toBe(
      "Anbudet er lyst ut\nSe [saken](https://example.org/sak/12)",
    );
    await page.getByRole("button", { name: "Send inn" }).click();
    const faults = page.getByRole("alert");
    expect(await faults.textContent()).toContain("1.2: Velg en status.");
    await faults.getByRole("link").click();
    await second.getByLabel("Ikke påbegynt").check();
    await page.getByRole("button", { name: "Send inn" }).click();
    await page.getByText("2 svar er lagret.").waitFor();
    expect(answers()[0]?.reply).toMatchObject({
      said: [
        { item: "1", status: "green" },
        { item: "2", status: "red", comment: "Seks er byttet" },
      ],
    });
    await page.context().close();
  });

  test("a page that is open follows what happens, but never touches what somebody is writing", async () => {
    const [desk, form] = await Promise.all([
      visit(under("desk", "desk")),
      visit(under("desk", "form?item=4")),
    ]);
    await form.getByLabel("Kommentar").fill("Halvskrevet");
    web.desk = deskOf([answered(0), answered(1), answered(2), item(3)]);
    web.changed();
    await desk.getByText("3 av 4 besvart").waitFor();
    web.changed();
    expect(await form.getByLabel("Kommentar").inputValue()).toBe("Halvskrevet");
    await Promise.all([desk.context().close(), form.context().close()]);
  });

  test("two quick presses send one form", async () => {
    const page = await visit(under("desk", "form?item=1"));
    await page.getByLabel("Gjennomført").check();
    await page.getByRole("button", { name: "Send inn" }).dblclick();
    await page.getByText("Svaret er lagret.").waitFor();
    expect(answers()).toHaveLength(1);
    await page.context().close();
  });

  test("whoever sits here walks in as one of the people, and answers in the chat", async () => {
    const page = await visit("/");
    await page.getByRole("button", { name: "Kari Nordvik" }).click();
    await page.waitForURL(/chat/);
    await page.getByLabel("Skriv et svar").fill("1.1 kanskje");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByText("Hvilken status mener du?").waitFor();
    await page.locator("#newest").getByRole("button", { name: "Pågår" }).click();
    await page.waitForURL(/form/);
    expect(await page.getByLabel("Kommentar").inputValue()).toBe("1.1 kanskje");
    await page.getByRole("button", { name: "Send inn" }).click();
    await page.waitForURL(/chat/);
    await page.getByText("Svaret er lagret.").waitFor();
    await page.context().close();
  });

  test("nothing on any page is stopped by our own content policy", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (/Content Security Policy|Refused/i.test(message.text())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    for (const [, path] of pages) await page.goto(web.url + path);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
