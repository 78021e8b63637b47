import { describe, expect, test } from "vitest";
import { wordingFor } from "../../src/conversation/wording.ts";
import { smallTown, type Town } from "../support/town.ts";
import { begin } from "./begin.ts";

const nb = wordingFor("nb");
const round = "desember 2026";
const plan = "Klimaplan for Fjordvik";
const begins = "2026-11-30 09:00";

function withNextRound(): Town {
  const town = smallTown();
  const next = { period: "januar 2027", opens: "2027-01-11", deadline: "2027-01-22", automatic: true };
  town.plans["klima"]?.rounds.push(next);
  return town;
}

describe("handing over", () => {
  test("what somebody offers is theirs until it is accepted, and then the other's", async () => {
    const stage = await begin({ begins });
    const [ida, siv, egil] = [
      await stage.person("ida"),
      await stage.person("siv"),
      await stage.person("egil"),
    ];
    const reason = "Dere eier sykkelstativene.";
    expect(await siv.handsOver("1.2", "Egil Eiendom", reason)).toContain(
      nb.news.noted({ is: "offered", to: "Egil Eiendom", count: 1 }),
    );
    const offer = (await egil.messages()).at(-1);
    expect(offer).toContain(nb.news.handOver.text("Siv Skole", 1, plan));
    expect(offer).toContain(reason);
    expect(await siv.desk()).toContain(nb.words.offeredTo("Egil Eiendom"));
    expect(await ida.progress(round)).toContain(nb.pages.progress.offered("Egil Eiendom"));

    // Nobody has said yes: the giver is the one who is reminded of it.
    await stage.moveTo("2026-12-04 09:00");
    expect((await siv.messages()).at(-1)).toContain("1.2 Sykkelparkering");
    expect((await egil.messages()).at(-1)).not.toContain("1.2 Sykkelparkering");

    expect(await egil.takesOver("1.2")).toContain(
      nb.news.noted({ is: "accepted", from: "Siv Skole", count: 1 }),
    );
    expect((await siv.messages()).at(-1)).toContain(nb.news.handOverAnswered.text("Egil Eiendom", 1, true));
    // The one who took over is counted and reminded from now on; the giver stays as their deputy.
    expect(await ida.progress(round)).toMatch(/Siv Skole \| 0 av 1 \| • 2\.1 Solceller Skole/);
    expect(await ida.progress(round)).toMatch(/Egil Eiendom \| 0 av 3/);
    await egil.answers({ measure: "1.2", status: "Pågår", comment: "Fire av ni." });
    expect(await ida.report(round, "draft")).toContain("• Fire av ni.");
  });

  test("whoever took something over is the one who is reminded of it", async () => {
    const stage = await begin({ begins });
    const [siv, egil] = [await stage.person("siv"), await stage.person("egil")];
    await siv.answers({ measure: "2.1", status: "Pågår" });
    await siv.handsOver("1.2", "Egil Eiendom", "Dere eier sykkelstativene.");
    await egil.messages();
    await egil.takesOver("1.2");
    await stage.moveTo("2026-12-04 08:00");
    expect((await egil.messages()).at(-1)).toContain("1.2 Sykkelparkering");
    expect(await stage.sent("Siv Skole")).not.toContain("2026-12-04 08:00 remind");
  });

  test("what is declined stays with the giver, who hears of it", async () => {
    const stage = await begin({ begins });
    const [siv, egil] = [await stage.person("siv"), await stage.person("egil")];
    await siv.handsOver("1.2", "Egil Eiendom", "Dere eier sykkelstativene.");
    expect(await egil.declines("1.2")).toContain(
      nb.news.noted({ is: "declined", from: "Siv Skole", count: 1 }),
    );
    expect((await siv.messages()).at(-1)).toContain(nb.news.handOverAnswered.text("Egil Eiendom", 1, false));
    expect(await siv.desk()).not.toContain(nb.words.offeredTo("Egil Eiendom"));
    expect(await siv.answers({ measure: "1.2", status: "Pågår" })).toContain(nb.stored.text(1));
    expect(await egil.desk()).not.toContain("1.2 Sykkelparkering");
  });

  test("what the giver answers meanwhile is no longer on offer", async () => {
    const stage = await begin({ begins });
    const [siv, egil] = [await stage.person("siv"), await stage.person("egil")];
    await siv.handsOver("1.2", "Egil Eiendom", "Dere eier sykkelstativene.");
    expect(await siv.answers({ measure: "1.2", status: "Pågår" })).toContain(nb.stored.text(1));
    expect((await egil.messages()).at(-1)).toContain(nb.news.handOver.over);
    expect(await egil.desk()).not.toContain("1.2 Sykkelparkering");
  });
});

