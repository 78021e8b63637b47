import { describe, expect, test } from "vitest";
import { wordingFor } from "../../src/conversation/wording.ts";
import { smallTown, type Town } from "../support/town.ts";
import { begin } from "./begin.ts";

const nb = wordingFor("nb");
const round = "desember 2026";
const plan = "Klimaplan for Fjordvik";
const begins = "2026-11-30 09:00";

/** Stig must have read everything about travel before it goes out. */
function withReader(): Town {
  const town = smallTown();
  const { klima } = town.plans;
  if (klima) klima.readers = { "1. Reise": ["stig"] };
  return town;
}

describe("a measure that is no longer relevant", () => {
  const because = "Sak 112/26 i formannskapet";

  test("is proposed by its owner, whose it stays until the coordinator has decided", async () => {
    const stage = await begin({ begins });
    const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
    expect(await siv.proposesDrop("1.2", "Skolene rives.")).toContain(nb.news.noted({ is: "proposed-drop" }));
    const heard = (await ida.messages()).at(-1);
    expect(heard).toContain(nb.news.dropProposed.text("Siv Skole", "1.2 Sykkelparkering"));
    expect(heard).toContain(nb.news.because("Skolene rives."));
    const review = await ida.reviews(round);
    expect(review.shows).toContain(nb.flags["drop-proposed"]);
    expect(review.shows).toContain(nb.pages.review.proposal("Siv Skole"));
    expect(await siv.desk()).toContain(nb.words.answeredOf(0, 2));

    expect((await review.tells({ does: "keep", measure: "1.2" })).shows).toContain(nb.done.keep);
    expect((await ida.reviews(round)).shows).not.toContain(nb.flags["drop-proposed"]);
  });

  test("is dropped with the decision's reference: its owner is told, and nobody is asked about it", async () => {
    const stage = await begin({ begins });
    const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
    await stage.moveTo("2026-12-01 10:00");
    const dropping = await ida.tells(round, { does: "drop", measure: "1.2", because });
    expect(dropping.shows).toContain("• Siv Skole: ett tiltak");
    expect(await ida.report(round, "draft")).not.toContain("112/26");
    expect(await dropping.confirms()).toContain(nb.done.drop);
    const told = (await siv.messages()).at(-1);
    expect(told).toContain(nb.news.dropped.text("1.2 Sykkelparkering"));
    expect(told).toContain(nb.news.because(because));
    expect(await ida.report(round, "draft")).toMatch(/1\.2 Sykkelparkering: .*112\/26/);
    expect(await dropping.confirms()).toContain(nb.done.already);
    await stage.moveTo("2026-12-04 09:00");
    expect((await siv.messages()).at(-1)).toContain(nb.remind.text(1, "fredag 11. desember kl. 12.00"));
  });

  test("comes back with what was said before, until it is published", async () => {
    const stage = await begin({ begins });
    const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
    await siv.answers({ measure: "1.2", status: "Pågår", comment: "Fire av ni." });
    await (await ida.tells(round, { does: "drop", measure: "1.2", because })).confirms();
    expect(await ida.report(round, "draft")).toContain("tak. | ⊘ Utgått |");
    expect((await ida.tells(round, { does: "restore", measure: "1.2" })).shows).toContain(nb.done.restore);
    expect(await ida.report(round, "draft")).toContain("tak. | ◐ Pågår | • Fire av ni.");
    expect(await siv.desk()).toContain(nb.words.answeredOf(1, 2));
  });
});

