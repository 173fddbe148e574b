import { Say } from "@/components/text/say";
import { type Instant, toRfc3339 } from "@/core/time";

const MOMENT_KEY = /(?:At|Until|^at|^until|^from|^to|^due|deadline)$/;
const MOMENT_MIN: Instant = 1_000_000_000_000;

/** Stored values as they were evaluated: names and values, nested ones as JSON. Renders nothing when empty. */
export function ValueList({ values, label }: { values: Record<string, unknown>; label: string }) {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  if (entries.length === 0) return null;
  return (
    <dl aria-label={label} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-xs">
      {entries.map(([name, value]) => (
        <div key={name} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-ft-3">{name}</dt>
          <dd className="font-mono break-words whitespace-pre-wrap">
            {value === null ? <Say text="common.none" /> : valueText(name, value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function valueText(name: string, value: unknown): string {
  if (value instanceof Date) return toRfc3339(value.getTime());
  if (typeof value === "number" && value > MOMENT_MIN && MOMENT_KEY.test(name)) {
    return toRfc3339(value);
  }
  return typeof value === "object" ? JSON.stringify(value, null, 1) : String(value);
}