describe("the coordinator changes who answers", () => {
  test("for a measure in this round: the new owner is asked, the people sheet does not undo it, the next round does", async () => {
    const stage = await begin({ town: withNextRound(), begins });
    const [ida, siv, ole] = [await stage.person("ida"), await stage.person("siv"), await stage.person("ole")];
    await stage.moveTo("2026-12-01 10:00");
    const assigning = await ida.tells(round, {
      does: "assign",
      what: { measure: "1.2" },
      people: ["Ole Omsorg"],
    });
    expect(assigning.shows).toContain("• Ole Omsorg: ett tiltak");
    expect(await assigning.confirms()).toContain(nb.done.assign);
    const [asked, ...more] = await ole.messages();
    expect(more).toEqual([]);
    expect(asked).toContain("1.2 Sykkelparkering");
    expect(await siv.desk()).not.toContain("1.2 Sykkelparkering");
    expect(await siv.desk()).toContain("2.1 Solceller");

    await stage.edit(withNextRound());
    expect(await siv.desk()).not.toContain("1.2 Sykkelparkering");
    expect(await ole.answers({ measure: "1.2", status: "Pågår", comment: "Fire av ni." })).toContain(
      nb.stored.text(1),
    );
    expect(await ida.report(round, "draft")).toContain("• Fire av ni.");
    await stage.moveTo("2026-12-14 09:00");
    await ida.publishes(round);
    await stage.moveTo("2027-01-11 09:00");
    expect(await siv.desk()).toContain("1.2 Sykkelparkering");
    expect(await ole.desk()).not.toContain("1.2 Sykkelparkering");
  });

  test("for a measure from now on: the next round asks the new owner, whatever the people sheet says", async () => {
    const stage = await begin({ town: withNextRound(), begins });
    const [ida, siv, ole] = [await stage.person("ida"), await stage.person("siv"), await stage.person("ole")];
    const what = { measure: "1.2" };
    await (
      await ida.tells(round, { does: "assign", what, people: ["Ole Omsorg", "Stig Skole"], lasting: true })
    ).confirms();
    await stage.moveTo("2026-12-14 09:00");
    await ida.publishes(round);
    await stage.edit(withNextRound());
    await stage.moveTo("2027-01-11 09:00");
    expect((await ole.messages()).at(-1)).toContain("1.2 Sykkelparkering");
    expect(await siv.desk()).not.toContain("1.2 Sykkelparkering");
    expect(await siv.desk()).toContain("2.1 Solceller");
  });

  test("for a unit from now on: all of its measures, also in the next round", async () => {
    const stage = await begin({ town: withNextRound(), begins });
    const [ida, siv, stig] = [
      await stage.person("ida"),
      await stage.person("siv"),
      await stage.person("stig"),
    ];
    const assigning = await ida.tells(round, {
      does: "assign",
      what: { unit: "Skole" },
      people: ["Stig Skole", "Siv Skole"],
      lasting: true,
    });
    expect(assigning.shows).toContain("• Stig Skole: 2 tiltak");
    await assigning.confirms();
    await stage.edit(withNextRound());
    await stage.moveTo("2026-12-14 09:00");
    await ida.publishes(round);
    await stage.moveTo("2027-01-11 09:00");
    const asked = (await stig.messages()).at(-1);
    expect(asked).toContain("1.2 Sykkelparkering");
    expect(asked).toContain("2.1 Solceller");
    expect((await stage.sent("Siv Skole")).filter((line) => line > "2027")).toEqual([]);
    // A deputy now, and may answer all the same.
    expect(await siv.answers({ measure: "1.2", status: "Pågår" })).toContain(nb.stored.text(1));
  });

  test("for a measure of several units at once", async () => {
    const stage = await begin({ begins });
    const [ida, siv, egil, ole] = [
      await stage.person("ida"),
      await stage.person("siv"),
      await stage.person("egil"),
      await stage.person("ole"),
    ];
    const assigning = await ida.tells(round, {
      does: "assign",
      what: { measure: "2.1" },
      people: ["Ole Omsorg"],
    });
    expect(assigning.shows).toContain("• Ole Omsorg: 2 tiltak");
    await assigning.confirms();
    expect(await siv.desk()).not.toContain("2.1 Solceller");
    expect(await egil.desk()).not.toContain("2.1 Solceller");
    // Both units' part of it, beside what Ole is a deputy for.
    expect(await ole.desk()).toContain(nb.words.answeredOf(0, 3));
  });

  test("given twice it is done once", async () => {
    const stage = await begin({ begins });
    const [ida, ole] = [await stage.person("ida"), await stage.person("ole")];
    const what = { measure: "1.2 Skole" };
    const assigning = await ida.tells(round, { does: "assign", what, people: ["Ole Omsorg"] });
    await assigning.confirms();
    expect(await assigning.confirms()).toContain(nb.done.already);
    expect(await ole.messages()).toHaveLength(1);
  });

  test("what the one before said stands, in their name", async () => {
    const stage = await begin({ begins });
    const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
    await siv.answers({ measure: "1.2", status: "Pågår", comment: "Fire av ni." });
    const what = { measure: "1.2 Skole" };
    await (await ida.tells(round, { does: "assign", what, people: ["Ole Omsorg"] })).confirms();
    expect(await ida.report(round, "draft")).toContain("tak. | ◐ Pågår | • Fire av ni.");
    expect(await stage.sent("Ole Omsorg")).toEqual([]);
  });
});

