import type { SeenEvent } from "../editor-facts";
import type { WorkflowFacts } from "./problem";

/** In how many of the latest events of a name a field was missing; null where none came lately. */
export function missingIn(
  path: string,
  event: string | undefined,
  { events }: WorkflowFacts,
): { missing: number; of: number } | null {
  const seen = event === undefined ? undefined : events?.get(event);
  if (!seen || seen.count === 0 || !path.startsWith("data.")) return null;
  const fields = seen.fields.filter((field) => isAt(field.path, path));
  const missing = fields.map((field) => field.missing);
  return { missing: Math.min(seen.count, ...missing), of: seen.count };
}

/** Names of the fields that lately came with an event, without `data.`; null where none came. */
export function seenNames(event: SeenEvent | undefined): string[] | null {
  if (!event || event.count === 0) return null;
  return event.fields.map(({ path }) => path.replace(/^data\./, ""));
}

/** True for the field itself and for what stands in it. */
const isAt = (field: string, path: string): boolean =>
  field === path || field.startsWith(`${path}.`) || field.startsWith(`${path}[`);
