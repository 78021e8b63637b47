import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CommandContext, CommandRound } from "../../src/conversation/commands/context.ts";
import { commandExamples, exampleOf } from "../../src/conversation/commands/examples.ts";
import {
  longestCommand,
  readCommand,
  type ReadCommand,
} from "../../src/conversation/commands/read-command.ts";
import { defaultLegend } from "../../src/round/legend.ts";
import { languages, type Language } from "../../src/round/plan.ts";

const klima: CommandRound = {
  id: "7",
  plan: "klima",
  title: "Klimaplan for Fjordvik",
  period: "desember 2026",
  state: "open",
  legend: defaultLegend("nb"),
  headings: [
    { place: "1", title: "1. Reise" },
    { place: "2", title: "2. Bygg" },
    { place: "2/1", title: "1. Energi" },
    { place: "3", title: "4. Mat" },
    { place: "4", title: "5. Mat" },
  ],
  units: [
    { key: "omsorg", name: "Omsorg" },
    { key: "skole", name: "Skole" },
    { key: "kari", name: "Kari" },
  ],
  people: [
    { id: "oda", name: "Oda Omsorg" },
    { id: "kari-h", name: "Kari Haug" },
    { id: "kari-m", name: "Kari Moe" },
    { id: "anne-lise", name: "Anne Lise Torsvik" },
  ],
  measures: [
    { key: "1/1.1", number: "1.1", short: "Elbiler", decision: null },
    { key: "2/2.1", number: "2.1", short: "Solceller", decision: "44" },
    { key: "2/1.1", number: "1.1", short: "Varmestyring", decision: null },
    { key: "2/2.2", number: "2.2", short: "Vinduer", decision: null },
  ],
  items: [
    { id: "101", measure: "1/1.1", unit: "omsorg", seen: 0, written: "" },
    { id: "102", measure: "2/2.1", unit: "skole", seen: 2, written: "Under tak." },
    { id: "103", measure: "2/2.1", unit: "omsorg", seen: 0, written: "" },
    { id: "104", measure: "2/1.1", unit: "skole", seen: 0, written: "" },
    { id: "105", measure: "2/2.2", unit: "skole", seen: 1, written: "Nye vinduer." },
  ],
};
/** A Sunday. */
const today = "2026-11-22";
const people = [...klima.people, { id: "ole", name: "Ole Berg" }];
const one: CommandContext = { today, people, rounds: [klima] };
const kultur: CommandRound = { ...klima, id: "8", plan: "kultur", title: "Kulturplan", period: "høst 2026" };
const two: CommandContext = { today, people, rounds: [klima, kultur] };

const read = (text: string, context = one, language: Language = "nb"): ReadCommand =>
  readCommand(text, language, context);
const told = (text: string, context = one): unknown => {
  const found = read(text, context);
  return found.kind === "command" ? found.command : found;
};
const unclear = (text: string, context = one): string => {
  const found = read(text, context);
  return found.kind === "unclear" ? found.why : found.kind;
};
const remind = (whom: object, insist = false): object => ({ verb: "remind", round: "7", whom, insist });
const extend = (deadline: string, whom: object = { of: "all" }): object => ({
  verb: "extend",
  round: "7",
  whom,
  deadline,
});

