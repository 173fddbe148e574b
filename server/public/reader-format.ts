import { isZone } from "@/core/calendar/zone";
import { publicLanguageOf } from "@/core/person-side/page-language";
import { cityOf, formatMoment } from "@/core/sentence/format-moment";
import { formatLocaleOf, languageOf } from "@/core/sentence/locale";
import type { Instant } from "@/core/time";

const DATE = { weekday: "short", day: "numeric", month: "short" } as const;
const TIME = { hour: "2-digit", minute: "2-digit" } as const;

/** The locale of dates and numbers on a page for this reader. */
export const pageLocale = (locale: string): string =>
  formatLocaleOf(locale, publicLanguageOf(locale));

/** “Wed 10 Dec, 09:00 Berlin” in the language of the page; the year is named when it is not that of `now`. */
export function readerMoment(at: Instant, zone: string, locale: string, now: Instant): string {
  if (publicLanguageOf(locale) === languageOf(locale)) return formatMoment(at, zone, locale, now);
  const timeZone = isZone(zone) ? zone : "UTC";
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(pageLocale(locale), { ...options, timeZone });
  const yearOf = (moment: Instant) => format({ year: "numeric" }).format(moment);
  const isOtherYear = yearOf(at) !== yearOf(now);
  const text = format({ ...DATE, ...(isOtherYear && { year: "numeric" }), ...TIME }).format(at);
  return `${text} (${cityOf(timeZone)})`;
}

/** “Ana, Ben and Cem” in the language of the page. */
export const readerList = (items: readonly string[], locale: string): string =>
  new Intl.ListFormat(pageLocale(locale), { type: "conjunction", style: "long" }).format(items);
