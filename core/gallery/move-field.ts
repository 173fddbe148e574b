type Json = { [name: string]: unknown };

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const partsOf = (path: string): string[] => path.split(".").slice(1);

/**
 * A JSON Schema of an event's data whose field `from` stands at `to` instead, both as `data.x.y`.
 * A field that is there already is left as it is.
 */
export function moveSchemaField(schema: Json, from: string, to: string): Json {
  const moved = take(schema, partsOf(from), "properties");
  return put(moved.rest, partsOf(to), moved.value ?? { type: "string" }, "properties");
}

/** The same for a value: an event's data. */
export function moveDataField(data: Json, from: string, to: string): Json {
  const moved = take(data, partsOf(from), null);
  return moved.value === undefined ? data : put(moved.rest, partsOf(to), moved.value, null);
}

/** A schema that has a field at `path`, described by `field` where it had none. */
export const withSchemaField = (schema: Json, path: string, field: Json): Json =>
  put(schema, partsOf(path), field, "properties");

type Inside = "properties" | null;

const childrenOf = (node: Json, inside: Inside): Json => {
  const children = inside === null ? node : node[inside];
  return isObject(children) ? children : {};
};

function withChildren(node: Json, inside: Inside, children: Json): Json {
  if (inside === null) return children;
  const { required, ...rest } = node;
  const still = Array.isArray(required) ? required.filter((name) => name in children) : [];
  return { ...rest, ...(required !== undefined && { required: still }), [inside]: children };
}

function take(node: Json, path: string[], inside: Inside): { rest: Json; value: unknown } {
  const [name = "", ...deeper] = path;
  const children = childrenOf(node, inside);
  const child = Object.hasOwn(children, name) ? children[name] : undefined;
  if (deeper.length > 0) {
    if (!isObject(child)) return { rest: node, value: undefined };
    const inner = take(child, deeper, inside);
    const next = withChildren(node, inside, { ...children, [name]: inner.rest });
    return { rest: next, value: inner.value };
  }
  const { [name]: value, ...others } = children;
  return { rest: withChildren(node, inside, others), value };
}

function put(node: Json, path: string[], value: unknown, inside: Inside): Json {
  const [name = "", ...deeper] = path;
  const children = childrenOf(node, inside);
  const child = Object.hasOwn(children, name) ? children[name] : undefined;
  if (deeper.length === 0) {
    if (child !== undefined) return node;
    return withChildren(node, inside, { ...children, [name]: value });
  }
  const parent = isObject(child) ? child : inside === null ? {} : { type: "object" };
  const inner = put(parent, deeper, value, inside);
  return withChildren(node, inside, { ...children, [name]: inner });
}
