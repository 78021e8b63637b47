import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  addDays,
  dayOf,
  deadlineOn,
  instantOf,
  isDay,
  isWorkingDay,
  isWorkingTime,
  nextWorkingDay,
  nextWorkingTime,
  timeOf,
  workingDaysBefore,
  workingDaysBetween,
} from "../../src/round/calendar.ts";
import { hasHolidays } from "../../src/round/holidays.ts";
import type { Timetable } from "../../src/round/timetable.ts";

const oslo = "Europe/Oslo";
const timetable: Timetable = {
  timeZone: oslo,
  hours: { from: "08:00", to: "15:30" },
  deadlineAt: "12:00",
  remind: [5, 1],
  deputy: 2,
  digest: 2,
  holidays: "NO",
  daysOff: ["12-24", "12-31"],
};

afterEach(() => vi.unstubAllEnvs());

describe("days nobody is asked on", () => {
  test.each([
    ["New Year's Day", ["2026-01-01", "2027-01-01"]],
    ["Maundy Thursday", ["2026-04-02", "2027-03-25", "2028-04-13"]],
    ["Good Friday", ["2026-04-03", "2027-03-26", "2028-04-14"]],
    ["Easter Monday", ["2026-04-06", "2027-03-29", "2028-04-17"]],
    ["Labour Day", ["2026-05-01", "2028-05-01"]],
    ["Constitution Day", ["2027-05-17", "2028-05-17"]],
    ["Ascension Day", ["2026-05-14", "2027-05-06", "2028-05-25"]],
    ["Whit Monday", ["2026-05-25", "2027-05-17", "2028-06-05"]],
    ["Christmas Day", ["2026-12-25", "2028-12-25"]],
    ["Boxing Day", ["2028-12-26"]],
    ["a Saturday", ["2026-11-21", "2027-05-01"]],
    ["a Sunday", ["2026-05-17", "2026-04-05", "2026-05-24"]],
    ["Christmas Eve, by setting", ["2026-12-24", "2027-12-24"]],
    ["New Year's Eve, by setting", ["2026-12-31", "2027-12-31"]],
  ])("an owner is not asked on %s", (_, days) => {
    expect(days.filter((day) => isWorkingDay(day, timetable))).toEqual([]);
  });

  test.each([
    "2026-04-01",
    "2026-04-07",
    "2026-05-04",
    "2026-05-18",
    "2026-12-23",
    "2026-12-28",
    "2027-01-04",
  ])("an owner may be asked on %s, an ordinary day beside a holiday", (day) =>
    expect(isWorkingDay(day, timetable)).toBe(true),
  );

  test("an owner may be asked on Christmas Eve where the setting leaves it a working day", () => {
    expect(isWorkingDay("2026-12-24", { ...timetable, daysOff: [] })).toBe(true);
  });

  test("an owner in a region is not asked on that region's own holiday", () => {
    expect(isWorkingDay("2026-01-06", { ...timetable, holidays: "DE-BY" })).toBe(false);
    expect(isWorkingDay("2026-01-06", { ...timetable, holidays: "DE-HH" })).toBe(true);
  });

  test("an administrator who misspells the country is told, instead of people being asked on holidays", () => {
    expect(["NO", "NO-03", "DE-BY"].filter(hasHolidays)).toEqual(["NO", "NO-03", "DE-BY"]);
    expect(["no", "XX", "", "DE-XX", "toString"].filter(hasHolidays)).toEqual([]);
    expect(() => isWorkingDay("2026-11-23", { ...timetable, holidays: "XX" })).toThrow('"XX"');
  });
});

describe("counting working days", () => {
  test.each([
    ["2026-12-15", 5, "2026-12-08"],
    ["2026-12-15", 1, "2026-12-14"],
    ["2026-04-08", 1, "2026-04-07"],
    ["2026-04-08", 2, "2026-04-01"],
    ["2027-01-04", 1, "2026-12-30"],
    ["2026-11-23", 1, "2026-11-20"],
    ["2026-11-22", 1, "2026-11-20"],
    ["2026-11-23", 0, "2026-11-23"],
    ["2026-05-17", 0, "2026-05-15"],
  ])("an owner with a deadline on %s is reminded %i working days before: %s", (deadline, n, reminder) => {
    expect(workingDaysBefore(deadline, n, timetable)).toBe(reminder);
  });

  test("an owner on Easter holiday is asked on the Tuesday after", () => {
    expect(nextWorkingDay("2026-04-01", timetable)).toBe("2026-04-07");
  });

  test("a coordinator sees no working days left on the day of the deadline, or after it", () => {
    expect(workingDaysBetween("2026-12-15", "2026-12-15", timetable)).toBe(0);
    expect(workingDaysBetween("2026-12-16", "2026-12-15", timetable)).toBe(0);
    expect(workingDaysBetween("2026-12-08", "2026-12-15", timetable)).toBe(5);
  });

  test("a coordinator who takes every day off is told so", () => {
    const everyDay = Array.from({ length: 366 }, (_, n) => addDays("2028-01-01", n).slice(5));
    expect(() => nextWorkingDay("2026-01-01", { ...timetable, daysOff: everyDay })).toThrow("No working day");
  });
});

