import { Say } from "@/components/text/say";

/** A grey stand-in, shown after 150 ms, as large as what it stands for. */
export function Skeleton({
  width = "100%",
  height = 12,
}: {
  width?: number | string;
  height?: number;
}) {
  return <span className="ft-skeleton block" style={{ width, height }} aria-hidden="true" />;
}

const WIDTHS = ["62%", "48%", "71%", "55%", "66%", "43%"];

/** Rows of the height real rows have, so that nothing moves when they arrive. */
export function SkeletonRows({ rows = 8, label }: { rows?: number; label?: string }) {
  return (
    <div role="status" className="ft-table-frame">
      <span className="sr-only">{label ?? <Say text="common.loading" />}</span>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div
          key={row}
          className="flex h-(--ft-row) items-center gap-6 border-ft-subtle px-3 not-first:border-t"
        >
          <Skeleton width={72} />
          <Skeleton width={WIDTHS[row % WIDTHS.length] ?? "60%"} />
          <Skeleton width={88} />
        </div>
      ))}
    </div>
  );
}
