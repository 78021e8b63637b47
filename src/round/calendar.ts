/**
 * Working days, working hours and deadlines in the deployment's time zone. Nothing here depends on the
 * zone the process runs in: days are counted in UTC, clocks are read through the named zone.
 * date-fns is imported function by function, because its index costs a second and 200 MB at start.
 */
import { TZDate, tzOffset } from "@date-fns/tz";
import { lightFormat } from "date-fns/lightFormat";
import { publicHolidays } from "./holidays.ts";
import type { Timetable } from "./timetable.ts";

/** A calendar date, `YYYY-MM-DD`. */
export type Day = string;

/** Nobody has a year without a working day; a setting that says so must not hang the bot. */
const longestBreak = 400;

/** Whether the text is a date that exists: "2026-02-30" is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The date a clock on the wall shows at `instant`. */
export function dayOf(instant: Date, timeZone: string): Day {
  return lightFormat(new TZDate(instant, timeZone), "yyyy-MM-dd");
}

/** The time a clock on the wall shows at `instant`, `HH:MM`. */
export function timeOf(instant: Date, timeZone: string): string {
  return lightFormat(new TZDate(instant, timeZone), "HH:mm");
}

/**
 * The instant at which a clock on the wall shows `day` and `time` (`HH:MM`).
 * @throws RangeError when either is malformed, for times between 02:00 and 03:00 (they happen twice or never
 * on the days the clock is changed, so nothing is planned then), and for any other time a zone skips.
 */
export function instantOf(day: Day, time: string, timeZone: string): Date {
  if (!isDay(day) || !isPlannable(time)) throw new RangeError(`Not a time to plan by: ${day} ${time}`);
  const wall = Date.parse(`${day}T${time}:00Z`);
  const nearby = wall - tzOffset(timeZone, new Date(wall)) * 60_000;
  const instant = new Date(wall - tzOffset(timeZone, new Date(nearby)) * 60_000);
  if (timeOf(instant, timeZone) !== time) throw new RangeError(`No such time in ${timeZone}: ${day} ${time}`);
  return instant;
}

/** Whether `HH:MM` is a time of day at which something may be planned. */
function isPlannable(time: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time) && !time.startsWith("02:");
}

/** Monday to Friday, no public holiday, none of the timetable's own days off. */
export function isWorkingDay(day: Day, timetable: Timetable): boolean {
  return (
    !isWeekend(day) &&
    !timetable.daysOff.includes(day.slice(5)) &&
    !publicHolidays(timetable.holidays, Number(day.slice(0, 4))).has(day)
  );
}

/**
 * The day with `n` working days from it (itself counted) up to `day` (not counted): 1 before a Monday is Friday,
 * and so is 1 before a Sunday. With n = 0 the day itself, or the last working day before it.
 */
export function workingDaysBefore(day: Day, n: number, timetable: Timetable): Day {
  if (n === 0 && isWorkingDay(day, timetable)) return day;
  let found = day;
  for (let left = Math.max(n, 1); left > 0; left--) found = nearestWorkingDay(found, -1, timetable);
  return found;
}

/** The first working day after `day`. */
export function nextWorkingDay(day: Day, timetable: Timetable): Day {
  return nearestWorkingDay(day, 1, timetable);
}

/** How many working days there are from `from` (counted) to `to` (not counted); 0 when `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, timetable: Timetable): number {
  let count = 0;
  for (let day = from; day < to; day = addDays(day, 1)) if (isWorkingDay(day, timetable)) count++;
  return count;
}

/** Whether people may hear from the bot at `now`. The opening minute counts, the closing minute does not. */
export function isWorkingTime(now: Date, timetable: Timetable): boolean {
  const time = timeOf(now, timetable.timeZone);
  const { from, to } = timetable.hours;
  return from <= time && time < to && isWorkingDay(dayOf(now, timetable.timeZone), timetable);
}

/** `now` when it is working time, otherwise when working hours next begin. */
export function nextWorkingTime(now: Date, timetable: Timetable): Date {
  if (isWorkingTime(now, timetable)) return now;
  const { timeZone, hours } = timetable;
  const today = dayOf(now, timeZone);
  const stillToCome = timeOf(now, timeZone) < hours.from && isWorkingDay(today, timetable);
  return instantOf(stillToCome ? today : nextWorkingDay(today, timetable), hours.from, timeZone);
}

/** The instant of a deadline that names only a day. */
export function deadlineOn(day: Day, timetable: Timetable): Date {
  return instantOf(day, timetable.deadlineAt, timetable.timeZone);
}

/** `n` calendar days later; negative for earlier. */
export function addDays(day: Day, n: number): Day {
  return new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10);
}

function nearestWorkingDay(day: Day, step: 1 | -1, timetable: Timetable): Day {
  let found = addDays(day, step);
  for (let tried = 0; !isWorkingDay(found, timetable); tried++) {
    if (tried === longestBreak) throw new RangeError(`No working day within ${longestBreak} days of ${day}`);
    found = addDays(found, step);
  }
  return found;
}

function isWeekend(day: Day): boolean {
  return [0, 6].includes(new Date(day).getUTCDay());
}
