import type { Text } from "@/components/text/text";
import { lengthOf } from "@/components/ui/length-of";
import type { Ratio } from "@/core/contracts/analytics/shapes";
import type { Kpis, SummaryReport } from "@/core/contracts/analytics/summary";
import type { TrendPoint } from "@/core/contracts/analytics/trend";
import { RATIO_MIN } from "@/core/metrics/kpis";
import type { BehindOf } from "./behind-href";
import type { Definition } from "./defined";
import { type Delta, type Good, lengthDelta, numberDelta, ratioDelta } from "./delta";
import { countText, percentileText, ratioText, shareText } from "./number-text";
import { type SparkOf, sparkOf } from "./spark";

/** The cases have had less time than those they would be held against. */
type Younger = "younger";

export type KpiShown = {
  id: string;
  definition: Definition;
  value: string;
  /** It is a count, for there are too few for a rate. */
  isFew: boolean;
  /** Little of it can be seen. */
  isDim: boolean;
  /** What it is of, then what else is to be known. */
  notes: string[];
  delta: Delta | Younger | null;
  spark: (number | null)[];
};

type RatioKpi = "onTime" | "response" | "escalation" | "delivery" | "optOuts";

const RATIOS: Record<
  RatioKpi,
  {
    good: Good;
    behind: BehindOf;
    spark?: SparkOf;
    /** It does not grow while a case is open. */
    isSettled?: true;
  }
> = {
  onTime: {
    good: "up",
    behind: { measure: "due_met" },
    spark: ({ dueMet, duePassed }) => ({ n: dueMet, of: duePassed }),
  },
  response: {
    good: "up",
    behind: { measure: "responded" },
    spark: ({ responded, reached }) => ({ n: responded, of: reached }),
  },
  escalation: {
    good: "down",
    behind: { measure: "escalated" },
    spark: ({ escalated, escalationDecided }) => ({ n: escalated, of: escalationDecided }),
  },
  delivery: { good: "up", behind: { measure: "delivered" }, isSettled: true },
  optOuts: {
    good: "down",
    behind: { measure: "opted_out" },
    spark: ({ optedOut, delivered }) => ({ n: optedOut, of: delivered }),
  },
};

const OBSERVABLE_ENOUGH = 0.6;

type From = {
  summary: Pick<SummaryReport, "kpis" | "compared">;
  points: readonly TrendPoint[];
  /** Where the cases behind a number are. */
  href: (behind: BehindOf) => string;
  t: Text;
  locale: string;
};

/** The eight numbers of the strip, in their order, with all that is said about each. */
export function kpisShown(from: From): KpiShown[] {
  return [
    ratioShown("onTime", from),
    ratioShown("response", from),
    medianShown(from),
    ratioShown("escalation", from),
    perResolvedShown(from),
    ratioShown("delivery", from),
    opensShown(from),
    ratioShown("optOuts", from),
  ];
}

type Name = RatioKpi | "median" | "perResolved" | "opens";

function definitionOf(
  id: Name,
  { t, href }: From,
  behind: BehindOf,
  figures?: Definition["figures"],
): Definition {
  return {
    name: t(`analytics.${id}`),
    means: t(`analytics.${id}Means`),
    counted: t(`analytics.${id}Counted`),
    of: t(`analytics.${id}Of`),
    figures,
    cases: href(behind),
  };
}

const figuresOf = ({ n, of }: Pick<Ratio, "n" | "of">, locale: string) => ({
  counted: countText(n, locale),
  of: countText(of, locale),
});

function ratioShown(id: RatioKpi, from: From): KpiShown {
  const { summary, points, t, locale } = from;
  const ratio = summary.kpis[id];
  const { good, behind, spark, isSettled } = RATIOS[id];
  const held = isSettled ? beside : besideAsOld;
  const figures = figuresOf(ratio, locale);
  return {
    id,
    definition: definitionOf(id, from, behind, figures),
    value: ratioText(ratio, locale),
    isFew: ratio.rate === null,
    isDim: false,
    notes: [
      t("analytics.ofCount", { n: figures.counted, of: figures.of }),
      ...(ratio.rate === null ? [t("analytics.tooFew")] : []),
    ],
    delta: held(summary, (kpis) => ratioDelta(ratio, kpis[id], good, { t, locale })),
    spark: spark ? sparkOf(points, spark) : [],
  };
}