describe("a coordinator writes what the bot is to do", () => {
  test.each([
    ["påminn alle", { of: "all" }],
    ["Kan du minne alle som mangler?", { of: "all" }],
    ["purr på resten", { of: "all" }],
    ["remind everyone", { of: "all" }],
    ["påminn Skole", { of: "unit", unit: "skole" }],
    ["Påminn «Skole».", { of: "unit", unit: "skole" }],
    ["remind Skole", { of: "unit", unit: "skole" }],
    ["purr på eininga Skole", { of: "unit", unit: "skole" }],
    ["påminn Omsorg", { of: "unit", unit: "omsorg" }],
    ["påminn Haug", { of: "person", person: "kari-h" }],
    ["påminn Oda", { of: "person", person: "oda" }],
    ["påminn Anne Lise", { of: "person", person: "anne-lise" }],
    ["påminn Torsvik", { of: "person", person: "anne-lise" }],
    ["påminn Kari Moe", { of: "person", person: "kari-m" }],
    ["påminn Bygg", { of: "heading", heading: "2" }],
    ["påminn kapittel 2", { of: "heading", heading: "2" }],
    ["remind section 2/1", { of: "heading", heading: "2/1" }],
  ])("%s: those are reminded", (text, whom) => expect(told(text)).toEqual(remind(whom)));

  test("a coordinator who insists reminds also those who heard from us today", () => {
    expect(told("påminn alle likevel")).toEqual(remind({ of: "all" }, true));
    expect(told("remind everyone anyway")).toEqual(remind({ of: "all" }, true));
  });

  test.each([
    ["utsett til 15. desember", "2026-12-15"],
    ["Utsett fristen til 15. desember 2026.", "2026-12-15"],
    ["forleng til 15.12", "2026-12-15"],
    ["forleng til 15.12.2026", "2026-12-15"],
    ["extend to 2026-12-15", "2026-12-15"],
    ["extend the deadline to December 15, 2026", "2026-12-15"],
    ["extend to the 15th of December", "2026-12-15"],
    ["utsett til tirsdag 15. desember", "2026-12-15"],
    ["utsett til fredag", "2026-11-27"],
    ["utsett til tysdag", "2026-11-24"],
    ["utsett til i morgen", "2026-11-23"],
    ["utsett til i morgon", "2026-11-23"],
    ["sett fristen til 15. januar", "2027-01-15"],
    ["ny frist 1. mars", "2027-03-01"],
  ])("%s", (text, deadline) => expect(told(text)).toEqual(extend(deadline)));

  test.each([
    ["utsett Skole til 2026-12-15", "2026-12-15", { of: "unit", unit: "skole" }],
    ["gi Kari Haug frist til fredag", "2026-11-27", { of: "person", person: "kari-h" }],
    ["gje Oda lengre frist til fredag", "2026-11-27", { of: "person", person: "oda" }],
    ["give Oda until Friday", "2026-11-27", { of: "person", person: "oda" }],
    ["extend the deadline for Skole to 15 December", "2026-12-15", { of: "unit", unit: "skole" }],
  ])("%s: only theirs is moved", (text, deadline, whom) =>
    expect(told(text)).toEqual(extend(deadline, whom)),
  );

  test.each([
    ["ny ansvarlig for 2.2: Ole, Oda", { of: "measure", measure: "2/2.2" }, ["ole", "oda"], false],
    ["gi 2.1 Skole til Ole", { of: "item", item: "102" }, ["ole"], false],
    ["bytt kontakt for enhet Skole til Ole Berg fra nå av", { of: "unit", unit: "skole" }, ["ole"], true],
    ["assign 2/2.1 to Ole for good", { of: "measure", measure: "2/2.1" }, ["ole"], true],
  ])("%s", (text, what, who, lasting) =>
    expect(told(text)).toEqual({ verb: "assign", round: "7", what, people: who, lasting }),
  );

  test.each([
    ["lukk runden", { verb: "close", round: "7" }],
    ["Lukk!", { verb: "close", round: "7" }],
    ["close the round", { verb: "close", round: "7" }],
    ["publiser", { verb: "publish", round: "7", preface: [] }],
    [
      "publiser rapporten: God framgang\nTo tiltak står",
      { verb: "publish", round: "7", preface: ["God framgang", "To tiltak står"] },
    ],
    ["avlys runden fordi planen revideres", { verb: "cancel", round: "7", because: "planen revideres" }],
    ["cancel the round: not needed", { verb: "cancel", round: "7", because: "not needed" }],
    [
      "send tilbake 2.2: Hva betyr «nesten»?",
      { verb: "send-back", round: "7", item: "105", question: "Hva betyr «nesten»?", due: null },
    ],
    [
      "send attende 2.2 innan fredag: Kva tyder dette?",
      { verb: "send-back", round: "7", item: "105", question: "Kva tyder dette?", due: "2026-11-27" },
    ],
    ["utgår 2.2 vedtak 123/26", { verb: "drop", round: "7", items: ["105"], because: "vedtak 123/26" }],
    [
      "utgår 2.1 og 2.2 fordi planen er endret",
      { verb: "drop", round: "7", items: ["102", "103", "105"], because: "planen er endret" },
    ],
    ["ta inn igjen 2.1 Skole", { verb: "restore", round: "7", items: ["102"] }],
    ["behold 2.2", { verb: "keep", round: "7", item: "105" }],
    [
      "svar for 2.2 grønn – alle er byttet (på e-post fra rektor, 20. november)",
      {
        verb: "answer-for",
        round: "7",
        item: "105",
        seen: 1,
        status: "green",
        comment: "alle er byttet",
        progress: null,
        from: "på e-post fra rektor, 20. november",
      },
    ],
    [
      "answer for 2.1 Skole red (by phone)",
      {
        verb: "answer-for",
        round: "7",
        item: "102",
        seen: 2,
        status: "red",
        comment: "",
        progress: null,
        from: "by phone",
      },
    ],
    [
      "avgjør 2.1 oransje – den ene er ferdig",
      {
        verb: "decide",
        round: "7",
        measure: "2/2.1",
        status: "orange",
        comment: "den ene er ferdig",
        seen: null,
      },
    ],
    [
      "angre avgjørelsen for 2.1",
      { verb: "decide", round: "7", measure: "2/2.1", status: null, comment: null, seen: "44" },
    ],
    [
      "rediger 2.2: Vinduene er nye.",
      { verb: "edit", round: "7", item: "105", comment: "Vinduene er nye.", seen: "Nye vinduer." },
    ],
    ["godkjenn Bygg", { verb: "approve", round: "7", heading: "2", approved: true }],
    ["undo the approval of Bygg", { verb: "approve", round: "7", heading: "2", approved: false }],
    ["spør leserne", { verb: "ask-readers", round: "7" }],
    ["trekk lenkene", { verb: "withdraw-links", round: "7" }],
    [
      "rett rapporten fordi tallet var feil",
      { verb: "correct", round: "7", why: "tallet var feil", preface: [] },
    ],
    ["send meg en prøve", { verb: "trial", round: "7", person: null }],
    ["åpne runden", { verb: "open", round: "7" }],
  ])("%s", (text, command) => expect(told(text)).toEqual(command));

  test.each([
    ["hvem mangler?", { view: "progress", round: "7" }],
    ["status", { view: "progress", round: "7" }],
    ["framdrift", { view: "progress", round: "7" }],
    ["progress", { view: "progress", round: "7" }],
    ["se over", { view: "review", round: "7" }],
    ["review", { view: "review", round: "7" }],
    ["vis utkastet", { view: "report", round: "7", draft: true }],
    ["hjelp", { view: "help" }],
  ])("%s: is shown", (text, show) => expect(read(text)).toEqual({ kind: "show", show }));

  test("a yes in front of a whole command takes the place of the preview", () => {
    expect(read("påminn alle")).toMatchObject({ confirmed: false });
    expect(read("ja, påminn alle")).toMatchObject({ confirmed: true, command: remind({ of: "all" }) });
    expect(read("Yes: close the round")).toMatchObject({ confirmed: true });
    expect(read("ja")).toEqual({ kind: "not-a-command" });
  });

  test("every example the help shows is read as what it stands for", () => {
    const alone: CommandContext = {
      ...one,
      people: [{ id: "kari-h", name: "Kari Haug" }],
      rounds: [
        {
          ...klima,
          units: klima.units.slice(0, 2),
          people: [{ id: "kari-h", name: "Kari Haug" }],
          items: klima.items.filter((item) => item.id !== "103"),
        },
      ],
    };
    for (const language of languages) {
      const shown = commandExamples(language).map((text) => read(text, alone, language).kind);
      expect(
        shown.filter((kind) => !["command", "show"].includes(kind)),
        language,
      ).toEqual([]);
      for (const intent of [
        "trial",
        "open",
        "restore",
        "keep",
        "undecide",
        "edit",
        "approve",
        "unapprove",
        "ask-readers",
        "withdraw-links",
        "show-draft",
        "show-help",
      ] as const)
        expect(read(exampleOf(intent, language), alone, language).kind, `${language} ${intent}`).not.toMatch(
          /not-a|unclear/,
        );
    }
  });
});

