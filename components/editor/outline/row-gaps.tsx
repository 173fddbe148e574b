"use client";

import { GapButton } from "../plan/gap-button";
import type { Commands } from "../plan/use-commands";
import type { Line } from "./lines";
import { INDENT } from "./tree-row";

/** The gaps behind a row: one, or several where lists inside lists end. */
export const RowGaps = ({ gaps, commands }: { gaps: Line["gaps"]; commands: Commands }) =>
  gaps.map(({ place, level }) => (
    <div
      key={place.key}
      className="ft-tree-gap"
      style={{ paddingInlineStart: `${level * INDENT}px` }}
    >
      <GapButton place={place} commands={commands} />
    </div>
  ));
