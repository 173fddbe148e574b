/**
 * Of equal durations: how many ended with the event, how many were still without it then, and how many
 * ended with something that rules the event out (`competing`: canceled, expired). `entered`: they are
 * observed only from this duration on, as an old task is that was imported late (left truncation).
 */
export type Observed = {
  x: number;
  events: number;
  censored: number;
  competing?: number;
  entered?: number;
};

/** What happened at one duration, and how many were at risk just before it. */
export type RiskSet = {
  x: number;
  atRisk: number;
  events: number;
  competing: number;
  censored: number;
};

/**
 * One risk set for each duration that was observed, ascending. What is equal at `x` counts as events
 * first, then as censored. Who entered at or after the end of their own duration was never at risk and
 * does not count.
 */
export function riskSetsOf(observed: readonly Observed[]): RiskSet[] {
  const seen = observed.filter(wasAtRisk).sort((a, b) => b.x - a.x);
  const late = seen.filter(isLate).sort((a, b) => b.entered - a.entered);
  const sets: RiskSet[] = [];
  let set: RiskSet | undefined;
  let leftLater = 0;
  let enteredLater = 0;
  let next = 0;
  for (const row of seen) {
    if (set?.x !== row.x) {
      set = { x: row.x, atRisk: 0, events: 0, competing: 0, censored: 0 };
      sets.push(set);
      for (let entry = late[next]; entry && entry.entered >= row.x; entry = late[++next]) {
        enteredLater += countOf(entry);
      }
    }
    set.events += row.events;
    set.competing += row.competing ?? 0;
    set.censored += row.censored;
    leftLater += countOf(row);
    set.atRisk = leftLater - enteredLater;
  }
  return sets.reverse();
}

/** How many were without any event, and observed, just before `t`: the number-at-risk table. */
export const atRiskAt = (observed: readonly Observed[], t: number): number =>
  observed
    .filter((row) => row.x >= t && wasAtRisk(row) && !(isLate(row) && row.entered >= t))
    .reduce((n, row) => n + countOf(row), 0);

const isLate = (row: Observed): row is Observed & { entered: number } => (row.entered ?? 0) > 0;

const wasAtRisk = (row: Observed): boolean => !isLate(row) || row.entered < row.x;

const countOf = ({ events, censored, competing = 0 }: Observed): number =>
  events + censored + competing;
