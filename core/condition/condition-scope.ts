import type { Reads } from "@/core/condition/syntax";
import { type RenderScope, SCOPE_ROOTS, type ScopeRoot } from "@/core/template/scope";

const MOMENTS_DEEP_MAX = 6;
/** Records whose shape is ours: numbers under a name that ends in `At` are moments there. */
const OWN_RECORDS: readonly ScopeRoot[] = ["case", "messages", "history", "open"];
/** Inside those, records whose shape is the caller's. */
const FOREIGN_RECORDS = ["data", "attributes"];
const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i;

function moment(value: unknown): unknown {
  if (typeof value === "number") return new Date(value);
  if (typeof value === "string" && RFC3339.test(value)) return new Date(value);
  return value;
}

function withMoments(value: unknown, deep: number): unknown {
  if (typeof value !== "object" || value === null || deep > MOMENTS_DEEP_MAX) return value;
  if (Array.isArray(value)) return value.map((item) => withMoments(item, deep + 1));
  if (value instanceof Date) return value;
  const record: Record<string, unknown> = {};
  for (const [name, held] of Object.entries(value)) {
    if (name === "__proto__") continue;
    if (FOREIGN_RECORDS.includes(name)) record[name] = held;
    else record[name] = name.endsWith("At") ? moment(held) : withMoments(held, deep + 1);
  }
  return record;
}

/** The roots an expression reads, as CEL wants them: `now`, `due` and our own `…At` as timestamps. */
export function celScope(
  scope: Partial<RenderScope>,
  roots: readonly ScopeRoot[],
): Record<string, unknown> {
  const context: Record<string, unknown> = {};
  for (const root of SCOPE_ROOTS) {
    if (!roots.includes(root) || !Object.hasOwn(scope, root)) continue;
    const value = scope[root];
    if (root === "now" || root === "due") context[root] = moment(value);
    else context[root] = OWN_RECORDS.includes(root) ? withMoments(value, 0) : value;
  }
  return context;
}

/** Steps that nested loops may take together. */
export const LOOP_STEPS_MAX = 1_000_000;
const VALUES_LOOKED_AT_MAX = 100_000;

/** Whether loops inside loops could take more than `LOOP_STEPS_MAX` steps with this data. */
export function takesTooLong(context: Record<string, unknown>, reads: Reads): boolean {
  if (reads.loopsDeep < 2) return false;
  let longest = 1;
  let looked = 0;
  const pending: unknown[] = Object.values(context);
  while (pending.length > 0) {
    if (++looked > VALUES_LOOKED_AT_MAX) return true;
    const value = pending.pop();
    if (typeof value === "string" && reads.splitsText) longest = Math.max(longest, value.length);
    if (typeof value !== "object" || value === null) continue;
    const held = Object.values(value);
    longest = Math.max(longest, held.length);
    for (const item of held) pending.push(item);
  }
  return (longest * (reads.additions + 1)) ** reads.loopsDeep > LOOP_STEPS_MAX;
}
