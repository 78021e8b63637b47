import { describe, expect, test } from "vitest";
import { wordingFor } from "../../src/conversation/wording.ts";
import type { Told } from "../support/player.ts";
import type { Stage } from "../support/stage.ts";
import { smallTown, type Town } from "../support/town.ts";
import { begin } from "./begin.ts";

const nb = wordingFor("nb");
const round = "desember 2026";
const plan = "Klimaplan for Fjordvik";
const begins = "2026-11-30 09:00";

function twoCoordinators(): Town {
  const town = smallTown();
  const { klima } = town.plans;
  klima?.coordinators.push("kari");
  town.people["kari"] = { name: "Kari Koordinator", email: "kari@fjordvik.example" };
  return town;
}

/** One answered of four, and a working day to publish on. */
async function readyToPublish(town = smallTown()): Promise<Stage> {
  const stage = await begin({ town, begins });
  const siv = await stage.person("siv");
  await siv.answers({ measure: "1.2", status: "Pågår", comment: "Fire av ni." });
  await stage.moveTo("2026-12-14 09:00");
  return stage;
}

describe("publishing", () => {
  test("with something missing asks once more, says what, and leadership gets exactly what was shown", async () => {
    const stage = await readyToPublish();
    const [ida, rolf] = [await stage.person("ida"), await stage.person("rolf")];
    const first = await ida.tells(round, { does: "publish" });
    for (const [number, short, units] of [
      ["1.1", "Elbiler", ["Omsorg"]],
      ["2.1", "Solceller", ["Skole", "Eiendom"]],
      ["2.2", "Varmestyring", ["Eiendom"]],
    ] as const)
      expect(first.shows).toContain(nb.warning({ is: "unanswered", number, short, units }));
    const lines = ["Skolene er i gang.", "Resten kommer i januar."] as const;
    const preview = await first.looksAgain(...lines);
    expect(await rolf.messages()).toEqual([]);

    expect(await preview.confirms(...lines)).toContain(nb.done.publish);
    const [summary, ...more] = await rolf.messages();
    expect(more).toEqual([]);
    const message = summary?.split(`\n${nb.buttons.readReport}`)[0] ?? "";
    expect(message).toContain("Skolene er i gang.\nResten kommer i januar.");
    expect(message).toContain("– Ikke svart 3");
    // To the letter.
    expect(preview.shows).toContain(message);
  });

  test("twice is published once, and the coordinator hears that it was done", async () => {
    const stage = await readyToPublish();
    const [ida, rolf, siv] = [
      await stage.person("ida"),
      await stage.person("rolf"),
      await stage.person("siv"),
    ];
    const publishing = await ida.tells(round, { does: "publish" });
    await publishing.confirms();
    expect(await publishing.confirms()).toContain(nb.done.already);
    expect(await rolf.messages()).toHaveLength(1);
    expect((await stage.sent("Siv Skole")).filter((line) => line.endsWith("published"))).toHaveLength(1);
    expect((await siv.messages()).at(-1)).toContain(nb.published.text(plan, round));
  });
});

describe("a correction", () => {
  const why = "Tallet fra skolen var feil.";

  test("is version 2, says why and what changed, and reaches those who got the first", async () => {
    const stage = await readyToPublish();
    const [ida, rolf, siv] = [
      await stage.person("ida"),
      await stage.person("rolf"),
      await stage.person("siv"),
    ];
    await ida.publishes(round, "Skolene er i gang.");
    const before = await rolf.report(round);
    await stage.moveTo("2026-12-15 09:00");
    await ida.tells(round, { does: "edit", measure: "1.2", comment: "Seks av ni." });
    await ida.tells(round, {
      does: "decide",
      measure: "2.2",
      status: "Ikke påbegynt",
      comment: "Står på vent.",
    });
    expect(await rolf.report(round)).toBe(before);

    const correcting = await ida.tells(round, { does: "correct", why });
    expect(correcting.shows).toContain(why);
    expect(correcting.shows).toContain(nb.news.corrected.changes(2));
    expect(await correcting.confirms()).toContain(nb.done.correct);
    expect(await correcting.confirms()).toContain(nb.done.already);

    for (const reader of [rolf, siv]) {
      const told = (await reader.messages()).at(-1);
      expect(told).toContain(nb.news.corrected.text(plan, round, "2"));
      expect(told).toContain(why);
      expect(told).toContain("Skolene er i gang.");
      expect(told).toContain(nb.news.corrected.changes(2));
      expect(told).toMatch(/1\.2 Sykkelparkering: *ny kommentar/);
      expect(told).toMatch(/2\.2 Varmestyring: Ikke svart → ○ Ikke påbegynt/);
    }
    expect(await stage.sent("Rolf Leder")).toEqual([
      "2026-12-14 09:00 summary",
      "2026-12-15 09:00 corrected",
    ]);
    expect(await stage.sent("Stig Skole")).not.toContain("2026-12-15 09:00 corrected");
    const after = await rolf.report(round);
    expect(after).toContain("• Seks av ni.");
    expect(after).toContain(why);
  });

  test("of nothing is refused", async () => {
    const stage = await readyToPublish();
    const ida = await stage.person("ida");
    await ida.publishes(round);
    const correcting = await ida.tells(round, { does: "correct", why });
    expect(await correcting.confirms()).toContain(nb.refused["says-nothing"]);
    expect(await stage.sent("Rolf Leder")).toEqual(["2026-12-14 09:00 summary"]);
  });
});

