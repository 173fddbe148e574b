import type { WorkCalendar } from "./work-calendar";

/** Where somebody is, as it was written: a country's two letters count, other words do not. */
export type Place = { country: string | null; region: string | null };

/**
 * The calendar with the public holidays of a place: that of the region, otherwise the one of the whole
 * country. Undefined where there is none, or several that do not differ in their region: which one is
 * meant has to be said then.
 */
export function calendarOfPlace<C extends WorkCalendar>(
  calendars: Iterable<C>,
  place: Place | null,
): C | undefined {
  const country = place?.country?.trim().toUpperCase();
  if (!country) return undefined;
  const there = [...calendars].filter(({ holidays }) => holidays.country === country);
  const region = place?.region?.trim().toUpperCase();
  const near = region ? there.filter(({ holidays }) => holidays.region === region) : [];
  const found = near.length > 0 ? near : there.filter(({ holidays }) => !holidays.region);
  return found.length === 1 ? found[0] : undefined;
}
