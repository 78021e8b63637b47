import { expect, test } from "vitest";
import { wordingFor } from "../../src/conversation/wording.ts";
import type { Language } from "../../src/round/plan.ts";
import { begin } from "./begin.ts";

const nb = wordingFor("nb");
const round = "desember 2026";
const begins = "2026-11-30 09:00";

interface Said {
  readonly language: Language;
  readonly remind: string;
  readonly remindUnit: string;
  readonly extend: string;
  readonly assign: string;
  readonly answerFor: string;
  readonly drop: string;
  readonly restore: string;
  readonly edit: string;
  readonly sendBack: string;
  readonly decide: string;
  readonly undecide: string;
  readonly approve: string;
  readonly close: string;
  readonly publish: string;
  readonly correct: string;
  readonly withdrawLinks: string;
  readonly yes: string;
}

const inThree: readonly Said[] = [
  {
    language: "nb",
    remind: "påminn alle",
    remindUnit: "påminn Skole",
    extend: "utsett til 18. desember",
    assign: "ny ansvarlig for 2.2: Else",
    answerFor: "svar for 2.2 oransje – anbudet er avgjort (på telefon)",
    drop: "utgår 1.1 sak 112/26",
    restore: "ta inn igjen 1.1",
    edit: "rediger 1.2: Fire av ni skoler.",
    sendBack: "send tilbake 1.2: Hvilke gjenstår?",
    decide: "avgjør 2.1 oransje – ett tak gjenstår",
    undecide: "angre avgjørelsen for 2.1",
    approve: "godkjenn 1. Reise",
    close: "lukk runden",
    publish: "publiser: Skolene er i gang.",
    correct: "rett rapporten fordi tallet i 1.2 var feil",
    withdrawLinks: "trekk lenkene",
    yes: "ja",
  },
  {
    language: "nn",
    remind: "purr på alle",
    remindUnit: "purr på eininga Skole",
    extend: "utsett til 18. desember",
    assign: "ny ansvarleg for 2.2: Else",
    answerFor: "svar for 2.2 oransje – anbodet er avgjort (på telefon)",
    drop: "utgår 1.1 sak 112/26",
    restore: "ta inn att 1.1",
    edit: "rediger 1.2: Fire av ni skular.",
    sendBack: "send attende 1.2: Kva for nokre står att?",
    decide: "avgjer 2.1 oransje – eitt tak står att",
    undecide: "angre avgjerda for 2.1",
    approve: "godkjenn 1. Reise",
    close: "lukk runden",
    publish: "publiser: Skulane er i gang.",
    correct: "rett rapporten fordi talet i 1.2 var feil",
    withdrawLinks: "trekk lenkjene",
    yes: "ja",
  },
  {
    language: "en",
    remind: "remind everyone",
    remindUnit: "remind Skole",
    extend: "extend to 18 December",
    assign: "new owner for 2.2: Else",
    answerFor: "answer for 2.2 orange – the tender is decided (by telephone)",
    drop: "drop 1.1 decision 112/26",
    restore: "bring back 1.1",
    edit: "edit 1.2: Four of nine schools.",
    sendBack: "send back 1.2: Which ones remain?",
    decide: "decide 2.1 orange – one roof remains",
    undecide: "undo the decision for 2.1",
    approve: "approve 1. Reise",
    close: "close the round",
    publish: "publish: The schools have begun.",
    correct: "correct the report because the number in 1.2 was wrong",
    withdrawLinks: "withdraw the links",
    yes: "yes",
  },
];

