import type { Text } from "@/components/text/text";
import { lengthOf } from "@/components/ui/length-of";
import type { Percentile, Ratio } from "@/core/contracts/analytics/shapes";
import { newcombe } from "@/core/metrics/proportion";

/** Which way is the good one; some numbers have none. */
export type Good = "up" | "down" | null;

/** How a number stands to that of the other time. */
export type Delta = {
  direction: "up" | "down" | "same";
  words: string;
  verdict: "better" | "worse" | null;
  /** The 95 % limits of the difference hold none. */
  maybeChance: boolean;
};

type Said = { t: Text; locale: string };

const verdictOf = (direction: Delta["direction"], good: Good): Delta["verdict"] =>
  direction === "same" || good === null ? null : direction === good ? "better" : "worse";

const POINT_DIGITS = 1;

/** In percentage points; null where one of the two is too small for a rate. */
export function ratioDelta(
  now: Ratio,
  before: Ratio,
  good: Good,
  { t, locale }: Said,
): Delta | null {
  if (now.rate === null || before.rate === null) return null;
  const points = Number((100 * (now.rate - before.rate)).toFixed(POINT_DIGITS));
  // What is counted of messages may exceed what it is of: an opt-out from one that bounced later.
  const { low, high } = newcombe(
    Math.min(now.n, now.of),
    now.of,
    Math.min(before.n, before.of),
    before.of,
  );
  const n = Math.abs(points).toLocaleString(locale);
  const change = t("analytics.points", { n });
  return said(points, change, good, low <= 0 && high >= 0, ["higher", "lower"], t);
}

/** Of plain numbers that are not shares. */
export function numberDelta(
  now: number | null,
  before: number | null,
  good: Good,
  { t, locale }: Said,
): Delta | null {
  if (now === null || before === null) return null;
  const difference = Number((now - before).toFixed(POINT_DIGITS));
  const change = Math.abs(difference).toLocaleString(locale);
  return said(difference, change, good, false, ["higher", "lower"], t);
}

/** Of two lengths of time; may be chance where their limits reach into each other. */
export function lengthDelta(
  now: Percentile,
  before: Percentile,
  { t, locale }: Said,
): Delta | null {
  if (now.seconds === null || before.seconds === null) return null;
  const seconds = now.seconds - before.seconds;
  const reaches = (a: Percentile, b: Percentile) =>
    (a.low ?? 0) <= (b.high ?? Number.POSITIVE_INFINITY);
  const maybeChance = reaches(now, before) && reaches(before, now);
  const change = lengthOf(Math.abs(seconds), locale);
  return said(Math.round(seconds), change, "down", maybeChance, ["longerBy", "shorterBy"], t);
}

function said(
  difference: number,
  change: string,
  good: Good,
  maybeChance: boolean,
  [more, less]: readonly ["higher", "lower"] | readonly ["longerBy", "shorterBy"],
  t: Text,
): Delta {
  const direction = difference === 0 ? "same" : difference > 0 ? "up" : "down";
  const words =
    direction === "same"
      ? t("analytics.same")
      : t(`analytics.${direction === "up" ? more : less}`, { change });
  return { direction, words, verdict: verdictOf(direction, good), maybeChance };
}