describe("away", () => {
  test("whoever is away is not asked, and their deputy is, until they are back", async () => {
    const stage = await begin({ begins });
    const [ida, siv, stig] = [
      await stage.person("ida"),
      await stage.person("siv"),
      await stage.person("stig"),
    ];
    expect(await siv.goesAway("2026-12-08")).toContain(nb.news.noted({ is: "away", until: "2026-12-08" }));
    expect(await ida.progress(round)).toContain(nb.pages.progress.away("8. desember 2026"));
    await stage.moveTo("2026-12-08 15:00");
    expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 09:00 ask"]);
    expect((await stig.messages()).at(-1)).toContain("1.2 Sykkelparkering");
    expect(await stage.sent("Stig Skole")).toContain("2026-12-04 08:00 remind");

    await stage.moveTo("2026-12-10 08:00");
    expect((await stage.sent("Siv Skole")).at(-1)).toBe("2026-12-10 08:00 remind");
  });

  test("whoever is back earlier is reminded again", async () => {
    const stage = await begin({ begins });
    const siv = await stage.person("siv");
    await siv.goesAway("2026-12-31");
    await stage.moveTo("2026-12-03 10:00");
    expect(await siv.comesBack()).toContain(nb.news.noted({ is: "away", until: null }));
    await stage.moveTo("2026-12-04 08:00");
    expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 09:00 ask", "2026-12-04 08:00 remind"]);
  });
});

