import type { ReactNode } from "react";

/** Below this a percentage says more than the cases do. */
export const SETTLED_MIN = 20;

/** The share of settled cases that were resolved, with what it was counted from. */
export function ResolvedShare({
  resolved,
  settled,
}: {
  resolved: number;
  settled: number;
}): ReactNode {
  if (settled < SETTLED_MIN) {
    return (
      <span
        className="text-ft-3"
        title={`${resolved} of ${settled} settled cases; ${SETTLED_MIN} are needed`}
      >
        too few ({settled})
      </span>
    );
  }
  return (
    <span title={`${resolved} of ${settled} settled cases`}>
      {Math.round((100 * resolved) / settled)} % <span className="text-ft-3">of {settled}</span>
    </span>
  );
}
