import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flattenedAfter, hazardByInterval } from "./hazard";
import { apart, randomObserved } from "./random-observed";

const EDGES = [0, 24, 48, 72, 96, 120];

/** How many events come in each day, spread over it, and how many wait on after the last one. */
const days = (events: readonly number[], waiting: number) => [
  ...events.flatMap((n, day) => [
    { x: 24 * day + 6, events: Math.ceil(n / 2), censored: 0 },
    { x: 24 * day + 18, events: Math.floor(n / 2), censored: 0 },
  ]),
  { x: 24 * events.length, events: 0, censored: waiting },
];

describe("the hazard by interval", () => {
  it("is events over the time that was waited for them", () => {
    const [first, second] = hazardByInterval(
      [
        { x: 10, events: 2, censored: 0 },
        { x: 30, events: 1, censored: 0 },
        { x: 30, events: 0, censored: 1, competing: 1 },
        { x: 40, events: 1, censored: 0, entered: 20 },
      ],
      [0, 24, 48],
    );
    expect(first).toMatchObject({ events: 2, exposure: 2 * 10 + 3 * 24 + 4, hazard: 2 / 96 });
    expect(second).toMatchObject({ events: 2, exposure: 3 * 6 + 16, hazard: 2 / 34 });
  });

  it("has no rate where nobody waited, and an upper limit where nothing came", () => {
    const [, quiet, empty] = hazardByInterval([{ x: 48, events: 0, censored: 10 }], EDGES);
    expect(quiet).toMatchObject({ hazard: 0, low: 0 });
    expect(quiet?.high).toBeCloseTo(1.959963985 ** 2 / 240, 9);
    expect(empty).toMatchObject({ hazard: null, exposure: 0, high: Infinity });
    expect(() => hazardByInterval([], [0, 5, 5])).toThrow();
  });

  it("holds its estimate, loses neither an event nor time, and does not care how cases are counted", () => {
    fc.assert(
      fc.property(randomObserved, (rows) => {
        const hazards = hazardByInterval(rows, [0, 7, 20, 41]);
        const seen = rows.filter(({ x, entered = 0 }) => entered === 0 || entered < x);
        const total = (of: "events" | "exposure") => hazards.reduce((n, each) => n + each[of], 0);
        expect(total("events")).toBe(seen.reduce((n, { events }) => n + events, 0));
        expect(total("exposure")).toBe(
          seen.reduce(
            (n, { x, entered = 0, events, censored, competing = 0 }) =>
              n + (x - entered) * (events + censored + competing),
            0,
          ),
        );
        for (const { hazard, low, high } of hazards) {
          expect(hazard === null || (low <= hazard && hazard <= high)).toBe(true);
        }
        expect(hazardByInterval(apart(rows), [0, 7, 20, 41])).toEqual(hazards);
      }),
    );
  });
});

describe("where the hazard has flattened", () => {
  it("is from where hardly anybody answers any more", () => {
    const flat = flattenedAfter(hazardByInterval(days([200, 80, 4, 3, 4], 200), EDGES));
    expect(flat).toMatchObject({ from: 48, to: 120, events: 11 });
    expect(flat?.peak).toBeCloseTo(200 / (287 * 24 + 100 * 6 + 100 * 18 + 4 * 0), 1);
  });

  it("is nowhere while people keep answering, or when they begin to again", () => {
    expect(flattenedAfter(hazardByInterval(days([100, 90, 80, 70, 60], 50), EDGES))).toBeNull();
    expect(flattenedAfter(hazardByInterval(days([200, 2, 2, 2, 90], 100), EDGES))).toBeNull();
  });

  it("is not told from a few silent cases, nor after a peak of a few events", () => {
    expect(flattenedAfter(hazardByInterval(days([25, 0, 0, 0, 0], 3), EDGES))).toBeNull();
    expect(flattenedAfter(hazardByInterval(days([10, 0, 0, 0, 0], 500), EDGES))).toBeNull();
    expect(flattenedAfter([])).toBeNull();
  });
});
