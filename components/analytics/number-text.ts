import type { Text } from "@/components/text/text";
import { lengthOf } from "@/components/ui/length-of";
import type { Percentile, Ratio } from "@/core/contracts/analytics/shapes";

export const countText = (n: number, locale: string): string => n.toLocaleString(locale);

/** A share of 1 to one figure after the point where it says something: `4.5 %`, `62 %`. */
export const shareText = (share: number, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: "percent",
    maximumFractionDigits: share > 0 && share < 0.1 ? 1 : 0,
  }).format(share);

/** A share of cases too few for one stands as their count. */
export const ratioText = (ratio: Ratio, locale: string): string =>
  ratio.rate === null ? countText(ratio.n, locale) : shareText(ratio.rate, locale);

/** A length of time, or why there is none. */
export function percentileText(found: Percentile, t: Text, locale: string): string {
  if (found.seconds !== null) return lengthOf(found.seconds, locale);
  if (found.why === "too_few") return t("analytics.tooFewEvents");
  return found.beyond === null
    ? t("analytics.notReached")
    : t("analytics.beyond", { length: lengthOf(found.beyond, locale) });
}
