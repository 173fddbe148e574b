import fc from "fast-check";
import type { Observed } from "./risk-set";

const few = fc.integer({ min: 0, max: 3 });

/** Durations with ties, in no order; some rows hold nobody, and some began to be observed late. */
export const randomObserved: fc.Arbitrary<Observed[]> = fc.array(
  fc
    .record({
      x: fc.integer({ min: 0, max: 40 }),
      events: few,
      censored: few,
      competing: few,
      entered: fc.option(fc.integer({ min: 0, max: 20 }), { freq: 4 }),
    })
    .map(({ entered, ...row }) => (entered === null ? row : { ...row, entered })),
  { maxLength: 40 },
);

/** `randomObserved` of which nobody entered late. */
export const randomFromStart = randomObserved.map((rows) =>
  rows.map(({ entered: _, ...row }) => row),
);

/** One row for each case, in another order. */
export const apart = (rows: readonly Observed[]): Observed[] =>
  rows
    .flatMap(({ events, censored, competing = 0, ...row }) => [
      ...Array.from({ length: events }, () => ({ ...row, events: 1, censored: 0, competing: 0 })),
      ...Array.from({ length: censored }, () => ({ ...row, events: 0, censored: 1, competing: 0 })),
      ...Array.from({ length: competing }, () => ({
        ...row,
        events: 0,
        censored: 0,
        competing: 1,
      })),
    ])
    .toReversed();
