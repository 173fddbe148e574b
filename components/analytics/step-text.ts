import type { Grain } from "@/core/metrics/time-steps";

const DAY_CHARS = "2026-11-23".length;

/** A step's first local day, or its hour as `2026-11-23T14`, held as UTC would read the same. */
const stepMs = (at: string): number => Date.parse(at.length === DAY_CHARS ? at : `${at}:00Z`);

const SHORT: Record<Grain, Intl.DateTimeFormatOptions> = {
  hour: { hour: "numeric", minute: "2-digit" },
  day: { day: "numeric", month: "short" },
  week: { day: "numeric", month: "short" },
  month: { month: "short", year: "2-digit" },
};
const LONG: Record<Grain, Intl.DateTimeFormatOptions> = {
  hour: { weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" },
  day: { weekday: "short", day: "numeric", month: "short" },
  week: { day: "numeric", month: "short", year: "numeric" },
  month: { month: "long", year: "numeric" },
};

/** A step as an axis names it, or in full. */
export const stepText = (
  at: string,
  grain: Grain,
  locale: string,
  length: "short" | "long" = "short",
): string =>
  new Intl.DateTimeFormat(locale, {
    ...(length === "short" ? SHORT : LONG)[grain],
    timeZone: "UTC",
  }).format(stepMs(at));

/** A local day in words. */
export const dayText = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(stepMs(day));
