import type { TrendPoint } from "@/core/contracts/analytics/trend";
import { RATIO_MIN } from "@/core/metrics/kpis";

export const SPARK_POINTS_MAX = 30;

/** What a step counts, and of what. */
export type SparkOf = (point: TrendPoint) => { n: number; of: number };

/**
 * At most 30 values of equally long steps; a step with fewer than 20 to count of has none. Empty where
 * no two stand side by side: a point is no course.
 */
export function sparkOf(points: readonly TrendPoint[], of: SparkOf): (number | null)[] {
  const size = Math.max(1, Math.ceil(points.length / SPARK_POINTS_MAX));
  const values = Array.from({ length: Math.ceil(points.length / size) }, (_, i) => {
    const step = points.slice(i * size, (i + 1) * size).map(of);
    const all = step.reduce((sum, one) => sum + one.of, 0);
    return all < RATIO_MIN ? null : step.reduce((sum, one) => sum + one.n, 0) / all;
  });
  const isLine = values.some((value, i) => value !== null && (values[i + 1] ?? null) !== null);
  return isLine ? values : [];
}
