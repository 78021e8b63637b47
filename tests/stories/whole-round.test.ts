import { expect, test } from "vitest";
import { wordingFor } from "../../src/conversation/wording.ts";
import { smallTown } from "../support/town.ts";
import { begin } from "./begin.ts";

const nb = wordingFor("nb");

test("a round opens by itself, everybody answers, and leadership gets one message with the table", async () => {
  const stage = await begin({ begins: "2026-11-27 12:00" });
  const [ida, rolf, oda, siv, egil, ole] = await Promise.all(
    ["ida", "rolf", "oda", "siv", "egil", "ole"].map((id) => stage.person(id)),
  );
  if (!ida || !rolf || !oda || !siv || !egil || !ole) throw new Error("somebody is missing");
  expect(await siv.messages()).toEqual([]);

  await stage.moveTo("2026-11-30 09:00");
  const [asked, ...more] = await siv.messages();
  expect(more).toEqual([]);
  expect(asked).toContain(nb.ask.text(2, "fredag 11. desember kl. 12.00"));
  expect(asked).toContain("1.2 Sykkelparkering");
  expect(asked).toContain("2.1 Solceller");
  expect(asked).not.toContain("1.1 Elbiler");

  await oda.answers({
    measure: "1.1",
    status: "Gjennomført",
    comment: "- Alle tolv biler er byttet.\n- Se [avtalen](https://fjordvik.example/avtale)",
  });
  await siv.answers(
    { measure: "1.2", status: "Pågår", comment: "Fire av ni skoler har tak.\nResten kommer i vår." },
    { measure: "2.1", status: "Pågår", comment: "Taket på Nes skole er målt." },
  );
  await egil.answers({ measure: "2.1", status: "Gjennomført", comment: "Solcellene er satt i drift." });
  expect(await egil.sameAsLast("2.2")).toContain(nb.stored.text(1));

  // Nobody who has answered hears anything more before the table is out.
  await stage.moveTo("2026-12-11 12:00");
  expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 08:00 ask"]);
  expect(await stage.sent("Ida Koordinator")).toEqual(["2026-12-11 12:00 digest"]);
  const [closing] = await ida.messages();
  expect(closing).toContain(
    nb.digest.text(0, 5, "Klimaplan for Fjordvik", "fredag 11. desember kl. 12.00", true),
  );
  expect(await ida.progress("desember 2026")).toContain(nb.words.states.closed);

  const draft = await ida.report("desember 2026", "draft");
  expect(draft).toContain(
    "1.1 Elbiler: Hjemmetjenesten skal bare bruke elbiler. | ✓ Gjennomført Endret fra ◐ Pågår | • Alle tolv biler er byttet. • Se avtalen",
  );
  expect(draft).toContain("| ◐ Pågår | • Fire av ni skoler har tak. • Resten kommer i vår.");
  expect(draft).toContain(
    "| ≠ Ikke avklart | Skole: ◐ Pågår • Taket på Nes skole er målt. Eiendom: ✓ Gjennomført • Solcellene er satt i drift.",
  );
  expect(draft).toContain("| ○ Ikke påbegynt | • Anbudet er lyst ut.");
  expect(draft).toContain(
    "Hele planen | ✓ Gjennomført 1 | ◐ Pågår 1 | ○ Ikke påbegynt 1 | – Ikke svart 0 | ≠ Ikke avklart 1 | Tiltak i alt 4",
  );
  expect(draft).not.toContain("Siv");

  await stage.moveTo("2026-12-14 09:00");
  const publishing = await ida.wants("publish", "desember 2026");
  expect(publishing.shows).toContain(nb.warning({ is: "undecided", number: "2.1", short: "Solceller" }));
  expect(publishing.shows).toContain("Rolf Leder");
  expect(await rolf.messages()).toEqual([]);
  expect(await publishing.confirms("Elbilene er på plass.", "Solceller avklares i januar.")).toContain(
    nb.done.publish,
  );

  const [summary, ...others] = await rolf.messages();
  expect(others).toEqual([]);
  expect(summary).toContain("Elbilene er på plass.\nSolceller avklares i januar.");
  for (const total of ["✓ Gjennomført 1", "◐ Pågår 1", "○ Ikke påbegynt 1", "≠ Ikke avklart 1"]) {
    expect(summary).toContain(total);
  }
  expect(summary).toContain(nb.summary.changes(1, "juni 2026"));
  const published = await rolf.report("desember 2026");
  expect(published).toContain("Alle tolv biler er byttet.");
  expect(summary).toMatch(/SHA-256\): ([0-9a-f]{64})/);
  expect(published).toContain(/[0-9a-f]{64}/.exec(summary ?? "")?.[0]);

  for (const owner of [oda, siv, egil]) {
    const heard = (await owner.messages()).at(-1);
    expect(heard).toContain(nb.published.text("Klimaplan for Fjordvik", "desember 2026"));
  }
  expect(await stage.sent("Oda Omsorg")).toEqual(["2026-11-30 08:00 ask", "2026-12-14 09:00 published"]);
  expect(await ole.messages()).toEqual([]);
  expect(await ida.messages()).toEqual([closing]);
});

