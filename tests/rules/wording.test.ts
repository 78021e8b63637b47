import { describe, expect, test } from "vitest";
import { dayOf, isoDay, listOf, moment } from "../../src/conversation/wording/dates.ts";
import { wordingFor } from "../../src/conversation/wording.ts";
import type { Language } from "../../src/round/plan.ts";

const languages: readonly Language[] = ["nb", "nn", "en"];

/** Counts a sentence must be right for. */
const counts = [1, 2, 12];

interface Sentence {
  readonly at: string;
  readonly text: string;
}

const blocks = [
  { is: "no-unit", number: "1.1", short: "Kurs" },
  { is: "no-contact", unit: "Eiendom" },
  { is: "deadline-passed" },
  { is: "nobody-left" },
];
const warnings = [
  { is: "unanswered", number: "1.1", short: "Kurs", units: ["Eiendom", "Kultur"] },
  { is: "undecided", number: "1.1", short: "Kurs" },
  { is: "sent-back", number: "1.1", short: "Kurs" },
  { is: "not-approved", heading: "Mål 1" },
  { is: "not-read", heading: "Mål 1", reader: "Kari Nordvik" },
  { is: "reopens" },
  { is: "before-deadline" },
];
const notings = [
  ...counts.flatMap((count) => [
    { is: "offered", to: "Ola Sund", count },
    { is: "accepted", from: "Ola Sund", count },
    { is: "declined", from: "Ola Sund", count },
  ]),
  { is: "away", until: "2026-12-18" },
  { is: "away", until: null },
  { is: "proposed-drop" },
  { is: "asked-colleague", to: "Ola Sund" },
  { is: "text-given", to: "Ola Sund" },
  { is: "read" },
];

/** What a wording function may be given: every argument it takes, with one and with many. */
function argumentsFor(at: string, arity: number): unknown[][] {
  if (at === "block") return blocks.map((block) => [block]);
  if (at === "warning") return warnings.map((warning) => [warning]);
  if (at === "news.noted") return notings.map((what) => [what]);
  if (at === "news.handOverAnswered.text")
    return counts.flatMap((count) => [true, false].map((accepted) => ["Ola Sund", count, accepted]));
  if (at.startsWith("faults.")) return [[{ number: "1.1", by: "Kari Nordvik", longest: 3000 }]];
  return counts.map((count) => Array.from({ length: arity }, (_, nth) => new Given(count, nth)));
}

/** Reads as a number where a count is wanted and as a word where a name is. */
class Given {
  readonly count: number;
  readonly nth: number;
  constructor(count: number, nth: number) {
    this.count = count;
    this.nth = nth;
  }
  [Symbol.toPrimitive](hint: string): string | number {
    return hint === "number" ? this.count : `«${this.nth}»`;
  }
  split(): string[] {
    return [`«${this.nth}»`];
  }
}

function sentences(of: unknown, at = ""): Sentence[] {
  if (typeof of === "string") return [{ at, text: of }];
  if (typeof of === "function")
    return argumentsFor(at, of.length).map((given) => ({
      at,
      text: String((of as (...all: unknown[]) => unknown)(...given)),
    }));
  if (typeof of !== "object" || of === null) return [];
  return Object.entries(of).flatMap(([key, value]) => sentences(value, at === "" ? key : `${at}.${key}`));
}

const keysOf = (language: Language): string[] =>
  [...new Set(sentences(wordingFor(language)).map(({ at }) => at))].toSorted();

