import { expect, test } from "vitest";
import { wordingFor } from "../../src/conversation/wording.ts";
import { smallTown } from "../support/town.ts";
import { begin } from "./begin.ts";

const nb = wordingFor("nb");
const round = "desember 2026";
const plan = "Klimaplan for Fjordvik";
const begins = "2026-11-30 09:00";

test("everybody gets more time: they hear of it, reminders follow, and the round closes at the new deadline", async () => {
  const stage = await begin({ begins });
  const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
  await stage.moveTo("2026-12-01 10:00");
  const extending = await ida.tells(round, { does: "extend", to: "2026-12-18" });
  expect(extending.shows).toContain(nb.pages.steps.deadlineIs("18. desember 2026"));
  for (const name of ["Oda Omsorg: ett tiltak", "Siv Skole: 2 tiltak", "Egil Eiendom: 2 tiltak"])
    expect(extending.shows).toContain(`• ${name}`);
  expect(await siv.messages()).toHaveLength(1);

  expect(await extending.confirms()).toContain(nb.done.extend);
  expect((await siv.messages()).at(-1)).toContain(
    nb.news.deadlineMoved.text(2, plan, "fredag 18. desember kl. 12.00"),
  );
  await stage.moveTo("2026-12-18 11:59");
  expect(await ida.progress(round)).toContain(nb.words.states.open);
  await stage.moveTo("2026-12-18 12:00");
  expect(await ida.progress(round)).toContain(nb.words.states.closed);
  expect(await stage.sent("Siv Skole")).toEqual([
    "2026-11-30 09:00 ask",
    "2026-12-01 10:00 deadline-moved",
    "2026-12-11 08:00 remind",
    "2026-12-16 08:00 deputy-asked",
    "2026-12-17 08:00 remind",
  ]);
});

test("one unit gets more time: the others' deadline stands, and the round closes at the last one", async () => {
  const stage = await begin({ begins });
  const [ida, siv, egil] = [await stage.person("ida"), await stage.person("siv"), await stage.person("egil")];
  await stage.moveTo("2026-12-01 10:00");
  const extending = await ida.tells(round, { does: "extend", whom: { unit: "Skole" }, to: "2026-12-16" });
  expect(extending.shows).toContain("• Siv Skole: 2 tiltak");
  expect(extending.shows).not.toContain("Egil Eiendom");
  await extending.confirms();
  expect(await siv.desk()).toContain(nb.words.ownDeadline("onsdag 16. desember kl. 12.00"));
  expect(await egil.desk()).not.toContain("16. desember");
  expect(await ida.progress(round)).toContain(nb.pages.progress.ownDeadline("onsdag 16. desember kl. 12.00"));

  await stage.moveTo("2026-12-14 09:00");
  expect(await ida.progress(round)).toContain(nb.words.states.open);
  // Each is late by their own deadline.
  await siv.answers({ measure: "2.1", status: "Pågår", comment: "Taket er målt." });
  await egil.answers({ measure: "2.1", status: "Pågår", comment: "Bestilt." });
  expect(await siv.desk()).not.toContain(nb.words.late);
  expect(await egil.desk()).toContain(nb.words.late);
  const draft = await ida.report(round, "draft");
  expect(draft).toContain("Skole: ◐ Pågår • Taket er målt.");
  expect(draft).toContain("Eiendom: ◐ Pågår • Bestilt. Svarte etter fristen");

  await stage.moveTo("2026-12-16 12:00");
  expect(await ida.progress(round)).toContain(nb.words.states.closed);
  expect(await stage.sent("Siv Skole")).toEqual([
    "2026-11-30 09:00 ask",
    "2026-12-01 10:00 deadline-moved",
    "2026-12-09 08:00 remind",
    "2026-12-14 08:00 deputy-asked",
    "2026-12-15 08:00 remind",
  ]);
  expect((await stage.sent("Egil Eiendom")).slice(0, 4)).toEqual([
    "2026-11-30 09:00 ask",
    "2026-12-04 08:00 remind",
    "2026-12-09 08:00 deputy-asked",
    "2026-12-10 08:00 remind",
  ]);
});

test("one person gets more time, and nobody else hears of it", async () => {
  const stage = await begin({ begins });
  const ida = await stage.person("ida");
  await stage.moveTo("2026-12-01 10:00");
  const whom = { person: "Egil Eiendom" };
  await (await ida.tells(round, { does: "extend", whom, to: "2026-12-14" })).confirms();
  expect((await stage.sent("Egil Eiendom")).at(-1)).toBe("2026-12-01 10:00 deadline-moved");
  expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 09:00 ask"]);
  expect(await stage.sent("Else Eiendom")).toEqual([]);
  await stage.moveTo("2026-12-14 12:00");
  expect(await stage.sent("Egil Eiendom")).toEqual([
    "2026-11-30 09:00 ask",
    "2026-12-01 10:00 deadline-moved",
    "2026-12-07 08:00 remind",
    "2026-12-10 08:00 deputy-asked",
    "2026-12-11 08:00 remind",
  ]);
  expect(await ida.progress(round)).toContain(nb.words.states.closed);
});

