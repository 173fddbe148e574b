const TEXT_MAX = 300;

/** A JSON object, not an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as it may stand in a sentence: one line, of limited length. Null when there is nothing to show. */
export function textOf(value: unknown): string | null {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : null;
  if (typeof value === "boolean") return String(value);
  if (isRecord(value)) return typeof value.name === "string" ? textOf(value.name) : null;
  if (typeof value !== "string") return null;
  const line = value.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  if (line === "") return null;
  const letters = Array.from(line);
  return letters.length > TEXT_MAX ? `${letters.slice(0, TEXT_MAX - 1).join("")}…` : line;
}

/** As `textOf`, without the full stop that the sentence around it sets itself. */
export function clauseOf(value: unknown): string | null {
  const text = textOf(value);
  if (text === null || text.endsWith("..")) return text;
  return text.replace(/\.$/, "") || null;
}
