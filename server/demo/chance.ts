/** Repeatable chance: the same seed gives the same history. */
export type Chance = {
  /** From 0 up to, not including, 1. */
  next: () => number;
  /** A whole number from `low` to `high`, both included. */
  between: (low: number, high: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** One of the names, as often as its weight says. */
  weighted: <N extends string>(weights: Readonly<Record<N, number>>) => N;
};

const MODULUS = 2_147_483_647;
const MULTIPLIER = 48_271;

/** The minimal standard generator (Park and Miller 1988, multiplier of 1993): plenty for a few thousand throws. */
export function chanceFrom(seed: number): Chance {
  let state = (seed % (MODULUS - 1)) + 1;
  const next = () => {
    state = (state * MULTIPLIER) % MODULUS;
    return (state - 1) / (MODULUS - 1);
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[between(0, list.length - 1)];
    if (chosen === undefined) throw new Error("Invariant violated: nothing to pick from");
    return chosen;
  };
  const weighted = <N extends string>(weights: Readonly<Record<N, number>>): N => {
    const entries = Object.entries<number>(weights) as [N, number][];
    let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of entries) {
      left -= weight;
      if (left < 0) return name;
    }
    return pick(entries)[0];
  };
  return { next, between, pick, weighted };
}
