import type { Text } from "@/components/text/text";
import { WEEKDAYS, type Weekday } from "@/core/calendar/civil";
import type { WorkCalendar } from "@/core/calendar/work-calendar";
import { holidayCountries, holidayRegions } from "@/server/calendars/holidays";

/** 1 January 2024 was a Monday. */
const MONDAY = Date.UTC(2024, 0, 1);

/** The names of the weekdays, Monday first. */
export function weekdayNames(
  locale: string,
  style: "long" | "short" | "narrow",
): Record<Weekday, string> {
  const format = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: "UTC" });
  return Object.fromEntries(
    WEEKDAYS.map((day, i) => [day, format.format(MONDAY + i * 86_400_000)]),
  ) as Record<Weekday, string>;
}

/** “Mon, Tue, Wed 09:00–17:00; Fri 09:00–12:00”. */
export function hoursText(hours: WorkCalendar["hours"], locale: string, t: Text): string {
  const names = weekdayNames(locale, "short");
  return hours
    .map(({ days, from, to }) => t("settings.hoursOf", { days: rangesOf(days, names), from, to }))
    .join("; ");
}

/** Days in a row are written as a range: “Mon–Fri, Sun”. */
function rangesOf(days: readonly Weekday[], names: Record<Weekday, string>): string {
  const runs: Weekday[][] = [];
  for (const day of WEEKDAYS.filter((weekday) => days.includes(weekday))) {
    const last = runs.at(-1)?.at(-1);
    const follows = last && WEEKDAYS.indexOf(last) + 1 === WEEKDAYS.indexOf(day);
    if (follows) runs.at(-1)?.push(day);
    else runs.push([day]);
  }
  return runs
    .map((run) => {
      const [first = "mon", last = first] = [run[0], run.at(-1)];
      return first === last ? names[first] : `${names[first]}–${names[last]}`;
    })
    .join(", ");
}

/** “Germany, Bavaria”. */
export function placeText({ holidays }: WorkCalendar, locale: string, t: Text): string {
  const { country, region } = holidays;
  if (country === null) return t("common.none");
  const named = (places: { code: string; name: string }[], code: string) =>
    places.find((place) => place.code === code)?.name ?? code;
  const place = named(holidayCountries(locale), country);
  return region === undefined
    ? place
    : `${place}, ${named(holidayRegions(country, locale), region)}`;
}
