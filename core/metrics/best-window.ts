import { wilson } from "./proportion";

/** An hour of a week: `weekday` 1 is Monday. */
export type WeekHour = { weekday: number; hour: number; responses: number; awaiting: number };

/** From `fromHour` up to, not including, `toHour`; `lift` 0.4: two fifths more than of all hours. */
export type BestWindow = { weekdays: number[]; fromHour: number; toHour: number; lift: number };

const WEEKDAYS = 7;
const HOURS = 24;
const HOURS_MIN = 2;
const HOURS_MAX = 6;

/** Less than this says nothing of a window. */
const AWAITING_MIN = 200;
const RESPONSES_MIN = 20;

/** Thousands of windows are tried: at this many standard errors hardly any is above by chance. */
const Z_OF_MANY = 4.5;

/**
 * The hours of neighbouring weekdays in which people answer most readily: the window whose share is
 * above that of all hours for the least doubt (Wilson's lower limit at 4.5 standard errors, for so many
 * windows are tried). Null: none stands out, or nobody can tell yet.
 */
export function bestWindow(cells: readonly WeekHour[]): BestWindow | null {
  const grid = cumulated(cells);
  const all = within(grid, 0, WEEKDAYS, 0, HOURS);
  if (all.awaiting === 0 || all.responses === 0) return null;
  const rate = all.responses / all.awaiting;
  let best: { low: number; window: BestWindow } | null = null;
  for (const [day, dayTo, hour, hourTo] of windows()) {
    const { responses, awaiting } = within(grid, day, dayTo, hour, hourTo);
    if (awaiting < AWAITING_MIN || responses < RESPONSES_MIN) continue;
    const { value, low } = wilson(Math.min(responses, awaiting), awaiting, { z: Z_OF_MANY });
    if (low <= rate || (best && low <= best.low)) continue;
    const weekdays = Array.from({ length: dayTo - day }, (_, i) => day + i + 1);
    best = { low, window: { weekdays, fromHour: hour, toHour: hourTo, lift: value / rate - 1 } };
  }
  return best?.window ?? null;
}

function* windows(): Generator<[number, number, number, number]> {
  for (let day = 0; day < WEEKDAYS; day++) {
    for (let dayTo = day + 1; dayTo <= WEEKDAYS; dayTo++) {
      for (let hour = 0; hour < HOURS; hour++) {
        for (let length = HOURS_MIN; length <= HOURS_MAX && hour + length <= HOURS; length++) {
          yield [day, dayTo, hour, hour + length];
        }
      }
    }
  }
}

type Counts = { responses: number; awaiting: number };
const NONE: Counts = { responses: 0, awaiting: 0 };

/** Sums of all cells above and to the left, so that any window takes four look-ups. */
function cumulated(cells: readonly WeekHour[]): Counts[][] {
  const grid = Array.from({ length: WEEKDAYS + 1 }, () =>
    Array.from({ length: HOURS + 1 }, () => ({ ...NONE })),
  );
  for (const { weekday, hour, responses, awaiting } of cells) {
    const cell = grid[weekday]?.[hour + 1];
    if (!cell) continue;
    cell.responses += responses;
    cell.awaiting += awaiting;
  }
  for (let day = 1; day <= WEEKDAYS; day++) {
    for (let hour = 1; hour <= HOURS; hour++) {
      const cell = at(grid, day, hour);
      const [above, left, both] = [
        at(grid, day - 1, hour),
        at(grid, day, hour - 1),
        at(grid, day - 1, hour - 1),
      ];
      cell.responses += above.responses + left.responses - both.responses;
      cell.awaiting += above.awaiting + left.awaiting - both.awaiting;
    }
  }
  return grid;
}

const at = (grid: Counts[][], day: number, hour: number): Counts => grid[day]?.[hour] ?? NONE;

function within(
  grid: Counts[][],
  day: number,
  dayTo: number,
  hour: number,
  hourTo: number,
): Counts {
  const sum = (of: keyof Counts): number =>
    at(grid, dayTo, hourTo)[of] -
    at(grid, day, hourTo)[of] -
    at(grid, dayTo, hour)[of] +
    at(grid, day, hour)[of];
  return { responses: sum("responses"), awaiting: sum("awaiting") };
}
