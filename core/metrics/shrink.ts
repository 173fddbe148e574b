/** `n` of `of` in one cell of a heat map. */
export type Cell = { n: number; of: number };

/**
 * The rate of each cell, drawn towards the rate of all the more, the less the cell has seen: an hour
 * with one answer to one message is not the best hour. Empirical Bayes for shares (beta-binomial):
 * (n + m·rate) / (of + m). The prior's strength m, in observations, is estimated by moments (Kleinman,
 * JASA 68, 1973): with weights `of`, N = Σ of and k cells, S = Σ of·(pᵢ − rate)²,
 * γ = (S / (rate(1 − rate)) − (k − 1)) / (N − Σ of²/N − (k − 1)), m = 1/γ − 1. Cells that differ no more
 * than by chance (γ ≤ 0) all get the rate of all. Null: nothing was seen at all.
 */
export function shrunkRates(cells: readonly Cell[]): number[] | null {
  const all = cells.reduce((total, { of }) => total + of, 0);
  if (all === 0) return null;
  const rate = cells.reduce((total, { n }) => total + n, 0) / all;
  const likeness = likenessOf(cells, rate, all);
  return cells.map(({ n, of }) =>
    of === 0 || likeness === 0
      ? rate
      : // (n + m·rate) / (of + m) with both parts times γ, so that m may be infinite.
        (n * likeness + (1 - likeness) * rate) / (of * likeness + 1 - likeness),
  );
}

/** γ, how much alike two observations of one cell are: 0 by chance only, 1 as one. */
function likenessOf(cells: readonly Cell[], rate: number, all: number): number {
  const between = rate * (1 - rate);
  if (!(between > 0)) return 0;
  const seen = cells.filter(({ of }) => of > 0);
  const free = seen.length - 1;
  const squares = seen.reduce((total, { n, of }) => total + of * (n / of - rate) ** 2, 0);
  const room = all - seen.reduce((total, { of }) => total + of ** 2, 0) / all - free;
  if (!(room > 0)) return 0;
  return Math.min(1, Math.max(0, (squares / between - free) / room));
}
