import { storableText } from "@/core/text";

const LONE_SURROGATE_OR_NUL = /\\u(?:d[89a-f][0-9a-f]{2}|0000)/i;

/**
 * JSON that `jsonb` takes. A filter that cuts an emoji in half leaves a lone surrogate, and NUL is no
 * text in PostgreSQL; either would fail the whole batch.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  if (!LONE_SURROGATE_OR_NUL.test(text)) return text;
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "string" ? storableText(part) : part,
  );
}