describe("units that differ", () => {
  test("leave the row undecided until the coordinator decides it, with their words beside; it can be undone", async () => {
    const stage = await begin({ begins });
    const [ida, siv, egil] = [
      await stage.person("ida"),
      await stage.person("siv"),
      await stage.person("egil"),
    ];
    await siv.answers({ measure: "2.1", status: "Ikke påbegynt", comment: "Vi venter på eiendom." });
    await egil.answers({ measure: "2.1", status: "Gjennomført", comment: "Satt i drift." });
    const review = await ida.reviews(round);
    expect(review.shows).toContain(nb.flags.undecided);
    const comment = "To av tre tak er ferdige.";
    const deciding = { does: "decide", measure: "2.1", status: "Pågår", comment } as const;
    expect((await review.tells(deciding)).shows).toContain(nb.done.decide);
    expect((await ida.reviews(round)).shows).toContain(nb.pages.review.decidedBy("Ida Koordinator"));
    expect(await ida.report(round, "draft")).toMatch(/taket\. \| ◐ Pågår \| .*To av tre tak er ferdige\./);
    expect((await ida.reviews(round)).shows).not.toContain(nb.flags.undecided);

    // A unit that answers afterwards is to be looked at once more.
    await stage.moveTo("2026-11-30 11:00");
    await siv.answers({ measure: "2.1", status: "Pågår", comment: "Taket er målt." });
    expect((await ida.reviews(round)).shows).toContain(nb.flags["decided-before"]);
    await ida.tells(round, { does: "undecide", measure: "2.1" });
    const draft = await ida.report(round, "draft");
    expect(draft).toContain(
      "| ≠ Ikke avklart | Skole: ◐ Pågår • Taket er målt. Eiendom: ✓ Gjennomført • Satt i drift.",
    );
  });
});

test("a comment put differently is printed so, and its owner is told with both texts", async () => {
  const stage = await begin({ begins });
  const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
  await siv.answers({ measure: "1.2", status: "Pågår", comment: "4 av 9, se Karis liste." });
  const comment = "Fire av ni skoler har tak.";
  const editing = { does: "edit", measure: "1.2", comment } as const;
  expect((await ida.tells(round, editing)).shows).toContain(nb.done.edit);
  const draft = await ida.report(round, "draft");
  expect(draft).toContain("tak. | ◐ Pågår | • Fire av ni skoler har tak.");
  expect(draft).not.toContain("Karis liste");
  const told = (await siv.messages()).at(-1);
  expect(told).toContain(nb.news.edited.text("Ida Koordinator", "1.2 Sykkelparkering"));
  expect(told).toContain(`${nb.news.edited.was}:\n• 4 av 9, se Karis liste.`);
  expect(told).toContain(`${nb.news.edited.now}:\n• Fire av ni skoler har tak.`);
  expect((await ida.reviews(round)).shows).toContain(nb.pages.review.written);
  expect((await ida.tells(round, editing)).shows).toContain(nb.done.already);
  expect((await stage.sent("Siv Skole")).filter((line) => line.endsWith("edited"))).toHaveLength(1);
});

describe("an answer that is sent back", () => {
  const question = "Hvilke skoler gjenstår?";
  const sending = { does: "send-back", measure: "1.2", question, due: "2026-12-15" } as const;

  test("goes to its owner with a question and a date of its own, and stands until it is answered anew", async () => {
    const stage = await begin({ begins });
    const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
    await siv.answers({ measure: "1.2", status: "Pågår", comment: "Fire av ni." });
    await stage.moveTo("2026-12-10 10:00");
    const back = await ida.tells(round, sending);
    expect(back.shows).toContain(question);
    expect(back.shows).toContain("15. desember 2026");
    expect(back.shows).toContain("Siv Skole");
    expect(await back.confirms()).toContain(nb.done["send-back"]);
    const asked = (await siv.messages()).at(-1);
    expect(asked).toContain(nb.news.sentBack.text("Ida Koordinator", "1.2 Sykkelparkering"));
    expect(asked).toContain(question);
    expect(asked).toContain(nb.news.sentBack.due("tirsdag 15. desember kl. 12.00"));

    expect(await ida.report(round, "draft")).toContain("tak. | ◐ Pågår | • Fire av ni.");
    expect((await ida.reviews(round)).shows).toContain(nb.flags["sent-back"]);
    // The question is still open when everybody else's deadline has passed.
    await stage.moveTo("2026-12-14 10:00");
    await siv.answers({ measure: "1.2", status: "Pågår", comment: "Fem skoler i nord gjenstår." });
    expect(await siv.desk()).not.toContain(nb.words.late);
    expect(await ida.report(round, "draft")).toContain("tak. | ◐ Pågår | • Fem skoler i nord gjenstår.");
    expect((await ida.reviews(round)).shows).not.toContain(nb.flags["sent-back"]);
    const settled = (await siv.messages()).find((message) => message.includes(nb.news.sentBack.settled));
    expect(settled).toContain("1.2 Sykkelparkering");
  });

  test("twice with the same question is one message", async () => {
    const stage = await begin({ begins });
    const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
    await siv.answers({ measure: "1.2", status: "Pågår", comment: "Fire av ni." });
    const back = await ida.tells(round, sending);
    await back.confirms();
    expect(await back.confirms()).toContain(nb.done.already);
    expect((await stage.sent("Siv Skole")).filter((line) => line.endsWith("sent-back"))).toHaveLength(1);
  });
});