test("where a lead unit is named, its answer decides the row and both units' words stand", async () => {
  const town = smallTown();
  const solar = town.plans["klima"]?.headings[1]?.measures[0];
  if (solar) solar.lead = "eiendom";
  const stage = await begin({ town, begins: "2026-11-30 09:00" });
  const [siv, egil, ida] = [await stage.person("siv"), await stage.person("egil"), await stage.person("ida")];

  await siv.answers({ measure: "2.1", status: "Ikke påbegynt", comment: "Vi venter på eiendom." });
  expect(await ida.report("desember 2026", "draft")).toContain(
    "taket. | – Ikke svart | Skole: ○ Ikke påbegynt",
  );

  await egil.answers({ measure: "2.1", status: "Pågår", comment: "Bestilt i går." });
  expect(await ida.report("desember 2026", "draft")).toContain(
    "taket. | ◐ Pågår | Skole: ○ Ikke påbegynt • Vi venter på eiendom. Eiendom: ◐ Pågår • Bestilt i går.",
  );
});

test("units that agree decide the row together", async () => {
  const stage = await begin({ begins: "2026-11-30 09:00" });
  const [siv, egil, ida] = [await stage.person("siv"), await stage.person("egil"), await stage.person("ida")];
  await siv.answers({ measure: "2.1", status: "Pågår" });
  await egil.answers({ measure: "2.1", status: "Pågår" });
  expect(await ida.report("desember 2026", "draft")).toContain(
    "taket. | ◐ Pågår | Skole: ◐ Pågår Eiendom: ◐ Pågår",
  );
});

test("what nobody answered is published as not answered, after the coordinator was asked once more", async () => {
  const stage = await begin({ begins: "2026-11-30 09:00" });
  const [ida, rolf, oda] = [await stage.person("ida"), await stage.person("rolf"), await stage.person("oda")];
  await oda.answers({ measure: "1.1", status: "Gjennomført" });
  await stage.moveTo("2026-12-14 09:00");

  const publishing = await ida.wants("publish", "desember 2026");
  expect(publishing.shows).toContain(
    nb.warning({ is: "unanswered", number: "1.2", short: "Sykkelparkering", units: ["Skole"] }),
  );
  await publishing.confirms();
  const [summary] = await rolf.messages();
  expect(summary).toContain(nb.summary.missing(3, nb.words.unanswered));
  expect(summary).toContain("– Ikke svart 3");
  const table = await rolf.report("desember 2026");
  expect(table).toContain(
    "2.2 Varmestyring: Alle bygg skal ha varmestyring. | – Ikke svart | Mangler svar fra Eiendom",
  );
  // Last time's red is not taken for an answer.
  expect(table).not.toContain("Anbudet er lyst ut.");
});

test("the next round shows what was published the last time", async () => {
  const town = smallTown();
  town.plans["klima"]?.rounds.push({
    period: "januar 2027",
    opens: "2027-01-11",
    deadline: "2027-01-22",
    automatic: true,
  });
  const stage = await begin({ town, begins: "2026-11-30 09:00" });
  const [ida, siv, egil] = [await stage.person("ida"), await stage.person("siv"), await stage.person("egil")];
  await siv.answers({ measure: "2.1", status: "Pågår", comment: "Taket er målt." });
  await egil.answers({ measure: "2.1", status: "Gjennomført", comment: "Satt i drift." });
  await ida.publishes("desember 2026");

  await stage.moveTo("2027-01-11 09:00");
  const asked = (await siv.messages()).at(-1);
  expect(asked).toContain("Sist (desember 2026): ◐ Pågår\n• Taket er målt.");
  expect(asked).not.toContain("Satt i drift.");
  expect(await siv.sameAsLast("2.1")).toContain(nb.stored.text(1));
  expect(await ida.report("januar 2027", "draft")).toContain("Skole: ◐ Pågår • Taket er målt.");
  // What was published stays as it was.
  expect(await ida.report("desember 2026")).toContain("Eiendom: ✓ Gjennomført • Satt i drift.");
});