describe("what is not said clearly is asked about", () => {
  test.each([
    ["påminn", "nobody-named"],
    ["påminn Kari", "several-names"],
    ["påminn Nils", "unknown-word"],
    ["påminn alle unntatt Skole", "unknown-word"],
    ["ikke påminn alle", "not-a-command"],
    ["påminn ikke alle", "unknown-word"],
    ["påminn Oda og Anne Lise", "too-many-named"],
    ["påminn alle i Skole", "too-many-named"],
    ["utsett", "no-date"],
    ["utsett til 15. november", "date-passed"],
    ["utsett til 2026-11-21", "date-passed"],
    ["utsett til 31. november", "date-not-certain"],
    ["utsett til søndag", "date-not-certain"],
    ["utsett til mandag 15. desember", "date-not-certain"],
    ["utsett til neste fredag", "unknown-word"],
    ["utsett til fredag eller mandag", "unknown-word"],
    ["utsett til fredag 4. desember kl. 15", "unknown-word"],
    ["utsett Skole til fredag, mandag", "two-dates"],
    ["svar for 2.2 grønn – ferdig", "no-source"],
    ["svar for 2.2 – ferdig (på e-post)", "no-status"],
    ["svar for 2.1 grønn – ferdig (på e-post)", "which-unit"],
    ["svar for 1.1 grønn (på e-post)", "several-names"],
    ["svar for 2.2 grønn rød (på e-post)", "more-than-one-status"],
    ["svar for 9.9 grønn (på e-post)", "unknown-word"],
    ["svar for 2.1a grønn (på e-post)", "unknown-word"],
    ["utgår 2.2", "no-reason"],
    ["send tilbake 2.2", "no-text"],
    ["send tilbake: hva?", "nothing-named"],
    ["avlys runden", "no-reason"],
    ["ny ansvarlig for 2.2", "nobody-named"],
    ["påminn alle\nlukk runden", "one-at-a-time"],
    ["godkjenn Bygg og Reise", "too-many-named"],
  ])("%s → %s", (text, why) => expect(unclear(text)).toBe(why));

  test.each([
    "grønn – avtalen er signert",
    "1.1 grønn",
    "status: grønn",
    "Status 1.1 er rød",
    "Lukket avvikene i mai",
    "Close to done",
    "Open for tender",
    "Gi oss mer tid",
    "Vi sender tilbake skjemaet",
    "hva betyr oransje?",
    "",
    "?",
  ])("%s: is no command, and goes on to be read as an answer", (text) => {
    expect(read(text)).toEqual({ kind: "not-a-command" });
  });

  test("a name of several is asked about with all of them, and each choice is a command", () => {
    const found = read("påminn Kari likevel");
    expect(found).toMatchObject({
      kind: "unclear",
      why: "several-names",
      found: "Kari",
      expected: "påminn alle",
      choices: [
        { say: "påminn enhet kari likevel", means: "Kari (enhet)" },
        { say: "påminn person kari-h likevel", means: "Kari Haug (person kari-h)" },
        { say: "påminn person kari-m likevel", means: "Kari Moe (person kari-m)" },
      ],
    });
    const choices = found.kind === "unclear" ? found.choices : [];
    expect(choices.map(({ say }) => told(say))).toEqual([
      remind({ of: "unit", unit: "kari" }, true),
      remind({ of: "person", person: "kari-h" }, true),
      remind({ of: "person", person: "kari-m" }, true),
    ]);
  });

  test("a heading's number that is another one's place is asked about, and so is a title there are two of", () => {
    for (const text of ["godkjenn kapittel 4", "påminn Mat"]) {
      const found = read(text);
      expect(found.kind === "unclear" && found.choices.map(({ say }) => read(say).kind)).toEqual([
        "command",
        "command",
      ]);
    }
  });

  test("a unit that has to be named is offered", () => {
    const found = read("svar for 2.1 grønn – ferdig (på e-post)");
    const choices = found.kind === "unclear" ? found.choices : [];
    expect(choices.map(({ say }) => told(say))).toMatchObject([{ item: "102" }, { item: "103" }]);
  });

  test("whoever writes English is shown English", () => {
    expect(read("remind", one, "en")).toMatchObject({ expected: "remind everyone" });
    expect(read("remind Kari", one, "en")).toMatchObject({ choices: [{ say: "remind unit kari" }, {}, {}] });
  });
});

