/** One measured number, as it stands in the table at the end. */
export type Figure = {
  name: string;
  value: string;
  /** What the product promises; without it the figure is for information. */
  required?: { text: string; holds: boolean };
  /** The name to give to `npm run bench --` to measure it again. */
  repeat: string;
};

const HEADINGS = ["Figure", "Value", "Required", "", "Repeat with: npm run bench --"];

/** The table of everything that was measured. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, required, repeat }) => [
    name,
    value,
    required?.text ?? "—",
    required === undefined ? "—" : required.holds ? "ok" : "missed",
    repeat,
  ]);
  const all = [HEADINGS, ...rows];
  const widths = HEADINGS.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return [line(HEADINGS), rule, ...rows.map(line)].join("\n");
}

export const atLeast = (value: number, limit: number, unit = "") => ({
  text: `≥ ${limit}${unit}`,
  holds: value >= limit,
});

export const atMost = (value: number, limit: number, unit = "") => ({
  text: `≤ ${limit}${unit}`,
  holds: value <= limit,
});

/** The value below which `share` (0..1) of them lie; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export const perSecond = (value: number): string =>
  `${Math.round(value).toLocaleString("en-US")}/s`;
