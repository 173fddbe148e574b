import type { TrendPoint, TrendReport } from "@/core/contracts/analytics/trend";
import type { Comparison } from "@/core/metrics/compared-period";
import { daysIn } from "@/core/metrics/compared-period";
import { DUE_MEASURES, dueBy } from "@/core/metrics/due-moment";
import type { Measure } from "@/core/metrics/measure";
import {
  type Grain,
  grainOf,
  HOUR_STEPS_DAYS_MAX,
  stepsOf,
  stepWith,
} from "@/core/metrics/time-steps";
import { totalsOf } from "@/core/metrics/total-of";
import { compared, type OpenReport, refusal, scopeOf } from "./open-report";
import { listAnnotations } from "./trend-annotations";

const MEASURES = [
  "opened",
  "reached",
  "responded",
  "resolved",
  "escalated",
  "escalation_decided",
  "open",
  "delivered",
  "opted_out",
] as const satisfies Measure[];

/**
 * The cases of a period by when they were opened, and what happened beside them. Throws `invalid` for
 * hours of a longer time than they can be told apart in.
 */
export async function readTrend(
  report: OpenReport,
  { compare, grain: asked }: { compare?: Comparison | undefined; grain?: Grain | undefined } = {},
): Promise<TrendReport> {
  const { period, zone } = report.cohort;
  const grain = asked ?? grainOf(period, zone);
  if (grain === "hour" && daysIn(period, zone) > HOUR_STEPS_DAYS_MAX) {
    const message = `can be "hour" for at most ${HOUR_STEPS_DAYS_MAX} days`;
    throw refusal({ path: "grain", message });
  }
  const other = compare && (await compared(report, compare));
  const [points, others, annotations] = await Promise.all([
    pointsOf(report, grain),
    other ? pointsOf(other, grain) : null,
    listAnnotations(report),
  ]);
  return { ...scopeOf(report), grain, points, compared: others, annotations };
}

async function pointsOf(report: OpenReport, grain: Grain): Promise<TrendPoint[]> {
  const { period, zone } = report.cohort;
  const { source } = report;
  const by = grain === "hour" ? (["hour"] as const) : (["day"] as const);
  const [sums, due] = await Promise.all([
    source.sums({ measures: MEASURES }, by),
    source.sums({ measures: DUE_MEASURES, upTo: dueBy(source.asOf) }, by),
  ]);
  const ofStep = Map.groupBy([...sums, ...due], ({ day = "" }) => stepWith(day, grain));
  return stepsOf(period, zone, grain).map((at) => {
    const n = totalsOf(ofStep.get(at) ?? []);
    return {
      at,
      opened: n("opened"),
      reached: n("reached"),
      responded: n("responded"),
      resolved: n("resolved"),
      escalated: n("escalated"),
      escalationDecided: n("escalation_decided"),
      open: n("open"),
      dueMet: n("due_met"),
      duePassed: n("due_met") + n("due_missed"),
      delivered: n("delivered"),
      optedOut: n("opted_out"),
    };
  });
}
