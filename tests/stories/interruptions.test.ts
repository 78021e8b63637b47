import { expect, test } from "vitest";
import { wordingFor } from "../../src/conversation/wording.ts";
import { smallTown } from "../support/town.ts";
import { begin } from "./begin.ts";

const nb = wordingFor("nb");
const round = "desember 2026";
const deadline = "fredag 11. desember kl. 12.00";

test("a restart in the middle of a round changes nothing: nobody is asked twice, and no answer is gone", async () => {
  const stage = await begin({ begins: "2026-11-30 09:00" });
  const [siv, egil, ida] = [await stage.person("siv"), await stage.person("egil"), await stage.person("ida")];
  await siv.answers({ measure: "1.2", status: "Pågår", comment: "Fire av ni." });
  const form = await siv.opensForm("2.1");
  await stage.restart();

  expect(await ida.report(round, "draft")).toContain("tak. | ◐ Pågår | • Fire av ni.");
  expect(await egil.messages()).toHaveLength(1);
  expect((await siv.messages()).at(-1)).toContain(nb.words.answeredOf(1, 2));
  expect(form.shows).toContain("2.1 Solceller");
  await siv.answers({ measure: "2.1", status: "Pågår" });
  await stage.restart();
  await stage.moveTo("2026-12-04 09:00");
  expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 09:00 ask"]);
  expect(await stage.sent("Egil Eiendom")).toEqual(["2026-11-30 09:00 ask", "2026-12-04 08:00 remind"]);
});

test("a restart right after opening and right after publishing leaves nobody untold", async () => {
  const town = smallTown();
  for (const planned of town.plans["klima"]?.rounds ?? []) planned.automatic = false;
  const stage = await begin({ town, begins: "2026-11-30 09:00" });
  const [siv, ida, rolf] = [await stage.person("siv"), await stage.person("ida"), await stage.person("rolf")];
  await ida.opens(round);
  await stage.restart();
  expect(await siv.messages()).toHaveLength(1);
  await ida.publishes(round);
  await stage.restart();
  expect(await rolf.messages()).toHaveLength(1);
  expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 09:00 ask", "2026-11-30 09:00 published"]);
});

test("after a stop over several days everybody gets the newest step only, never a backlog", async () => {
  const stage = await begin({ begins: "2026-11-30 09:00" });
  const siv = await stage.person("siv");
  // Away over the first reminder, the deputy's day and the last reminder.
  await stage.restart("2026-12-10 10:00");
  expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 09:00 ask", "2026-12-10 10:00 remind"]);
  expect(await stage.sent("Stig Skole")).toEqual(["2026-12-10 10:00 deputy"]);
  expect(await stage.sent("Ida Koordinator")).toEqual(["2026-12-10 10:00 digest"]);
  expect((await siv.messages()).at(-1)).toContain(nb.remind.text(2, deadline));
  // That her deputy was asked is news, and news waits for a day on which she was not reminded.
  await stage.moveTo("2026-12-11 11:00");
  expect((await stage.sent("Siv Skole")).slice(2)).toEqual(["2026-12-11 08:00 deputy-asked"]);
});

test("three reminders that were missed are one when the bot is back, and none the day after", async () => {
  const town = smallTown();
  town.settings = { remind: [8, 7, 6, 1] };
  const stage = await begin({ town, begins: "2026-11-30 09:00" });
  await stage.restart("2026-12-04 10:00");
  await stage.moveTo("2026-12-09 07:00");
  expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 09:00 ask", "2026-12-04 10:00 remind"]);
});

test("a stop over the round's first days asks when it is over, and one over the whole round asks nobody", async () => {
  const late = await begin({ begins: "2026-11-27 12:00" });
  await late.restart("2026-12-07 09:00");
  expect(await late.sent("Siv Skole")).toEqual(["2026-12-07 09:00 ask"]);

  const over = await begin({ begins: "2026-11-27 12:00" });
  await over.restart("2026-12-11 13:00");
  await over.moveTo("2026-12-14 09:00");
  expect(await over.sent("Siv Skole")).toEqual([]);
});

test("a stop over the deadline closes the round when it is over, and reminds nobody of a date gone by", async () => {
  const stage = await begin({ begins: "2026-11-30 09:00" });
  const ida = await stage.person("ida");
  await stage.restart("2026-12-14 09:00");
  expect(await ida.progress(round)).toContain(nb.words.states.closed);
  expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 09:00 ask"]);
  expect(await stage.sent("Ida Koordinator")).toEqual(["2026-12-14 09:00 digest"]);
});