test("everybody gets less time: reminders come earlier, and the round closes earlier", async () => {
  const stage = await begin({ begins });
  const ida = await stage.person("ida");
  await stage.moveTo("2026-12-01 10:00");
  await (await ida.tells(round, { does: "extend", to: "2026-12-09" })).confirms();
  await stage.moveTo("2026-12-09 12:00");
  expect(await ida.progress(round)).toContain(nb.words.states.closed);
  expect(await stage.sent("Siv Skole")).toEqual([
    "2026-11-30 09:00 ask",
    "2026-12-01 10:00 deadline-moved",
    "2026-12-02 08:00 remind",
    "2026-12-07 08:00 deputy-asked",
    "2026-12-08 08:00 remind",
  ]);
});

test("a closed round that gets more time is open again: answers are in time and reminders go out", async () => {
  const stage = await begin({ begins });
  const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
  await stage.moveTo("2026-12-14 10:00");
  expect(await ida.progress(round)).toContain(nb.words.states.closed);
  const extending = await ida.tells(round, { does: "extend", to: "2026-12-18" });
  expect(extending.shows).toContain(nb.warning({ is: "reopens" }));
  await extending.confirms();
  expect(await ida.progress(round)).toContain(nb.words.states.open);
  expect((await siv.messages()).at(-1)).toContain("fredag 18. desember kl. 12.00");

  await siv.answers({ measure: "1.2", status: "Pågår", comment: "Fire av ni." });
  expect(await siv.desk()).not.toContain(nb.words.late);
  await stage.moveTo("2026-12-18 12:00");
  expect((await stage.sent("Siv Skole")).at(-1)).toBe("2026-12-17 08:00 remind");
  expect(await ida.progress(round)).toContain(nb.words.states.closed);
  await stage.moveTo("2026-12-18 12:01");
  await siv.answers({ measure: "2.1", status: "Pågår", comment: "Taket er målt." });
  expect(await siv.desk()).toContain(nb.words.late);
});

test.each([
  {
    over: "Easter and the night the clocks go forward",
    planned: { opens: "2027-03-08", deadline: "2027-03-17" },
    to: "2027-03-31",
    said: "onsdag 31. mars kl. 12.00",
    reminded: ["2027-03-19 08:00 remind", "2027-03-24 08:00 deputy-asked", "2027-03-30 08:00 remind"],
  },
  {
    over: "the night the clocks go back",
    planned: { opens: "2026-10-12", deadline: "2026-10-21" },
    to: "2026-10-28",
    said: "onsdag 28. oktober kl. 12.00",
    reminded: ["2026-10-21 08:00 remind", "2026-10-26 08:00 deputy-asked", "2026-10-27 08:00 remind"],
  },
  {
    over: "17 May",
    planned: { opens: "2028-05-02", deadline: "2028-05-12" },
    to: "2028-05-19",
    said: "fredag 19. mai kl. 12.00",
    reminded: ["2028-05-11 08:00 remind", "2028-05-16 08:00 deputy-asked", "2028-05-18 08:00 remind"],
  },
])("a deadline moved over $over is at twelve all the same", async ({ planned, to, said, reminded }) => {
  const stage = await begin({ town: smallTown(planned), begins: `${planned.opens} 09:00` });
  const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
  await (await ida.tells(round, { does: "extend", to })).confirms();
  expect((await siv.messages()).at(-1)).toContain(said);
  await stage.moveTo(`${to} 11:59`);
  expect(await siv.desk()).toContain(said);
  expect(await ida.progress(round)).toContain(nb.words.states.open);
  await stage.moveTo(`${to} 12:00`);
  expect(await ida.progress(round)).toContain(nb.words.states.closed);
  const heard = (await stage.sent("Siv Skole")).filter((line) => line > `${planned.opens} 23:59`);
  expect(heard).toEqual(reminded);
});

test("a day that has passed is no new deadline", async () => {
  const stage = await begin({ begins });
  const ida = await stage.person("ida");
  await stage.moveTo("2026-12-02 10:00");
  const extending = await ida.tells(round, { does: "extend", to: "2026-12-01" });
  expect(extending.shows).toContain(nb.block({ is: "deadline-passed" }));
  await extending.confirms();
  expect(await ida.progress(round)).toContain("fredag 11. desember kl. 12.00");
});

test("the same new deadline twice is told once, and the coordinator hears that it was done", async () => {
  const stage = await begin({ begins });
  const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
  await stage.moveTo("2026-12-01 10:00");
  const extending = await ida.tells(round, { does: "extend", to: "2026-12-18" });
  await extending.confirms();
  expect(await extending.confirms()).toContain(nb.done.already);
  expect((await ida.tells(round, { does: "extend", to: "2026-12-18" })).shows).toContain(nb.done.already);
  expect(await siv.messages()).toHaveLength(2);
});
