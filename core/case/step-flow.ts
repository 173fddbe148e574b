import { msOfBucket, WAYS } from "./trail";

/** Below so many settled cases neither a share nor a median says anything. */
export const SETTLED_MIN = 20;

/** Cases that left a step in one way. `share` is of the settled ones, from 0 to 1. */
export type WayFlow = { n: number; share: number | null; medianMs: number | null };

/**
 * What became of the cases that came to a step, each counted once by its last visit. Those that
 * stand there, were canceled there or were moved to another version have not settled.
 */
export type StepFlow = {
  in: number;
  here: number;
  settled: number;
  ways: Readonly<Record<string, WayFlow>>;
  /** Resolved or expired while they stood here: they went no further. */
  ended: WayFlow;
  /** Time spent here by those that settled. */
  medianMs: number | null;
};

/** One row of the counts: cases of a step with this way and bucket. */
export type CountedVisits = { step: string; way: string; bucket: number; n: number };

const ENDS: readonly string[] = [WAYS.end("resolved"), WAYS.end("expired")];
const UNSETTLED: readonly string[] = [WAYS.here, WAYS.end("canceled"), WAYS.moved];

/** The flow through each step, from its counted visits. */
export function stepFlows(rows: readonly CountedVisits[]): ReadonlyMap<string, StepFlow> {
  const bySteps = Map.groupBy(rows, ({ step }) => step);
  return new Map([...bySteps].map(([step, own]) => [step, flowOf(own)]));
}

function flowOf(rows: readonly CountedVisits[]): StepFlow {
  const settled = rows.filter(({ way }) => !UNSETTLED.includes(way));
  const of = sum(settled);
  const wayFlow = (own: readonly CountedVisits[]): WayFlow => ({
    n: sum(own),
    share: of < SETTLED_MIN ? null : sum(own) / of,
    medianMs: medianOf(own),
  });
  return {
    in: sum(rows),
    here: sum(rows.filter(({ way }) => way === WAYS.here)),
    settled: of,
    ways: Object.fromEntries(
      [...Map.groupBy(settled, ({ way }) => way)].map(([way, own]) => [way, wayFlow(own)]),
    ),
    ended: wayFlow(settled.filter(({ way }) => ENDS.includes(way))),
    medianMs: medianOf(settled),
  };
}

const sum = (rows: readonly CountedVisits[]): number => rows.reduce((total, { n }) => total + n, 0);

/** The time half of them took at most; null where they are too few. */
function medianOf(rows: readonly CountedVisits[]): number | null {
  const half = sum(rows) / 2;
  if (half * 2 < SETTLED_MIN) return null;
  let upTo = 0;
  for (const { bucket, n } of rows.toSorted((a, b) => a.bucket - b.bucket)) {
    upTo += n;
    if (upTo >= half) return msOfBucket(bucket);
  }
  return null;
}