describe("with several rounds", () => {
  test("the plan is named, or it is asked which one", () => {
    expect(unclear("påminn alle", two)).toBe("which-round");
    expect(told("påminn alle i Kulturplan", two)).toMatchObject({ verb: "remind", round: "8" });
    expect(told("lukk klima", two)).toEqual({ verb: "close", round: "7" });
    expect(told("lukk høst 2026", two)).toEqual({ verb: "close", round: "8" });
    expect(told("lukk runde 7", two)).toEqual({ verb: "close", round: "7" });
    expect(unclear("lukk miljø", two)).toBe("which-round");
    const asked = read("påminn alle", two);
    expect(asked.kind === "unclear" && asked.choices.map(({ say }) => told(say, two))).toMatchObject([
      { round: "7" },
      { round: "8" },
    ]);
  });

  test("the only open one is meant; when there is none, the one there is, and the flow says what is wrong", () => {
    const over = { ...kultur, state: "published" as const };
    expect(told("lukk runden", { ...two, rounds: [klima, over] })).toEqual({ verb: "close", round: "7" });
    expect(told("rett rapporten: feil tall", { ...two, rounds: [klima, over] })).toMatchObject({
      round: "8",
    });
    expect(told("lukk runden", { ...two, rounds: [over] })).toEqual({ verb: "close", round: "8" });
    expect(unclear("publiser", { ...two, rounds: [] })).toBe("no-round");
  });

  test("a date is not taken for a round's period", () => {
    expect(unclear("utsett til 15. desember 2026", two)).toBe("which-round");
    expect(told("utsett desember 2026 til 15. desember 2026", two)).toEqual(extend("2026-12-15"));
  });
});

