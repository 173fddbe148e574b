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

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for a few thousand throws. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
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
