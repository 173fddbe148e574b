import type { Text } from "@/components/text/text";
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from "@/core/time";

/** Lists show how far away a moment is up to here, and its date beyond. */
export const RELATIVE_LIMIT_MS = 7 * DAY_MS;

/** Nearer than this is now. */
const NOW_MS = 10 * SECOND_MS;

/** The city of an IANA name, as it labels a time: `America/New_York` → `New York`. */
export function zoneLabel(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** `Wed 10 Dec, 09:00`, with the year when it is not `now`'s. No zone label: the caller adds it. */
export function absoluteText(at: Instant, zone: string, now: Instant, locale = "en-GB"): string {
  const yearOf = (moment: Instant) =>
    new Intl.DateTimeFormat("en", { timeZone: zone, year: "numeric" }).format(moment);
  const withYear = yearOf(at) !== yearOf(now);
  const day = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(withYear ? { year: "numeric" } : {}),
  })
    .format(at)
    .replace(/^(\p{L}+),/u, "$1");
  return `${day}, ${clockText(at, zone, locale)}`;
}

/** `tomorrow 09:00` from yesterday to tomorrow, else like `absoluteText`. */
export function nearText(at: Instant, zone: string, now: Instant, locale = "en-GB"): string {
  const day = (moment: Instant) =>
    Date.parse(
      `${new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(moment)}T00:00Z`,
    );
  const days = Math.round((day(at) - day(now)) / DAY_MS);
  if (Math.abs(days) > 1) return absoluteText(at, zone, now, locale);
  const word = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day");
  return `${word} ${clockText(at, zone, locale)}`;
}

/** `09:00`, in the order and 12 or 24 hours of the locale. */
export function clockText(at: Instant, zone: string, locale = "en-GB"): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
  }).format(at);
}

const STEPS = [
  { unit: "ui.days", ms: DAY_MS, below: "ui.hours", belowMs: HOUR_MS },
  { unit: "ui.hours", ms: HOUR_MS, below: "ui.minutes", belowMs: MINUTE_MS },
  { unit: "ui.minutes", ms: MINUTE_MS, below: undefined, belowMs: MINUTE_MS },
] as const;

/** `2 d 4 h`: the two largest units, cut down. */
export function spanText(ms: number, t: Text): string {
  const step = STEPS.find((each) => ms >= each.ms);
  if (!step) return t("ui.seconds", { n: Math.floor(ms / SECOND_MS) });
  const first = t(step.unit, { n: Math.floor(ms / step.ms) });
  const rest = Math.floor((ms % step.ms) / step.belowMs);
  if (!step.below || rest === 0) return first;
  return t("ui.two", { first, second: t(step.below, { n: rest }) });
}

/** `in 2 d 4 h`, `3 min ago`, `now`. Cut down, never rounded up to a moment not reached yet. */
export function relativeText(at: Instant, now: Instant, t: Text): string {
  const away = Math.abs(at - now);
  if (away < NOW_MS) return t("ui.now");
  return t(at > now ? "ui.in" : "ui.ago", { span: spanText(away, t) });
}