describe("a text from a colleague", () => {
  test("is asked for and given, while the measure stays where it is", async () => {
    const stage = await begin({ begins });
    const [ida, siv, egil] = [
      await stage.person("ida"),
      await stage.person("siv"),
      await stage.person("egil"),
    ];
    expect(await siv.asksColleague("1.2", "Egil Eiendom", "Hvor mange stativ er satt opp?")).toContain(
      nb.news.noted({ is: "asked-colleague", to: "Egil Eiendom" }),
    );
    const asked = (await egil.messages()).at(-1);
    expect(asked).toContain(nb.news.textAsked.text("Siv Skole", "1.2 Sykkelparkering"));
    expect(asked).toContain("Hvor mange stativ er satt opp?");
    expect(await egil.desk()).not.toContain("1.2 Sykkelparkering");

    expect(await egil.givesText("Fire av ni skoler har tak.\nResten kommer i vår.")).toContain(
      nb.news.noted({ is: "text-given", to: "Siv Skole" }),
    );
    const given = (await siv.messages()).at(-1);
    expect(given).toContain(nb.news.textGiven.text("Egil Eiendom", "1.2 Sykkelparkering"));
    expect(given).toContain("• Resten kommer i vår.");
    // A text is no answer: whoever owns the measure chooses what is sent in.
    expect(await ida.report(round, "draft")).toContain("tak. | – Ikke svart");
    const form = await siv.usesText();
    expect(form.shows).toContain("Fire av ni skoler har tak.");
    expect(await form.sends({ measure: "1.2", status: "Pågår" })).toContain(nb.stored.text(1));
    expect(await ida.report(round, "draft")).toContain(
      "tak. | ◐ Pågår | • Fire av ni skoler har tak. • Resten kommer i vår.",
    );
  });
});

describe("an answer for somebody", () => {
  const answer = {
    does: "answer-for",
    measure: "1.2",
    status: "Pågår",
    comment: "Fire av ni skoler har tak.",
    from: "e-post fra rektor 24. november",
  } as const;

  test("has its source, which its owner and the coordinator see, and the table does not", async () => {
    const stage = await begin({ begins });
    const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
    await stage.moveTo("2026-12-01 10:00");
    const done = await (await ida.tells(round, answer)).confirms();
    expect(done).toContain(nb.done["answer-for"]);
    expect(done).toContain("Siv Skole");
    const told = (await siv.messages()).at(-1);
    expect(told).toContain(nb.news.answeredFor.text("Ida Koordinator", "1.2 Sykkelparkering"));
    expect(told).toContain(nb.news.source("e-post fra rektor 24. november"));
    expect(told).toContain("Fire av ni skoler har tak.");
    expect((await ida.reviews(round)).shows).toContain(
      nb.words.enteredFrom("e-post fra rektor 24. november"),
    );
    const draft = await ida.report(round, "draft");
    expect(draft).toContain("tak. | ◐ Pågår | • Fire av ni skoler har tak.");
    expect(draft).not.toContain("rektor");
    expect(await siv.desk()).toContain(nb.words.answeredOf(1, 2));
  });

  test("can be changed by its owner, and is theirs then", async () => {
    const stage = await begin({ begins });
    const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
    await (await ida.tells(round, answer)).confirms();
    await siv.answers({ measure: "1.2", status: "Gjennomført", comment: "Alle ni." });
    expect(await ida.report(round, "draft")).toContain("tak. | ✓ Gjennomført | • Alle ni.");
    expect((await ida.reviews(round)).shows).not.toContain("rektor");
  });

  test("is not put over what the owner said meanwhile", async () => {
    const stage = await begin({ begins });
    const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
    const form = await ida.fillsIn(round, answer);
    await siv.answers({ measure: "1.2", status: "Gjennomført", comment: "Alle ni." });
    expect(await ida.sendsFormOf(form)).toContain(nb.refused["changed-meanwhile"]);
    expect(await ida.report(round, "draft")).toContain("tak. | ✓ Gjennomført | • Alle ni.");
  });

  test("given twice it is entered once and told once", async () => {
    const stage = await begin({ begins });
    const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
    await stage.moveTo("2026-12-01 10:00");
    const form = await ida.fillsIn(round, answer);
    await ida.sendsFormOf(form);
    await siv.messages();
    await ida.sendsFormOf(form);
    expect((await ida.tells(round, answer)).shows).toContain(nb.done.already);
    expect((await stage.sent("Siv Skole")).filter((line) => line.endsWith("answered-for"))).toHaveLength(1);
  });
});
