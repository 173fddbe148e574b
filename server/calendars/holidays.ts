import Holidays from "date-holidays";
import { resolveCalendar, type WorkCalendar } from "@/core/calendar/work-calendar";
import { languageOf } from "@/core/sentence/locale";
import { publicHolidays } from "@/server/calendar/public-holidays";

export type Place = { code: string; name: string };

const placesOf = (names: Record<string, string> | undefined, locale: string): Place[] =>
  Object.entries(names ?? {})
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));

/** The countries whose public holidays are known, by name. */
export function holidayCountries(locale: string): Place[] {
  const known = new Holidays().getCountries(languageOf(locale)) as Record<string, string>;
  return placesOf(known, locale);
}

/** The regions of a country with holidays of their own; none for most. */
export function holidayRegions(country: string, locale: string): Place[] {
  const known = new Holidays().getStates(country, languageOf(locale)) as
    | Record<string, string>
    | undefined;
  return placesOf(known, locale);
}

/** `name` is null for a day the workspace added itself. */
export type FreeDay = { date: string; name: string | null };

/** A calendar's holidays of those years in order: public ones of its place and its extra days, without its exceptions. */
export function freeDays(
  calendar: WorkCalendar,
  years: readonly number[],
  locale: string,
): FreeDay[] {
  const { country, region } = calendar.holidays;
  const dates = country === null ? [] : publicHolidays(country, region, years);
  const names = country === null ? new Map() : namesOf(country, region, years, locale);
  const inYears = (date: string) => years.includes(Number(date.slice(0, 4)));
  return [...resolveCalendar(calendar, dates).holidayDates]
    .filter(inYears)
    .sort()
    .map((date) => ({ date, name: names.get(date) ?? null }));
}

function namesOf(
  country: string,
  region: string | undefined,
  years: readonly number[],
  locale: string,
): Map<string, string> {
  const source = region === undefined ? new Holidays(country) : new Holidays(country, region);
  source.setLanguages([languageOf(locale), "en"]);
  const named = years.flatMap((year) =>
    source
      .getHolidays(year)
      .filter(({ type }) => type === "public")
      .map(({ date, name }) => [date.slice(0, 10), name] as const),
  );
  return new Map(named);
}
