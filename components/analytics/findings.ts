import type { Text } from "@/components/text/text";
import { lengthOf } from "@/components/ui/length-of";
import type { FunnelReport } from "@/core/contracts/analytics/funnel";
import type { ResponseTimeReport } from "@/core/contracts/analytics/response-time";
import type { Percentile } from "@/core/contracts/analytics/shapes";
import type { TrendReport } from "@/core/contracts/analytics/trend";
import { countText } from "./number-text";

type Said = { t: Text; locale: string };

const sum = (some: readonly number[]): number => some.reduce((all, n) => all + n, 0);

/** What the course shows, in a sentence. */
export function trendFinding({ points }: Pick<TrendReport, "points">, { t, locale }: Said): string {
  const opened = sum(points.map((point) => point.opened));
  const answered = sum(points.map((point) => point.responded));
  if (answered === 0) return t("analytics.trendFindingNone", { opened });
  return t("analytics.trendFinding", {
    answered: countText(answered, locale),
    opened: countText(opened, locale),
  });
}

/** The stage most answers come in. */
export function funnelFinding(
  { stages, opened }: Pick<FunnelReport, "stages" | "opened">,
  { t, locale }: Said,
): string {
  const all = sum(stages.map(({ responded }) => responded));
  const [most] = stages.toSorted((a, b) => b.responded - a.responded);
  if (!most || all === 0) return t("analytics.funnelFindingNone", { opened });
  return t("analytics.funnelFinding", {
    stage: most.name,
    n: countText(most.responded, locale),
    all: countText(all, locale),
  });
}

/** How long the median case waits for its answer. */
export function timeFinding(median: Percentile | undefined, { t, locale }: Said): string {
  if (median && median.seconds !== null) {
    return t("analytics.timeFinding", { length: lengthOf(median.seconds, locale) });
  }
  return median?.why === "not_reached" && median.beyond !== null
    ? t("analytics.timeFindingNotReached", { length: lengthOf(median.beyond, locale) })
    : t("analytics.timeFindingFew");
}

/** After which of a case's messages most answers come. */
export function answeredAfterFinding(
  { answeredAfter, unattributed }: Pick<ResponseTimeReport, "answeredAfter" | "unattributed">,
  { t, locale }: Said,
): string {
  const byPlace = Map.groupBy(answeredAfter, ({ place }) => place);
  const counts = [...byPlace].map(([place, rows]) => ({ place, n: sum(rows.map(({ n }) => n)) }));
  const [most] = counts.toSorted((a, b) => b.n - a.n || a.place - b.place);
  if (!most || most.n === 0) return t("analytics.answeredAfterNone");
  return t("analytics.answeredAfterFinding", {
    place: most.place,
    n: countText(most.n, locale),
    all: countText(sum(counts.map(({ n }) => n)) + unattributed, locale),
  });
}
