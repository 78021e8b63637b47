import { expect, test } from "vitest";
import { wordingFor } from "../../src/conversation/wording.ts";
import { smallTown, type Town } from "../support/town.ts";
import { begin } from "./begin.ts";

const nb = wordingFor("nb");
const round = "desember 2026";

function opensWhenAsked(): Town {
  const town = smallTown();
  for (const planned of town.plans["klima"]?.rounds ?? []) planned.automatic = false;
  return town;
}

test("a coordinator hears that the round is ready, tries it out, sees who will hear of it, and opens it", async () => {
  const stage = await begin({ town: opensWhenAsked(), begins: "2026-11-29 12:00" });
  const [ida, egil] = [await stage.person("ida"), await stage.person("egil")];
  await stage.moveTo("2026-11-30 08:00");
  expect(await ida.messages()).toEqual([
    expect.stringContaining(nb.ready.text(round, "Klimaplan for Fjordvik")),
  ]);

  expect(await ida.triesOut(round)).toContain(nb.done.trial);
  const trial = (await ida.messages()).at(-1);
  // Siv and Egil owe as many; the first of them is shown.
  expect(trial).toMatch(/Slik blir meldingen til (Siv Skole|Egil Eiendom):/);
  expect(trial).toContain("2.1 Solceller");

  const opening = await ida.wants("open", round);
  expect(opening.shows).toContain(nb.confirm.names.open(3));
  expect(opening.shows).toContain("• Oda Omsorg: ett tiltak");
  expect(opening.shows).toContain("• Siv Skole: 2 tiltak");
  expect(opening.shows).toContain("• Egil Eiendom: 2 tiltak");
  expect(await egil.messages()).toEqual([]);

  expect(await opening.confirms()).toContain(nb.done.open);
  expect(await egil.messages()).toEqual([expect.stringContaining("2.2 Varmestyring")]);
  expect(await stage.sent("Ida Koordinator")).toEqual(["2026-11-30 08:00 ready", "2026-11-30 08:00 trial"]);
});

test("nobody hears of a round that its coordinator has not opened", async () => {
  const stage = await begin({ town: opensWhenAsked(), begins: "2026-11-30 08:00" });
  await stage.moveTo("2026-12-08 15:00");
  expect(await (await stage.person("siv")).messages()).toEqual([]);
  expect(await (await stage.person("siv")).desk()).toContain(nb.pages.desk.empty);
  expect(await stage.sent("Ida Koordinator")).toEqual(["2026-11-30 08:00 ready"]);
});

test("a measure without a unit and a unit without a contact are said before opening, and corrected in the files", async () => {
  const town = opensWhenAsked();
  const bikes = town.plans["klima"]?.headings[0]?.measures[1];
  if (bikes) bikes.units = [];
  town.units["eiendom"] = { name: "Eiendom", contacts: [] };
  const stage = await begin({ town, begins: "2026-11-30 09:00" });
  const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];

  const opening = await ida.wants("open", round);
  expect(opening.shows).toContain(nb.block({ is: "no-unit", number: "1.2", short: "Sykkelparkering" }));
  expect(opening.shows).toContain(nb.block({ is: "no-contact", unit: "Eiendom" }));
  await opening.confirms();
  // Nor does the command itself, sent without the button.
  await ida.opens(await stage.roundId(round));
  expect(await siv.messages()).toEqual([]);

  await stage.edit(opensWhenAsked());
  expect(await ida.opens(round)).toContain(nb.done.open);
  expect(await siv.messages()).toEqual([expect.stringContaining("1.2 Sykkelparkering")]);
});

test("a round that was to open by itself waits while something is missing, and opens when that is corrected", async () => {
  const town = smallTown();
  town.units["eiendom"] = { name: "Eiendom", contacts: [] };
  const stage = await begin({ town, begins: "2026-11-30 09:00" });
  const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
  expect(await siv.messages()).toEqual([]);
  expect(await ida.messages()).toHaveLength(1);

  await stage.edit(smallTown());
  expect(await siv.messages()).toHaveLength(1);
});

test("opening, closing and publishing a second time says that it was done already", async () => {
  const stage = await begin({ town: opensWhenAsked(), begins: "2026-11-30 09:00" });
  const [ida, rolf, siv] = [await stage.person("ida"), await stage.person("rolf"), await stage.person("siv")];
  for (const step of ["open", "close", "publish"] as const) {
    const [first, second] = [await ida.wants(step, round), await ida.wants(step, round)];
    expect(await first.confirms()).toContain(nb.done[step]);
    expect(await second.confirms()).toContain(nb.done.already);
    expect(await (await ida.wants(step, await stage.roundId(round))).confirms()).toContain(nb.done.already);
  }
  expect(await rolf.messages()).toHaveLength(1);
  expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 09:00 published"]);
  expect(await siv.messages()).toHaveLength(1);
});

test("a round that was not opened in time says that its deadline has passed", async () => {
  const stage = await begin({ town: opensWhenAsked(), begins: "2026-11-30 09:00" });
  const ida = await stage.person("ida");
  await stage.moveTo("2026-12-11 12:00");
  expect((await ida.wants("open", round)).shows).toContain(nb.block({ is: "deadline-passed" }));
  await ida.opens(await stage.roundId(round));
  await stage.moveTo("2026-12-14 09:00");
  expect(await (await stage.person("siv")).messages()).toEqual([]);
});

test("somebody who is not a coordinator is refused, and that is logged", async () => {
  const stage = await begin({ begins: "2026-11-30 09:00" });
  const [oda, ida] = [await stage.person("oda"), await stage.person("ida")];
  const id = await stage.roundId(round);
  for (const step of ["open", "trial", "close", "publish"] as const) {
    expect((await oda.wants(step, id)).shows).toContain(nb.refused["not-coordinator"]);
  }
  expect(await oda.progress(id)).toContain(nb.refused["not-coordinator"]);
  expect(await oda.report(id, "draft")).toContain(nb.refused["nothing-published"]);
  expect(await ida.progress(round)).toContain(nb.words.states.open);

  const refused = (await stage.events()).filter((event) => event.verb.startsWith("refused"));
  expect(refused.map(({ actor, verb }) => `${actor}: ${verb}`)).toEqual(
    ["open", "trial", "close", "publish"].map((step) => `Oda Omsorg: refused ${step} not-coordinator`),
  );
});

test("a leader who coordinates nothing reads what is published, and no draft", async () => {
  const stage = await begin({ begins: "2026-11-30 09:00" });
  const [rolf, ida] = [await stage.person("rolf"), await stage.person("ida")];
  const id = await stage.roundId(round);
  expect(await rolf.report(id, "draft")).toContain(nb.refused["nothing-published"]);
  expect(await rolf.report(id)).toContain(nb.refused["nothing-published"]);
  await ida.publishes(round);
  expect(await rolf.report(round)).toContain("Status for Klimaplan for Fjordvik per desember 2026");
});
