import Holidays from "date-holidays";

/** date-holidays takes some 15 ms per year, and what is due is worked out again and again: only the dates are kept. */
const known = new Map<string, ReadonlySet<string>>();

/**
 * Public holidays of a year as `YYYY-MM-DD`, weekends included. `place` is a country, or country and
 * region, as date-holidays names them: "NO", "DE-BY".
 * @throws RangeError for a place it does not know, because no holidays at all would be a quiet mistake.
 */
export function publicHolidays(place: string, year: number): ReadonlySet<string> {
  const name = `${place} ${year}`;
  const found = known.get(name) ?? lookUp(place, year);
  known.set(name, found);
  return found;
}

/** Whether holidays are known for a place. A region counts where the country's regions differ. */
export function hasHolidays(place: string): boolean {
  const [country = "", region] = place.split("-");
  const all = new Holidays();
  if (!Object.hasOwn(all.getCountries(), country)) return false;
  const regions: Record<string, string> | undefined = all.getStates(country);
  return region === undefined || regions === undefined || Object.hasOwn(regions, region);
}

function lookUp(place: string, year: number): ReadonlySet<string> {
  if (!hasHolidays(place)) throw new RangeError(`No public holidays are known for "${place}"`);
  const [country = "", region = ""] = place.split("-");
  const holidays = new Holidays(country, region, { types: ["public"] }).getHolidays(year);
  return new Set(holidays.flatMap(({ date, start, end }) => daysFrom(date, end.getTime() - start.getTime())));
}

/** Some countries have holidays of several days, and half ones that leave a day to work in. */
function daysFrom(date: string, length: number): string[] {
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  const day = 86_400_000;
  return Array.from({ length: Math.round(length / day) }, (_, n) =>
    new Date(first + n * day).toISOString().slice(0, 10),
  );
}
