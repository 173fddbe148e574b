import type { MessageRow } from "@/db/queries/messages";

const CHARS_MAX = 80;
const MARKDOWN = /[*_#`>]/g;

/**
 * How people know a message: by its subject or title, one without either (an SMS) by how it begins,
 * and before it is rendered by its template.
 */
export function messageTitle({ content, template }: Pick<MessageRow, "content" | "template">) {
  const named = content?.subject ?? content?.title;
  if (named != null) return named;
  const lines = (content?.body ?? "").split("\n").map((line) => line.replace(MARKDOWN, "").trim());
  const begins = lines.find((line) => line !== "");
  if (begins === undefined) return template;
  return begins.length > CHARS_MAX ? `${begins.slice(0, CHARS_MAX).trimEnd()}…` : begins;
}
