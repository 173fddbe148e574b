import { localDate, parseMoment } from "@/core/calendar/zone";
import { nestedExamples } from "@/core/template/variables";
import { DAY_MS, type Instant } from "@/core/time";
import type { Definition } from "@/core/workflow/definition";
import type { SeenField } from "@/core/workflow/editor-facts";
import { EXAMPLE_DAYS_AHEAD, exampleData } from "@/core/workflow/example-data";

type Data = Record<string, unknown>;

/** An example's date that lies further away says little about a workflow. */
const DUE_AHEAD_MAX = 90 * DAY_MS;

/** The path inside the data that the due date is read from; null where it is not. */
export function duePath({ due }: Definition): string[] | null {
  if (due === undefined || !("from" in due)) return null;
  const [head, ...path] = due.from.split(".");
  return head === "data" && path.length > 0 ? path : null;
}

/**
 * The data a simulated case opens with: what is given, or the examples of the schema over what its
 * event brought lately, with `due` in the field the due date is read from. A due date of an example that is past or far away is set
 * `EXAMPLE_DAYS_AHEAD` days after the start.
 */
export function presentData(
  definition: Definition,
  given: {
    data?: Data | undefined;
    due?: string | undefined;
    seen?: readonly SeenField[];
    from: Instant;
    zone: string;
  },
): Data {
  const { data, due, seen = [], from, zone } = given;
  const base = data ?? { ...broughtBy(seen), ...exampleData(definition, from) };
  const path = duePath(definition);
  if (!path) return base;
  if (due !== undefined) return withValue(base, path, due);
  if (data !== undefined) return base;
  const dueAt = parseMoment(valueAt(base, path), zone);
  const isNear = dueAt !== null && dueAt > from + DAY_MS && dueAt < from + DUE_AHEAD_MAX;
  if (isNear) return base;
  return withValue(base, path, localDate(from + EXAMPLE_DAYS_AHEAD * DAY_MS, zone));
}

function broughtBy(seen: readonly SeenField[]): Data {
  const { data } = nestedExamples(seen);
  return typeof data === "object" && data !== null ? { ...data } : {};
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(data: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return data;
  if (typeof data !== "object" || data === null || !Object.hasOwn(data, name)) return undefined;
  return valueAt((data as Data)[name], rest);
}

function withValue(data: Data, [name, ...rest]: readonly string[], value: unknown): Data {
  if (name === undefined) return data;
  const inner = data[name];
  const held = typeof inner === "object" && inner !== null ? (inner as Data) : {};
  return { ...data, [name]: rest.length === 0 ? value : withValue(held, rest, value) };
}
