import type { Definition } from "./definition";
import type { SeenField } from "./editor-facts";

export const FIELD_TYPES = [
  "string",
  "number",
  "integer",
  "boolean",
  "date",
  "date-time",
  "array",
  "object",
] as const;
type FieldType = (typeof FIELD_TYPES)[number];

/** A field of a case's data as a workflow describes it. */
export type DataField = {
  /** Dotted, without `data.`: `customer.id`. */
  path: string;
  /** Null: anything, or something only JSON Schema can say. */
  type: FieldType | null;
  title: string | null;
  /** Undefined: none is given. */
  example: unknown;
  required: boolean;
  /** The path it had, where it was described before: what else was said of it stays. */
  was: string | null;
};

type Schema = Record<string, unknown>;
type Data = Definition["data"];

export const DATA_FIELDS_MAX = 200;
const DEPTH_MAX = 6;
const FORMATS: readonly FieldType[] = ["date", "date-time"];
const PATH = /^[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*){0,5}$/;

const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const propertiesOf = (schema: Schema | undefined): Schema =>
  isSchema(schema?.properties) ? schema.properties : {};
const requiredOf = (schema: Schema | undefined): unknown[] =>
  Array.isArray(schema?.required) ? schema.required : [];

/** The schema of a dotted path that begins with `data.`; null where the workflow describes none. */
export function schemaAt(data: Data, path: string): Schema | null {
  const [root, ...parts] = path.split(".");
  if (root !== "data" || data === undefined) return null;
  let schema: unknown = data;
  for (const part of parts) {
    const held: Schema = isSchema(schema) ? propertiesOf(schema) : {};
    schema = Object.hasOwn(held, part) ? held[part] : undefined;
  }
  return isSchema(schema) ? schema : null;
}

/** The type a schema states; a date or a moment is a text of that format. */
export function typeIn({ type, format }: Schema): FieldType | null {
  const formatted = type === "string" ? FORMATS.find((one) => one === format) : undefined;
  return formatted ?? FIELD_TYPES.find((one) => one === type && !FORMATS.includes(one)) ?? null;
}

export const titleIn = ({ title }: Schema): string | null =>
  typeof title === "string" && title !== "" ? title : null;

function exampleIn({ examples, example }: Schema): unknown {
  return (Array.isArray(examples) ? examples[0] : undefined) ?? example;
}

/** More missing fields than this are not named. */
const MISSING_NAMED_MAX = 10;

/** The paths (`data.buyer.vat`) that a data schema requires and these values lack, also as null or empty text. */
export function missingRequired(data: Data, values: Readonly<Record<string, unknown>>): string[] {
  return missingIn(data, values, "data.", 1).slice(0, MISSING_NAMED_MAX);
}

function missingIn(
  schema: Schema | undefined,
  values: Readonly<Record<string, unknown>>,
  prefix: string,
  depth: number,
): string[] {
  if (schema === undefined || depth > DEPTH_MAX) return [];
  const heldAt = (name: string) => (Object.hasOwn(values, name) ? values[name] : undefined);
  const lacks = (name: unknown): name is string =>
    typeof name === "string" && ["", null, undefined].some((none) => none === heldAt(name));
  const inner = Object.entries(propertiesOf(schema)).flatMap(([name, field]) => {
    const value = heldAt(name);
    const isBoth = isSchema(field) && isSchema(value);
    return isBoth ? missingIn(field, value, `${prefix}${name}.`, depth + 1) : [];
  });
  const own = requiredOf(schema).filter(lacks);
  return [...own.map((name) => prefix + name), ...inner];
}

/** The fields a data schema describes, in its order; of a record with fields, those. */
export function dataFields(data: Data): DataField[] {
  return fieldsIn(data, "", 1).slice(0, DATA_FIELDS_MAX);
}

function fieldsIn(schema: Schema | undefined, prefix: string, depth: number): DataField[] {
  const required = requiredOf(schema);
  return Object.entries(propertiesOf(schema)).flatMap(([name, field]): DataField[] => {
    const path = prefix + name;
    const held = isSchema(field) ? field : {};
    const inner = depth < DEPTH_MAX ? fieldsIn(held, `${path}.`, depth + 1) : [];
    if (inner.length > 0) return inner;
    const own = { type: typeIn(held), title: titleIn(held), example: exampleIn(held) };
    return [{ path, ...own, required: required.includes(name), was: path }];
  });
}

/**
 * The data schema with exactly these fields. What it says beside types, titles, examples and what is
 * required stays. Undefined when nothing is left. Null: a path is wrong, stands twice, or is a field
 * and a record at once.
 */
export function withDataFields(data: Data, fields: readonly DataField[]): { data: Data } | null {
  const paths = fields.map(({ path }) => path);
  const clash = paths.some((path, i) =>
    paths.some((other, j) => i !== j && (other === path || other.startsWith(`${path}.`))),
  );
  if (clash || paths.some((path) => !PATH.test(path)) || paths.length > DATA_FIELDS_MAX)
    return null;
  const { properties: _, required: __, ...rest } = data ?? {};
  if (fields.length === 0) {
    const says = Object.keys(rest).some((word) => word !== "type");
    return { data: says ? (rest as Data) : undefined };
  }
  return { data: recordOf({ type: "object", ...rest }, data, fields, data) as Data };
}