test("a link that is withdrawn opens nothing any more, and everybody whose link it was is named before", async () => {
  const stage = await readyToPublish();
  const [ida, rolf] = [await stage.person("ida"), await stage.person("rolf")];
  await ida.publishes(round);
  const link = await stage.linkToReport("rolf", round);
  expect(await rolf.follows(link)).toContain("Fire av ni.");
  const withdrawing = await ida.tells(round, { does: "withdraw-links" });
  expect(withdrawing.shows).toContain("Rolf Leder");
  expect(await rolf.follows(link)).toContain("Fire av ni.");
  expect(await withdrawing.confirms()).toContain(nb.done["withdraw-links"]);
  expect(await rolf.follows(link)).not.toContain("Fire av ni.");
  expect((await ida.tells(round, { does: "withdraw-links" })).shows).toContain(nb.done.already);
});

test("a cancelled round asks nobody any more; whoever was asked hears why, once", async () => {
  const stage = await begin({ begins });
  const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
  await stage.moveTo("2026-12-01 10:00");
  const cancelling = await ida.tells(round, { does: "cancel", because: "Planen blir lagt om." });
  expect(cancelling.shows).toContain("• Siv Skole: 2 tiltak");
  expect(await cancelling.confirms()).toContain(nb.done.cancel);
  expect(await cancelling.confirms()).toContain(nb.done.already);
  const told = (await siv.messages()).at(-1);
  expect(told).toContain(nb.news.cancelled.text(plan, round));
  expect(told).toContain(nb.news.because("Planen blir lagt om."));
  await stage.moveTo("2026-12-14 10:00");
  expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 09:00 ask", "2026-12-01 10:00 cancelled"]);
  expect(await stage.sent("Stig Skole")).toEqual([]);
  expect(await siv.desk()).not.toContain("1.2 Sykkelparkering");
});

describe("two coordinators", () => {
  test("who edit the same comment see each other's text before one stands over the other", async () => {
    const stage = await readyToPublish(twoCoordinators());
    const [ida, kari] = [await stage.person("ida"), await stage.person("kari")];
    const [mine, hers] = [await ida.reviews(round), await kari.reviews(round)];
    await mine.tells({ does: "edit", measure: "1.2", comment: "Fire av ni skoler." });
    const refused = (await hers.tells({ does: "edit", measure: "1.2", comment: "4/9." })).shows;
    expect(refused).toContain(nb.refused["changed-meanwhile"]);
    // What she wrote is not lost, and what he wrote stands.
    expect(refused).toContain("4/9.");
    expect(await kari.report(round, "draft")).toContain("• Fire av ni skoler.");
    expect((await kari.tells(round, { does: "edit", measure: "1.2", comment: "4/9." })).shows).toContain(
      nb.done.edit,
    );
  });

  test("who decide the same row see the other's decision first", async () => {
    const stage = await readyToPublish(twoCoordinators());
    const [ida, kari] = [await stage.person("ida"), await stage.person("kari")];
    const [mine, hers] = [await ida.reviews(round), await kari.reviews(round)];
    await mine.tells({ does: "decide", measure: "2.1", status: "Pågår" });
    expect((await hers.tells({ does: "decide", measure: "2.1", status: "Gjennomført" })).shows).toContain(
      nb.refused["changed-meanwhile"],
    );
    expect((await kari.reviews(round)).shows).toContain(nb.pages.review.decidedBy("Ida Koordinator"));
    expect(await kari.report(round, "draft")).toContain("taket. | ◐ Pågår");
  });

  test("who publish at once publish once", async () => {
    const stage = await readyToPublish(twoCoordinators());
    const [ida, kari] = [await stage.person("ida"), await stage.person("kari")];
    const both = [
      await ida.tells(round, { does: "publish" }),
      await kari.tells(round, { does: "publish" }),
    ] as const;
    const said = await Promise.all([both[0].confirms("Fra Ida."), both[1].confirms("Fra Kari.")]);
    expect(said.filter((one) => one.includes(nb.done.already))).toHaveLength(1);
    expect(await stage.sent("Rolf Leder")).toEqual(["2026-12-14 09:00 summary"]);
  });
});

