import type { Text } from "@/components/text/text";
import type { ChannelRow } from "@/core/contracts/analytics/channels";
import { ratioOf } from "@/core/metrics/kpis";
import { ratioText, shareText } from "./number-text";

export type ChannelStep = { id: string; label: string; n: number; note: string };

/** Delivered, opened where that can be told, clicked, responded. */
export function channelSteps(row: ChannelRow, t: Text, locale: string): ChannelStep[] {
  const { delivered, opens, seen, clicked, responded } = row;
  const of = (n: number) => {
    const ratio = ratioOf(n, delivered);
    return ratio.rate === null ? t("analytics.tooFew") : ratioText(ratio, locale);
  };
  const share = (value: number) => shareText(value, locale);
  const bounds =
    opens && opens.low !== null && opens.high !== null
      ? t("analytics.openBounds", { low: share(opens.low), high: share(opens.high) })
      : t("analytics.tooFew");
  return [
    { id: "delivered", label: t("analytics.delivered"), n: delivered, note: "" },
    ...(opens ? [{ id: "opened", label: t("analytics.opens"), n: opens.human, note: bounds }] : []),
    ...(seen === null ? [] : [{ id: "seen", label: t("blocks.seen"), n: seen, note: of(seen) }]),
    { id: "clicked", label: t("blocks.clicked"), n: clicked.n, note: of(clicked.n) },
    { id: "responded", label: t("analytics.responded"), n: responded, note: of(responded) },
  ];
}
