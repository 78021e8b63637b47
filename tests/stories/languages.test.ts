import { expect, test } from "vitest";
import { wordingFor } from "../../src/conversation/wording.ts";
import { smallTown } from "../support/town.ts";
import { begin } from "./begin.ts";

const [nb, nn, en] = [wordingFor("nb"), wordingFor("nn"), wordingFor("en")];
const round = "desember 2026";

function threeLanguages() {
  const town = smallTown();
  Object.assign(town.people["siv"] ?? {}, { language: "nn" });
  Object.assign(town.people["egil"] ?? {}, { language: "en" });
  Object.assign(town.people["ida"] ?? {}, { language: "en" });
  return town;
}

test("everybody is asked, answered and told in their own language, about a plan that keeps its own", async () => {
  const stage = await begin({ town: threeLanguages(), begins: "2026-11-30 09:00" });
  const [oda, siv, egil, ida] = [
    await stage.person("oda"),
    await stage.person("siv"),
    await stage.person("egil"),
    await stage.person("ida"),
  ];
  expect((await oda.messages())[0]).toContain(nb.ask.text(1, "fredag 11. desember kl. 12.00"));
  expect((await siv.messages())[0]).toContain(nn.ask.text(2, "fredag 11. desember kl. 12.00"));
  const asked = (await egil.messages())[0];
  expect(asked).toContain(en.ask.text(2, "Friday 11 December at 12:00"));
  expect(asked).toContain("2.2 Varmestyring");
  expect(asked).toContain("○ Ikke påbegynt");

  expect(await siv.types("1.2 oransje – fire av ni")).toContain(nn.stored.text(1));
  expect(await egil.types("2.2 red – waiting for the budget")).toContain(en.stored.text(1));
  expect(await ida.progress(round)).toContain(en.words.answeredOf(2, 5));
  expect((await siv.messages())[0]).toContain(nn.words.answeredOf(1, 2));

  await ida.publishes(round);
  expect((await siv.messages()).at(-1)).toContain(nn.published.text("Klimaplan for Fjordvik", round));
  expect((await egil.messages()).at(-1)).toContain(en.published.text("Klimaplan for Fjordvik", round));
  // The table is in the plan's language, whoever reads it.
  expect(await ida.report(round)).toContain("Status for Klimaplan for Fjordvik per desember 2026");
});

test("somebody who chooses another language gets it from then on, whatever the people sheet says", async () => {
  const town = threeLanguages();
  const stage = await begin({ town, begins: "2026-11-30 09:00" });
  const siv = await stage.person("siv");
  expect(await siv.chooses("en")).toContain(en.pages.language.saved);
  expect(await siv.desk()).toContain(en.words.answeredOf(0, 2));
  await stage.restart();
  town.people["siv"] = { name: "Siv Skole", email: "siv@fjordvik.example", language: "nb" };
  await stage.edit(town);
  await stage.moveTo("2026-12-04 08:00");
  expect((await siv.messages()).at(-1)).toContain(en.remind.text(2, "Friday 11 December at 12:00"));
});

test("a plan in English has its statuses in English, and is answered in Norwegian as well", async () => {
  const town = smallTown();
  Object.assign(town.plans["klima"] ?? {}, { language: "en" });
  const stage = await begin({ town, begins: "2026-11-30 09:00" });
  const [oda, ida] = [await stage.person("oda"), await stage.person("ida")];
  expect((await oda.messages())[0]).toContain(nb.ask.text(1, "fredag 11. desember kl. 12.00"));
  expect(await oda.types("1.1 grønn – ferdig")).toContain(nb.stored.text(1));
  const draft = await ida.report(round, "draft");
  expect(draft).toContain("Status of Klimaplan for Fjordvik");
  expect(draft).not.toContain("Gjennomført");
});
