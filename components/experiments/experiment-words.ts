import type { Text } from "@/components/text/text";
import type {
  Experiment,
  ExperimentArmRow,
  ExperimentComparison,
} from "@/core/contracts/analytics/experiments";
import type { ExperimentMetric } from "@/core/metrics/experiment-case";

export type Said = { t: Text; locale: string; metric: ExperimentMetric };
type Limits = { value: number; low: number; high: number };

/** The holdout has no name of an operator's own. */
export const armName = ({ arms }: Pick<Experiment, "arms">, name: string, t: Text): string =>
  arms.find((arm) => arm.name === name)?.isHoldout ? t("experiments.holdout") : name;

/** `+4.2 points (−1.0 to 9.4)`, or the same of hours. */
export function limitsText({ value, low, high }: Limits, { t, locale, metric }: Said): string {
  const isHours = metric === "hours";
  const signed = new Intl.NumberFormat(locale, {
    signDisplay: "exceptZero",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const said = (n: number) => signed.format(isHours ? n : 100 * n);
  const range = { low: said(low), high: said(high) };
  return isHours
    ? `${t("experiments.hours", { hours: said(value) })} (${t("experiments.hoursRange", range)})`
    : `${t("experiments.points", { points: said(value) })} (${t("experiments.pointsRange", range)})`;
}

export function liftText({ value, low, high }: Limits, control: string, { t, locale }: Said) {
  const share = new Intl.NumberFormat(locale, {
    style: "percent",
    signDisplay: "exceptZero",
    maximumFractionDigits: 0,
  });
  return t("experiments.lift", {
    lift: share.format(value),
    low: share.format(low),
    high: share.format(high),
    control,
  });
}

/** A share of few cases stands as their count. */
export function resultText({ rate, had, counted, pending }: ExperimentArmRow, said: Said): string {
  const { t, locale } = said;
  const counts = t("experiments.counts", {
    had: had.toLocaleString(locale),
    counted: counted.toLocaleString(locale),
  });
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const open = pending > 0 ? [t("experiments.pending", { n: pending.toLocaleString(locale) })] : [];
  return [...(rate ? [share.format(rate.value)] : []), counts, ...open].join(" · ");
}

/** What to make of it, in one sentence. */
export function decisionText(experiment: Experiment, { t }: Said): string {
  const { comparisons, winner, control } = experiment;
  const name = (arm: string) => armName(experiment, arm, t);
  if (winner === control) return t("experiments.decisionControl", { arm: name(control) });
  const first = (verdict: ExperimentComparison["verdict"]) =>
    comparisons.find((each) => each.verdict === verdict);
  const against = (arm: string) => ({ arm: name(arm), control: name(control) });
  if (winner !== null) return t("experiments.decisionBetter", against(winner));
  const breaks = first("breaks_guardrail");
  if (breaks) return t("experiments.decisionBreaks", against(breaks.arm));
  if (first("open")) return t("experiments.decisionOpen");
  const worse = first("worse");
  if (worse) return t("experiments.decisionWorse", against(worse.arm));
  return t(first("no_difference") ? "experiments.decisionSame" : "experiments.decisionNone");
}

const GUARDRAIL = {
  opted_out: "experiments.guardrailOptedOut",
  complained: "experiments.guardrailComplained",
  escalated: "experiments.guardrailEscalated",
} as const;

export function guardrailText({ guardrails }: ExperimentComparison, { t, locale }: Said): string {
  const broken = guardrails.filter(({ isBroken }) => isBroken);
  if (broken.length > 0) {
    const names = broken.map(({ of }) => t(GUARDRAIL[of]));
    return t("experiments.broken", { what: new Intl.ListFormat(locale).format(names) });
  }
  const known = guardrails.some(({ difference }) => difference !== null);
  return t(known ? "experiments.guardrailsHold" : "experiments.guardrailsUnknown");
}
