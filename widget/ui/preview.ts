import type { InboxBlock } from "@/core/contracts/inbox";

const PREVIEW_CHARS_MAX = 240;

/** The beginning of a message in one line, without links. */
export function previewOf(body: readonly InboxBlock[]): string {
  return body
    .flatMap((block) => (block.kind === "list" ? block.items : [block.spans]))
    .map((spans) => spans.map((span) => span.text).join(""))
    .join(" ")
    .slice(0, PREVIEW_CHARS_MAX);
}
