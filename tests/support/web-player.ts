import { load, type CheerioAPI } from "cheerio";
import type { Serving } from "../../src/serve.ts";
import type { Answered, Confirming, OpenForm, Player, RoundStep } from "./player.ts";

/**
 * A person at a browser without JavaScript: comes in by the local door, follows links, and sends the forms that are on
 * the pages, over real HTTP. `at` is asked for its address each time, because a restart moves it.
 */
export async function webPlayer(at: Pick<Serving, "url">, id: string): Promise<Player> {
  const enter = (): Promise<Page> => send(`${at.url}/door`, new URLSearchParams({ person: id }));
  const go = async (to: string): Promise<Page> => fetched(new URL(to, (await enter()).url).href);
  return { ...answering(go, enter), ...steering(go, enter) };
}

type Go = (to: string) => Promise<Page>;

function answering(go: Go, enter: () => Promise<Page>) {
  const opensForm = async (...measures: string[]): Promise<OpenForm> => {
    const desk = await go("desk");
    const [only, ...others] = measures;
    const link =
      only !== undefined && others.length === 0
        ? named(desk, ".card", only).find(".actions a")
        : desk.$("main p a.button").first();
    return openForm(await follow(desk, link, "the form"));
  };
  return {
    opensForm,
    async messages() {
      const { $ } = await enter();
      const unasked = $("ol.talk > li:not(.mine) > .message").filter((_, one) => $(one).is("[class*=' ']"));
      return unasked.toArray().map((one) => readable($, $(one)));
    },
    desk: async () => main(await go("desk")),
    answers: async (...answers: Answered[]) =>
      (await opensForm(...answers.map((one) => one.measure))).sends(...answers),
    async sameAsLast(measure: string) {
      const desk = await go("desk");
      return main(
        await press(desk, named(desk, ".card", measure).find("button[value^='same.']"), "same as last"),
      );
    },
    async withdraws(measure: string) {
      const desk = await go("desk");
      const form = await follow(desk, named(desk, ".card", measure).find(".actions a"), "the form");
      const section = named(form, "section.card", measure);
      return main(await press(form, section.find("button[value^='withdraw.']"), "withdraw"));
    },
    async types(text: string) {
      const chat = await enter();
      return newest(await press(chat, chat.$("form.say button"), "send", { text }));
    },
    async picks(measure: string, status: string) {
      const chat = await enter();
      const choice = named(chat, "#newest li.block", measure)
        .find(".choice")
        .filter((_, one) => isWord(chat.$(one).find(".chip > span").text(), status));
      return openForm(
        choice.is("a") ? await follow(chat, choice, status) : await press(chat, choice, status),
      );
    },
    async chooses(language: string) {
      const page = await go("language");
      return main(await press(page, page.$(`button[value='${language}']`), language));
    },
    async idOf(measure: string) {
      const { $ } = await go("desk");
      const link = named({ $, url: "" }, ".card", measure).find(".actions a").attr("href") ?? "";
      return new URLSearchParams(link.split("?")[1]).get("item") ?? "";
    },
    async forges({ id, status, comment }: { id: string; status: string; comment?: string }) {
      const { url } = await go("desk");
      const fields = { item: id, [`status.${id}`]: status, [`comment.${id}`]: comment ?? "", do: "save" };
      return main(await send(url, new URLSearchParams(fields)));
    },
  } satisfies Partial<Player>;
}

function steering(go: Go, enter: () => Promise<Page>) {
  const isId = (round: string): boolean => /^\d+$/.test(round);
  const wants = async (step: RoundStep, round: string): Promise<Confirming> => {
    if (!isId(round)) {
      const page = await go(await linkTo(await go("rounds"), round, "progress/"));
      return confirming(await press(page, page.$(`form:has(input[value='${step}']) button`), step));
    }
    // Somebody who has no button sends what the button would have sent, as if it were confirmed already.
    const { url } = await enter();
    const fields = new URLSearchParams({ verb: step, round, confirmed: "yes" });
    return confirming(await send(new URL("command", url).href, fields));
  };
  const does = async (step: RoundStep, round: string, preface: readonly string[] = []): Promise<string> =>
    (await wants(step, round)).confirms(...preface);
  return {
    wants,
    opens: (round: string) => does("open", round),
    triesOut: (round: string) => does("trial", round),
    closes: (round: string) => does("close", round),
    publishes: (round: string, ...preface: string[]) => does("publish", round, preface),
    progress: async (round: string) =>
      main(
        await go(isId(round) ? `progress/${round}` : await linkTo(await go("rounds"), round, "progress/")),
      ),
    async report(round: string, draft?: "draft") {
      const query = draft ? "?draft" : "";
      if (isId(round)) return main(await go(`report/${round}${query}`));
      const rounds = await go("rounds");
      if (!draft)
        return main(await follow(rounds, cardOf(rounds, round).find("a[href^='report/']"), "report"));
      const progress = await go(await linkTo(rounds, round, "progress/"));
      return main(await follow(progress, progress.$("main a[href$='?draft']"), "draft"));
    },
  } satisfies Partial<Player>;
}

/** A page as such a browser has it. */
interface Page {
  readonly url: string;
  readonly $: CheerioAPI;
}

type Part = ReturnType<CheerioAPI>;

async function fetched(url: string, sent?: RequestInit): Promise<Page> {
  const response = await fetch(url, sent);
  return { url: response.url, $: load(await response.text()) };
}

async function send(url: string, fields: URLSearchParams): Promise<Page> {
  const { origin } = new URL(url);
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "sec-fetch-site": "same-origin",
    origin,
  };
  return fetched(url, { method: "POST", headers, body: fields.toString() });
}

