import { isZone, localParts } from "@/core/calendar/zone";
import { Lru } from "@/core/template/lru";
import { DAY_MS, type Instant } from "@/core/time";
import { formatLocaleOf } from "./locale";
import { render } from "./render";

const MOMENT_FORMATS_MAX = 500;

const AT_MAX = 8_640_000_000_000_000;
const formats = new Lru<string, Intl.DateTimeFormat>(MOMENT_FORMATS_MAX);

const DATE = { weekday: "short", day: "numeric", month: "short" } as const;
const STYLES = {
  date: DATE,
  date_with_year: { ...DATE, year: "numeric" },
  time: { hour: "2-digit", minute: "2-digit" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/**
 * A moment with the city of its zone: “Wed 10 Dec, 09:00 Berlin”. The year is named when it is not
 * that of `now` there. An unknown zone is read as UTC, and says so. Throws a RangeError for a
 * number that is no moment.
 */
export function formatMoment(at: Instant, zone: string, locale: string, now?: Instant): string {
  const known = isZone(zone) ? zone : "UTC";
  const sameYear = now === undefined || localParts(at, known).year === localParts(now, known).year;
  const date = part(at, known, locale, sameYear ? "date" : "date_with_year");
  return render("word.moment", locale, {
    date,
    time: part(at, known, locale, "time"),
    city: cityOf(known),
  });
}

/** A local time without a zone, `2026-12-10T09:00`: “Thu 10 Dec 2026, 09:00”. The text itself where it is none. */
export function formatLocal(text: string, locale: string): string {
  const at = Date.parse(`${text}:00Z`);
  if (!isMoment(at)) return text;
  const date = part(at, "UTC", locale, "date_with_year");
  return `${date}, ${part(at, "UTC", locale, "time")}`;
}

/** “Fri 12 Dec”; the year is named when it is not that of `now` in that zone. */
export function formatDay(at: Instant, zone: string, locale: string, now: Instant): string {
  const sameYear = localParts(at, zone).year === localParts(now, zone).year;
  return part(at, zone, locale, sameYear ? "date" : "date_with_year");
}

/** “09:00” */
export const formatTime = (at: Instant, zone: string, locale: string): string =>
  part(at, zone, locale, "time");

/** “Buenos Aires” of `America/Argentina/Buenos_Aires`. */
export function cityOf(zone: string): string {
  const last = zone.split("/").at(-1) ?? zone;
  return last.replaceAll("_", " ");
}

/** Epoch ms that a sentence can show. */
export const isMoment = (value: unknown): value is Instant =>
  typeof value === "number" && Number.isFinite(value) && Math.abs(value) < AT_MAX - 2 * DAY_MS;

function part(at: Instant, zone: string, locale: string, style: keyof typeof STYLES): string {
  const tag = formatLocaleOf(locale);
  const format = formats.through(
    `${tag} ${zone} ${style}`,
    () => new Intl.DateTimeFormat(tag, { ...STYLES[style], timeZone: zone }),
  );
  return format.format(at);
}
