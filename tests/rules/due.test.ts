import { describe, expect, test } from "vitest";
import { dayOf, deadlineOn, instantOf, timeOf } from "../../src/round/calendar.ts";
import { noticesDue, type DueDesk, type DueItem } from "../../src/round/due.ts";
import type { Timetable } from "../../src/round/timetable.ts";

const timeZone = "Europe/Oslo";
const timetable: Timetable = {
  timeZone,
  hours: { from: "08:00", to: "15:30" },
  deadlineAt: "12:00",
  remind: [5, 1],
  deputy: 2,
  digest: 2,
  holidays: "NO",
  daysOff: ["12-24", "12-31"],
};
const oslo = (local: string): Date => instantOf(local.slice(0, 10), local.slice(11), timeZone);

function item(more: Partial<DueItem> = {}): DueItem {
  return {
    id: "1",
    round: { id: "1", openedAt: oslo("2026-11-30 08:00"), timetable },
    deadline: oslo("2026-12-11 12:00"),
    before: [],
    said: ["ask"],
    heard: true,
    byHandAt: null,
    toldAt: null,
    ...more,
  };
}

function desk(...items: DueItem[]): DueDesk {
  return { person: "siv", awayUntil: null, nudgedOn: null, newsOn: null, items };
}

/** Everything the bot sends by itself from one moment to another, tick by tick, as "2026-12-04 08:00 remind". */
function toldBetween(from: string, to: string, start: DueItem): string[] {
  const told: string[] = [];
  let said = [...start.said];
  let nudgedOn: string | null = null;
  for (let now = oslo(from); now <= oslo(to); now = new Date(now.getTime() + 3_600_000)) {
    const today: DueDesk = { ...desk({ ...start, said }), nudgedOn };
    for (const due of noticesDue(today, now)) {
      told.push(`${due.day} ${timeOf(now, timeZone)} ${due.kind}`);
      said = [...said, ...due.items.map(({ step }) => step)];
      nudgedOn = due.day;
    }
  }
  return told;
}

describe("reminders follow the item's own deadline", () => {
  test("later: they come five and one working days before the new one", () => {
    const extended = item({ deadline: oslo("2026-12-18 12:00"), said: ["ask", "remind 2026-12-04"] });
    expect(toldBetween("2026-12-07 00:00", "2026-12-20 00:00", extended)).toEqual([
      "2026-12-11 08:00 remind",
      "2026-12-17 08:00 remind",
    ]);
  });

  test("earlier: what is overdue comes once, and none comes after it", () => {
    const shortened = item({ deadline: oslo("2026-12-08 12:00") });
    expect(toldBetween("2026-12-02 09:00", "2026-12-12 00:00", shortened)).toEqual([
      "2026-12-02 09:00 remind",
      "2026-12-07 08:00 remind",
    ]);
  });

  test("of two items with different deadlines only the one whose day it is is asked about", () => {
    const [first, second] = [item(), item({ id: "2", deadline: oslo("2026-12-18 12:00") })];
    expect(noticesDue(desk(first, second), oslo("2026-12-04 08:00"))).toMatchObject([
      { items: [{ item: "1", step: "remind 2026-12-04" }] },
    ]);
    // The first one's last reminder is said; its deadline passes at noon, the second's first reminder has come.
    const later = noticesDue(desk(first, second), oslo("2026-12-11 13:00"));
    expect(later).toMatchObject([{ items: [{ item: "2", step: "remind 2026-12-11" }] }]);
  });

  test("nothing is asked by itself after the item's deadline, whatever others still have", () => {
    expect(toldBetween("2026-12-11 12:00", "2026-12-24 00:00", item({ said: [] }))).toEqual([]);
  });

  test("a deputy is asked two working days before the item's deadline, not the round's", () => {
    const before = [{ awayUntil: null, unreachable: false }];
    const own = item({ deadline: oslo("2026-12-18 12:00"), before, said: [], heard: false });
    expect(toldBetween("2026-11-30 08:00", "2026-12-18 12:00", own)).toEqual([
      "2026-12-16 08:00 deputy",
      "2026-12-17 08:00 deputy",
    ]);
  });

  test("a deputy of somebody who is away is asked at once, and the one who is back is reminded as usual", () => {
    const before = [{ awayUntil: "2026-12-06", unreachable: false }];
    const asked = noticesDue(desk(item({ before, said: [], heard: false })), oslo("2026-12-01 08:00"));
    expect(asked).toMatchObject([{ kind: "ask", items: [{ step: "ask" }] }]);
    // The owner is back on the 7th: the deputy is no longer the one to remind.
    const after = desk(item({ before, said: ["ask"], heard: true }));
    expect(noticesDue(after, oslo("2026-12-07 08:00"))).toEqual([]);
  });
});