describe("who does not coordinate the plan", () => {
  const asked: readonly Told[] = [
    { does: "remind" },
    { does: "extend", to: "2026-12-18" },
    { does: "assign", what: { unit: "Skole" }, people: ["Stig Skole"] },
    { does: "answer-for", measure: "1.1", status: "Pågår", comment: "Åtte.", from: "telefon" },
    { does: "drop", measure: "1.1", because: "Sak 1" },
    { does: "decide", measure: "2.1", status: "Pågår" },
    { does: "edit", measure: "1.2", comment: "Noe annet." },
    { does: "send-back", measure: "1.2", question: "Hvorfor?" },
    { does: "approve", heading: "1. Reise" },
    { does: "ask-readers" },
    { does: "close" },
    { does: "publish" },
    { does: "cancel", because: "Nei." },
  ];

  test("is refused everything a coordinator can do, also with the coordinator's own form, and it is in the log", async () => {
    const stage = await begin({ begins });
    const [ida, siv, rolf] = [
      await stage.person("ida"),
      await stage.person("siv"),
      await stage.person("rolf"),
    ];
    await siv.answers({ measure: "1.2", status: "Pågår", comment: "Fire av ni." });
    const forms = [];
    for (const told of asked) forms.push([told.does, await ida.fillsIn(round, told)] as const);
    const draft = await ida.report(round, "draft");
    for (const [does, form] of forms)
      expect([does, await rolf.sendsFormOf(form)]).toEqual([
        does,
        expect.stringContaining(nb.refused["not-coordinator"]),
      ]);
    const refused = (await stage.events()).filter((event) => event.actor === "Rolf Leder");
    expect(refused.map((event) => event.verb)).toEqual(
      asked.map(({ does }) => `refused ${does} not-coordinator`),
    );
    expect(await ida.report(round, "draft")).toBe(draft);
    expect(await ida.progress(round)).toContain(nb.words.states.open);
    expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 09:00 ask"]);
  });

  test("is refused after publishing too", async () => {
    const stage = await readyToPublish();
    const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
    await ida.publishes(round);
    await ida.tells(round, { does: "edit", measure: "1.2", comment: "Seks av ni." });
    for (const told of [{ does: "correct", why: "Feil." }, { does: "withdraw-links" }] as const)
      expect(await siv.sendsFormOf(await ida.fillsIn(round, told))).toContain(nb.refused["not-coordinator"]);
    expect(await stage.sent("Rolf Leder")).toEqual(["2026-12-14 09:00 summary"]);
    const refused = (await stage.events()).filter((event) => event.actor === "Siv Skole");
    expect(refused.map((event) => event.verb)).toContain("refused correct not-coordinator");
  });

  test("sees neither progress nor draft", async () => {
    const stage = await begin({ begins });
    const siv = await stage.person("siv");
    const id = await stage.roundId(round);
    expect(await siv.progress(id)).toContain(nb.refused["not-coordinator"]);
    expect(await siv.report(id, "draft")).toContain(nb.refused["nothing-published"]);
  });
});

test("whatever is given twice is done once, and the second time is told so", async () => {
  const stage = await begin({ begins });
  const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
  await siv.answers({ measure: "1.2", status: "Pågår", comment: "Fire av ni." });
  const twice = [
    { does: "decide", measure: "2.1", status: "Pågår", comment: "Venter." },
    { does: "edit", measure: "1.2", comment: "Fire av ni skoler." },
    { does: "extend", to: "2026-12-18" },
    { does: "assign", what: { unit: "Skole" }, people: ["Stig Skole"] },
    { does: "send-back", measure: "1.2", question: "Hvorfor?" },
    { does: "drop", measure: "1.1", because: "Sak 1" },
    { does: "answer-for", measure: "2.2", status: "Pågår", comment: "I gang.", from: "telefon" },
    { does: "close" },
  ] as const satisfies readonly Told[];
  for (const told of twice) {
    const form = await ida.fillsIn(round, told);
    const [first, second] = [await ida.sendsFormOf(form), await ida.sendsFormOf(form)];
    expect([told.does, first]).toEqual([told.does, expect.stringContaining(nb.done[told.does])]);
    expect([told.does, second]).toEqual([told.does, expect.stringContaining(nb.done.already)]);
  }
});
