import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { incidenceAt, incidenceOf } from "./incidence";
import { apart, randomFromStart, randomObserved } from "./random-observed";
import type { Observed } from "./risk-set";
import { survivalOf } from "./survival";

const turned = (rows: readonly Observed[]): Observed[] =>
  rows.map(({ events, competing = 0, ...row }) => ({
    ...row,
    events: competing,
    competing: events,
  }));

const anyEnd = (rows: readonly Observed[]): Observed[] =>
  rows.map(({ events, competing = 0, ...row }) => ({ ...row, events: events + competing }));

describe("cumulative incidence", () => {
  it("is the plain share where everything is over, whatever ended the rest", () => {
    const rows = [
      { x: 1, events: 3, censored: 0, competing: 2 },
      { x: 4, events: 2, censored: 0, competing: 3 },
    ];
    const at = incidenceAt(incidenceOf(rows), 4);
    expect(at.value).toBeCloseTo(0.5, 12);
    expect(at.se).toBeCloseTo(Math.sqrt((0.5 * 0.5) / 10), 12);
  });

  it("says less than 1 − S, which takes the canceled for people who may still answer", () => {
    const rows = [
      { x: 1, events: 1, censored: 0, competing: 5 },
      { x: 2, events: 2, censored: 2 },
    ];
    const naive = 1 - (survivalOf(rows).at(-1)?.survival ?? 1);
    expect(incidenceAt(incidenceOf(rows), 2).value).toBeCloseTo(0.3, 12);
    expect(naive).toBeCloseTo(0.55, 12);
  });

  it("knows nothing for certain before the first event", () => {
    const steps = incidenceOf([
      { x: 3, events: 0, censored: 50 },
      { x: 7, events: 0, censored: 50 },
    ]);
    expect(incidenceAt(steps, 1)).toMatchObject({ value: 0, low: 0 });
    expect(incidenceAt(steps, 1).high).toBeCloseTo(0.0369935, 6);
    expect(incidenceAt(steps, 3).high).toBeCloseTo(0.0713476, 6);
    expect(incidenceAt(steps, 7)).toEqual({ value: 0, se: 0, low: 0, high: 1 });
    expect(incidenceAt([], 7)).toEqual({ value: 0, se: 0, low: 0, high: 1 });
  });

  it("of both ends and the share without one makes a whole", () => {
    fc.assert(
      fc.property(randomObserved, (rows) => {
        const [events, others] = [incidenceOf(rows), incidenceOf(turned(rows))];
        for (const { x, survival } of survivalOf(anyEnd(rows))) {
          const sum = incidenceAt(events, x).value + incidenceAt(others, x).value + survival;
          expect(sum).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  it("without competing ends is what survival leaves, with its error and limits", () => {
    fc.assert(
      fc.property(randomObserved, (rows) => {
        const alone = rows.map(({ competing: _, ...row }) => row);
        const steps = incidenceOf(alone);
        for (const { x, survival, se } of survivalOf(alone)) {
          const at = incidenceAt(steps, x);
          expect(at.value).toBeCloseTo(1 - survival, 12);
          expect(at.se).toBeCloseTo(se, 7);
        }
      }),
    );
  });

  it("never falls, lies within its limits, and does not care how cases are counted", () => {
    fc.assert(
      fc.property(randomObserved, (rows) => {
        const steps = incidenceOf(rows);
        let before = 0;
        for (const { incidence, low, high } of steps) {
          expect(incidence).toBeGreaterThanOrEqual(before);
          expect(low <= incidence && incidence <= high && low >= 0 && high <= 1).toBe(true);
          before = incidence;
        }
        expect(incidenceOf(apart(rows))).toEqual(steps);
      }),
    );
  });

  it("is less sure of fewer", () => {
    fc.assert(
      fc.property(randomFromStart, (rows) => {
        const four = [...rows, ...rows, ...rows, ...rows];
        for (const [i, { incidence, se }] of incidenceOf(rows).entries()) {
          const more = incidenceOf(four)[i];
          expect(more?.incidence).toBeCloseTo(incidence, 12);
          expect(more?.se).toBeCloseTo(se / 2, 7);
        }
      }),
    );
  });
});
