import { expect, test } from "vitest";
import { wordingFor } from "../../src/conversation/wording.ts";
import { smallTown } from "../support/town.ts";
import { begin } from "./begin.ts";

const nb = wordingFor("nb");
const round = "desember 2026";
const begins = "2026-11-30 09:00";

test("an answer can be changed until the table is published, and only the last one stands", async () => {
  const stage = await begin({ begins });
  const [siv, ida] = [await stage.person("siv"), await stage.person("ida")];
  await siv.answers({ measure: "1.2", status: "Pågår", comment: "Fire av ni." });
  const form = await siv.opensForm("1.2");
  expect(form.shows).toContain("(x) ◐ Pågår");
  expect(form.shows).toContain("Fire av ni.");
  await form.sends({ measure: "1.2", status: "Gjennomført", comment: "Alle ni." });
  const draft = await ida.report(round, "draft");
  expect(draft).toContain("tak. | ✓ Gjennomført | • Alle ni.");
  expect(draft).not.toContain("Fire av ni.");
});

test("an answer that is taken back leaves the measure open: it is missing, and reminded of", async () => {
  const stage = await begin({ begins });
  const [siv, ida] = [await stage.person("siv"), await stage.person("ida")];
  await siv.answers(
    { measure: "1.2", status: "Pågår", comment: "Fire av ni." },
    { measure: "2.1", status: "Pågår" },
  );
  await siv.withdraws("1.2");
  expect(await siv.desk()).toContain(nb.words.answeredOf(1, 2));
  const draft = await ida.report(round, "draft");
  expect(draft).toContain("tak. | – Ikke svart | Mangler svar fra Skole");
  expect(draft).not.toContain("Fire av ni.");
  await stage.moveTo("2026-12-04 08:00");
  expect((await siv.messages()).at(-1)).toContain(nb.remind.text(1, "fredag 11. desember kl. 12.00"));
});

test("same as last time takes last time's status and words, where there is a last time", async () => {
  const stage = await begin({ begins });
  const [oda, siv, ida] = [await stage.person("oda"), await stage.person("siv"), await stage.person("ida")];
  expect(await oda.sameAsLast("1.1")).toContain(nb.stored.text(1));
  expect(await ida.report(round, "draft")).toContain("elbiler. | ◐ Pågår | • Åtte av tolv biler er byttet.");

  expect(await siv.desk()).not.toContain(nb.buttons.same);
  await expect(siv.sameAsLast("1.2")).rejects.toThrow("has no same as last");
  expect(await siv.types("1.2 samme som sist")).toContain(nb.unclear["which-status"]);
  expect(await ida.report(round, "draft")).toContain("tak. | – Ikke svart");
});

test("a number to reach is asked for, and stands beside its target", async () => {
  const town = smallTown();
  const cars = town.plans["klima"]?.headings[0]?.measures[0];
  if (cars) cars.target = { goal: 12, of: "elbiler", by: "2027-12-31" };
  const stage = await begin({ town, begins });
  const [oda, ida] = [await stage.person("oda"), await stage.person("ida")];
  await oda.answers({ measure: "1.1", status: "Pågår", comment: "I rute.", progress: 9.5 });
  expect(await oda.desk()).toContain(nb.words.progress("9,5"));
  expect(await ida.report(round, "draft")).toContain("Mål: 12 elbiler innen 31. desember 2027; nå 9,5");
});

test("a late answer is taken, and marked as late in the table", async () => {
  const stage = await begin({ begins });
  const [siv, oda, ida, rolf] = [
    await stage.person("siv"),
    await stage.person("oda"),
    await stage.person("ida"),
    await stage.person("rolf"),
  ];
  await stage.moveTo("2026-12-11 11:59");
  await oda.answers({ measure: "1.1", status: "Pågår", comment: "I siste liten." });
  await stage.moveTo("2026-12-14 09:00");
  expect(await siv.desk()).toContain(nb.pages.desk.closed);
  await siv.answers({ measure: "1.2", status: "Pågår", comment: "Beklager." });
  expect(await siv.desk()).toContain(nb.words.late);
  expect(await oda.desk()).not.toContain(nb.words.late);

  await ida.publishes(round);
  const table = await rolf.report(round);
  expect(table).toContain("tak. | ◐ Pågår | • Beklager. Svarte etter fristen");
  expect(table).toContain("elbiler. | ◐ Pågår | • I siste liten.\n");
});