test("a plan that is edited while its round runs changes the next round, not this one", async () => {
  const town = smallTown();
  const rounds = [
    ...(town.plans["klima"]?.rounds ?? []),
    { period: "januar 2027", opens: "2027-01-11", deadline: "2027-01-22", automatic: true },
  ];
  Object.assign(town.plans["klima"] ?? {}, { rounds });
  const stage = await begin({ town, begins: "2026-11-30 09:00" });
  const [siv, ida, rolf] = [await stage.person("siv"), await stage.person("ida"), await stage.person("rolf")];

  const edited = structuredClone(town);
  const measures = edited.plans["klima"]?.headings[0]?.measures;
  if (measures) {
    const [, bikes] = measures;
    if (bikes) bikes.title = "Sykler: Alle elever skal få sykle.";
    measures.push({ number: "1.3", title: "Skoleruter: Trygge veier.", units: ["skole"] });
  }
  await stage.edit(edited);
  expect(await siv.desk()).toContain("1.2 Sykkelparkering");
  expect(await siv.desk()).not.toContain("1.3");
  await siv.answers({ measure: "1.2", status: "Pågår", comment: "Fire av ni." });
  await ida.publishes(round);
  const table = await rolf.report(round);
  expect(table).toContain("1.2 Sykkelparkering: Alle skoler skal ha sykkelstativ under tak. | ◐ Pågår");
  expect(table).not.toContain("Skoleruter");

  await stage.moveTo("2027-01-11 09:00");
  expect(await siv.desk()).toContain("1.2 Sykler");
  expect(await siv.desk()).toContain("1.3 Skoleruter");
  // The measure kept its key, so what was said of it is still known.
  expect(await siv.desk()).toContain("Fire av ni.");
});

test("somebody who takes over a unit is asked, and who had it before is refused and keeps their text", async () => {
  const stage = await begin({ begins: "2026-11-30 09:00" });
  const [siv, stig, ida] = [await stage.person("siv"), await stage.person("stig"), await stage.person("ida")];
  await siv.answers({ measure: "2.1", status: "Pågår", comment: "Taket er målt." });
  await stage.moveTo("2026-12-01 09:00");
  const form = await siv.opensForm("1.2");
  const town = smallTown();
  town.people["nora"] = { name: "Nora Ny", email: "nora@fjordvik.example" };
  town.units["skole"] = { name: "Skole", contacts: ["nora", "stig"] };
  await stage.moveTo("2026-12-01 10:00");
  await stage.edit(town);

  const nora = await stage.person("nora");
  expect(await nora.messages()).toEqual([expect.stringContaining(nb.ask.text(1, deadline))]);
  expect(await stig.messages()).toEqual([]);
  const refused = await form.sends({ measure: "1.2", status: "Pågår", comment: "Fire av ni skoler." });
  expect(refused).toContain(nb.refused["not-yours"]);
  expect(refused).toContain("Fire av ni skoler.");
  expect(await siv.desk()).toContain(nb.pages.desk.empty);
  // What she said while it was hers stands.
  expect(await ida.report(round, "draft")).toContain("Skole: ◐ Pågår • Taket er målt.");
  expect(await ida.progress(round)).toContain("Nora Ny | 1 av 2 | • 1.2 Sykkelparkering Skole");

  await stage.moveTo("2026-12-11 11:00");
  expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 09:00 ask"]);
  expect(await stage.sent("Nora Ny")).toContain("2026-12-04 08:00 remind");
});

test("the message of somebody who no longer answers asks them for nothing", async () => {
  const stage = await begin({ begins: "2026-11-30 09:00" });
  const siv = await stage.person("siv");
  const town = smallTown();
  town.units["skole"] = { name: "Skole", contacts: ["stig"] };
  await stage.edit(town);
  const [asked, ...more] = await siv.messages();
  expect(more).toEqual([]);
  expect(asked).not.toContain("1.2 Sykkelparkering");
});

test("files with faults are not taken over while the bot runs: the ones before stay in use until they are right", async () => {
  const stage = await begin({ begins: "2026-11-30 09:00" });
  const [siv, stig] = [await stage.person("siv"), await stage.person("stig")];
  const wrong = smallTown();
  wrong.units["skole"] = { name: "Skole", contacts: ["stig"] };
  wrong.units["omsorg"] = { name: "Omsorg", contacts: ["nobody"] };
  await stage.edit(wrong);
  await stage.moveTo("2026-12-01 09:00");
  expect(await stig.messages()).toEqual([]);
  await siv.answers({ measure: "1.2", status: "Pågår" });
  expect(await siv.desk()).toContain(nb.words.answeredOf(1, 2));

  wrong.units["omsorg"] = { name: "Omsorg", contacts: ["oda"] };
  await stage.edit(wrong);
  expect(await stig.messages()).toEqual([expect.stringContaining(nb.ask.text(1, deadline))]);
  expect(await siv.desk()).toContain(nb.pages.desk.empty);
});

test("somebody who left the people sheet is not written to, and their deputy is asked", async () => {
  const stage = await begin({ begins: "2026-11-30 09:00" });
  const stig = await stage.person("stig");
  const town = smallTown();
  delete town.people["siv"];
  town.units["skole"] = { name: "Skole", contacts: ["stig"] };
  await stage.moveTo("2026-12-01 09:00");
  await stage.edit(town);
  expect(await stig.messages()).toHaveLength(1);
  await stage.moveTo("2026-12-11 12:00");
  expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 09:00 ask"]);
});