describe.each(["UTC", "America/Los_Angeles", "Pacific/Auckland", oslo])(
  "on a machine whose clock is set to %s",
  (machine) => {
    const here = () => vi.stubEnv("TZ", machine);

    test.each([
      ["2026-03-28", "08:00", "2026-03-28T07:00:00Z"],
      ["2026-03-29", "01:59", "2026-03-29T00:59:00Z"],
      ["2026-03-29", "03:00", "2026-03-29T01:00:00Z"],
      ["2026-03-29", "08:00", "2026-03-29T06:00:00Z"],
      ["2026-10-24", "08:00", "2026-10-24T06:00:00Z"],
      ["2026-10-25", "01:59", "2026-10-24T23:59:00Z"],
      ["2026-10-25", "03:00", "2026-10-25T02:00:00Z"],
      ["2026-10-25", "08:00", "2026-10-25T07:00:00Z"],
      ["2026-12-31", "23:59", "2026-12-31T22:59:00Z"],
    ])("somebody in Oslo hears at %s %s by the clock on their wall", (day, time, instant) => {
      here();
      expect(instantOf(day, time, oslo)).toEqual(new Date(instant));
      expect([dayOf(new Date(instant), oslo), timeOf(new Date(instant), oslo)]).toEqual([day, time]);
    });

    test("an owner writing just before midnight in Oslo is still on that day", () => {
      here();
      expect(dayOf(new Date("2026-11-22T22:59:59Z"), oslo)).toBe("2026-11-22");
      expect(dayOf(new Date("2026-11-22T23:00:00Z"), oslo)).toBe("2026-11-23");
    });

    test("an owner has until noon on both sides of a change of the clock", () => {
      here();
      expect(deadlineOn("2026-03-27", timetable)).toEqual(new Date("2026-03-27T11:00:00Z"));
      expect(deadlineOn("2026-03-30", timetable)).toEqual(new Date("2026-03-30T10:00:00Z"));
    });

    test("an owner is asked on the same days", () => {
      here();
      expect(isWorkingDay("2026-05-25", timetable)).toBe(false);
      expect(isWorkingDay("2026-05-26", timetable)).toBe(true);
      expect(workingDaysBefore("2026-03-30", 1, timetable)).toBe("2026-03-27");
      expect(nextWorkingDay("2026-10-23", timetable)).toBe("2026-10-26");
    });
  },
);

describe("working hours", () => {
  test.each([
    ["just before opening", "2026-11-23T06:59:59Z", false],
    ["at opening", "2026-11-23T07:00:00Z", true],
    ["just before closing", "2026-11-23T14:29:59Z", true],
    ["at closing", "2026-11-23T14:30:00Z", false],
    ["on a Saturday", "2026-11-21T10:00:00Z", false],
    ["on Maundy Thursday", "2026-04-02T10:00:00Z", false],
  ])("an owner %s", (_, now, working) => expect(isWorkingTime(new Date(now), timetable)).toBe(working));

  test.each([
    ["in the middle of the day at once", "2026-11-23T10:00:30Z", "2026-11-23T10:00:30Z"],
    ["early in the morning when the day begins", "2026-11-23T05:00:00Z", "2026-11-23T07:00:00Z"],
    ["on Friday evening on Monday", "2026-11-20T18:00:00Z", "2026-11-23T07:00:00Z"],
    [
      "on the Friday before summer time an hour earlier in UTC",
      "2026-03-27T18:00:00Z",
      "2026-03-30T06:00:00Z",
    ],
    ["on the Friday before winter time an hour later in UTC", "2026-10-23T18:00:00Z", "2026-10-26T07:00:00Z"],
    ["on Christmas Eve on the Monday after", "2026-12-24T08:00:00Z", "2026-12-28T07:00:00Z"],
  ])("an owner who is due a message %s", (_, now, heard) => {
    expect(nextWorkingTime(new Date(now), timetable)).toEqual(new Date(heard));
  });
});

test("an administrator cannot plan anything for the hour that happens twice or never", () => {
  for (const time of ["02:00", "02:30", "02:59"]) {
    expect(() => instantOf("2026-03-29", time, oslo)).toThrow(RangeError);
    expect(() => instantOf("2026-11-23", time, oslo)).toThrow(RangeError);
  }
  expect(() => instantOf("2026-09-06", "00:30", "America/Santiago")).toThrow("No such time");
});

test("an administrator who writes a date or time that does not exist is not misunderstood", () => {
  expect(["2026-02-28", "2028-02-29"].filter(isDay)).toHaveLength(2);
  expect(
    ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026-04-31", "", "x"].filter(isDay),
  ).toEqual([]);
  for (const time of ["24:00", "8:00", "12:60", "noon", ""])
    expect(() => instantOf("2026-11-23", time, oslo)).toThrow(RangeError);
  expect(() => instantOf("2026-02-30", "12:00", oslo)).toThrow(RangeError);
});

describe("whatever the day", () => {
  const day = fc.integer({ min: 0, max: 5000 }).map((n) => addDays("2024-01-01", n));
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .filter(([hour]) => hour !== 2)
    .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));

  test("a person reads on the wall what was planned", () => {
    fc.assert(
      fc.property(
        day,
        time,
        fc.constantFrom(oslo, "UTC", "America/New_York", "Asia/Kolkata"),
        (on, at, zone) => {
          const instant = instantOf(on, at, zone);
          expect([dayOf(instant, zone), timeOf(instant, zone)]).toEqual([on, at]);
        },
      ),
    );
  });

  test("a reminder n working days before leaves exactly n working days", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 12 }), (deadline, n) => {
        const reminder = workingDaysBefore(deadline, n, timetable);
        expect(isWorkingDay(reminder, timetable)).toBe(true);
        expect(workingDaysBetween(reminder, deadline, timetable)).toBe(n);
      }),
    );
  });

  test("the next working time is never before now, and is one", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2024-01-01"), max: new Date("2034-01-01"), noInvalidDate: true }),
        (now) => {
          const next = nextWorkingTime(now, timetable);
          expect(next.getTime()).toBeGreaterThanOrEqual(now.getTime());
          expect(isWorkingTime(next, timetable)).toBe(true);
        },
      ),
    );
  });
});
