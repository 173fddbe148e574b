import { DAY_MS, type Instant, toRfc3339 } from "@/core/time";
import type { Definition } from "./definition";

/** A date without an example lies this far ahead, so that there is time for what comes before it. */
export const EXAMPLE_DAYS_AHEAD = 14;
const DEPTH_MAX = 8;

type Schema = Record<string, unknown>;
type Data = Record<string, unknown>;

/**
 * Data of an event as the definition's JSON Schema shows it: its examples, defaults and constants,
 * and dates that lie ahead of `now`. Fields without any are left out.
 */
export function exampleData({ data: schema }: Pick<Definition, "data">, now: Instant): Data {
  const value = schema === undefined ? undefined : shownBy(schema, now, 0);
  return isRecord(value) ? value : {};
}

function shownBy(schema: unknown, now: Instant, depth: number): unknown {
  if (!isRecord(schema) || depth > DEPTH_MAX) return undefined;
  const { examples, example, default: standard, const: constant, enum: choices } = schema;
  const shown = [firstOf(examples), example, standard, constant, firstOf(choices)];
  const own = shown.find((value) => value !== undefined);
  if (isRecord(schema.properties)) {
    const fields = Object.entries(schema.properties).flatMap(([name, field]) => {
      const value = isRecord(own) && name in own ? own[name] : shownBy(field, now, depth + 1);
      return value === undefined ? [] : [[name, value] as const];
    });
    return { ...(isRecord(own) && own), ...Object.fromEntries(fields) };
  }
  return own ?? dateOf(schema, now);
}

function dateOf({ format }: Schema, now: Instant): string | undefined {
  const ahead = toRfc3339(now + EXAMPLE_DAYS_AHEAD * DAY_MS);
  if (format === "date-time") return ahead;
  return format === "date" ? ahead.slice(0, 10) : undefined;
}

const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : undefined);

const isRecord = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);
