export const PATH_CHARS_MAX = 500;
export const PATH_PARTS_MAX = 20;

/**
 * The value at a dotted path (`data.customer.id`, `data.items.0.price`), by own properties and list
 * indexes only; undefined where any part is missing or the path is longer than its limits.
 */
export function pathValue(scope: unknown, path: string): unknown {
  if (path.length > PATH_CHARS_MAX) return undefined;
  const parts = path.split(".");
  if (parts.length > PATH_PARTS_MAX) return undefined;
  let value = scope;
  for (const part of parts) value = ownValue(value, part);
  return value;
}

function ownValue(holder: unknown, name: string): unknown {
  if (typeof holder !== "object" || holder === null) return undefined;
  if (Array.isArray(holder)) {
    return /^(?:0|[1-9]\d{0,8})$/.test(name) ? holder[Number(name)] : undefined;
  }
  return Object.getOwnPropertyDescriptor(holder, name)?.value;
}
