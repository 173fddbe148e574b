import type { Curve } from "@/core/contracts/analytics/response-time";

/** All curves at one time: the share still unanswered, and its band. */
export type CurveRow = { seconds: number } & Record<string, number | [number, number]>;

type Shape = Pick<Curve, "key" | "points">;

/**
 * Curves as rows over one axis: each keeps its share until its next step, and ends with its own last one.
 * On an axis that begins above zero everything before it stands at its edge.
 */
export function curveRows(curves: readonly Shape[], from = 0): CurveRow[] {
  const moments = [
    ...new Set([0, ...curves.flatMap(({ points }) => points.map(({ seconds }) => seconds))]),
  ].sort((a, b) => a - b);
  const rows = moments.map((seconds) => {
    const row: CurveRow = { seconds: Math.max(from, seconds) };
    curves.forEach(({ points }, i) => {
      const last = points.at(-1);
      if (!last || seconds > last.seconds) return;
      const now = points.findLast((point) => point.seconds <= seconds);
      row[`share${i}`] = now?.share ?? 1;
      row[`band${i}`] = now ? [now.low, now.high] : [1, 1];
    });
    return row;
  });
  // Of several at the axis' edge the last holds.
  return rows.filter((row, i) => rows[i + 1]?.seconds !== row.seconds);
}
