const WIDTH = 240;
const HEIGHT = 24;
const PAD = 6;

/** Where a difference may lie: a line between its limits, a dot at its value, and where 0 is. */
export function IntervalBar({
  limits: { value, low, high },
  reach,
  label,
}: {
  limits: { value: number; low: number; high: number };
  /** The farthest limit of all bars beside it. */
  reach: number;
  label: string;
}) {
  const x = (of: number) => PAD + ((of + reach) / (2 * reach || 1)) * (WIDTH - 2 * PAD);
  const y = HEIGHT / 2;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="h-6 w-full max-w-60"
      direction="ltr"
    >
      <line
        x1={x(0)}
        x2={x(0)}
        y1={1}
        y2={HEIGHT - 1}
        stroke="var(--ft-text-3)"
        strokeDasharray="2 3"
      />
      <line x1={x(low)} x2={x(high)} y1={y} y2={y} stroke="var(--ft-c1)" strokeWidth={2} />
      {[low, high].map((end) => (
        <line
          key={end}
          x1={x(end)}
          x2={x(end)}
          y1={y - 5}
          y2={y + 5}
          stroke="var(--ft-c1)"
          strokeWidth={2}
        />
      ))}
      <circle cx={x(value)} cy={y} r={4} fill="var(--ft-c1)" />
    </svg>
  );
}
