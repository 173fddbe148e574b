import { describe, expect, it } from "vitest";
import { confidenceSequence } from "./confidence-sequence";
import { incidenceAt, incidenceOf } from "./incidence";
import { logRank, rmstDifference } from "./log-rank";
import { normalQuantile, Z95 } from "./normal";
import { newcombe } from "./proportion";
import { clusteredDifference, type Unit } from "./relative-lift";
import { type Observed, quantileLimits, quantileOf, survivalOf } from "./survival";

/** Mulberry32: the same numbers between 0 and 1 in every run. */
function chanceFrom(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const times = <T>(n: number, make: (i: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => make(i));

const shareOf = (runs: number, holds: () => boolean): number =>
  times(runs, holds).filter(Boolean).length / runs;

/** Nothing further from 95 % than chance leaves of so many runs, and a little for small samples. */
function expectCoverage(runs: number, holds: () => boolean) {
  const share = shareOf(runs, holds);
  const chance = 3 * Math.sqrt((0.95 * 0.05) / runs);
  expect(share).toBeGreaterThan(0.95 - chance - 0.01);
  expect(share).toBeLessThan(Math.min(1, 0.95 + chance + 0.01));
}

const exponential = (chance: () => number, mean: number) => -mean * Math.log(1 - chance());

/** Waits for an answer, for being canceled, and for the end of the watch, whichever is first. */
function watched(
  chance: () => number,
  n: number,
  { answer, cancel, watch }: { answer: number; cancel: number; watch: number },
): Observed[] {
  return times(n, () => {
    const [a, c, w] = [answer, cancel, watch].map((mean) => exponential(chance, mean));
    const x = Math.min(a ?? 0, c ?? 0, w ?? 0);
    return {
      x,
      events: x === a ? 1 : 0,
      competing: x === c ? 1 : 0,
      censored: x === w ? 1 : 0,
    };
  });
}

describe("limits hold what is true as often as they say", () => {
  it("the median, of a team whose slow cases are still open", () => {
    const chance = chanceFrom(1);
    const means = { answer: 10, cancel: Infinity, watch: 25 };
    expectCoverage(400, () => {
      const { low, high } = quantileLimits(survivalOf(watched(chance, 120, means)), 0.5);
      const median = 10 * Math.LN2;
      return (low ?? Infinity) <= median && median <= (high ?? Infinity);
    });
  });

  it("the share answered by a moment, where some are canceled", () => {
    const chance = chanceFrom(2);
    const means = { answer: 10, cancel: 30, watch: 20 };
    const truth = 0.75 * (1 - Math.exp(-8 * (1 / 10 + 1 / 30)));
    expectCoverage(400, () => {
      const { low, high } = incidenceAt(incidenceOf(watched(chance, 120, means)), 8);
      return low <= truth && truth <= high;
    });
  });

  it("the hours that one arm saves, and the log-rank test where it saves none", () => {
    const chance = chanceFrom(3);
    const mean = (answer: number) => answer * (1 - Math.exp(-12 / answer));
    const truth = mean(14) - mean(9);
    const arm = (answer: number) => watched(chance, 100, { answer, cancel: Infinity, watch: 30 });
    expectCoverage(400, () => {
      const { low, high } = rmstDifference(arm(14), arm(9), 12);
      return low <= truth && truth <= high;
    });
    expectCoverage(400, () => logRank([arm(10), arm(10), arm(10)]).p >= 0.05);
  });

  it("the difference of two shares, over all counts that can come", () => {
    const [n1, n2] = [20, 30];
    const chances = (n: number, p: number) => {
      let term = (1 - p) ** n;
      return times(n + 1, (x) => {
        const now = term;
        term *= ((n - x) / (x + 1)) * (p / (1 - p));
        return now;
      });
    };
    const intervals = times(n1 + 1, (x1) => times(n2 + 1, (x2) => newcombe(x1, n1, x2, n2)));
    const covered = [0.05, 0.2, 0.35, 0.5, 0.8, 0.95].flatMap((p1) =>
      [0.1, 0.3, 0.5, 0.7, 0.9].map((p2) => {
        const [first, second] = [chances(n1, p1), chances(n2, p2)];
        let total = 0;
        for (const [x1, row] of intervals.entries()) {
          for (const [x2, { low, high }] of row.entries()) {
            if (low <= p1 - p2 && p1 - p2 <= high) total += (first[x1] ?? 0) * (second[x2] ?? 0);
          }
        }
        return total;
      }),
    );
    expect(Math.min(...covered)).toBeGreaterThan(0.93);
    expect(covered.reduce((a, b) => a + b, 0) / covered.length).toBeGreaterThan(0.95);
  });

  it("an effect on people with many cases each, for which counting cases is far too sure", () => {
    const chance = chanceFrom(4);
    const arm = (): Unit[] =>
      times(150, () => {
        const [p, n] = [chance() < 0.5 ? 0.2 : 0.8, 1 + Math.floor(chance() * 12)];
        return { sum: times(n, () => chance() < p).filter(Boolean).length, n };
      });
    const total = (units: Unit[], of: keyof Unit) => units.reduce((n, unit) => n + unit[of], 0);
    let naive = 0;
    expectCoverage(400, () => {
      const [a, b] = [arm(), arm()];
      const plain = newcombe(total(a, "sum"), total(a, "n"), total(b, "sum"), total(b, "n"));
      if (plain.low <= 0 && 0 <= plain.high) naive++;
      const limits = clusteredDifference(a, b);
      return limits !== null && limits.low <= 0 && 0 <= limits.high;
    });
    expect(naive / 400).toBeLessThan(0.8);
  });

  it("a difference that is looked at every day, which an interval for one look does not", () => {
    const chance = chanceFrom(5);
    let fooled = 0;
    const holds = shareOf(200, () => {
      const [a, b] = [
        { x: 0, n: 0 },
        { x: 0, n: 0 },
      ];
      let [sequence, single] = [true, true];
      for (let day = 1; day <= 100; day++) {
        for (const arm of [a, b]) {
          arm.n += 20;
          arm.x += times(20, () => chance() < 0.4).filter(Boolean).length;
        }
        const [p, q] = [a.x / a.n, b.x / b.n];
        const se = Math.sqrt((p * (1 - p)) / a.n + (q * (1 - q)) / b.n);
        const n = a.n + b.n;
        const { low, high } = confidenceSequence({ difference: p - q, se, n, expectedN: 2000 });
        sequence &&= low <= 0 && 0 <= high;
        single &&= Math.abs(p - q) <= Z95 * se;
      }
      if (!single) fooled++;
      return sequence;
    });
    expect(holds).toBeGreaterThanOrEqual(0.95);
    expect(fooled / 200).toBeGreaterThan(0.25);
  });
});

describe("a team whose open cases are left out", () => {
  it("looks twice as fast as it is, and not by Kaplan and Meier", () => {
    const chance = chanceFrom(7);
    const closed: number[] = [];
    const observed = times(4000, () => {
      const age = 14 * 24 * chance();
      const never = chance() < 0.12;
      const t = never ? Infinity : Math.exp(Math.log(48) + 1.4 * normalQuantile(chance()));
      if (t <= age) closed.push(t);
      return { x: Math.min(t, age), events: t <= age ? 1 : 0, censored: t <= age ? 0 : 1 };
    });
    const truth = Math.exp(Math.log(48) + 1.4 * normalQuantile(0.5 / 0.88));
    const steps = survivalOf(observed);
    const { low, high } = quantileLimits(steps, 0.5);
    expect((low ?? 0) <= truth && truth <= (high ?? 0)).toBe(true);
    expect(Math.abs((quantileOf(steps, 0.5) ?? 0) - truth)).toBeLessThan(4);
    expect(quantileOf(steps, 0.9)).toBeNull();
    expect(closed.toSorted((a, b) => a - b)[Math.floor(closed.length / 2)]).toBeLessThan(
      truth * 0.6,
    );
  });
});
