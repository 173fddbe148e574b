import type { Text } from "@/components/text/text";
import { durationMs } from "@/core/calendar/duration";
import type { Advice, AdvisedChange } from "@/core/metrics/advice";
import { HOUR_MS } from "@/core/time";
import { countText, shareText } from "./number-text";

type Said = { t: Text; locale: string; names: Readonly<Record<string, string>> };

/** What the numbers say, with their limits. */
export function adviceText(advice: Advice, { t, locale, names }: Said): string {
  const stage = names[advice.stage] ?? advice.stage;
  const share = (value: number) => shareText(value, locale);
  if (advice.kind === "hours") {
    const { fromHour: from, toHour: to, lift } = advice.window;
    return t("advice.hours", { stage, from, to, lift: share(lift) });
  }
  const { n, of, low, high } = advice.answers;
  const answers = {
    stage,
    answers: countText(n, locale),
    of: countText(of, locale),
    low: share(low),
    high: share(high),
  };
  if (advice.kind === "shorter") return t("advice.shorter", { ...answers, hours: advice.hours });
  const { optOuts } = advice;
  return t("advice.costly", {
    ...answers,
    answered: answers.answers,
    optOuts: countText(optOuts.n, locale),
    optLow: share(optOuts.low),
    optHigh: share(optOuts.high),
  });
}

/** What would be changed. */
export function changeText(change: AdvisedChange, { t, names }: Said): string {
  const step = names[change.step] ?? change.step;
  switch (change.do) {
    case "wait_for":
      return t("advice.change_wait_for", { step, hours: durationMs(change.for) / HOUR_MS });
    case "wait_at":
      return t("advice.change_wait_at", { step, at: change.at });
    default:
      return t("advice.change_disable", { step });
  }
}
