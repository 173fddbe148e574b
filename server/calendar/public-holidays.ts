import Holidays from "date-holidays";
import { AppError } from "@/core/errors";
import { DAY_MS, HOUR_MS } from "@/core/time";

const YEARS_MAX = 50;
const CACHED_MAX = 500;
/** A holiday that starts at another hour is half a day; work goes on around it. */
const WHOLE_DAY = /^(\d{4}-\d{2}-\d{2}) 00:00:00/;

/** A night the clocks change may make a day this much shorter. */
const CLOCK_CHANGE_MS = HOUR_MS;

const cached = new Map<string, readonly string[]>();

/** Whether public holidays are known for this ISO 3166 country, and region of it where one is named. */
export function hasPublicHolidays(country: string, region?: string): boolean {
  const known = new Holidays();
  if (!Object.hasOwn(known.getCountries(), country)) return false;
  return region === undefined || Object.hasOwn(known.getStates(country) ?? {}, region);
}

/**
 * The local dates ("YYYY-MM-DD", in order, without repeats) of all whole-day public holidays in
 * those years. Throws `invalid` for a country or region without holidays on record.
 */
export function publicHolidays(
  country: string,
  region: string | undefined,
  years: readonly number[],
): string[] {
  if (years.length > YEARS_MAX)
    throw new AppError("invalid", `At most ${YEARS_MAX} years at once.`);
  const dates = years.flatMap((year) => holidaysOf(country, region, year));
  return [...new Set(dates)].sort();
}

function holidaysOf(country: string, region: string | undefined, year: number): readonly string[] {
  const key = `${country}/${region ?? ""}/${year}`;
  const known = cached.get(key);
  if (known) return known;
  if (!hasPublicHolidays(country, region)) {
    const place = region === undefined ? country : `${country}-${region}`;
    throw new AppError("invalid", `No public holidays are known for "${place}".`);
  }
  const source = region === undefined ? new Holidays(country) : new Holidays(country, region);
  source.setLanguages("en");
  const dates = source
    .getHolidays(year)
    .filter(({ type }) => type === "public")
    .flatMap(({ date, start, end }) => wholeDays(date, start, end));
  if (cached.size >= CACHED_MAX) cached.clear();
  cached.set(key, dates);
  return dates;
}

function wholeDays(date: string, start: Date, end: Date): string[] {
  const first = WHOLE_DAY.exec(date)?.[1];
  if (first === undefined) return [];
  const lasts = end.getTime() - start.getTime() + CLOCK_CHANGE_MS;
  const length = Math.max(1, Math.floor(lasts / DAY_MS));
  const from = Date.parse(`${first}T00:00:00Z`);
  return Array.from({ length }, (_, i) => new Date(from + i * DAY_MS).toISOString().slice(0, 10));
}
