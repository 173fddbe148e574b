import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apart, randomObserved } from "./random-observed";
import { atRiskAt, riskSetsOf } from "./risk-set";

describe("risk sets", () => {
  it("count who is without an end and observed just before each duration", () => {
    const observed = [
      { x: 5, events: 1, censored: 2 },
      { x: 2, events: 0, censored: 0, competing: 1 },
      { x: 9, events: 4, censored: 0, entered: 5 },
      { x: 9, events: 1, censored: 0, entered: 2 },
    ];
    expect(riskSetsOf(observed).map(({ x, atRisk }) => [x, atRisk])).toEqual([
      [2, 4],
      [5, 4],
      [9, 5],
    ]);
    expect([0, 2, 3, 5, 6, 9, 10].map((t) => atRiskAt(observed, t))).toEqual([4, 4, 4, 4, 5, 5, 0]);
  });

  it("leave out what was over when it began to be observed", () => {
    expect(riskSetsOf([{ x: 3, events: 1, censored: 0, entered: 3 }])).toEqual([]);
    expect(atRiskAt([{ x: 3, events: 1, censored: 0, entered: 3 }], 3)).toBe(0);
  });

  it("say the same as a count of each, however rows are grouped and ordered", () => {
    fc.assert(
      fc.property(randomObserved, (rows) => {
        const sets = riskSetsOf(rows);
        for (const { x, atRisk, events, censored, competing } of sets) {
          expect(atRisk).toBe(atRiskAt(rows, x));
          expect(atRisk).toBeGreaterThanOrEqual(events + censored + competing);
        }
        const someone = sets.filter((set) => set.events + set.censored + set.competing > 0);
        expect(riskSetsOf(apart(rows))).toEqual(someone);
      }),
    );
  });
});
