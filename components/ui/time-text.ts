import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from "@/core/time";

/** Lists show how far away a moment is up to here, and its date beyond. */
export const RELATIVE_LIMIT_MS = 7 * DAY_MS;

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

/** `09:00`, in the order and 12 or 24 hours of the locale. */
export function clockText(at: Instant, zone: string, locale = "en-GB"): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
  }).format(at);
}

const STEPS = [
  { unit: "d", ms: DAY_MS, below: "h", belowMs: HOUR_MS },
  { unit: "h", ms: HOUR_MS, below: "min", belowMs: MINUTE_MS },
  { unit: "min", ms: MINUTE_MS, below: undefined, belowMs: MINUTE_MS },
] as const;

/** `in 2 d 4 h`, `3 min ago`, `now`. Cut down, never rounded up to a moment not reached yet. */
export function relativeText(at: Instant, now: Instant): string {
  const away = Math.abs(at - now);
  if (away < 10 * SECOND_MS) return "now";
  const step = STEPS.find(({ ms }) => away >= ms);
  let span = `${Math.floor(away / SECOND_MS)} s`;
  if (step) {
    const rest = Math.floor((away % step.ms) / step.belowMs);
    span = `${Math.floor(away / step.ms)} ${step.unit}`;
    if (step.below && rest > 0) span += ` ${rest} ${step.below}`;
  }
  return at > now ? `in ${span}` : `${span} ago`;
}