const beside = (
  { compared }: From["summary"],
  delta: (kpis: Kpis) => Delta | null,
): Delta | null => (compared ? delta(compared.kpis) : null);

/** Of what grows while a case is open: not before the cases are as old as those of the other time. */
function besideAsOld(
  summary: From["summary"],
  delta: (kpis: Kpis) => Delta | null,
): Delta | Younger | null {
  const found = beside(summary, delta);
  return found && !summary.compared?.isAsMature ? "younger" : found;
}

function medianShown(from: From): KpiShown {
  const { summary, t, locale } = from;
  const { medianToResponse: median, response } = summary.kpis;
  const { low, high } = median;
  const limits =
    median.seconds === null || low === null
      ? []
      : [
          high === null
            ? t("analytics.limitsOpen", { low: lengthOf(low, locale) })
            : t("analytics.limits", {
                low: lengthOf(low, locale),
                high: lengthOf(high, locale),
              }),
        ];
  const figures = figuresOf(response, locale);
  return {
    id: "median",
    definition: definitionOf("median", from, { measure: "reached" }, figures),
    value: percentileText(median, t, locale),
    isFew: median.seconds === null,
    isDim: false,
    notes: [t("analytics.ofCount", { n: figures.counted, of: figures.of }), ...limits],
    delta: beside(summary, (kpis) => lengthDelta(median, kpis.medianToResponse, { t, locale })),
    spark: [],
  };
}

function perResolvedShown(from: From): KpiShown {
  const { summary, points, t, locale } = from;
  const { messages, resolved, value } = summary.kpis.messagesPerResolved;
  const isFew = resolved < RATIO_MIN || value === null;
  const figures = figuresOf({ n: messages, of: resolved }, locale);
  const shown = (value ?? 0).toLocaleString(locale, { maximumFractionDigits: 1 });
  return {
    id: "perResolved",
    definition: definitionOf("perResolved", from, { measure: "resolved" }, figures),
    value: isFew ? figures.counted : shown,
    isFew,
    isDim: false,
    notes: [
      t("analytics.perCase", { messages: figures.counted, resolved: figures.of }),
      ...(isFew ? [t("analytics.tooFew")] : []),
    ],
    delta: isFew
      ? null
      : besideAsOld(summary, ({ messagesPerResolved: before }) =>
          before.resolved < RATIO_MIN
            ? null
            : numberDelta(value, before.value, "down", { t, locale }),
        ),
    spark: sparkOf(points, (point) => ({ n: point.delivered, of: point.resolved })),
  };
}

function opensShown(from: From): KpiShown {
  const { summary, t, locale } = from;
  const { opens } = summary.kpis;
  const ratio: Ratio = { n: opens.human, of: opens.tracked - opens.machine, rate: opens.rate };
  const figures = figuresOf(ratio, locale);
  const isDim = opens.observability !== null && opens.observability < OBSERVABLE_ENOUGH;
  const share = (value: number) => shareText(value, locale);
  return {
    id: "opens",
    definition: definitionOf("opens", from, { measure: "opened_human" }, figures),
    value: ratioText(ratio, locale),
    isFew: ratio.rate === null,
    isDim,
    notes: [
      t("analytics.ofCount", { n: figures.counted, of: figures.of }),
      ...(ratio.rate === null ? [t("analytics.tooFew")] : []),
      ...(opens.low === null || opens.high === null
        ? []
        : [t("analytics.openBounds", { low: share(opens.low), high: share(opens.high) })]),
      ...(opens.observability === null
        ? []
        : [t("analytics.observed", { share: share(opens.observability) })]),
      ...(isDim ? [t("analytics.littleObserved")] : []),
    ],
    delta: besideAsOld(summary, ({ opens: before }) =>
      ratioDelta(
        ratio,
        { n: before.human, of: before.tracked - before.machine, rate: before.rate },
        null,
        { t, locale },
      ),
    ),
    spark: [],
  };
}
