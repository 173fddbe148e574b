import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shrunkRates } from "./shrink";

const cell = fc
  .integer({ min: 0, max: 500 })
  .chain((of) => fc.record({ n: fc.integer({ min: 0, max: of }), of: fc.constant(of) }));

describe("shrunk rates", () => {
  it("trust a cell the more, the more it has seen", () => {
    const rates = shrunkRates([
      { n: 1, of: 1 },
      { n: 300, of: 400 },
      { n: 40, of: 400 },
      { n: 100, of: 400 },
      { n: 0, of: 0 },
    ]);
    const all = 441 / 1201;
    expect(rates?.[0]).toBeGreaterThan(all);
    expect(rates?.[0]).toBeLessThan(0.7);
    expect(rates?.[1]).toBeCloseTo(0.75, 1);
    expect(rates?.[2]).toBeCloseTo(0.1, 1);
    expect(rates?.[4]).toBeCloseTo(all, 12);
  });

  it("are all the same where cells differ no more than by chance", () => {
    const even = Array.from({ length: 20 }, (_, i) => ({ n: 5 + (i % 2), of: 20 }));
    expect(new Set(shrunkRates(even))).toEqual(new Set([5.5 / 20]));
  });

  it("recover the strength of a known prior", () => {
    // Shares of a beta distribution with mean 0.3 and strength 20, at its quantiles' spread.
    const spread = Math.sqrt((0.3 * 0.7) / 21);
    const cells = [-1, 1].flatMap((side) =>
      Array.from({ length: 50 }, () => ({ n: 1e6 * (0.3 + side * spread), of: 1e6 })),
    );
    const [low = 0] = shrunkRates([...cells, { n: 0, of: 20 }])?.slice(-1) ?? [];
    // Twenty seen and twenty believed: half way.
    expect(low).toBeCloseTo(0.15, 2);
  });

  it("lie between what a cell shows and the rate of all; nothing gives none", () => {
    expect(shrunkRates([])).toBeNull();
    expect(shrunkRates([{ n: 0, of: 0 }])).toBeNull();
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 168 }), (cells) => {
        const rates = shrunkRates(cells);
        if (!rates) return;
        const sum = (what: "n" | "of") => cells.reduce((total, each) => total + each[what], 0);
        const all = sum("n") / sum("of");
        for (const [i, { n, of }] of cells.entries()) {
          const own = of === 0 ? all : n / of;
          const rate = rates[i] ?? Number.NaN;
          expect(rate).toBeGreaterThanOrEqual(Math.min(own, all) - 1e-9);
          expect(rate).toBeLessThanOrEqual(Math.max(own, all) + 1e-9);
        }
      }),
    );
  });
});
