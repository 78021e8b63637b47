import { expect, test } from "vitest";
import { wordingFor } from "../../src/conversation/wording.ts";
import { smallTown, type Town } from "../support/town.ts";
import { begin } from "./begin.ts";

const nb = wordingFor("nb");

/** A second plan in which Skole answers too, with measures of its own. */
function withSecondPlan(planned: { opens: string; deadline: string; automatic?: boolean }): Town {
  const town = smallTown();
  town.plans["skole"] = {
    title: "Skoleplan for Fjordvik",
    coordinators: ["ida"],
    leadership: ["rolf"],
    rounds: [{ period: "høst 2026", automatic: true, ...planned }],
    headings: [
      {
        title: "Inneklima",
        measures: [{ number: "3.1", title: "Lufting: Alle klasserom skal kunne luftes.", units: ["skole"] }],
      },
    ],
  };
  return town;
}

test("owners are reminded five and one working days before the deadline, and in the newest message only", async () => {
  const stage = await begin({ begins: "2026-11-30 07:00" });
  const siv = await stage.person("siv");
  await stage.moveTo("2026-12-04 08:00");
  const [first, second, ...more] = await siv.messages();
  expect(more).toEqual([]);
  expect(first).toBe(nb.moved);
  expect(second).toContain(nb.remind.text(2, "fredag 11. desember kl. 12.00"));
  expect(second).toContain("1.2 Sykkelparkering");

  await stage.moveTo("2026-12-11 11:00");
  expect(await stage.sent("Siv Skole")).toEqual([
    "2026-11-30 08:00 ask",
    "2026-12-04 08:00 remind",
    "2026-12-09 08:00 deputy-asked",
    "2026-12-10 08:00 remind",
  ]);
  const messages = await siv.messages();
  expect(messages.filter((message) => message === nb.moved)).toHaveLength(2);
  expect(messages.at(-1)).toContain(nb.remind.text(2, "fredag 11. desember kl. 12.00"));
});

test("the newest message says how far somebody has come, and thanks when all is answered", async () => {
  const town = smallTown();
  town.plans["klima"]?.headings[0]?.measures.push({
    number: "1.3",
    title: "Skoleruter: Trygge veier.",
    units: ["skole"],
  });
  const stage = await begin({ town, begins: "2026-11-30 09:00" });
  const siv = await stage.person("siv");
  expect((await siv.messages()).at(-1)).not.toContain(nb.words.answeredOf(0, 3));

  await siv.answers({ measure: "1.2", status: "Pågår", comment: "Fire av ni." });
  await stage.moveTo("2026-12-04 08:00");
  await siv.answers({ measure: "1.3", status: "Gjennomført" });
  const [asked, reminded] = await siv.messages();
  expect(asked).toBe(nb.moved);
  expect(reminded).toContain(nb.words.answeredOf(2, 3));
  expect(reminded).toContain("◐ Pågår\n• Fire av ni.");

  await siv.answers({ measure: "2.1", status: "Ikke påbegynt" });
  const after = await siv.messages();
  expect(after).toHaveLength(2);
  expect(after[1]).toContain(nb.allAnswered.text(3));
});

test("whoever has answered is not reminded", async () => {
  const stage = await begin({ begins: "2026-11-30 09:00" });
  const [oda, siv] = [await stage.person("oda"), await stage.person("siv")];
  await oda.sameAsLast("1.1");
  await siv.answers({ measure: "1.2", status: "Pågår" });
  await stage.moveTo("2026-12-04 08:00");
  expect(await stage.sent("Oda Omsorg")).toEqual(["2026-11-30 09:00 ask"]);
  expect((await siv.messages()).at(-1)).toContain(nb.remind.text(1, "fredag 11. desember kl. 12.00"));
  await siv.answers({ measure: "2.1", status: "Pågår" });
  await stage.moveTo("2026-12-11 12:00");
  expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 09:00 ask", "2026-12-04 08:00 remind"]);
});

test("with two plans open at once an owner gets one message a day, about both", async () => {
  const town = withSecondPlan({ opens: "2026-11-30", deadline: "2026-12-14" });
  const stage = await begin({ town, begins: "2026-11-30 07:00" });
  const siv = await stage.person("siv");
  await stage.moveTo("2026-11-30 09:00");
  const [asked, ...more] = await siv.messages();
  expect(more).toEqual([]);
  expect(asked).toContain(nb.ask.text(3, "fredag 11. desember kl. 12.00"));
  expect(asked).toContain("1.2 Sykkelparkering");
  expect(asked).toContain("3.1 Lufting");

  await stage.moveTo("2026-12-14 11:00");
  const nudges = (await stage.sent("Siv Skole")).filter((line) => /ask$|remind$|deputy$/.test(line));
  expect(nudges).toEqual([
    "2026-11-30 08:00 ask",
    "2026-12-04 08:00 remind",
    "2026-12-07 08:00 remind",
    // The 11th is the second plan's last reminder; the first plan closes at noon that day.
    "2026-12-10 08:00 remind",
    "2026-12-11 08:00 remind",
  ]);
});

test("a plan that opens on a day somebody was reminded already is asked about the next working day", async () => {
  const town = withSecondPlan({ opens: "2026-12-04", deadline: "2026-12-18", automatic: false });
  const stage = await begin({ town, begins: "2026-11-30 09:00" });
  const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
  await stage.moveTo("2026-12-04 09:00");
  await ida.opens("høst 2026");
  await stage.moveTo("2026-12-06 12:00");
  expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 09:00 ask", "2026-12-04 08:00 remind"]);
  // It shows in the message she has, all the same.
  expect((await siv.messages()).at(-1)).toContain("3.1 Lufting");
  await stage.moveTo("2026-12-07 08:00");
  expect((await stage.sent("Siv Skole")).at(-1)).toBe("2026-12-07 08:00 ask");
});

test("on a day with news nobody is reminded as well: that comes the next morning", async () => {
  const town = withSecondPlan({ opens: "2026-11-30", deadline: "2026-12-08" });
  const stage = await begin({ town, begins: "2026-11-30 09:00" });
  const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
  await siv.answers({ measure: "3.1", status: "Gjennomført" });
  await stage.moveTo("2026-12-09 16:00");
  await ida.publishes("høst 2026");
  await stage.moveTo("2026-12-11 11:00");
  const days = (await stage.sent("Siv Skole")).filter((line) => line >= "2026-12-10");
  expect(days).toEqual(["2026-12-10 08:00 published", "2026-12-11 08:00 remind"]);
});

test("a coordinator who is somebody's deputy hears what is stuck, and is asked the day after", async () => {
  const town = smallTown();
  town.units["omsorg"] = { name: "Omsorg", contacts: ["oda", "ida"] };
  const stage = await begin({ town, begins: "2026-11-30 09:00" });
  await stage.moveTo("2026-12-10 09:00");
  expect(await stage.sent("Ida Koordinator")).toEqual(["2026-12-09 08:00 digest", "2026-12-10 08:00 deputy"]);
});
