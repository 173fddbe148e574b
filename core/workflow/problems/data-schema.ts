const REFS_MAX = 10;
/** What Liquid adds to lists and texts. */
const LIST_WORDS = ["size", "first", "last"];

type Schema = Record<string, unknown>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `data.items[].price` and `data.items[0]["price"]` as their parts; any item of a list is its first. */
export const pathParts = (path: string): string[] =>
  path
    .replaceAll("[]", "[0]")
    .split(/[.[\]"']+/)
    .filter((part) => part !== "");

/** A field the schema does not have, and the names it has there. */
export type UnknownField = { path: string; known: string[] };

/**
 * Looks a dotted path (without `data.`) up in a JSON Schema. Null when the schema has it, or leaves
 * it open: no `properties`, an explicit `additionalProperties`, or a construct it cannot read.
 */
export function unknownField(root: Schema, path: string): UnknownField | null {
  const parts = pathParts(path);
  let schemas = expand([root], root);
  const walked: string[] = [];
  for (const part of parts) {
    if (schemas.length === 0 || schemas.some((schema) => leavesOpen(schema, part))) return null;
    const next = schemas.flatMap((schema) => fieldsNamed(schema, part));
    if (next.length === 0) {
      const known = schemas.flatMap((schema) => namesOf(schema));
      const prefix = walked.map((name) => `${name}.`).join("");
      return { path: prefix + part, known: known.map((name) => prefix + name) };
    }
    walked.push(part);
    schemas = expand(next, root);
  }
  return null;
}

/** What a schema declares a field as. `values`: the only ones it can have, where it names them. */
export type Declared = { types: string[]; format: string | null; values: unknown[] | null };

/** Looks up how a dotted path (without `data.`) is declared; null where the schema does not say. */
export function declaredType(root: Schema, path: string): Declared | null {
  let schemas = expand([root], root);
  for (const part of pathParts(path)) {
    schemas = expand(
      schemas.flatMap((schema) => fieldsNamed(schema, part)),
      root,
    );
  }
  const [first] = schemas;
  if (schemas.length !== 1 || !first) return null;
  const given = Array.isArray(first.type) ? first.type : [first.type];
  const types = given.filter((type): type is string => typeof type === "string");
  const values = Array.isArray(first.enum) ? first.enum : null;
  const format = typeof first.format === "string" ? first.format : null;
  return types.length === 0 ? null : { types, format, values };
}

function leavesOpen(schema: Schema, part: string): boolean {
  if (schema.items !== undefined || schema.type === "array") {
    return LIST_WORDS.includes(part) || schema.items === undefined;
  }
  if (!isSchema(schema.properties)) return schema.type === undefined || schema.type === "object";
  const { additionalProperties } = schema;
  if (isSchema(schema.patternProperties)) return true;
  return additionalProperties === true || isSchema(additionalProperties);
}

function fieldsNamed(schema: Schema, part: string): Schema[] {
  if (isSchema(schema.items) && /^\d+$/.test(part)) return [schema.items];
  const { properties } = schema;
  if (!isSchema(properties) || !Object.hasOwn(properties, part)) return [];
  const field = properties[part];
  return [isSchema(field) ? field : {}];
}

const namesOf = (schema: Schema): string[] =>
  isSchema(schema.properties) ? Object.keys(schema.properties) : [];

/** The schema itself and what it is made of: local references and combinations. */
function expand(schemas: Schema[], root: Schema): Schema[] {
  let open = schemas;
  for (let depth = 0; depth < REFS_MAX; depth++) {
    if (!open.some(isCombined)) break;
    open = open.flatMap((schema) => (isCombined(schema) ? partsOf(schema, root) : [schema]));
  }
  return open;
}

const COMBINATIONS = ["allOf", "anyOf", "oneOf"] as const;

const isCombined = (schema: Schema): boolean =>
  schema.$ref !== undefined || COMBINATIONS.some((word) => Array.isArray(schema[word]));

function partsOf(schema: Schema, root: Schema): Schema[] {
  const { $ref, allOf, anyOf, oneOf, ...own } = schema;
  const parts = [allOf, anyOf, oneOf].flatMap((list) => (Array.isArray(list) ? list : []));
  if (typeof $ref === "string") parts.push(referenced($ref, root));
  const rest = isSchema(own.properties) ? [own] : [];
  return [...rest, ...parts.filter(isSchema)];
}

function referenced($ref: string, root: Schema): unknown {
  if (!$ref.startsWith("#/")) return {};
  let value: unknown = root;
  for (const part of $ref.slice(2).split("/")) value = isSchema(value) ? value[part] : undefined;
  return value ?? {};
}
