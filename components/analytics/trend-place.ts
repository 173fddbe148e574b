/** Where the plot of the course lies in its picture, in pixels: known here, so that keys, words and pointer meet it. */
export const PLOT = {
  width: 880,
  height: 264,
  gutter: 40,
  axis: 28,
  margin: { top: 20, right: 84, bottom: 0, left: 0 },
} as const;

/** The step at `x` pixels from the picture's left edge. */
export function stepOf(x: number, width: number, steps: number): number {
  const room = Math.max(1, width - PLOT.gutter - PLOT.margin.right);
  const step = Math.floor(((x - PLOT.gutter) / room) * steps);
  return Math.min(steps - 1, Math.max(0, step));
}

const LABEL_HEIGHT = 16;

/**
 * Where the names of lines stand beside their last points, in pixels from the top: as near as they can
 * without lying on each other. In the order they were given.
 */
export function labelTops(values: readonly number[], top: number): number[] {
  const room = PLOT.height - PLOT.axis - PLOT.margin.top;
  const ideal = values.map((value, i) => ({
    i,
    y: PLOT.margin.top + (1 - value / Math.max(1, top)) * room - LABEL_HEIGHT / 2,
  }));
  let free = PLOT.margin.top + room + LABEL_HEIGHT / 2;
  const tops: number[] = [];
  for (const { i, y } of ideal.toSorted((a, b) => b.y - a.y || b.i - a.i)) {
    free = Math.min(y, free - LABEL_HEIGHT);
    tops[i] = free;
  }
  return tops;
}
