import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { webChannel } from "../../src/channels/web/channel.ts";
import { hasBrowser, launchBrowser, paintedText } from "../support/browser.ts";
import { answered, deskOf, deskWith, item, messagesFrom } from "../support/desks.ts";
import { playWeb, tokens, type PlayedWeb } from "../support/played-web.ts";
import { directory, largeProgress, largeReport, reviewOf } from "../support/reviews.ts";

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
    const asked = answered(2, { question: null, offeredTo: "Per Lund" });
    const offer = { id: "9", item: item(5), by: "Ola Sund", reason: "Bygget er overtatt" };
    web = await playWeb({
      desk: deskOf([item(0), item(1), asked, item(3), dropped], { offers: [offer] }),
    });
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
    ["the review", under("progress", "review/7")],
    ["the draft", under("progress", "report/7?draft")],
    ["the report", under("report", "report/7")],
    ["the chat", under("chat", "chat")],
    ["an expired link", "/w/expired-token-0001/"],
  ] as const;

  /** Made of the same few fields: looked at in the light, in the dark, wide and narrow, but not in every mixture. */
  const forms = [
    ["whom to remind", under("progress", "step/7?verb=remind")],
    ["more time", under("progress", "step/7?verb=extend&whom=person:ola")],
    ["who answers", under("progress", "step/7?verb=assign&what=unit:oppvekst")],
    ["whom to answer for", under("progress", "step/7?verb=answer-for")],
    ["an answer for somebody", under("progress", "step/7?verb=answer-for&item=kunnskap-3-personal")],
    ["what to drop", under("progress", "step/7?verb=drop")],
    ["why to cancel", under("progress", "step/7?verb=cancel")],
    ["why to correct", under("progress", "step/7?verb=correct")],
    ["handing over", under("desk", "hand-over?item=1")],
    ["asking a colleague", under("desk", "ask-colleague?item=1")],
    ["proposing to drop", under("desk", "propose-drop?item=1")],
    ["a reader's draft", under("progress", "report/7?draft&read")],
    ["a row of the review after a change", under("progress", "review/7?at=row-jobb-3&done=edit")],
  ] as const;

  describe.each(looks)("on $name", ({ width, colorScheme }) => {
    test.each((width === 1200) === (colorScheme === "light") ? [...pages, ...forms] : pages)(
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

  test("a plan of 200 measures and 60 owners is readable on a telephone", async () => {
    web.review = reviewOf(largeReport(), { state: "open", people: directory });
    web.progress = largeProgress();
    const options = { viewport: { width: 400, height: 800 } };
    await expectUsable(await visit(under("progress", "progress/7"), options));
    await expectUsable(await visit(under("progress", "review/7?part=2"), options));
    await expectUsable(await visit(under("progress", "step/7?verb=assign&what=unit:enhet-4"), options));
  });

  const told = () => web.heard.flatMap(({ reply }) => (reply.kind === "command" ? [reply] : []));

  test("a coordinator reads the draft through without JavaScript: follows what needs a look, edits, sends back, settles, approves, publishes", async () => {
    const page = await visit(under("progress", "progress/7"), { javaScriptEnabled: false });
    await page.getByRole("link", { name: "Gå gjennom svarene" }).click();
    await page.locator(".flags").getByRole("link", { name: "4.3 Universell utforming" }).click();
    const row = page.locator("#row-jobb-3");
    expect(await row.getByText("Enhetene har svart ulikt").isVisible()).toBe(true);
    await row.getByLabel("Status").selectOption({ label: "◐ Pågår" });
    await row.getByLabel("Egen tekst for raden").fill("To av fem gjenstår");
    await row.getByRole("button", { name: "Avgjør raden" }).click();
    await row.getByText("Raden er avgjort.").waitFor();

    const first = page.locator("#row-kunnskap-1");
    await first.getByText("Gjør noe med svaret").click();
    expect(await first.getByRole("textbox", { name: "Kommentar", exact: true }).inputValue()).toContain(
      "412 svarte",
    );
    await first.getByRole("textbox", { name: "Kommentar", exact: true }).fill("412 svarte");
    await first.getByRole("button", { name: "Endre kommentaren" }).click();
    await first.getByText("Kommentaren er endret.").waitFor();

    await first.getByText("Gjør noe med svaret").click();
    await first.getByLabel("Spørsmål til den ansvarlige").fill("Hvor mange språk?");
    await first.getByLabel("Svarfrist for spørsmålet").fill("2026-12-16");
    await first.getByRole("button", { name: "Send tilbake med spørsmål" }).click();
    await page.getByText("Frist: 16. desember 2026").waitFor();
    await page.getByRole("button", { name: "Send tilbake" }).click();
    await first.getByText("Svaret er sendt tilbake.").waitFor();

    const part = page.locator("#part-2\\/1");
    await part.getByRole("button", { name: "Godkjenn delen" }).click();
    await part.getByText("Godkjenningen er lagret.").waitFor();

    await page.getByRole("button", { name: "Publiser rapporten" }).click();
    await page.getByLabel("Dine egne linjer øverst i rapporten").fill("Det går fremover");
    await page.getByRole("button", { name: "Vis med linjene mine" }).click();
    await page.locator("blockquote").getByText("Det går fremover").waitFor();
    await page.getByRole("button", { name: "Publiser", exact: true }).click();
    await page.getByText("Rapporten er publisert.").waitFor();
    const done = told().filter(
      ({ command, confirmed }) => confirmed || /^(decide|edit|approve)$/.test(command.verb),
    );
    expect(done.map(({ command }) => command)).toMatchObject([
      { verb: "decide", measure: "jobb-3", status: "orange", comment: "To av fem gjenstår", seen: null },
      { verb: "edit", item: "kunnskap-1-oppvekst", comment: "412 svarte" },
      { verb: "send-back", question: "Hvor mange språk?", due: "2026-12-16" },
      { verb: "approve", heading: "2/1", approved: true },
      { verb: "publish", preface: ["Det går fremover"] },
    ]);
    await page.context().close();
  });

  test("a coordinator gives one person more time with the keyboard alone", async () => {
    const page = await visit(under("progress", "progress/7"));
    await tabTo(page, "Gjør noe (Ola Sund)");
    await page.keyboard.press("Enter");
    await tabTo(page, "Gi mer tid (Ola Sund)");
    await page.keyboard.press("Enter");
    await page.waitForURL(/step/);
    expect(await page.getByLabel("Hvem gjelder det?").inputValue()).toBe("person:ola");
    await page.getByLabel("Ny frist").fill("2026-12-18");
    await page.keyboard.press("Enter");
    await page.getByText("Ny frist: 18. desember 2026").waitFor();
    await tabTo(page, "Flytt fristen");
    await page.keyboard.press("Enter");
    await page.getByText("Fristen er flyttet.").waitFor();
    expect(told().at(-1)).toMatchObject({
      confirmed: true,
      command: { verb: "extend", whom: { of: "person", person: "ola" }, deadline: "2026-12-18" },
    });
    await page.context().close();
  });

  test("an owner passes two measures on, takes over another, and goes away, without JavaScript", async () => {
    const page = await visit(under("desk", "desk"), { javaScriptEnabled: false });
    const card = page.locator(".card").filter({ hasText: "Måle svevestøv" });
    await card.getByText("Annet").click();
    await card.getByRole("link", { name: "Ikke mitt – gi det videre" }).click();
    await page.getByText("og 2 til").click();
    await page.getByLabel("1.2 Bytte ut ti oljekjeler").check();
    await page.getByLabel("Åse Vik").check();
    await page.getByLabel("Begrunnelse").fill("Eiendom har overtatt");
    await page.getByRole("button", { name: "Spør" }).click();
    await page.getByText("Åse Vik er spurt om å ta over 2 tiltak.").waitFor();
    await page.getByRole("button", { name: "Ja, jeg tar over" }).click();
    await page.getByText("Du har tatt over ett tiltak fra Ola Sund.").waitFor();
    await page.getByText("Skal du være borte?").click();
    await page.getByLabel("Siste dag borte").fill("2026-12-18");
    await page.getByRole("button", { name: "Jeg er borte" }).click();
    await page.getByText("Du er borte til og med 18. desember 2026.").waitFor();
    const said = web.heard.map(({ reply }) => reply).filter(({ kind }) => kind !== "show");
    expect(said.filter((reply) => !("to" in reply) || reply.to !== null)).toEqual([
      { kind: "hand-over", items: ["1", "2"], to: "ase", reason: "Eiendom har overtatt" },
      { kind: "take-over", offers: ["9"], accepted: true },
      { kind: "away", until: "2026-12-18" },
    ]);
    await page.context().close();
  });

  /** What is folded away must be usable as well; the letters are counted of what stands open. */
  async function expectUsable(page: Page): Promise<void> {
    expect(await paintedText(page)).toBeGreaterThan(500);
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
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
    for (const [, path] of [...pages, ...forms]) await page.goto(web.url + path);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