const vocabulary = (
  "påminn~utsett~gi~lukk~publiser~avlys~send tilbake~utgår~svar for~avgjør~rediger~godkjenn~ny ansvarlig for~remind~extend~" +
  "alle~Skole~Kari~Kari Moe~Oda~Bygg~enhet~person~kapittel~1~2~2/1~1.1~2.1~2.2~2/2.1~grønn~rød~til~fredag~15. desember~15.12~" +
  "2026-12-15~klima~Kulturplan~runde 8~fordi~vedtak~:~–~-~,~.~(~)~(på e-post)~likevel~fra nå av~ikke~ja~\n~frist~hva?"
).split("~");
const typed = fc.oneof(
  fc.array(fc.constantFrom(...vocabulary), { maxLength: 14 }).map((words) => words.join(" ")),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc
    .tuple(fc.constantFrom(...vocabulary), fc.string({ unit: "binary", maxLength: 100 }))
    .map(([first, rest]) => `${first} ${rest}`),
);

/** Everything a command names that is not there. */
function strangersIn(found: ReadCommand, names: Record<string, readonly string[]>): string[] {
  if (found.kind !== "command") return [];
  const { command } = found;
  const said: object = "whom" in command ? command.whom : "what" in command ? command.what : command;
  const named = [
    ...Object.keys(names).map((kind) => [kind, Reflect.get(said, kind) as unknown]),
    ["round", command.round],
    ...("people" in command ? command.people.map((id) => ["person", id]) : []),
    ...("items" in command ? command.items.map((id) => ["item", id]) : []),
  ] as [string, unknown][];
  const strangers = named.filter(([kind, id]) => typeof id === "string" && !names[kind]?.includes(id));
  const passed = "deadline" in command && command.deadline < today ? ["a day that has passed"] : [];
  return [...strangers.map(([kind, id]) => `${kind} ${String(id)}`), ...passed];
}

describe("whatever is typed", () => {
  test("nobody and nothing is named that was not given, and a command is said in one way only", () => {
    const names: Record<string, readonly string[]> = {
      round: ["7", "8"],
      unit: klima.units.map((unit) => unit.key),
      person: people.map((person) => person.id),
      heading: klima.headings.map((heading) => heading.place),
      measure: klima.measures.map((measure) => measure.key),
      item: klima.items.map((item) => item.id),
    };
    fc.assert(
      fc.property(
        typed,
        fc.constantFrom(one, two),
        fc.constantFrom(...languages),
        (text, context, language) => {
          expect(strangersIn(read(text, context, language), names)).toEqual([]);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test("a long text is no command, and one just short enough is read in no time", () => {
    expect(read(`avlys runden fordi ${"x".repeat(longestCommand)}`)).toEqual({ kind: "not-a-command" });
    const filler = "til på for ".repeat(500);
    expect(read(`påminn alle ${filler}`).kind).toBe("command");
    const started = performance.now();
    for (const text of ["påminn ", "utsett ", "svar for "])
      for (const word of ["1.1 ", "Kari ", "15. ", ": ", "( ", "fordi "]) read(text + word.repeat(900));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
