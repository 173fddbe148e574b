const STEPS = [1, 2, 2.5, 5, 10];
const TICKS = 4;

/** Round steps from zero to above `most`, at most five of them; whole numbers, as cases are. */
export function ticksTo(most: number): number[] {
  const rough = Math.max(1, most / TICKS);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    STEPS.map((one) => one * power).find((one) => one >= rough && Number.isInteger(one)) ?? rough;
  return Array.from({ length: Math.ceil(Math.max(1, most) / step) + 1 }, (_, i) => i * step);
}

const MINUTE_S = 60;
const HOUR_S = 3_600;
const DAY_S = 86_400;
const LENGTHS = [
  MINUTE_S,
  5 * MINUTE_S,
  15 * MINUTE_S,
  HOUR_S,
  3 * HOUR_S,
  6 * HOUR_S,
  12 * HOUR_S,
  DAY_S,
  2 * DAY_S,
  4 * DAY_S,
  7 * DAY_S,
  14 * DAY_S,
  28 * DAY_S,
  56 * DAY_S,
  112 * DAY_S,
  224 * DAY_S,
];
const LENGTH_TICKS_MAX = 6;

/** Lengths of time people count in, in seconds, for an axis that ends at `last`. */
export function lengthTicks(last: number, isLog: boolean): number[] {
  if (isLog) {
    const below = LENGTHS.filter((length) => length <= last);
    const every = Math.ceil(below.length / LENGTH_TICKS_MAX);
    return below.filter((_, i) => (below.length - 1 - i) % every === 0);
  }
  const step =
    LENGTHS.find((length) => last / length <= LENGTH_TICKS_MAX) ?? Math.ceil(last / DAY_S) * DAY_S;
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, i) => i * step);
}

/** How far along an axis a value stands: 0 at its beginning, 1 at its end. */
export function shareAlong(
  value: number,
  [from, to]: readonly [number, number],
  isLog: boolean,
): number {
  const at = isLog ? Math.log : (plain: number) => plain;
  return (at(value) - at(from)) / (at(to) - at(from));
}
