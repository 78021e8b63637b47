import { expect, test } from "vitest";
import { wordingFor } from "../../src/conversation/wording.ts";
import { smallTown, type Town } from "../support/town.ts";
import { begin } from "./begin.ts";

const nb = wordingFor("nb");
const round = "desember 2026";
const begins = "2026-11-30 09:00";
/** A day on which the bot would say nothing by itself. */
const quietDay = "2026-12-02 10:00";

/** Siv has no e-mail address, so nobody can find her in any chat. */
function sivCannotBeReached(): Town {
  const town = smallTown();
  town.people["siv"] = { name: "Siv Skole" };
  return town;
}

test("the coordinator sees by name who would be reminded, and only then they are", async () => {
  const stage = await begin({ begins });
  const [ida, oda, siv] = [await stage.person("ida"), await stage.person("oda"), await stage.person("siv")];
  await oda.sameAsLast("1.1");
  await stage.moveTo(quietDay);

  const reminding = await ida.tells(round, { does: "remind" });
  expect(reminding.shows).toContain(nb.confirm.names.remind(2));
  expect(reminding.shows).toContain("• Siv Skole: 2 tiltak");
  expect(reminding.shows).toContain("• Egil Eiendom: 2 tiltak");
  expect(reminding.shows).not.toContain("Oda Omsorg");
  expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 09:00 ask"]);

  const done = await reminding.confirms();
  expect(done).toContain(nb.done.remind);
  expect(done).toContain(nb.sent.to(2, "Siv Skole, Egil Eiendom"));
  expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 09:00 ask", "2026-12-02 10:00 remind"]);
  expect(await stage.sent("Egil Eiendom")).toEqual(["2026-11-30 09:00 ask", "2026-12-02 10:00 remind"]);
  expect(await stage.sent("Oda Omsorg")).toEqual(["2026-11-30 09:00 ask"]);
  const [before, reminder, ...more] = await siv.messages();
  expect(more).toEqual([]);
  expect(before).toBe(nb.moved);
  expect(reminder).toContain(nb.remind.text(2, "fredag 11. desember kl. 12.00"));
});

test.each([
  ["a heading", { heading: "2. Bygg" }, ["Siv Skole: ett tiltak", "Egil Eiendom: 2 tiltak"]],
  ["a unit", { unit: "Skole" }, ["Siv Skole: 2 tiltak"]],
  ["a person", { person: "Egil Eiendom" }, ["Egil Eiendom: 2 tiltak"]],
])("the coordinator reminds those of %s, and nobody else", async (_, whom, names) => {
  const stage = await begin({ begins });
  const ida = await stage.person("ida");
  await stage.moveTo(quietDay);
  const reminding = await ida.tells(round, { does: "remind", whom });
  expect(reminding.shows).toContain(nb.confirm.names.remind(names.length));
  for (const name of names) expect(reminding.shows).toContain(`• ${name}`);
  await reminding.confirms();
  for (const name of ["Oda Omsorg", "Siv Skole", "Egil Eiendom"]) {
    const reminded = (await stage.sent(name)).includes("2026-12-02 10:00 remind");
    expect([name, reminded]).toEqual([name, names.some((one) => one.startsWith(name))]);
  }
});

test("whoever heard from the bot today is left out by name, unless the coordinator insists", async () => {
  const stage = await begin({ begins });
  const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
  await stage.moveTo("2026-11-30 11:00");
  const reminding = await ida.tells(round, { does: "remind", whom: { unit: "Skole" } });
  expect(reminding.shows).toContain(nb.block({ is: "nobody-left" }));
  expect(reminding.shows).toContain(`• Siv Skole ${nb.leftOut["heard-today"]}`);
  await reminding.confirms();
  expect(await siv.messages()).toHaveLength(1);

  const insisting = await reminding.insists();
  expect(insisting.shows).toContain("• Siv Skole: 2 tiltak");
  expect(await siv.messages()).toHaveLength(1);
  expect(await insisting.confirms()).toContain(nb.sent.to(1, "Siv Skole"));
  expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 09:00 ask", "2026-11-30 11:00 remind"]);
});