test("headings are approved one by one, an answer under one takes its approval back, and publishing says so", async () => {
  const stage = await begin({ begins });
  const [ida, oda, siv] = [await stage.person("ida"), await stage.person("oda"), await stage.person("siv")];
  await oda.sameAsLast("1.1");
  for (const heading of ["1. Reise", "2. Bygg"])
    expect((await ida.tells(round, { does: "approve", heading })).shows).toContain(nb.done.approve);
  expect((await ida.reviews(round)).shows).not.toContain(nb.pages.review.notApproved);
  const warning = nb.warning({ is: "not-approved", heading: "1. Reise" });
  expect((await ida.wants("publish", round)).shows).not.toContain(warning);

  await siv.answers({ measure: "1.2", status: "Pågår", comment: "Fire av ni." });
  expect((await ida.reviews(round)).shows).toContain(nb.pages.review.notApproved);
  expect((await ida.wants("publish", round)).shows).toContain(warning);
  await ida.tells(round, { does: "approve", heading: "1. Reise" });
  expect((await ida.wants("publish", round)).shows).not.toContain(warning);
  await ida.tells(round, { does: "unapprove", heading: "2. Bygg" });
  expect((await ida.wants("publish", round)).shows).toContain(
    nb.warning({ is: "not-approved", heading: "2. Bygg" }),
  );
});

describe("a reader of a heading", () => {
  test("is asked, reminded the day after, reads their heading only, and is seen to have read", async () => {
    const stage = await begin({ town: withReader(), begins });
    const [ida, oda, stig] = [
      await stage.person("ida"),
      await stage.person("oda"),
      await stage.person("stig"),
    ];
    await oda.sameAsLast("1.1");
    await stage.moveTo("2026-12-01 10:00");
    const asking = await ida.tells(round, { does: "ask-readers" });
    expect(asking.shows).toContain("Stig Skole");
    expect(await asking.confirms()).toContain(nb.done["ask-readers"]);
    expect((await stig.messages()).at(-1)).toContain(nb.news.readerAsked.text(plan, round, false));
    // Nobody is asked twice a day.
    expect((await ida.tells(round, { does: "ask-readers" })).shows).toContain(
      `Stig Skole ${nb.leftOut["heard-today"]}`,
    );
    await stage.moveTo("2026-12-02 10:00");
    await (await ida.tells(round, { does: "ask-readers" })).confirms();
    expect((await stig.messages()).at(-1)).toContain(nb.news.readerAsked.text(plan, round, true));
    expect(await stage.sent("Stig Skole")).toEqual([
      "2026-12-01 10:00 reader-asked",
      "2026-12-02 10:00 reader-asked",
    ]);

    const draft = await stig.readsDraft();
    expect(draft).toContain("Åtte av tolv biler er byttet.");
    expect(draft).not.toContain("2.1 Solceller");
    expect((await ida.reviews(round)).shows).toContain(nb.pages.review.notRead("Stig Skole"));
    expect(await stig.saysHaveRead()).toContain(nb.news.noted({ is: "read" }));
    expect((await ida.reviews(round)).shows).toContain(
      nb.pages.review.hasRead("Stig Skole", "onsdag 2. desember kl. 10.00"),
    );
    expect((await ida.tells(round, { does: "ask-readers" })).shows).toContain(nb.done.already);
  });

  test("who has not read is named before publishing, which the coordinator may do all the same", async () => {
    const stage = await begin({ town: withReader(), begins });
    const [ida, rolf] = [await stage.person("ida"), await stage.person("rolf")];
    const publishing = await ida.wants("publish", round);
    expect(publishing.shows).toContain(
      nb.warning({ is: "not-read", heading: "1. Reise", reader: "Stig Skole" }),
    );
    expect(await publishing.confirms()).toContain(nb.done.publish);
    expect(await rolf.messages()).toHaveLength(1);
  });
});

