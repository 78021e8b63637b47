import { load, type CheerioAPI } from "cheerio";
import type { Serving } from "../../src/serve.ts";
import type { Answered, Confirming, FilledForm, OpenForm, Player, RoundStep, Told, Whom } from "./player.ts";

/**
 * A person at a browser without JavaScript: comes in by the local door, follows links, and sends the forms that are on
 * the pages, over real HTTP. `at` is asked for its address each time, because a restart moves it.
 */
export async function webPlayer(at: Pick<Serving, "url">, id: string): Promise<Player> {
  const enter = (): Promise<Page> => send(`${at.url}/door`, new URLSearchParams({ person: id }));
  const go = async (to: string): Promise<Page> => fetched(new URL(to, (await enter()).url).href);
  return { ...answering(go, enter), ...steering(go, enter), ...passingOn(go, enter) };
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
      const page = await progressOf(round);
      return confirming(await press(page, page.$(`form:has(input[value='${step}']) button`), step));
    }
    // Somebody who has no button sends what the button would have sent, as if it were confirmed already.
    const { url } = await enter();
    const fields = new URLSearchParams({ verb: step, round, confirmed: "yes" });
    return confirming(await send(new URL("command", url).href, fields));
  };
  const does = async (step: RoundStep, round: string, preface: readonly string[] = []): Promise<string> =>
    (await wants(step, round)).confirms(...preface);
  const progressOf = async (round: string): Promise<Page> =>
    go(isId(round) ? `progress/${round}` : await linkTo(await go("rounds"), round, "progress/"));
  const reviewOf = async (round: string): Promise<Page> => {
    const progress = await progressOf(round);
    return follow(progress, progress.$("main .actions a[href*='review/']"), "review");
  };
  const formOf = async (round: string, told: Told): Promise<Press> =>
    standsInReview(told) ? inReview(await reviewOf(round), told) : onPages(await progressOf(round), told);
  return {
    wants,
    opens: (round: string) => does("open", round),
    triesOut: (round: string) => does("trial", round),
    closes: (round: string) => does("close", round),
    publishes: (round: string, ...preface: string[]) => does("publish", round, preface),
    progress: async (round: string) => main(await progressOf(round)),
    tells: async (round: string, told: Told) => confirming(await pressed(await formOf(round, told))),
    async reviews(round: string) {
      const page = await reviewOf(round);
      const tells = async (told: Told): Promise<Confirming> =>
        confirming(await pressed(inReview(page, told)));
      return { shows: main(page), tells };
    },
    async fillsIn(round: string, told: Told) {
      const { page, button, filled } = await formOf(round, told);
      const form = button.closest("form");
      const at = new URL(form.attr("action") ?? "", page.url).pathname.split("/").at(-1) ?? "";
      return { at, fields: [...fieldsOf(page, button, filled), ["confirmed", "yes"] as const] };
    },
    async sendsFormOf({ at, fields }: FilledForm) {
      const { url } = await enter();
      const sent = new URLSearchParams(fields.map(([name, value]) => [name, value]));
      return main(await send(new URL(at, url).href, sent));
    },
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

/** A form with what was filled in, and the button that sends it. */
interface Press {
  readonly page: Page;
  readonly button: Part;
  readonly filled: Filled;
}

type InReview = Extract<
  Told,
  {
    does: "restore" | "keep" | "undecide" | "decide" | "edit" | "send-back" | "approve" | "unapprove";
  }
>;

const standing: readonly Told["does"][] = [
  "restore",
  "keep",
  "undecide",
  "decide",
  "edit",
  "send-back",
  "approve",
  "unapprove",
];

function standsInReview(told: Told): told is InReview {
  return standing.includes(told.does);
}

function inReview(page: Page, told: Told): Press {
  if (!standsInReview(told)) throw missing(page, `form that would ${told.does}`);
  const { $ } = page;
  const button = (part: Part, form: string): Part => part.find(`form${form} button`);
  switch (told.does) {
    case "approve":
    case "unapprove": {
      const heading = $("section.part").filter((_, one) =>
        isWord($(one).children("h3, h4, h5").first().text(), told.heading),
      );
      const said = told.does === "approve" ? "yes" : "no";
      const form = `:has(input[value=approve]):has(input[name=approved][value=${said}])`;
      return { page, button: button(heading.children(".approval"), form), filled: {} };
    }
    case "decide": {
      const row = rowOf(page, told.measure);
      const status = optionIn(page, row.find("form.write:has(input[value=decide]) select"), told.status);
      const filled = { status, comment: told.comment ?? "" };
      return { page, button: button(row, ".write:has(input[value=decide])"), filled };
    }
    case "undecide":
      return {
        page,
        button: button(rowOf(page, told.measure), ".inline:has(input[value=decide])"),
        filled: {},
      };
    case "edit":
      return {
        page,
        button: button(unitIn(page, told.measure), ":has(input[value=edit])"),
        filled: { comment: told.comment },
      };
    case "send-back":
      return {
        page,
        button: button(unitIn(page, told.measure), ":has(input[value=send-back])"),
        filled: { question: told.question, ...(told.due === undefined ? {} : { due: told.due }) },
      };
    case "restore":
    case "keep":
      return {
        page,
        button: button(unitIn(page, told.measure), `:has(input[name=verb][value=${told.does}])`),
        filled: {},
      };
  }
}

/** By its number, or its number and short title. */
function rowOf(page: Page, measure: string): Part {
  return named(page, "section.row-of", measure);
}

/** One unit's answer: "2.1 Skole", or "2.1" where only one unit answers. */
function unitIn(page: Page, measure: string): Part {
  const { $ } = page;
  const number = measure.split(" ")[0] ?? measure;
  const rows = $("section.row-of").filter((_, one) => isWord($(one).find(".number").first().text(), number));
  const units = rows.find("ul.units > li");
  const one = units.filter((_, unit) =>
    isWord(`${number} ${$(unit).find("strong").first().text()}`, measure),
  );
  const found = one.length > 0 ? one : units.length === 1 ? units : one;
  if (found.length !== 1) throw missing(page, `${measure} (found ${found.length})`);
  return found;
}

async function onPages(progress: Page, told: Exclude<Told, InReview>): Promise<Press> {
  const { $ } = progress;
  const step = (): Promise<Page> =>
    follow(progress, $(`main a[href$='verb=${told.does}']`).first(), `way to ${told.does}`);
  const sending = (page: Page): Part => page.$(`form[action$=command]:has(input[value=${told.does}]) button`);
  switch (told.does) {
    case "remind":
      return reminding(progress, told, step);
    case "extend": {
      const page = await step();
      return { page, button: sending(page), filled: { ...whomOn(page, told.whom), deadline: told.to } };
    }
    case "assign": {
      const page = await step();
      const what = optionIn(
        page,
        page.$("select[name=what]"),
        "unit" in told.what ? told.what.unit : told.what.measure,
      );
      const chosen = told.people.map((name) => optionIn(page, page.$("select[name=people]").first(), name));
      const people = [...chosen, "", ""].slice(0, Math.max(3, chosen.length));
      const filled = { what, people, lasting: told.lasting === true ? "yes" : "no" };
      return { page, button: sending(page), filled };
    }
    case "answer-for": {
      const list = await step();
      const link = list
        .$("main a[href*='item=']")
        .filter((_, one) => isItem(list.$(one).text(), told.measure));
      const page = await follow(list, link, told.measure);
      const status = optionIn(page, page.$("select[name=status]"), told.status);
      return { page, button: sending(page), filled: { status, comment: told.comment, from: told.from } };
    }
    case "drop": {
      const page = await step();
      const item = optionIn(page, page.$("select[name=item]"), told.measure);
      return { page, button: sending(page), filled: { item, because: told.because } };
    }
    case "correct": {
      const page = await step();
      return { page, button: sending(page), filled: { why: told.why } };
    }
    case "cancel": {
      const page = await step();
      return { page, button: sending(page), filled: { because: told.because } };
    }
    case "publish":
      return {
        page: progress,
        button: sending(progress),
        filled: told.preface === undefined ? {} : { preface: told.preface.join("\n") },
      };
    case "open":
    case "close":
    case "ask-readers":
    case "withdraw-links":
      return { page: progress, button: sending(progress), filled: {} };
  }
}

/** Everybody, a unit or a person has a button; a heading is chosen on a page of its own. */
async function reminding(
  page: Page,
  { whom }: Extract<Told, { does: "remind" }>,
  step: () => Promise<Page>,
): Promise<Press> {
  const { $ } = page;
  const forms = $("form:has(input[value=remind])");
  if (whom === undefined)
    return {
      page,
      button: forms.filter((_, one) => $(one).find("[name=whom]").length === 0).find("button"),
      filled: {},
    };
  if ("heading" in whom) {
    const chosen = await step();
    return {
      page: chosen,
      button: chosen.$("form:has(select[name=whom]) button"),
      filled: whomOn(chosen, whom),
    };
  }
  const [of, name] = "unit" in whom ? (["unit", whom.unit] as const) : (["person", whom.person] as const);
  const row = $("tr").filter((_, one) => isWord($(one).find("th").first().text(), name));
  return { page, button: row.find(`form:has(input[name=whom][value^='${of}:']) button`), filled: {} };
}

function whomOn(page: Page, whom: Whom | undefined): Filled {
  if (whom === undefined) return {};
  const name = "heading" in whom ? whom.heading : "unit" in whom ? whom.unit : whom.person;
  return { whom: optionIn(page, page.$("select[name=whom]"), name) };
}

/** What a list has that somebody would choose for these words: a status has its symbol before it, a measure its short title after its number. */
function optionIn({ $, url }: Page, select: Part, word: string): string {
  const options = select.find("option").toArray();
  const shown = (one: (typeof options)[number]): string => $(one).text().replaceAll(/\s+/g, " ").trim();
  const called = options.filter((one) =>
    [shown(one), shown(one).replace(/^(– )+/, ""), shown(one).replace(/^\S /, "")].includes(word),
  );
  const whole = options.filter((one) => !shown(one).endsWith(")") && shown(one).startsWith(`${word} `));
  const ofUnits = options.filter((one) => isItem(shown(one), word));
  const found = [called, whole, ofUnits].find((some) => some.length > 0) ?? [];
  const value = $(found).attr("value");
  if (found.length !== 1 || value === undefined)
    throw missing({ $, url }, `${word} to choose (found ${found.length})`);
  return value;
}

/** "2.1 Solceller (Skole)" is "2.1 Skole", and "2.1" where no other unit answers; a story says which it means. */
function isItem(text: string, word: string): boolean {
  const [, number = "", unit = ""] = /^(\S+) .*\(([^()]+)\)$/.exec(text.replaceAll(/\s+/g, " ").trim()) ?? [];
  return number !== "" && (word === number || word === `${number} ${unit}`);
}

/** What people do with each other about what is theirs. */
function passingOn(go: Go, enter: () => Promise<Page>) {
  const ofItem = async (measure: string, where: string): Promise<Page> => {
    const desk = await go("desk");
    return follow(desk, named(desk, ".card", measure).find(`a[href^='${where}']`), where);
  };
  const choosing = async (where: string, measure: string, to: string, text: Filled): Promise<string> => {
    const page = await ofItem(measure, where);
    const label = page
      .$("label.radio:has(input[name=to])")
      .filter((_, one) => isWord(page.$(one).text(), to));
    const person = label.find("input").attr("value");
    if (person === undefined) throw missing(page, to);
    const button = page.$(`form[method=post][action$='${where}'] .actions button`);
    return main(await press(page, button, where, { ...text, to: person }));
  };
  const offered = async (measure: string, said: "yes" | "no"): Promise<string> => {
    const desk = await go("desk");
    const button = named(desk, "li.offer", measure).find(`button[name=accepted][value=${said}]`);
    return main(await press(desk, button, said));
  };
  const newestOf = (page: Page, kind: string): Part => page.$(`.message.${kind}`).last();
  return {
    handsOver: (measure: string, to: string, reason: string) =>
      choosing("hand-over", measure, to, { reason }),
    takesOver: (measure: string) => offered(measure, "yes"),
    declines: (measure: string) => offered(measure, "no"),
    asksColleague: (measure: string, to: string, question: string) =>
      choosing("ask-colleague", measure, to, { question }),
    async proposesDrop(measure: string, reason: string) {
      const page = await ofItem(measure, "propose-drop");
      return main(await press(page, page.$("form[action$='propose-drop'] button"), "propose", { reason }));
    },
    async givesText(text: string) {
      const chat = await enter();
      return newest(await press(chat, newestOf(chat, "text-asked").find("form button"), "send", { text }));
    },
    async usesText() {
      const chat = await enter();
      return openForm(await press(chat, newestOf(chat, "text-given").find("form button"), "use the text"));
    },
    async goesAway(until: string) {
      const desk = await go("desk");
      return main(await press(desk, desk.$("form:has(input[name=until]) button"), "away", { until }));
    },
    async comesBack() {
      const desk = await go("desk");
      return main(await press(desk, desk.$("button[value=back]"), "back"));
    },
    async readsDraft() {
      const chat = await enter();
      return main(await follow(chat, newestOf(chat, "reader-asked").find("a[href*='report/']"), "draft"));
    },
    async saysHaveRead() {
      const chat = await enter();
      return newest(await press(chat, newestOf(chat, "reader-asked").find("form button"), "have read"));
    },
    follows: async (link: string) => main(await fetched(link)),
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

/** What is filled in, by the name of the field; of several fields of one name, in their order. */
type Filled = Readonly<Record<string, string | readonly string[]>>;

function pressed({ page, button, filled }: Press): Promise<Page> {
  return press(page, button, "button", filled);
}

/** Presses a button: sends what is in its form, with what was filled in. */
async function press(page: Page, button: Part, what: string, filled: Filled = {}): Promise<Page> {
  if (button.length !== 1) throw missing(page, `${what} (found ${button.length})`);
  const action = formFor(page, button).attr("action") ?? "";
  const fields = fieldsOf(page, button, filled).map(([name, value]) => [name, value]);
  return send(new URL(action, page.url).href, new URLSearchParams(fields));
}

/** A button may stand outside its form. */
function formFor({ $ }: Page, button: Part): Part {
  const id = button.attr("form");
  return id === undefined ? button.closest("form") : $(`form[id='${id}']`);
}

function fieldsOf(page: Page, button: Part, filled: Filled): (readonly [string, string])[] {
  const left = new Map(Object.entries(filled).map(([name, value]) => [name, [value].flat()]));
  const fields: (readonly [string, string])[] = [];
  for (const one of formFor(page, button).find("input, textarea, select").toArray()) {
    const field = page.$(one);
    const name = field.attr("name");
    if (name === undefined || (field.is("[type=checkbox]") && !field.is("[checked]"))) continue;
    if (field.is("[type=radio]")) {
      if (!(name in filled) && !field.is("[checked]")) continue;
      if (fields.some(([other]) => other === name)) continue;
    }
    const value = left.get(name)?.shift() ?? standsIn(page, field);
    // Browsers send every line ended by two characters.
    fields.push([name, value.replaceAll(/\r?\n/g, "\r\n")]);
  }
  const own = button.attr("name");
  return own === undefined ? fields : [...fields, [own, button.attr("value") ?? ""]];
}

function standsIn({ $ }: Page, field: Part): string {
  if (field.is("textarea")) return field.text();
  if (!field.is("select")) return field.attr("value") ?? "";
  const chosen = field.find("option[selected]");
  return $(chosen.length > 0 ? chosen : field.find("option").first()).attr("value") ?? "";
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
  const lines = (preface: readonly string[]): Filled =>
    preface.length === 0 ? {} : { preface: preface.join("\n") };
  return {
    shows: main(page),
    confirms: async (...preface) =>
      button.length === 0 ? main(page) : main(await press(page, button, "confirm", lines(preface))),
    insists: async () =>
      confirming(await press(page, page.$("form:has(input[name=insist][value=yes]) button"), "insist")),
    looksAgain: async (...preface) =>
      confirming(await press(page, page.$("button[name=preview]"), "preview", lines(preface))),
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
  all.find("select").each((_, one) => {
    const chosen = page(one).find("option[selected]");
    page(one).replaceWith(` ${(chosen.length > 0 ? chosen : page(one).find("option").first()).text()} `);
  });
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