async function follow(page: Page, link: Part, what: string): Promise<Page> {
  const to = link.attr("href");
  if (link.length !== 1 || to === undefined) throw missing(page, what);
  return fetched(new URL(to, page.url).href);
}

/** Presses a button: sends what is in its form, with what was filled in. */
async function press(
  page: Page,
  button: Part,
  what: string,
  filled: Record<string, string> = {},
): Promise<Page> {
  if (button.length !== 1) throw missing(page, what);
  const form = button.closest("form");
  const fields = new URLSearchParams();
  for (const one of form.find("input, textarea").toArray()) {
    const field = page.$(one);
    const name = field.attr("name");
    if (name === undefined || (field.is("[type=radio]") && !(name in filled) && !field.is("[checked]")))
      continue;
    if (field.is("[type=radio]") && fields.has(name)) continue;
    const value = filled[name] ?? (field.is("textarea") ? field.text() : (field.attr("value") ?? ""));
    // Browsers send every line ended by two characters.
    fields.append(name, value.replaceAll(/\r?\n/g, "\r\n"));
  }
  const own = button.attr("name");
  if (own !== undefined) fields.append(own, button.attr("value") ?? "");
  return send(new URL(form.attr("action") ?? "", page.url).href, fields);
}

function openForm(page: Page): OpenForm {
  return {
    shows: main(page),
    async sends(...answers) {
      const filled = Object.assign({}, ...answers.map((answer) => filledIn(page, answer))) as Record<
        string,
        string
      >;
      return main(await press(page, page.$("form.answers .actions button[value=save]"), "send", filled));
    },
  };
}

function filledIn(page: Page, { measure, status, comment, progress }: Answered): Record<string, string> {
  const section = named(page, "section.card", measure);
  const id = section.find("input[name=item]").attr("value") ?? "";
  const radio = section
    .find("label.radio")
    .filter((_, one) => isWord(page.$(one).find(".chip > span").text(), status))
    .find("input");
  const value = radio.attr("value");
  if (value === undefined) throw missing(page, `the status ${status}`);
  return {
    [`status.${id}`]: value,
    ...(comment === undefined ? {} : { [`comment.${id}`]: comment }),
    ...(progress === undefined ? {} : { [`progress.${id}`]: String(progress) }),
  };
}

function confirming(page: Page): Confirming {
  const button = page.$("form:has(input[name=confirmed]) button");
  return {
    shows: main(page),
    confirms: async (...preface) =>
      button.length === 0
        ? main(page)
        : main(await press(page, button, "confirm", { preface: preface.join("\n") })),
  };
}

/** The one part of a page that is about a measure, as a story names it. */
function named({ $, url }: Page, parts: string, measure: string): Part {
  const found = $(parts).filter((_, one) => {
    const number = $(one).find(".number").first();
    const short = number.next("[dir=auto]").text();
    const facts = $(one).find(".about span").toArray();
    const units = facts.map((fact) => $(fact).text().split(": ").at(-1) ?? "");
    return ["", short, ...units].some((more) => isWord(`${number.text()} ${more}`, measure));
  });
  if (found.length !== 1) throw missing({ $, url }, `${measure} (found ${found.length})`);
  return found;
}

function cardOf(page: Page, round: string): Part {
  const found = page
    .$(".card")
    .filter((_, one) => page.$(one).find("h2").text().replaceAll(/\s+/g, " ").includes(round));
  if (found.length !== 1) throw missing(page, `${round} (found ${found.length})`);
  return found;
}

async function linkTo(rounds: Page, round: string, where: string): Promise<string> {
  const to = cardOf(rounds, round).find(`a[href^='${where}']`).attr("href");
  if (to === undefined) throw missing(rounds, `a way to ${round}`);
  return to;
}

function isWord(text: string, word: string): boolean {
  return text.replaceAll(/\s+/g, " ").trim() === word;
}

function missing(page: Page, what: string): Error {
  return new Error(`The page has no ${what}. It says:\n${main(page)}`);
}

function main({ $ }: Page): string {
  return readable($, $("main"));
}

/** What the bot said last in the chat; the page itself, when it was not taken there. */
function newest(page: Page): string {
  const bubble = page.$("#newest > .message");
  return bubble.length === 1 ? readable(page.$, bubble) : main(page);
}

/** As somebody reads it: a line for each paragraph, bullet and table row, what stands in fields, nothing that is hidden. */
function readable($: CheerioAPI, part: Part): string {
  const page = load(`<div id="all">${$.html(part)}</div>`);
  const all = page("#all");
  all.find(".hidden, [hidden], input[type=hidden]").remove();
  all.find("input[type=radio][checked]").replaceWith("(x) ");
  all
    .find("input:not([type=radio])")
    .each((_, one) => void page(one).replaceWith(` ${page(one).attr("value") ?? ""} `));
  all.find("li").prepend("• ");
  all.find("td, th:not(:first-child)").before(" | ");
  all.find(".about > span, .meaning, .hint, .change").before(" ");
  all
    .find("p, li, h1, h2, h3, h4, tr, div, section, dt, dd, label, textarea, button, figure")
    .each((_, one) => {
      const inCell = page(one).closest("td, th").length > 0;
      page(one)
        .before(inCell ? " " : "\uE000")
        .after(inCell ? " " : "\uE000");
    });
  const text = all.text().replaceAll(/•[\s\uE000]+/g, "• ");
  return text
    .split("\uE000")
    .map((line) => line.replaceAll(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}