test("one who cannot be reached is named with the reason, and their deputy is reminded", async () => {
  const stage = await begin({ town: sivCannotBeReached(), begins });
  const [ida, stig] = [await stage.person("ida"), await stage.person("stig")];
  await stage.moveTo(quietDay);
  const reminding = await ida.tells(round, { does: "remind", whom: { person: "Siv Skole" } });
  expect(reminding.shows).toContain(nb.confirm.unreachable(1));
  expect(reminding.shows).toContain("• Siv Skole: e-postadressen mangler");
  expect(reminding.shows).toContain("• Stig Skole: 2 tiltak");

  const done = await reminding.confirms();
  expect(done).toContain(nb.sent.to(1, "Stig Skole"));
  expect(done).toContain("• Siv Skole: e-postadressen mangler");
  expect(await stage.sent("Stig Skole")).toEqual(["2026-11-30 09:00 ask", "2026-12-02 10:00 remind"]);
  expect((await stig.messages()).at(-1)).toContain(nb.remind.text(2, "fredag 11. desember kl. 12.00"));
  expect(await stage.sent("Siv Skole")).toEqual([]);
});

test("one who is away is named, and their deputy is reminded", async () => {
  const stage = await begin({ begins });
  const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
  await siv.goesAway("2026-12-08");
  await stage.moveTo("2026-12-03 10:00");
  const reminding = await ida.tells(round, { does: "remind", whom: { unit: "Skole" } });
  expect(reminding.shows).toContain(`• Siv Skole ${nb.leftOut.away}`);
  expect(reminding.shows).toContain("• Stig Skole: 2 tiltak");
  expect(await reminding.confirms()).toContain(nb.sent.to(1, "Stig Skole"));
  expect((await stage.sent("Stig Skole")).at(-1)).toMatch(/^2026-12-03 10:00 /);
  expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 09:00 ask"]);
});

test("after the deadline those who are missing can still be reminded, and still answer", async () => {
  const stage = await begin({ begins });
  const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
  await stage.moveTo("2026-12-14 10:00");
  const reminding = await ida.tells(round, { does: "remind", whom: { unit: "Skole" } });
  expect(await reminding.confirms()).toContain(nb.sent.to(1, "Siv Skole"));
  expect((await siv.messages()).at(-1)).toContain(nb.remind.late(2));
  expect((await stage.sent("Siv Skole")).at(-1)).toBe("2026-12-14 10:00 remind");
  await siv.answers({ measure: "1.2", status: "Pågår", comment: "Fire av ni." });
  expect(await ida.report(round, "draft")).toContain("• Fire av ni.");
});

test("a reminder given in the evening goes out the next morning, and the coordinator is told so", async () => {
  const stage = await begin({ begins });
  const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
  await stage.moveTo("2026-12-01 19:00");
  const reminding = await ida.tells(round, { does: "remind" });
  expect(await reminding.confirms()).toContain(nb.sent.at("onsdag 2. desember kl. 08.00"));
  await stage.moveTo("2026-12-02 07:59");
  expect(await siv.messages()).toHaveLength(1);
  await stage.moveTo("2026-12-02 08:00");
  expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 09:00 ask", "2026-12-02 08:00 remind"]);
});

test("whoever answers before an evening's reminder goes out does not get it", async () => {
  const stage = await begin({ begins });
  const [ida, oda] = [await stage.person("ida"), await stage.person("oda")];
  await stage.moveTo("2026-12-01 19:00");
  await (await ida.tells(round, { does: "remind" })).confirms();
  await stage.moveTo("2026-12-01 21:00");
  await oda.sameAsLast("1.1");
  await stage.moveTo("2026-12-02 12:00");
  expect(await stage.sent("Oda Omsorg")).toEqual(["2026-11-30 09:00 ask"]);
});

test("a reminder round given twice is one message, and the coordinator hears that it was done", async () => {
  const stage = await begin({ begins });
  const ida = await stage.person("ida");
  await stage.moveTo(quietDay);
  const reminding = await ida.tells(round, { does: "remind" });
  expect(await reminding.confirms()).toContain(nb.done.remind);
  // Pressed once more on the same page.
  expect(await reminding.confirms()).toContain(nb.done.already);
  const again = await ida.tells(round, { does: "remind" });
  expect(again.shows).toContain(nb.confirm.leftOut(3));
  expect(again.shows).toContain(`• Siv Skole ${nb.leftOut["heard-today"]}`);
  await again.confirms();
  for (const name of ["Oda Omsorg", "Siv Skole", "Egil Eiendom"])
    expect(await stage.sent(name)).toEqual(["2026-11-30 09:00 ask", "2026-12-02 10:00 remind"]);
});

test("on a morning when the bot would remind by itself, a reminder round adds nothing", async () => {
  const stage = await begin({ begins });
  const ida = await stage.person("ida");
  await stage.moveTo("2026-12-03 17:00");
  await (await ida.tells(round, { does: "remind" })).confirms();
  await stage.moveTo("2026-12-07 07:00");
  expect(await stage.sent("Siv Skole")).toEqual(["2026-11-30 09:00 ask", "2026-12-04 08:00 remind"]);
});