test("what somebody sends after publishing is refused, and they keep their text", async () => {
  const stage = await begin({ begins });
  const [siv, ida, rolf] = [await stage.person("siv"), await stage.person("ida"), await stage.person("rolf")];
  await siv.answers({ measure: "1.2", status: "Pågår", comment: "Fire av ni." });
  const form = await siv.opensForm("1.2");
  await ida.publishes(round);
  const refused = await form.sends({
    measure: "1.2",
    status: "Gjennomført",
    comment: "Alle ni, siden i går.",
  });
  expect(refused).toContain(nb.refused.published);
  expect(refused).toContain("Alle ni, siden i går.");
  expect(refused).not.toContain(nb.stored.text(1));
  const table = await rolf.report(round);
  expect(table).toContain("tak. | ◐ Pågår | • Fire av ni.");
  expect(table).not.toContain("siden i går");
});

test("a form that is sent with several answers takes all of them, or says what is missing and keeps the rest", async () => {
  const stage = await begin({ begins });
  const [egil, ida] = [await stage.person("egil"), await stage.person("ida")];
  const form = await egil.opensForm("2.1", "2.2");
  expect(form.shows).toContain("Sist (juni 2026): ○ Ikke påbegynt\n• Anbudet er lyst ut.");
  expect(await form.sends()).toContain(nb.pages.form.nothing);
  expect(await egil.desk()).toContain(nb.words.answeredOf(0, 2));

  const saved = await form.sends(
    { measure: "2.1", status: "Pågår", comment: "Én skole." },
    { measure: "2.2", status: "Gjennomført", comment: "Ferdig." },
  );
  expect(saved).toContain(nb.stored.text(2));
  // Pressed twice: said once.
  await form.sends(
    { measure: "2.1", status: "Pågår", comment: "Én skole." },
    { measure: "2.2", status: "Gjennomført", comment: "Ferdig." },
  );
  expect((await stage.events()).filter((event) => event.verb === "answered")).toHaveLength(2);
  const draft = await ida.report(round, "draft");
  expect(draft).toContain("Eiendom: ◐ Pågår • Én skole.");
  expect(draft).toContain("varmestyring. | ✓ Gjennomført Endret fra ○ Ikke påbegynt | • Ferdig.");
});

test("an owner and their deputy answer at once: the second sees the first's answer before it is overwritten", async () => {
  const stage = await begin({ begins });
  const [siv, stig, ida] = [await stage.person("siv"), await stage.person("stig"), await stage.person("ida")];
  const form = await stig.opensForm("1.2");
  await siv.answers({ measure: "1.2", status: "Pågår", comment: "Fire av ni." });

  const shown = await form.sends({ measure: "1.2", status: "Gjennomført", comment: "Alle ni." });
  expect(shown).toContain(nb.faults["changed-meanwhile"]({ number: "1.2", by: "Siv Skole", longest: 0 }));
  expect(shown).toContain("Fire av ni.");
  expect(shown).toContain("(x) ✓ Gjennomført");
  expect(shown).toContain("Alle ni.");
  expect(await ida.report(round, "draft")).toContain("tak. | ◐ Pågår | • Fire av ni.");

  const again = await stig.opensForm("1.2");
  expect(again.shows).toContain(nb.words.saidBy("Siv Skole"));
  expect(await again.sends({ measure: "1.2", status: "Gjennomført", comment: "Alle ni." })).toContain(
    nb.stored.text(1),
  );
  expect(await ida.report(round, "draft")).toContain("tak. | ✓ Gjennomført | • Alle ni.");
  expect((await siv.messages()).at(-1)).toContain(nb.words.saidBy("Stig Skole"));
  // Both are kept.
  const said = (await stage.events()).filter((event) => event.verb === "answered");
  expect(said.map((event) => event.actor)).toEqual(["Siv Skole", "Stig Skole"]);
});

test("two people who press at the same moment are both kept, and whoever came second hears of the other", async () => {
  const stage = await begin({ begins });
  const [siv, stig] = [await stage.person("siv"), await stage.person("stig")];
  const [mine, theirs] = [await siv.opensForm("1.2"), await stig.opensForm("1.2")];
  const answered = await Promise.all([
    mine.sends({ measure: "1.2", status: "Pågår", comment: "Fire av ni." }),
    theirs.sends({ measure: "1.2", status: "Gjennomført", comment: "Alle ni." }),
  ]);
  // The second was either stopped with the first's answer before their eyes, or told that both were said at once.
  const warned = answered.filter((text) => /svarte mens du skrev|Noen andre svarte/.test(text));
  expect(warned).toHaveLength(1);
  const said = (await stage.events()).filter((event) => event.verb === "answered");
  const crossed = answered.some((text) => text.includes(nb.stored.crossed("1.2")));
  expect(said).toHaveLength(crossed ? 2 : 1);
});