/** `fields` have paths within this record; `whole` is where their older descriptions are. */
function recordOf(
  base: Schema,
  before: Schema | undefined,
  fields: readonly DataField[],
  whole: Data,
): Schema {
  const properties: Schema = {};
  const required: string[] = [];
  for (const { path } of fields) {
    const [name = ""] = path.split(".");
    if (Object.hasOwn(properties, name)) continue;
    const own = fields.filter((field) => field.path === name);
    const [leaf] = own;
    if (leaf) {
      properties[name] = leafOf(leaf, whole);
      if (leaf.required) required.push(name);
      continue;
    }
    const held = propertiesOf(before)[name];
    const old = isSchema(held) ? held : undefined;
    const { properties: _, required: __, ...rest } = old ?? {};
    const inner = fields.filter((field) => field.path.startsWith(`${name}.`));
    const within = inner.map((field) => ({ ...field, path: field.path.slice(name.length + 1) }));
    properties[name] = recordOf({ ...rest, type: "object" }, old, within, whole);
    if (requiredOf(before).includes(name)) required.push(name);
  }
  return { ...base, properties, ...(required.length > 0 ? { required } : {}) };
}

function leafOf({ type, title, example, was }: DataField, whole: Data): Schema {
  const old = (was === null ? null : schemaAt(whole, `data.${was}`)) ?? {};
  const { title: _, ...untitled } = old;
  const titled = title === null ? untitled : { ...untitled, title };
  const typed = typeIn(old) === type ? titled : retyped(titled, type);
  if (JSON.stringify(exampleIn(old)) === JSON.stringify(example)) return typed;
  const { examples: __, example: ___, ...bare } = typed;
  return example === undefined ? bare : { ...bare, examples: [example] };
}

/** What a schema says of its older type does not hold for the new one. */
function retyped({ title, examples, description }: Schema, type: FieldType | null): Schema {
  const kept = Object.fromEntries(
    Object.entries({ title, examples, description }).filter(([, value]) => value !== undefined),
  );
  if (type === null) return kept;
  return FORMATS.includes(type) ? { type: "string", format: type, ...kept } : { type, ...kept };
}

const BARE_DATE = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const EXAMPLE_CHARS_MAX = 200;

/**
 * The fields with those that were seen and are not described yet, and seen examples where there were
 * none. Required is what no event lacked.
 */
export function withSeenFields(
  fields: readonly DataField[],
  seen: readonly SeenField[],
): DataField[] {
  const known = fields.map(({ path }) => path);
  const added = seen.flatMap(({ path, example, missing, of }): DataField[] => {
    const name = path.replace(/^data\./, "");
    const isTaken = known.some(
      (one) => one === name || one.startsWith(`${name}.`) || name.startsWith(`${one}.`),
    );
    if (isTaken || !PATH.test(name)) return [];
    known.push(name);
    return [
      {
        path: name,
        type: typeOf(example),
        title: null,
        example: shortEnough(example),
        required: of > 0 && missing === 0,
        was: null,
      },
    ];
  });
  const shown = fields.map((field) => {
    if (field.example !== undefined) return field;
    const example = seen.find(({ path }) => path === `data.${field.path}`)?.example;
    return fitsType(example, field.type) ? { ...field, example: shortEnough(example) } : field;
  });
  return [...shown, ...added].slice(0, DATA_FIELDS_MAX);
}

function fitsType(example: unknown, type: FieldType | null): boolean {
  const own = typeOf(example);
  return type === null || own === type || (own === "integer" && type === "number");
}

const shortEnough = (example: unknown): unknown =>
  (JSON.stringify(example) ?? "").length > EXAMPLE_CHARS_MAX ? undefined : (example ?? undefined);

function typeOf(example: unknown): FieldType | null {
  if (typeof example === "number") return Number.isInteger(example) ? "integer" : "number";
  if (typeof example === "boolean") return "boolean";
  if (Array.isArray(example)) return "array";
  if (typeof example === "object") return example === null ? null : "object";
  if (typeof example !== "string") return null;
  if (BARE_DATE.test(example)) return "date";
  return MOMENT.test(example) ? "date-time" : "string";
}

/** What is typed as an example, as its type has it; null where it does not fit. Empty: no example. */
export function exampleOf(text: string, type: FieldType | null): { value: unknown } | null {
  const typed = text.trim();
  if (typed === "") return { value: undefined };
  switch (type) {
    case "number":
    case "integer": {
      const n = Number(typed);
      const fits = Number.isFinite(n) && (type === "number" || Number.isInteger(n));
      return fits ? { value: n } : null;
    }
    case "boolean":
      return typed === "true" || typed === "false" ? { value: typed === "true" } : null;
    case "array":
    case "object": {
      const value = json(typed);
      const fits = type === "array" ? Array.isArray(value) : isSchema(value);
      return fits ? { value } : null;
    }
    case "date":
      return BARE_DATE.test(typed) ? { value: typed } : null;
    case "date-time":
      return MOMENT.test(typed) ? { value: typed } : null;
    case "string":
      return { value: typed };
    case null: {
      const value = json(typed);
      return { value: value === undefined ? typed : value };
    }
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The text of an example, as `exampleOf` takes it. */
export function exampleAsText(example: unknown, type: FieldType | null): string {
  if (example === undefined) return "";
  const isPlain = typeof example === "string" && (type !== null || json(example) === undefined);
  return isPlain ? String(example) : JSON.stringify(example);
}
