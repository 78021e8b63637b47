import { expect, test } from "vitest";
import { wordingFor } from "../../src/conversation/wording.ts";
import { smallTown, type Town } from "../support/town.ts";
import { begin } from "./begin.ts";

const nb = wordingFor("nb");
const round = "desember 2026";
const plan = "Klimaplan for Fjordvik";

/** Siv has no e-mail address, so nobody can find her in any chat. */
function sivCannotBeReached(): Town {
  const town = smallTown();
  town.people["siv"] = { name: "Siv Skole" };
  return town;
}

test("two working days before the deadline the deputy is asked too, about what is open, and the owner is told", async () => {
  const stage = await begin({ begins: "2026-11-30 09:00" });
  const [siv, stig, ida] = [await stage.person("siv"), await stage.person("stig"), await stage.person("ida")];
  await siv.answers({ measure: "1.2", status: "Pågår", comment: "Fire av ni." });
  await stage.moveTo("2026-12-09 07:59");
  expect(await stig.messages()).toEqual([]);

  await stage.moveTo("2026-12-09 08:00");
  const [asked, ...more] = await stig.messages();
  expect(more).toEqual([]);
  expect(asked).toContain(nb.deputy.text(1, "fredag 11. desember kl. 12.00"));
  expect(asked).toContain("2.1 Solceller");
  const told = (await siv.messages()).at(-1);
  expect(told).toContain(nb.deputyAsked.text("Stig Skole", 1, plan));
  expect(told).toContain("2.1 Solceller");
  expect(told).not.toContain("1.2 Sykkelparkering");
  expect(await ida.progress(round)).toContain(nb.pages.progress.deputies("Stig Skole"));

  await stig.answers({ measure: "2.1", status: "Pågår", comment: "Taket er målt." });
  await stage.moveTo("2026-12-11 12:00");
  // Neither hears any more, and the owner sees who answered.
  expect(await stage.sent("Stig Skole")).toEqual(["2026-12-09 08:00 deputy"]);
  expect(await stage.sent("Siv Skole")).toEqual([
    "2026-11-30 09:00 ask",
    "2026-12-04 08:00 remind",
    "2026-12-09 08:00 deputy-asked",
  ]);
  expect(await siv.messages()).toContainEqual(expect.stringContaining(nb.words.saidBy("Stig Skole")));
  expect(await ida.report(round, "draft")).toContain("Skole: ◐ Pågår • Taket er målt.");
});

test("nobody asks the deputy of somebody who has answered", async () => {
  const stage = await begin({ begins: "2026-11-30 09:00" });
  const [siv, stig] = [await stage.person("siv"), await stage.person("stig")];
  await siv.answers({ measure: "1.2", status: "Pågår" }, { measure: "2.1", status: "Pågår" });
  await stage.moveTo("2026-12-11 12:00");
  expect(await stig.messages()).toEqual([]);
});

test("the deputy of somebody who cannot be reached is asked at once, and the coordinator hears who and why", async () => {
  const stage = await begin({ town: sivCannotBeReached(), begins: "2026-11-30 07:00" });
  await stage.moveTo("2026-11-30 08:00");
  const [stig, ida] = [await stage.person("stig"), await stage.person("ida")];
  expect(await stig.messages()).toEqual([
    expect.stringContaining(nb.ask.text(2, "fredag 11. desember kl. 12.00")),
  ]);
  const [digest, ...more] = await ida.messages();
  expect(more).toEqual([]);
  expect(digest).toContain(nb.missingOf("Siv Skole", 2));
  expect(digest).toContain(nb.unreachable("e-postadressen mangler"));
  expect(await ida.progress(round)).toContain(nb.unreachable("e-postadressen mangler"));

  await stig.answers({ measure: "1.2", status: "Pågår" }, { measure: "2.1", status: "Pågår" });
  await stage.moveTo("2026-12-03 12:00");
  // Said once, not every day it stays so.
  expect(await stage.sent("Ida Koordinator")).toEqual(["2026-11-30 08:00 digest"]);
  expect(await stage.sent("Siv Skole")).toEqual([]);
});

test("somebody who gets an address is asked the next morning", async () => {
  const stage = await begin({ town: sivCannotBeReached(), begins: "2026-11-30 07:00" });
  await stage.moveTo("2026-12-01 09:00");
  await stage.edit(smallTown());
  await stage.moveTo("2026-12-02 08:00");
  const siv = await stage.person("siv");
  expect(await siv.messages()).toEqual([
    expect.stringContaining(nb.ask.text(2, "fredag 11. desember kl. 12.00")),
  ]);
});

test("one who cannot be reached stops nobody else from being asked", async () => {
  const town = sivCannotBeReached();
  town.people["stig"] = { name: "Stig Skole" };
  const stage = await begin({ town, begins: "2026-11-30 07:00" });
  await stage.moveTo("2026-11-30 08:00");
  expect(await stage.sent("Oda Omsorg")).toEqual(["2026-11-30 08:00 ask"]);
  expect(await stage.sent("Egil Eiendom")).toEqual(["2026-11-30 08:00 ask"]);
  expect(await stage.sent("Ida Koordinator")).toEqual(["2026-11-30 08:00 digest"]);
});

test("a coordinator gets a digest near the deadline and one at closing, not one a day", async () => {
  const stage = await begin({ begins: "2026-11-30 07:00" });
  const ida = await stage.person("ida");
  await stage.moveTo("2026-12-14 09:00");
  expect(await stage.sent("Ida Koordinator")).toEqual(["2026-12-09 08:00 digest", "2026-12-11 12:00 digest"]);
  const [near, closed] = await ida.messages();
  expect(near).toContain(nb.missingOf("Siv Skole", 2));
  expect(near).toContain(nb.missingOf("Oda Omsorg", 1));
  expect(closed).toContain(nb.digest.text(5, 5, plan, "fredag 11. desember kl. 12.00", true));
});

test("a coordinator hears nothing near the deadline when everybody has answered", async () => {
  const stage = await begin({ begins: "2026-11-30 09:00" });
  const [oda, siv, egil] = [await stage.person("oda"), await stage.person("siv"), await stage.person("egil")];
  await oda.sameAsLast("1.1");
  await siv.answers({ measure: "1.2", status: "Pågår" }, { measure: "2.1", status: "Pågår" });
  await egil.answers({ measure: "2.1", status: "Pågår" }, { measure: "2.2", status: "Pågår" });
  await stage.moveTo("2026-12-11 11:00");
  expect(await stage.sent("Ida Koordinator")).toEqual([]);
});

test("a coordinator does not hear again when something that was stuck comes loose", async () => {
  const stage = await begin({ town: sivCannotBeReached(), begins: "2026-11-30 07:00" });
  await stage.moveTo("2026-12-09 09:00");
  const stig = await stage.person("stig");
  const told = ["2026-11-30 08:00 digest", "2026-12-09 08:00 digest"];
  expect(await stage.sent("Ida Koordinator")).toEqual(told);
  // Others are still silent; nothing new is wrong.
  await stig.answers({ measure: "1.2", status: "Pågår" }, { measure: "2.1", status: "Pågår" });
  await stage.moveTo("2026-12-10 15:00");
  expect(await stage.sent("Ida Koordinator")).toEqual(told);
});