describe("nobody hears the same twice", () => {
  test("a reminder sent by hand stands for everything that was due before it", () => {
    const byHandAt = oslo("2026-12-04 09:00");
    const reminded = item({ byHandAt });
    expect(toldBetween("2026-12-05 00:00", "2026-12-11 12:00", reminded)).toEqual([
      "2026-12-10 08:00 remind",
    ]);
    const neverAsked = item({ byHandAt: oslo("2026-11-30 08:00"), said: [] });
    expect(noticesDue(desk(neverAsked), oslo("2026-12-01 08:00"))).toEqual([]);
  });

  test("news of a moved deadline stands for a reminder, but not for the first asking", () => {
    const deadline = oslo("2026-12-18 12:00");
    const toldAt = oslo("2026-12-14 09:00");
    const told = item({ deadline, toldAt });
    expect(toldBetween("2026-12-15 00:00", "2026-12-18 12:00", told)).toEqual(["2026-12-17 08:00 remind"]);
    const opened = { ...item().round, openedAt: oslo("2026-12-14 08:00") };
    const neverAsked = item({ deadline, toldAt, round: opened, said: [], heard: false });
    expect(toldBetween("2026-12-15 00:00", "2026-12-16 00:00", neverAsked)).toEqual(["2026-12-15 08:00 ask"]);
  });
});

describe("a deadline moved to any day keeps its local time, and its reminders their hour and working days", () => {
  // Deadline day, its UTC hour, and the days of the two reminders and the deputy's.
  test.each([
    ["across the change to summer time", "2026-03-30", "10:00", "2026-03-23", "2026-03-26", "2026-03-27"],
    ["on the Monday after Easter's week", "2026-04-13", "10:00", "2026-04-01", "2026-04-09", "2026-04-10"],
    ["on the day after Easter Monday", "2026-04-07", "10:00", "2026-03-26", "2026-03-31", "2026-04-01"],
    ["on the Monday after 1 May", "2026-05-04", "10:00", "2026-04-24", "2026-04-29", "2026-04-30"],
    ["right after Ascension Day", "2026-05-15", "10:00", "2026-05-07", "2026-05-12", "2026-05-13"],
    ["on Monday 18 May", "2026-05-18", "10:00", "2026-05-08", "2026-05-13", "2026-05-15"],
    ["after Whit Monday", "2026-05-26", "10:00", "2026-05-18", "2026-05-21", "2026-05-22"],
    ["across the change to winter time", "2026-10-26", "11:00", "2026-10-19", "2026-10-22", "2026-10-23"],
    ["on a Saturday", "2026-12-12", "11:00", "2026-12-07", "2026-12-10", "2026-12-11"],
    ["between Christmas and New Year", "2026-12-29", "11:00", "2026-12-18", "2026-12-23", "2026-12-28"],
    ["across Easter 2027", "2027-03-30", "10:00", "2027-03-18", "2027-03-23", "2027-03-24"],
    [
      "on the day the clocks go forward, a Sunday",
      "2027-03-28",
      "10:00",
      "2027-03-18",
      "2027-03-23",
      "2027-03-24",
    ],
    ["after 17 May 2027, Whit Monday too", "2027-05-18", "10:00", "2027-05-10", "2027-05-13", "2027-05-14"],
    ["after Ascension 2027", "2027-05-07", "10:00", "2027-04-29", "2027-05-04", "2027-05-05"],
    [
      "on the day the clocks go back, a Sunday",
      "2027-10-31",
      "11:00",
      "2027-10-25",
      "2027-10-28",
      "2027-10-29",
    ],
    ["across Easter 2028", "2028-04-18", "10:00", "2028-04-06", "2028-04-11", "2028-04-12"],
    ["after 1 May 2028", "2028-05-02", "10:00", "2028-04-24", "2028-04-27", "2028-04-28"],
    ["on 18 May 2028", "2028-05-18", "10:00", "2028-05-10", "2028-05-15", "2028-05-16"],
    ["after Ascension 2028", "2028-05-26", "10:00", "2028-05-18", "2028-05-23", "2028-05-24"],
    ["after Whit Monday 2028", "2028-06-06", "10:00", "2028-05-29", "2028-06-01", "2028-06-02"],
    ["on 1 January 2028", "2028-01-01", "11:00", "2027-12-23", "2027-12-29", "2027-12-30"],
  ])("%s", (_, day, utc, five, two, one) => {
    const deadline = deadlineOn(day, timetable);
    expect(deadline.toISOString()).toBe(`${day}T${utc}:00.000Z`);
    expect(timeOf(deadline, timeZone)).toBe("12:00");
    const openedAt = new Date(deadline.getTime() - 30 * 86_400_000);
    const from = `${dayOf(new Date(deadline.getTime() - 20 * 86_400_000), timeZone)} 00:00`;
    const to = `${day} 12:00`;
    const owner = item({ deadline, round: { id: "1", openedAt, timetable } });
    expect(toldBetween(from, to, owner)).toEqual([`${five} 08:00 remind`, `${one} 08:00 remind`]);
    const before = [{ awayUntil: null, unreachable: false }];
    const deputy = { ...owner, before, said: [], heard: false };
    expect(toldBetween(from, to, deputy)[0]).toBe(`${two} 08:00 deputy`);
  });
});
