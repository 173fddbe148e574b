import { isRecord } from "@/core/sentence/param-text";
import type { SeenEvent, SeenField } from "./editor-facts";

export const FIELDS_MAX = 200;
const FIELD_DEPTH_MAX = 6;
const EXAMPLE_CHARS_MAX = 120;
const EXAMPLE_ITEMS_MAX = 3;
/** What stands where a value looks like a secret. */
export const REDACTED = "•••";

const SECRET_NAME =
  /pass(?:word|wd|code)?$|secret|token|api[_-]?key|private[_-]?key|authorization|cookie|credential|session|\b(?:pin|otp|cvv|cvc|ssn|iban)\b|card[_-]?number|signature/i;
const SECRET_VALUE =
  /^(?:Bearer|Basic)\s|^eyJ[\w-]+\.[\w-]+\.|^(?:sk|pk|rk|ghp|gho|xox[a-z]|whsec|re|ft)[_-][\w-]{12,}|-----BEGIN|:\/\/[^/\s:]+:[^@\s]+@|[?&](?:token|key|sig|signature|secret)=/i;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Long, without a space, letters and digits mixed: a key rather than a word. */
const RANDOM = /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[\w+/=-]{24,}$/;

/**
 * What the latest events of one name had in their data, newest first: every field with an example
 * and in how many it was missing. Values that look like secrets are not shown. A field that holds
 * null counts as missing.
 */
export function seenEvent(name: string, latest: readonly unknown[]): SeenEvent {
  const seen = new Map<string, { example: unknown; times: number }>();
  for (const data of latest) {
    for (const [path, value] of flattened(data, "data", 0)) {
      const known = seen.get(path);
      if (known) known.times += 1;
      else if (seen.size < FIELDS_MAX)
        seen.set(path, { example: exampleOf(path, value), times: 1 });
    }
  }
  const of = latest.length;
  const fields = [...seen].map(
    ([path, { example, times }]): SeenField => ({ path, example, missing: of - times, of }),
  );
  return { name, count: of, fields: fields.toSorted((a, b) => (a.path < b.path ? -1 : 1)) };
}

function* flattened(value: unknown, path: string, depth: number): Generator<[string, unknown]> {
  if (!isRecord(value)) {
    if (value !== null && value !== undefined && depth > 0) yield [path, value];
    return;
  }
  if (depth >= FIELD_DEPTH_MAX || (depth > 0 && Object.keys(value).length === 0)) {
    yield [path, value];
    return;
  }
  // A name with a dot cannot be read by a path.
  for (const [name, inner] of Object.entries(value)) {
    if (/^[A-Za-z_][\w-]*$/.test(name)) yield* flattened(inner, `${path}.${name}`, depth + 1);
  }
}

function exampleOf(path: string, value: unknown): unknown {
  if (SECRET_NAME.test(path.split(".").at(-1) ?? "")) return REDACTED;
  if (Array.isArray(value)) {
    return value.slice(0, EXAMPLE_ITEMS_MAX).map((item) => exampleOf(path, item));
  }
  if (isRecord(value)) {
    const entries = Object.entries(value).slice(0, EXAMPLE_ITEMS_MAX);
    return Object.fromEntries(entries.map(([key, item]) => [key, exampleOf(key, item)]));
  }
  if (typeof value !== "string") return value;
  if (SECRET_VALUE.test(value) || (RANDOM.test(value) && !UUID.test(value))) return REDACTED;
  return value.length > EXAMPLE_CHARS_MAX ? `${value.slice(0, EXAMPLE_CHARS_MAX - 1)}…` : value;
}
