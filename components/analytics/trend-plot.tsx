"use client";

import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from "recharts";
import type { TrendPoint } from "@/core/contracts/analytics/trend";
import { TREND_LINE_LOOKS } from "./trend-looks";
import { PLOT } from "./trend-place";

export type TrendMark = { at: string; sign: string };

export type TrendPlotProps = {
  points: readonly TrendPoint[];
  ticks: readonly number[];
  marks: readonly TrendMark[];
  /** Where the crosshair stands. */
  at: string | undefined;
  /** What is being drawn over. */
  chosen: readonly [string, string] | undefined;
  nameOf: (at: string) => string;
  countOf: (n: number) => string;
};

const FONT = { fontSize: 11, fill: "var(--ft-text-3)" };

/** The course as a picture: bars of what was opened, lines of what became of it. Keys and words stand around it. */
export function TrendPlot({ points, ticks, marks, at, chosen, nameOf, countOf }: TrendPlotProps) {
  const shown = points.map((point) => ({ ...point, closed: point.opened - point.open }));
  return (
    <ResponsiveContainer
      width="100%"
      height={PLOT.height}
      initialDimension={{ width: PLOT.width, height: PLOT.height }}
    >
      <ComposedChart
        data={shown}
        margin={PLOT.margin}
        accessibilityLayer={false}
        barCategoryGap="12%"
      >
        <defs>
          <pattern
            id="trend-open"
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="5" height="5" fill="var(--ft-surface)" />
            <rect width="1.5" height="5" fill="var(--ft-border-control)" />
          </pattern>
        </defs>
        <CartesianGrid vertical={false} stroke="var(--ft-border-subtle)" />
        <XAxis
          dataKey="at"
          tickFormatter={nameOf}
          tick={FONT}
          tickLine={false}
          stroke="var(--ft-border)"
          minTickGap={16}
          height={PLOT.axis}
        />
        <YAxis
          width={PLOT.gutter}
          domain={[0, ticks.at(-1) ?? 1]}
          ticks={[...ticks]}
          tickFormatter={countOf}
          tick={FONT}
          tickLine={false}
          axisLine={false}
          interval={0}
        />
        {chosen ? (
          <ReferenceArea x1={chosen[0]} x2={chosen[1]} fill="var(--ft-accent-soft)" />
        ) : null}
        <Bar
          dataKey="closed"
          stackId="opened"
          fill="var(--ft-border)"
          isAnimationActive={false}
          maxBarSize={40}
        />
        <Bar
          dataKey="open"
          stackId="opened"
          fill="url(#trend-open)"
          stroke="var(--ft-border-control)"
          strokeWidth={0.75}
          isAnimationActive={false}
          maxBarSize={40}
        />
        {marks.map((mark) => (
          <ReferenceLine
            key={mark.at}
            x={mark.at}
            stroke="var(--ft-text-3)"
            strokeDasharray="1 3"
            label={{ value: mark.sign, position: "top", ...FONT, fill: "var(--ft-text-2)" }}
          />
        ))}
        {TREND_LINE_LOOKS.map(({ field, color, dash }) => (
          <Line
            key={field}
            dataKey={field}
            type="linear"
            stroke={color}
            strokeWidth={2}
            strokeDasharray={dash}
            dot={points.length === 1 ? { r: 3, fill: color } : false}
            isAnimationActive={false}
          />
        ))}
        {at === undefined ? null : <ReferenceLine x={at} stroke="var(--ft-text)" />}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
