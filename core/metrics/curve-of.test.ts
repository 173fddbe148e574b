import { describe, expect, it } from "vitest";
import { comparedPace, curveOf, incidencesOf, riskMoments, watchedUpTo } from "./curve-of";

const events = (seconds: readonly number[]) => seconds.map((x) => ({ x, events: 1, censored: 0 }));
const HOUR = 3_600;

describe("a curve for a chart", () => {
  it("has at most 300 points, the first and the last among them", () => {
    const observed = events(Array.from({ length: 5_000 }, (_, i) => i + 1));
    const { points, cases } = curveOf(observed, { upTo: 5_000, moments: [] });
    expect(points).toHaveLength(300);
    expect(points[0]).toMatchObject({ seconds: 1, atRisk: 5_000 });
    expect(points.at(-1)).toMatchObject({ seconds: 5_000, share: 0 });
    expect(cases).toBe(5_000);
  });

  it("says how many are at risk at round moments of all groups", () => {
    const long = events([10 * HOUR, 20 * HOUR]);
    const short = events([HOUR]);
    expect(riskMoments([long, short])).toEqual([0, 3, 6, 9, 12, 15, 18].map((h) => h * HOUR));
    expect(curveOf(long, { upTo: 0, moments: [0, 10 * HOUR, 12 * HOUR] }).atRisk).toEqual([
      { seconds: 0, n: 2 },
      { seconds: 10 * HOUR, n: 2 },
      { seconds: 12 * HOUR, n: 1 },
    ]);
    expect(watchedUpTo([long, short])).toBe(HOUR);
    expect(watchedUpTo([])).toBe(0);
  });

  it("gives no mean on too few events", () => {
    const few = events(Array.from({ length: 19 }, (_, i) => i + 1));
    expect(curveOf(few, { upTo: 19, moments: [] }).restrictedMean).toBeNull();
    const enough = curveOf([...few, ...events([20])], { upTo: 20, moments: [] });
    expect(enough.restrictedMean?.seconds).toBeCloseTo(10.5, 10);
  });
});

describe("incidence beside other ends", () => {
  it("is given where more than a twentieth ended otherwise", () => {
    const nineteen = events(Array.from({ length: 19 }, (_, i) => i + 1));
    const canceled = { x: 20, events: 0, censored: 0, competing: 1 };
    expect(incidencesOf([...nineteen, canceled])).toBeNull();
    expect(incidencesOf([...nineteen.slice(1), canceled])?.at(-1)).toEqual({
      seconds: 20,
      resolved: expect.closeTo(18 / 19, 10),
      ended: expect.closeTo(1 / 19, 10),
    });
  });
});

describe("two groups", () => {
  it("differ by the hours that the second waits less, positive where it is faster", () => {
    const slow = events(Array.from({ length: 30 }, () => 10 * HOUR));
    const fast = events(Array.from({ length: 30 }, () => 4 * HOUR));
    const { hoursSaved, p } = comparedPace(slow, fast, 10 * HOUR);
    expect(hoursSaved?.value).toBeCloseTo(6, 10);
    expect(p).toBeLessThan(0.001);
    expect(comparedPace(slow.slice(11), fast, 10 * HOUR)).toEqual({ hoursSaved: null, p: null });
  });
});