test.each(inThree)("a coordinator steers a whole round by typing ($language)", async (said) => {
  const { language } = said;
  const words = wordingFor(language);
  const stage = await begin({ begins });
  const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
  if (language !== "nb") await ida.chooses(language);
  await siv.answers({ measure: "1.2", status: "Pågår", comment: "4/9." });
  await stage.moveTo("2026-12-02 10:00");

  // What sends something is shown first.
  const shown = await ida.types(said.remindUnit);
  expect(shown).toContain(words.confirm.title.remind(round));
  expect(shown).toContain("Siv Skole");
  expect(shown).not.toContain("Oda Omsorg");
  expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 09:00 ask"]);
  const sent = words.sent.to(3, "Oda Omsorg, Siv Skole, Egil Eiendom");
  expect(await ida.types(`${said.yes}, ${said.remind}`)).toContain(sent);
  expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 09:00 ask", "2026-12-02 10:00 remind"]);

  const does = async (verb: keyof typeof words.done, text: string): Promise<void> =>
    expect([text, await ida.types(`${said.yes}, ${text}`)]).toEqual([
      text,
      expect.stringContaining(words.done[verb]),
    ]);
  await does("extend", said.extend);
  expect(await siv.desk()).toContain("fredag 18. desember kl. 12.00");
  await does("assign", said.assign);
  const els = await stage.person("else");
  expect(await els.desk()).toContain("2.2 Varmestyring");
  await does("answer-for", said.answerFor);
  await does("drop", said.drop);
  expect(await ida.report(round, "draft")).toContain("112/26");
  await does("restore", said.restore);
  expect(await ida.report(round, "draft")).not.toContain("112/26");
  await does("edit", said.edit);
  await does("send-back", said.sendBack);
  expect(await siv.desk()).toContain(/: (.*)$/.exec(said.sendBack)?.[1] ?? "");
  await does("decide", said.decide);
  await does("approve", said.approve);
  await does("close", said.close);
  expect(await ida.progress(round)).toContain(words.words.states.closed);

  const publishing = await ida.types(said.publish);
  expect(publishing).toContain(words.confirm.title.publish(round));
  const rolf = await stage.person("rolf");
  expect(await rolf.messages()).toEqual([]);
  await does("publish", said.publish);
  const [summary, ...more] = await rolf.messages();
  expect(more).toEqual([]);
  expect(summary).toContain(/: (.*)$/.exec(said.publish)?.[1]);
  await does("decide", said.undecide);
  await does("correct", said.correct);
  expect((await rolf.messages()).at(-1)).toContain(
    nb.news.corrected.text("Klimaplan for Fjordvik", round, "2"),
  );
  await does("withdraw-links", said.withdrawLinks);
  expect(await ida.types(`${said.yes}, ${said.withdrawLinks}`)).toContain(words.done.already);
});

test.each([
  ["nb", "påminn alle"],
  ["nb", "ja, avlys runden fordi jeg vil"],
  ["nn", "utsett til 18. desember"],
  ["en", "publish the report"],
] as const)("a command typed by somebody else is refused and remembered (%s: %s)", async (language, text) => {
  const stage = await begin({ begins });
  const [siv, ida] = [await stage.person("siv"), await stage.person("ida")];
  if (language !== "nb") await siv.chooses(language);
  await stage.moveTo("2026-12-02 10:00");
  expect(await siv.types(text)).toContain(wordingFor(language).refused["not-coordinator"]);
  const refused = (await stage.events()).filter((event) => event.actor === "Siv Skole");
  expect(refused.map((event) => event.verb)).toEqual([
    expect.stringMatching(/^refused \S+ not-coordinator$/),
  ]);
  expect(await ida.progress(round)).toContain(nb.words.states.open);
  expect(await ida.progress(round)).toContain("fredag 11. desember kl. 12.00");
  expect(await stage.sent("Oda Omsorg")).toEqual(["2026-11-30 09:00 ask"]);
});

test("a command that is not clear is asked about, and nothing is done", async () => {
  const stage = await begin({ begins });
  const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
  await stage.moveTo("2026-12-02 10:00");
  expect(await ida.types("ja, påminn Brannvesenet")).toContain("Brannvesenet");
  expect(await ida.types("ja, utsett")).toContain("Skriv for eksempel: utsett til 15. desember");
  expect(await ida.types("ja, utsett til 1. desember")).not.toContain(nb.done.extend);
  expect(await siv.messages()).toHaveLength(1);
});

test("an answer that begins like a command is an answer", async () => {
  const stage = await begin({ begins });
  const [siv, ida] = [await stage.person("siv"), await stage.person("ida")];
  expect(await siv.types("1.2 grønn – påminn alle er gjort")).toContain(nb.stored.text(1));
  expect(await ida.report(round, "draft")).toContain("• påminn alle er gjort");
});
