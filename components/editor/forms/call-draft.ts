import { Call } from "@/core/workflow/steps/call";

export type HeaderDraft = { name: string; value: string };
export const HEADERS_MAX = 20;

export const headerDrafts = (headers: Call["headers"]): HeaderDraft[] =>
  Object.entries(headers ?? {}).map(([name, value]) => ({ name, value }));

/** The headers these rows mean; null while a name is wrong or stands twice. */
export function headersOf(drafts: readonly HeaderDraft[]): { value: Call["headers"] } | null {
  if (drafts.length === 0) return { value: undefined };
  const names = new Set(drafts.map(({ name }) => name.toLowerCase()));
  if (names.size < drafts.length) return null;
  const parsed = Call.shape.headers.safeParse(
    Object.fromEntries(drafts.map(({ name, value }) => [name, value])),
  );
  return parsed.success ? { value: parsed.data } : null;
}

export type BodyKind = "none" | "json" | "text";
export type BodyDraft = { kind: BodyKind; text: string };

export function bodyDraft(body: Call["body"]): BodyDraft {
  if (body === undefined) return { kind: "none", text: "" };
  return typeof body === "string"
    ? { kind: "text", text: body }
    : { kind: "json", text: JSON.stringify(body, null, 2) };
}

/** Null while the text is no JSON object, or is too long. */
export function bodyOf({ kind, text }: BodyDraft): { value: Call["body"] } | null {
  if (kind === "none") return { value: undefined };
  const parsed = Call.shape.body.safeParse(kind === "text" ? text : jsonObject(text));
  return parsed.success && parsed.data !== undefined ? { value: parsed.data } : null;
}

function jsonObject(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? value : undefined;
  } catch {
    return undefined;
  }
}
