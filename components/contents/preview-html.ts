import { type Missing, markHtml } from "@/core/template/preview-content";

export type Scheme = "light" | "dark";

const DARK_RULE = "@media (prefers-color-scheme:dark){";
const IMAGE = /<img\b[^>]*>/g;
const ALT = /\balt="([^"]*)"/;
/** The frame has no script either way; this keeps everything but pictures from being fetched. */
const POLICY =
  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src https: data:; style-src 'unsafe-inline'\">";
const HEAD = "<head>";

/** An email for a frame: gaps marked, in one colour scheme whatever the machine's, with or without pictures. */
export function previewHtml(
  html: string,
  { missing, scheme, images }: { missing: readonly Missing[]; scheme: Scheme; images: boolean },
): string {
  const marked = markHtml(html, missing)
    .replace(HEAD, `${HEAD}${POLICY}<base target="_blank">`)
    .replaceAll(DARK_RULE, scheme === "dark" ? "@media all{" : "@media not all{")
    .replace(":root{color-scheme:light dark;", `:root{color-scheme:${scheme};`);
  if (images) return marked;
  return marked.replace(IMAGE, (tag) => {
    const alt = ALT.exec(tag)?.[1] ?? "";
    const shown =
      alt === "" ? "" : `<span style="border:1px dashed #98a2b3;padding:4px 8px">${alt}</span>`;
    return shown;
  });
}
