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

test.each([
  ["Maundy Thursday", "2026-04-02", "2026-04-17", "2026-04-01 12:00", "2026-04-07"],
  ["17 May", "2028-05-17", "2028-05-31", "2028-05-16 12:00", "2028-05-18"],
  ["24 December", "2026-12-24", "2027-01-15", "2026-12-23 12:00", "2026-12-28"],
])(
  "an owner whose round begins on %s is asked on the first working day",
  async (_, opens, deadline, begins, day) => {
    const stage = await begin({ town: smallTown({ opens, deadline }), begins });
    const siv = await stage.person("siv");
    await stage.moveTo(`${day} 07:59`);
    expect(await siv.messages()).toEqual([]);
    await stage.moveTo(`${day} 08:00`);
    expect(await siv.messages()).toHaveLength(1);
    expect(await stage.sent("Siv Skole")).toEqual([`${day} 08:00 ask`]);
  },
);

test("Easter and its Monday are no days for a reminder: five and one working days before skip them", async () => {
  const town = smallTown({ opens: "2026-03-23", deadline: "2026-04-08" });
  const stage = await begin({ town, begins: "2026-03-23 09:00" });
  await stage.moveTo("2026-04-08 12:00");
  expect(await stage.sent("Siv Skole")).toEqual([
    "2026-03-23 09:00 ask",
    // The working days before the 8th: 7 April, then 1 April, 31, 30 and 27 March.
    "2026-03-27 08:00 remind",
    "2026-04-01 08:00 deputy-asked",
    "2026-04-07 08:00 remind",
  ]);
});

test("nobody hears anything on a Saturday or Sunday", async () => {
  const stage = await begin({ town: opensWhenAsked(), begins: "2026-11-30 09:00" });
  const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
  await stage.moveTo("2026-12-05 10:00");
  expect(await ida.opens(round)).toContain(nb.done.open);
  await stage.moveTo("2026-12-06 15:00");
  expect(await siv.messages()).toEqual([]);
  await stage.moveTo("2026-12-07 08:00");
  expect(await siv.messages()).toHaveLength(1);
  expect(await stage.sent("Siv Skole")).toEqual(["2026-12-07 08:00 ask"]);
});

test("a round opened at four in the afternoon reaches its owners at eight the next morning", async () => {
  const stage = await begin({ town: opensWhenAsked(), begins: "2026-12-01 10:00" });
  const [ida, siv] = [await stage.person("ida"), await stage.person("siv")];
  await stage.moveTo("2026-12-01 16:00");
  await ida.opens(round);
  expect(await siv.messages()).toEqual([]);
  // What they would be asked about can be answered all the same.
  expect(await siv.desk()).toContain("1.2 Sykkelparkering");
  await stage.moveTo("2026-12-02 07:59");
  expect(await siv.messages()).toEqual([]);
  await stage.moveTo("2026-12-02 08:00");
  expect(await stage.sent("Siv Skole")).toEqual(["2026-12-02 08:00 ask"]);
});

test("what is published on a Friday evening is told on Monday morning", async () => {
  const stage = await begin({ begins: "2026-11-30 09:00" });
  const [ida, rolf, siv] = [await stage.person("ida"), await stage.person("rolf"), await stage.person("siv")];
  await siv.answers({ measure: "1.2", status: "Pågår" });
  await stage.moveTo("2026-12-11 18:00");
  await ida.publishes(round);
  expect(await rolf.messages()).toEqual([]);
  // Published it is, for whoever looks.
  expect(await rolf.report(round)).toContain("1.2 Sykkelparkering");
  await stage.moveTo("2026-12-14 08:00");
  expect(await stage.sent("Rolf Leder")).toEqual(["2026-12-14 08:00 summary"]);
  expect(await stage.sent("Siv Skole")).toContain("2026-12-14 08:00 published");
});

test.each([
  {
    when: "the clocks go forward in March",
    opens: "2026-03-23",
    deadline: "2026-03-31",
    reminders: ["2026-03-24", "2026-03-30"],
    deputy: "2026-03-27",
  },
  {
    when: "the clocks go back in October",
    opens: "2026-10-19",
    deadline: "2026-10-27",
    reminders: ["2026-10-20", "2026-10-26"],
    deputy: "2026-10-23",
  },
])(
  "when $when, each reminder comes once, at eight by the clock on the wall, and the round closes at noon",
  async ({ opens, deadline, reminders, deputy }) => {
    const stage = await begin({ town: smallTown({ opens, deadline }), begins: `${opens} 07:00` });
    const [siv, ida] = [await stage.person("siv"), await stage.person("ida")];
    for (const day of [opens, ...reminders]) {
      await stage.moveTo(`${day} 07:59`);
      const before = await siv.messages();
      await stage.moveTo(`${day} 08:00`);
      expect(await siv.messages()).toHaveLength(before.length + 1);
      await stage.moveTo(`${day} 09:00`);
      expect(await siv.messages()).toHaveLength(before.length + 1);
    }
    await stage.moveTo(`${deadline} 11:59`);
    expect(await ida.progress(round)).toContain(nb.words.states.open);
    await stage.moveTo(`${deadline} 12:00`);
    expect(await ida.progress(round)).toContain(nb.words.states.closed);
    expect(await stage.sent("Siv Skole")).toEqual([
      `${opens} 08:00 ask`,
      `${reminders[0]} 08:00 remind`,
      `${deputy} 08:00 deputy-asked`,
      `${reminders[1]} 08:00 remind`,
    ]);
    expect(await stage.sent("Stig Skole")).toEqual([
      `${deputy} 08:00 deputy`,
      `${reminders[1]} 08:00 remind`,
    ]);
  },
);
