import { expect, test } from "vitest";
import { wordingFor } from "../../src/conversation/wording.ts";
import { begin } from "./begin.ts";

const nb = wordingFor("nb");
const round = "desember 2026";
const begins = "2026-11-30 09:00";

test("a clear reply is taken as it is said, and echoed", async () => {
  const stage = await begin({ begins });
  const [siv, ida] = [await stage.person("siv"), await stage.person("ida")];
  const echo = await siv.types("1.2 grønn – avtalen er signert, se [saken](https://fjordvik.example/sak/12)");
  expect(echo).toContain(nb.stored.text(1));
  expect(echo).toContain("1.2 Sykkelparkering ✓ Gjennomført");
  expect(await ida.report(round, "draft")).toContain("tak. | ✓ Gjennomført | • avtalen er signert, se saken");
  expect((await siv.messages()).at(-1)).toContain(nb.words.answeredOf(1, 2));
});

test("one reply answers several measures, each with its own words", async () => {
  const stage = await begin({ begins });
  const [siv, ida] = [await stage.person("siv"), await stage.person("ida")];
  expect(await siv.types("1.2 oransje – fire av ni\n2.1 rød – venter på budsjettet")).toContain(
    nb.stored.text(2),
  );
  const draft = await ida.report(round, "draft");
  expect(draft).toContain("tak. | ◐ Pågår | • fire av ni");
  expect(draft).toContain("Skole: ○ Ikke påbegynt • venter på budsjettet");
});

test("a reply that names no status is asked about: the colour is never guessed, and the text is kept", async () => {
  const stage = await begin({ begins });
  const [siv, ida] = [await stage.person("siv"), await stage.person("ida")];
  expect(await siv.types("1.2 Fire av ni skoler har tak")).toContain(nb.unclear["which-status"]);
  expect(await ida.report(round, "draft")).toContain("tak. | – Ikke svart");

  const form = await siv.picks("1.2", "Pågår");
  expect(form.shows).toContain("(x) ◐ Pågår");
  expect(form.shows).toContain("Fire av ni skoler har tak");
  expect(await ida.report(round, "draft")).toContain("tak. | – Ikke svart");
  expect(await form.sends()).toContain(nb.stored.text(1));
  expect(await ida.report(round, "draft")).toContain("tak. | ◐ Pågår | • Fire av ni skoler har tak");
});

test("a reply that names no measure is asked about when there are several", async () => {
  const stage = await begin({ begins });
  const [siv, oda, ida] = [await stage.person("siv"), await stage.person("oda"), await stage.person("ida")];
  const asked = await siv.types("Grønn – alt er på plass");
  expect(asked).toContain(nb.unclear["which-measure"]);
  expect(asked).toContain("1.2 Sykkelparkering");
  expect(asked).toContain("2.1 Solceller");
  const form = await siv.picks("2.1", "Gjennomført");
  expect(form.shows).toContain("alt er på plass");
  expect(await siv.desk()).toContain(nb.words.answeredOf(0, 2));

  // Oda was asked about one thing only.
  expect(await oda.types("Grønn – alt er på plass")).toContain(nb.stored.text(1));
  expect(await ida.report(round, "draft")).toContain("Endret fra ◐ Pågår | • alt er på plass");
});

test("two colours for one measure are asked about", async () => {
  const stage = await begin({ begins });
  const oda = await stage.person("oda");
  expect(await oda.types("🟢 rød")).toContain(nb.unclear["more-than-one-status"]);
  expect(await oda.desk()).toContain(nb.words.answeredOf(0, 1));
});

test("a question is not taken for an answer", async () => {
  const stage = await begin({ begins });
  const siv = await stage.person("siv");
  expect(await siv.types("Hva betyr grønn på 1.2?")).toContain(nb.unclear.question);
  expect(await siv.desk()).toContain(nb.words.answeredOf(0, 2));
});

test("same as last time, typed, takes the words from last time", async () => {
  const stage = await begin({ begins });
  const [oda, ida] = [await stage.person("oda"), await stage.person("ida")];
  expect(await oda.types("samme som sist")).toContain(nb.stored.text(1));
  expect(await ida.report(round, "draft")).toContain("elbiler. | ◐ Pågår | • Åtte av tolv biler er byttet.");
});

test("a number nobody asked them about is asked about, not guessed", async () => {
  const stage = await begin({ begins });
  const siv = await stage.person("siv");
  expect(await siv.types("7.9 grønn – ferdig")).not.toContain(nb.stored.text(1));
  expect(await siv.desk()).toContain(nb.words.answeredOf(0, 2));
});

test("whoever types over a colleague's answer sees it first", async () => {
  const stage = await begin({ begins });
  const [siv, stig, ida] = [await stage.person("siv"), await stage.person("stig"), await stage.person("ida")];
  await siv.answers({ measure: "1.2", status: "Pågår", comment: "Fire av ni." });
  expect(await stig.types("1.2 grønn – alle ni")).toContain(
    nb.faults["changed-meanwhile"]({ number: "1.2", by: "Siv Skole", longest: 0 }),
  );
  expect(await ida.report(round, "draft")).toContain("tak. | ◐ Pågår | • Fire av ni.");
  const form = await stig.picks("1.2", "Gjennomført");
  expect(form.shows).toContain("Fire av ni.");
  expect(form.shows).toContain("alle ni");
  expect(await form.sends()).toContain(nb.stored.text(1));
  expect(await ida.report(round, "draft")).toContain("tak. | ✓ Gjennomført | • alle ni");
});

test("an answer that is taken back in words is open again", async () => {
  const stage = await begin({ begins });
  const siv = await stage.person("siv");
  await siv.types("1.2 grønn");
  expect(await siv.types("trekk 1.2")).not.toContain(nb.unclear["which-measure"]);
  expect(await siv.desk()).toContain(nb.words.answeredOf(0, 2));
});

test("help says what can be written, and what it says can be written", async () => {
  const stage = await begin({ begins });
  const [siv, ida] = [await stage.person("siv"), await stage.person("ida")];
  const help = await siv.types("hjelp");
  for (const line of nb.help.owner) expect(help).toContain(line);
  expect(help).not.toContain(nb.help.coordinator[0]);
  expect(await siv.types("mine tiltak")).toContain("1.2 Sykkelparkering");
  expect(await ida.types("hjelp")).toContain(nb.help.coordinator[0]);
  expect(await ida.types("runder")).toContain(round);
});

test("somebody who owes nothing is told so", async () => {
  const stage = await begin({ begins });
  const rolf = await stage.person("rolf");
  expect(await rolf.types("1.1 grønn – ferdig")).toContain(nb.unclear["nothing-open"]);
});
