import type { Definition } from "./definition";
import type { SeenEvent, SeenField } from "./editor-facts";

const FIELDS_MAX = 200;
const DEPTH_MAX = 6;

type Schema = Record<string, unknown>;

/**
 * The fields of a case's data: as lately seen in the event that starts the workflow (of any event
 * where none does), then those only its data schema names. At most `FIELDS_MAX`.
 */
export function knownFields(
  definition: Pick<Definition, "start" | "data">,
  events: readonly SeenEvent[],
): SeenField[] {
  const name = definition.start?.event;
  const seen = events.filter((event) => name === undefined || event.name === name);
  const fields = new Map<string, SeenField>();
  const all = [...seen.flatMap((event) => event.fields), ...schemaFields(definition.data ?? {})];
  for (const field of all) if (!fields.has(field.path)) fields.set(field.path, field);
  return [...fields.values()].slice(0, FIELDS_MAX);
}

function schemaFields(schema: Schema, path = "data", depth = 0): SeenField[] {
  const { properties } = schema;
  if (!isSchema(properties) || depth === DEPTH_MAX) return [];
  return Object.entries(properties).flatMap(([name, field]) => {
    if (!isSchema(field)) return [];
    const here = `${path}.${name}`;
    const inner = schemaFields(field, here, depth + 1);
    return inner.length > 0
      ? inner
      : [{ path: here, example: exampleIn(field), missing: 0, of: 0 }];
  });
}

function exampleIn({ examples, example, default: standard }: Schema): unknown {
  return (Array.isArray(examples) ? examples[0] : undefined) ?? example ?? standard;
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);
