const WIDTH = 96;
const HEIGHT = 24;
const PAD = 2;

/** A course without an axis: only whether it goes up or down. Beside it stands the number. */
export function Sparkline({ values }: { values: readonly (number | null)[] }) {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return <span className="block h-6" />;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (i: number) => PAD + (i * (WIDTH - 2 * PAD)) / Math.max(1, values.length - 1);
  const y = (value: number) =>
    high === low ? HEIGHT / 2 : PAD + ((high - value) / (high - low)) * (HEIGHT - 2 * PAD);
  const path = values
    .map((value, i) => {
      if (value === null) return "";
      const starts = i === 0 || values[i - 1] === null;
      return `${starts ? "M" : "L"}${x(i).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join("");
  const last = values.findLastIndex((value) => value !== null);
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="ft-sparkline"
      width={WIDTH}
      height={HEIGHT}
    >
      <path d={path} />
      <circle cx={x(last)} cy={y(values[last] ?? 0)} r={2} />
    </svg>
  );
}