describe("the wording", () => {
  test("everything that is said in one language is said in all three", () => {
    expect(keysOf("nn")).toEqual(keysOf("nb"));
    expect(keysOf("en")).toEqual(keysOf("nb"));
    expect(keysOf("nb").length).toBeGreaterThan(450);
  });

  describe.each(languages)("in %s", (language) => {
    const said = sentences(wordingFor(language));

    test("no sentence is empty, unfilled or doubled in its spaces", () => {
      const odd = said.filter(
        ({ text }) => text.trim() === "" || /undefined|null|NaN|\[object|\$\{|\{\w+\}| {2}/.test(text),
      );
      expect(odd).toEqual([]);
    });

    test("nobody is nagged, begged or spoken down to", () => {
      const forbidden = /vennligst|vennlegst|purr(?!e)|snarest|omgående|straks\b|please|kindly|asap|overdue/i;
      expect(said.filter(({ text }) => forbidden.test(text))).toEqual([]);
    });

    test("a chat message is short", () => {
      const { ask, remind, deputy, deputyAsked, digest, ready } = wordingFor(language);
      const deadline = moment(new Date("2026-12-11T11:00:00Z"), "Europe/Oslo", language);
      const plan = "Handlingsplan for kjønns- og seksualitetsmangfold";
      const messages = {
        ask: [ask.text(4, deadline), ask.how, ask.silence("Ikke svart"), ask.why],
        remind: [remind.text(4, deadline)],
        late: [remind.late(4)],
        deputy: [deputy.text(4, deadline), ask.how],
        deputyAsked: [deputyAsked.text("Per Lund og Åse Vik", 4, plan), deputyAsked.stillYours],
        digest: [digest.text(7, 23, plan, deadline, false)],
        ready: [ready.text("desember 2026", plan)],
      };
      for (const [kind, parts] of Object.entries(messages)) {
        expect(parts.join(" ").split(/\s+/).length, kind).toBeLessThanOrEqual(kind === "ask" ? 75 : 45);
      }
    });

    test("news is one thought and says what, if anything, is to be done", () => {
      const { news, confirm, done } = wordingFor(language);
      const item = "1.1 Måle svevestøv ved alle skoler";
      const spoken = [
        [news.sentBack.text("Ola Sund", item), news.sentBack.due("fredag kl. 12.00"), news.sentBack.stands],
        [news.handOver.text("Ola Sund", 2, "Handlingsplan for luft"), news.handOver.until],
        [news.handOverAnswered.text("Ola Sund", 2, true)],
        [news.answeredFor.text("Ola Sund", item), news.answeredFor.wrong],
        [news.edited.text("Ola Sund", item), news.edited.wrong],
        [news.dropped.text(item)],
        [news.deadlineMoved.text(2, "Handlingsplan for luft", "fredag kl. 12.00")],
        [news.readerAsked.text("Handlingsplan for luft", "desember 2026", true)],
        [news.cancelled.text("Handlingsplan for luft", "desember 2026")],
        [news.textAsked.text("Ola Sund", item), news.textAsked.stays("Ola Sund")],
        ...Object.values(confirm.after).map((text) => [text]),
        ...Object.values(done).map((text) => [text]),
      ];
      for (const parts of spoken)
        expect(parts.join(" ").split(/\s+/).length, parts[0]).toBeLessThanOrEqual(38);
    });

    test("every word for what needs a look is its own, and says it without a colour", () => {
      const flags = Object.values(wordingFor(language).flags);
      expect(new Set(flags).size).toBe(flags.length);
      for (const flag of flags) expect(flag).not.toMatch(/rød|grøn|gul|oransje|raud|\bred\b|green|orange/i);
    });

    test("a reminder does not repeat the whole ask", () => {
      const { ask, remind } = wordingFor(language);
      expect(remind.text(4, "x").length).toBeLessThan((ask.text(4, "x") + ask.how + ask.why).length / 2);
    });

    test("it says before people write that comments may become public, and what not to write", () => {
      const { ask, pages } = wordingFor(language);
      for (const text of [ask.why, pages.form.privacy])
        expect(text).toMatch(
          language === "en" ? /public.*residents, pupils, patients/ : /offentle?i?ge?.*(elev)/,
        );
    });
  });

  test.each([
    ["nb", "Ett tiltak trenger", "2 tiltak trenger", "Svaret er lagret.", "2 svar er lagret."],
    ["nn", "Eitt tiltak treng", "2 tiltak treng", "Svaret er lagra.", "2 svar er lagra."],
    ["en", "One measure needs", "2 measures need", "Your answer is saved.", "2 answers are saved."],
  ] as const)("one and several are told apart in %s", (language, one, two, savedOne, savedTwo) => {
    const { ask, stored } = wordingFor(language);
    expect(ask.text(1, "x")).toContain(one);
    expect(ask.text(2, "x")).toContain(two);
    expect(stored.text(1)).toBe(savedOne);
    expect(stored.text(2)).toBe(savedTwo);
  });

  test("nynorsk keeps to its own words", () => {
    const bokmål =
      /(?<!\p{L})(ikke|hvem|hva|hvor|hvilke[nt]?|fra|jeg|noen|noe|enhet(en)?|ansvarlige?|fremdrift(en)?|lenken|meldinger|trenger|mangler|fremdeles|spørre[rn]?|videre|dere|begrunnelse|lesere|hverandre|gjør|åpent|lest|skrevet|påbegynt|lagret|innen|gjennomføre|ennå|også|selv|bare|fortsatt|stedfortreder(en)?|stedfortredaren|kommet|åpne[rt]?)(?!\p{L})/iu;
    const slipped = sentences(wordingFor("nn")).filter(({ text }) => bokmål.test(text));
    expect(slipped.map(({ at, text }) => `${at}: ${text}`)).toEqual([]);
  });
});

describe("dates in words", () => {
  test.each([
    ["nb", "2026-12-11T11:00:00Z", "fredag 11. desember kl. 12.00"],
    ["nn", "2026-06-08T06:05:00Z", "måndag 8. juni kl. 08.05"],
    ["en", "2026-12-11T11:00:00Z", "Friday 11 December at 12:00"],
  ] as const)(
    "a deadline in %s is said as people say it, in the time zone of the round",
    (language, at, text) => {
      expect(moment(new Date(at), "Europe/Oslo", language)).toBe(text);
    },
  );

  test("midnight is 00, and the day before in New York", () => {
    expect(moment(new Date("2026-03-28T23:00:00Z"), "Europe/Oslo", "nb")).toBe("søndag 29. mars kl. 00.00");
    expect(dayOf(new Date("2026-03-28T23:00:00Z"), "America/New_York", "en")).toBe("28 March 2026");
  });

  test("a due date in words stays as it is written", () => {
    expect(isoDay("2027-12-31", "nb")).toBe("31. desember 2027");
    expect(isoDay("Løpende", "nb")).toBe("Løpende");
  });

  test("names are listed with and", () => {
    expect(listOf(["Kari", "Ola", "Per"], "nn")).toBe("Kari, Ola og Per");
    expect(listOf(["Kari", "Ola"], "en")).toBe("Kari and Ola");
  });
});
