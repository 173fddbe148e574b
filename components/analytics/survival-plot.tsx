"use client";

import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from "recharts";
import type { CurveLook } from "./curve-looks";
import type { CurveRow } from "./curve-rows";
import { shareAlong } from "./scale";

export const SURVIVAL_HEIGHT = 288;
const WIDTH = 880;
const SHARES = [0, 0.25, 0.5, 0.75, 1];
const FONT = { fontSize: 11, fill: "var(--ft-text-3)" };
/** Names of stages that lie near each other stand on lines of their own. */
const MARK_ROWS = 3;
const MARK_ROW_HEIGHT = 13;
/** From here on a name would be cut at the edge, and stands before its line. */
const NEAR_EDGE = 7 / 8;

type Props = {
  rows: readonly CurveRow[];
  looks: readonly CurveLook[];
  ticks: readonly number[];
  domain: readonly [number, number];
  isLog: boolean;
  marks: readonly { seconds: number; name: string; escalation: boolean }[];
  points: readonly { seconds: number; share: number; name: string }[];
  nameOf: (seconds: number) => string;
  shareOf: (share: number) => string;
};

/** Curves of what is still unanswered, with their bands. */
export function SurvivalPlot(props: Props) {
  const { rows, looks, ticks, domain, isLog, marks, points, nameOf, shareOf } = props;
  return (
    <ResponsiveContainer
      width="100%"
      height={SURVIVAL_HEIGHT}
      initialDimension={{ width: WIDTH, height: SURVIVAL_HEIGHT }}
    >
      <ComposedChart
        data={[...rows]}
        accessibilityLayer={false}
        margin={{ top: 8 + MARK_ROWS * MARK_ROW_HEIGHT, right: 24, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke="var(--ft-border-subtle)" />
        <XAxis
          type="number"
          dataKey="seconds"
          scale={isLog ? "log" : "linear"}
          domain={[...domain]}
          ticks={[...ticks]}
          tickFormatter={nameOf}
          allowDataOverflow
          tick={FONT}
          tickLine={false}
          stroke="var(--ft-border)"
          minTickGap={16}
          height={28}
        />
        <YAxis
          width={48}
          domain={[0, 1]}
          ticks={SHARES}
          tickFormatter={shareOf}
          tick={FONT}
          tickLine={false}
          axisLine={false}
          interval={0}
        />
        {looks.map(({ look, color }, i) => (
          <Area
            key={`band${look}`}
            dataKey={`band${i}`}
            type="stepAfter"
            stroke="none"
            fill={color}
            fillOpacity={0.14}
            isAnimationActive={false}
            activeDot={false}
          />
        ))}
        {marks.map(({ seconds, name, escalation }, i) => {
          const isNearEdge = shareAlong(seconds, domain, isLog) > NEAR_EDGE;
          return (
            <ReferenceLine
              key={`${seconds} ${name}`}
              x={seconds}
              stroke={escalation ? "var(--ft-escalated)" : "var(--ft-text-3)"}
              strokeDasharray={escalation ? "6 2" : "1 3"}
              label={{
                value: name,
                position: isNearEdge ? "insideTopRight" : "insideTopLeft",
                dy: -8 - MARK_ROW_HEIGHT * (1 + (i % MARK_ROWS)) + MARK_ROW_HEIGHT / 2,
                dx: isNearEdge ? 2 : -2,
                ...FONT,
                fill: "var(--ft-text-2)",
              }}
            />
          );
        })}
        {looks.map(({ look, color, dash }, i) => (
          <Line
            key={`share${look}`}
            dataKey={`share${i}`}
            type="stepAfter"
            stroke={color}
            strokeWidth={2}
            strokeDasharray={dash}
            dot={false}
            isAnimationActive={false}
          />
        ))}
        {points.map(({ seconds, share, name }) => (
          <ReferenceDot
            key={name}
            x={seconds}
            y={share}
            r={4}
            fill="var(--ft-text)"
            stroke="var(--ft-surface)"
            label={{ value: name, position: "top", ...FONT, fill: "var(--ft-text)" }}
          />
        ))}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
