"use client";

import { GapButton } from "../plan/gap-button";
import type { Commands } from "../plan/use-commands";
import type { useGaps } from "../plan/use-gaps";
import type { Line } from "./lines";
import { INDENT } from "./tree-row";

/** The gaps behind a row: one, or several where lists inside lists end. */
export function RowGaps({
  following,
  commands,
  gaps,
}: {
  following: Line["gaps"];
  commands: Commands;
  gaps: ReturnType<typeof useGaps>;
}) {
  return following.map(({ key, level }) => {
    const place = gaps.places.get(key);
    return place ? (
      <div key={key} className="ft-tree-gap" style={{ paddingInlineStart: `${level * INDENT}px` }}>
        <GapButton
          place={place}
          commands={commands}
          tabbable={gaps.isNear(key)}
          drop={gaps.dropOf(key)}
        />
      </div>
    ) : null;
  });
}
