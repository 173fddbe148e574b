"use client";

import { memo } from "react";
import type { Earliest } from "@/core/workflow/edit/earliest";
import { GapButton } from "../plan/gap-button";
import type { Commands } from "../plan/use-commands";
import { HeadCard, StageBand, StepCard, WayPill } from "./canvas-nodes";
import { type Placed, samePlaced, type Wire } from "./layout";
import { MomentMark } from "./moment-mark";
import { useWireStyles } from "./wire-styles";

type Props = { placed: Placed; commands: Commands; moment: Earliest | undefined };

/** One thing at its place. What stands where it stood and says what it said is not drawn again. */
export const PlacedBox = memo(
  function PlacedBox(props: Props) {
    const { x, y, width, height } = props.placed;
    return (
      <div className="ft-placed" style={{ transform: `translate(${x}px, ${y}px)`, width, height }}>
        <Thing {...props} />
      </div>
    );
  },
  (a, b) =>
    a.commands === b.commands &&
    samePlaced(a.placed, b.placed) &&
    JSON.stringify(a.moment) === JSON.stringify(b.moment),
);

function Thing({ placed, commands, moment }: Props) {
  switch (placed.type) {
    case "stops":
    case "start":
      return <HeadCard id={placed.type} commands={commands} />;
    case "stage":
      return <StageBand node={placed.node} commands={commands} />;
    case "step":
      return <StepCard node={placed.node} commands={commands} />;
    case "way":
      return <WayPill node={placed.node} commands={commands} />;
    case "moment":
      return moment ? <MomentMark node={placed.node} moment={moment} /> : null;
    default:
      return <GapButton place={placed.place} commands={commands} />;
  }
}

/** The lines of the flow, under everything. */
export const Wires = memo(function Wires({
  wires,
  width,
  height,
}: {
  wires: readonly Wire[];
  width: number;
  height: number;
}) {
  const styles = useWireStyles();
  return (
    <svg width={width} height={height} className="ft-wires" aria-hidden="true">
      <title />
      <defs>
        <marker
          id="ft-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerUnits="userSpaceOnUse"
          markerWidth="10.5"
          markerHeight="10.5"
          orient="auto"
        >
          <path d="M0 0L8 4L0 8z" />
        </marker>
      </defs>
      {wires.map(({ key, d, arrow, way }) => (
        <path
          key={key}
          d={d}
          style={styles?.get(way ?? "")}
          markerEnd={arrow ? "url(#ft-arrow)" : undefined}
        />
      ))}
    </svg>
  );
});