describe("what needs a look is listed, row by row", () => {
  /** Bikes have a target, and the legend asks for a word about what is not begun. */
  function strictTown(): Town {
    const town = smallTown();
    const { klima } = town.plans;
    const bikes = klima?.headings[0]?.measures[1];
    if (!klima || !bikes) throw new Error("no plan");
    bikes.target = { goal: 9, of: "skoler med tak", by: "2027-12-31" };
    klima.legend = [
      { key: "green", colour: "#2e7d32", symbol: "✓", label: "Gjennomført", meaning: "Ferdig" },
      { key: "orange", colour: "#ef8b00", symbol: "◐", label: "Pågår", meaning: "I gang" },
      {
        key: "red",
        colour: "#c62828",
        symbol: "○",
        label: "Ikke påbegynt",
        meaning: "Ikke i gang",
        asksComment: true,
      },
    ];
    return town;
  }

  test("an answer that is missing, of one unit also where another has answered", async () => {
    const stage = await begin({ begins });
    const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
    await siv.answers({ measure: "2.1", status: "Pågår", comment: "Taket er målt." });
    const { shows } = await ida.reviews(round);
    expect(shows).toContain(
      [
        `${nb.flags.unanswered} (4)`,
        "• 1.1 Elbiler Omsorg",
        "• 1.2 Sykkelparkering Skole",
        "• 2.1 Solceller Eiendom",
        "• 2.2 Varmestyring Eiendom",
      ].join("\n"),
    );
  });

  test("the same comment a second time, and another status without a word why", async () => {
    const stage = await begin({ begins });
    const [ida, oda, egil] = [
      await stage.person("ida"),
      await stage.person("oda"),
      await stage.person("egil"),
    ];
    await oda.sameAsLast("1.1");
    await egil.answers({ measure: "2.2", status: "Gjennomført" });
    const { shows } = await ida.reviews(round);
    expect(shows).toContain(`${nb.flags["same-comment"]} (1)\n• 1.1 Elbiler Omsorg`);
    expect(shows).toContain(`${nb.flags["changed-without-a-word"]} (1)\n• 2.2 Varmestyring Eiendom`);
  });

  test("no comment where the legend asks for one, a comment that repeats the measure, and a target that contradicts", async () => {
    const stage = await begin({ town: strictTown(), begins });
    const [ida, oda, siv, egil] = [
      await stage.person("ida"),
      await stage.person("oda"),
      await stage.person("siv"),
      await stage.person("egil"),
    ];
    const whole = "Hjemmetjenesten skal bare bruke elbiler.";
    await oda.answers({ measure: "1.1", status: "Pågår", comment: `Elbiler: ${whole}` });
    await siv.answers({ measure: "1.2", status: "Gjennomført", comment: "Nesten alle.", progress: 4 });
    await egil.answers({ measure: "2.2", status: "Ikke påbegynt" });
    const { shows } = await ida.reviews(round);
    expect(shows).toContain(`${nb.flags["repeats-measure"]} (1)\n• 1.1 Elbiler Omsorg`);
    expect(shows).toContain(`${nb.flags["target-contradicts"]} (1)\n• 1.2 Sykkelparkering Skole`);
    expect(shows).toContain(`${nb.flags["no-comment"]} (1)\n• 2.2 Varmestyring Eiendom`);
  });

  test("nothing, when everything is as it should be", async () => {
    const stage = await begin({ begins });
    const [ida, oda, siv, egil] = [
      await stage.person("ida"),
      await stage.person("oda"),
      await stage.person("siv"),
      await stage.person("egil"),
    ];
    await oda.answers({ measure: "1.1", status: "Gjennomført", comment: "Alle tolv er byttet." });
    await siv.answers(
      { measure: "1.2", status: "Pågår", comment: "Fire av ni." },
      { measure: "2.1", status: "Pågår", comment: "Taket er målt." },
    );
    await egil.answers(
      { measure: "2.1", status: "Pågår", comment: "Bestilt." },
      { measure: "2.2", status: "Pågår", comment: "Anbudet er avgjort." },
    );
    expect((await ida.reviews(round)).shows).toContain(nb.pages.review.noFlags);
  });
});
