import { expect, test } from "vitest";
import { wordingFor } from "../../src/conversation/wording.ts";
import { longestComment } from "../../src/round/comment.ts";
import { begin } from "./begin.ts";

const nb = wordingFor("nb");
const round = "desember 2026";
const begins = "2026-11-30 09:00";

test("a comment of 100,000 characters is refused in words, and nothing of it is cut or lost", async () => {
  const stage = await begin({ begins });
  const [siv, ida] = [await stage.person("siv"), await stage.person("ida")];
  const long = "Vi har målt takene på hver skole. ".repeat(3000).slice(0, 99_990) + "SLUTTEN HER";
  const form = await siv.opensForm("1.2");
  const refused = await form.sends({ measure: "1.2", status: "Pågår", comment: long });
  expect(refused).toContain(nb.faults["too-long"]({ number: "1.2", by: "", longest: longestComment }));
  expect(refused).toContain("SLUTTEN HER");
  expect(refused).toContain("(x) ◐ Pågår");
  expect(refused.length).toBeGreaterThan(100_000);
  expect(await siv.desk()).toContain(nb.words.answeredOf(0, 2));

  const typed = await siv.types(`1.2 grønn – ${long}`);
  expect(typed).toContain(nb.unclear["too-long"]);
  expect(await ida.report(round, "draft")).toContain("tak. | – Ikke svart");
});

test("a comment of exactly the greatest length is taken whole, one character more is not", async () => {
  const stage = await begin({ begins });
  const [siv, ida] = [await stage.person("siv"), await stage.person("ida")];
  const whole = `${"å".repeat(longestComment - 4)}SLUT`;
  expect(await siv.answers({ measure: "1.2", status: "Pågår", comment: `${whole}T` })).toContain(
    nb.faults["too-long"]({ number: "1.2", by: "", longest: longestComment }),
  );
  expect(await siv.answers({ measure: "1.2", status: "Pågår", comment: whole })).toContain(nb.stored.text(1));
  expect(await ida.report(round, "draft")).toContain(whole);
});

test("NUL, lone surrogates and other odd characters leave a clean comment, and emoji and Arabic stay", async () => {
  const stage = await begin({ begins });
  const [siv, ida] = [await stage.person("siv"), await stage.person("ida")];
  const odd = "Fire\u0000 av\u0007 ni\uD800 skoler 🏫\nشكرا <b>&amp;</b> =HYPERLINK(1)";
  expect(await siv.answers({ measure: "1.2", status: "Pågår", comment: odd })).toContain(nb.stored.text(1));
  expect(await siv.types(`2.1 grønn – ${odd}`)).toContain(nb.stored.text(1));
  expect((await siv.opensForm("1.2")).shows).toContain("Fire av ni skoler 🏫");
  const draft = await ida.report(round, "draft");
  const clean = "• Fire av ni skoler 🏫 • شكرا <b>&amp;</b> =HYPERLINK(1)";
  expect(draft).toContain(`tak. | ◐ Pågår | ${clean}`);
  expect(draft).toContain(`Skole: ✓ Gjennomført ${clean}`);
});

test("a form for somebody else's measure is refused and logged, and the text is kept", async () => {
  const stage = await begin({ begins });
  const [siv, oda, ida] = [await stage.person("siv"), await stage.person("oda"), await stage.person("ida")];
  const id = await siv.idOf("1.2");
  const refused = await oda.forges({ id, status: "green", comment: "Ikke mitt, men jeg svarer." });
  expect(refused).toContain(nb.refused["not-yours"]);
  expect(refused).toContain("Ikke mitt, men jeg svarer.");
  expect(await ida.report(round, "draft")).toContain("tak. | – Ikke svart");
  const logged = (await stage.events()).filter((event) => event.verb.startsWith("refused"));
  expect(logged.map(({ actor, verb }) => `${actor}: ${verb}`)).toEqual(["Oda Omsorg: refused not-yours"]);
});

test("a form for a measure that does not exist stores nothing and breaks nothing", async () => {
  const stage = await begin({ begins });
  const siv = await stage.person("siv");
  for (const id of ["999999", "0", "1e3", "-1", "99999999999999999999", "1;drop", ""]) {
    const answered = await siv.forges({ id, status: "green", comment: "Hallo?" });
    expect(answered, id).not.toContain(nb.stored.text(1));
    expect(answered, id).not.toContain(nb.pages.errors.failed);
  }
  expect((await stage.events()).filter((event) => event.verb === "answered")).toEqual([]);
  expect(await siv.desk()).toContain(nb.words.answeredOf(0, 2));
});

test("a status the plan does not have is refused, with the text kept", async () => {
  const stage = await begin({ begins });
  const [siv, ida] = [await stage.person("siv"), await stage.person("ida")];
  const id = await siv.idOf("1.2");
  for (const status of ["blue", "unanswered", "dropped", "undecided"]) {
    const refused = await siv.forges({ id, status, comment: "Blå, tror jeg." });
    expect(refused).toContain(nb.faults["unknown-status"]({ number: "1.2", by: "", longest: 0 }));
    expect(refused).toContain("Blå, tror jeg.");
  }
  expect(await ida.report(round, "draft")).toContain("tak. | – Ikke svart");
});

test("a form sent before the round is opened, or a round nobody knows, is refused in words", async () => {
  const stage = await begin({ begins });
  const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
  for (const id of ["999999", "99999999999999999999"]) {
    expect((await ida.wants("open", id)).shows).toContain(nb.refused["no-such-round"]);
    expect(await ida.progress(id)).toContain(nb.refused["no-such-round"]);
    expect(await siv.report(id)).toContain(nb.refused["no-such-round"]);
  }
});

test("a comment with nothing but spaces is no comment, and a status alone is an answer", async () => {
  const stage = await begin({ begins });
  const [siv, ida] = [await stage.person("siv"), await stage.person("ida")];
  expect(await siv.answers({ measure: "1.2", status: "Pågår", comment: " \n\t \n" })).toContain(
    nb.stored.text(1),
  );
  expect(await ida.report(round, "draft")).toContain("tak. | ◐ Pågår |\n");
});
