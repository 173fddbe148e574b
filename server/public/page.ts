import { createHash } from "node:crypto";
import { publicLanguageOf } from "@/core/person-side/page-language";
import { directionOf } from "@/core/template/email-words";
import { type Html, html } from "./html";
import type { Reader } from "./link";
import { pageStyle } from "./page-style";

/** What a public page may weigh. */
export const PAGE_BYTES_MAX = 60_000;

export type Sender = { name: string; color?: string | undefined; address?: string | undefined };

export type Page = {
  /** Language of the page's own words. */
  language: string;
  title: string;
  /** Null where it must not be told whose link it was. */
  sender: Sender | null;
  main: Html;
  footer?: Html | null;
  /** Goes on to this address by itself: http or https only. */
  onward?: string;
  /** Beside the sender's name. */
  aside?: Html | null;
  /** What this page needs beside the common style. */
  style?: string;
  /** The page's one script; it may ask its own origin and nobody else. */
  script?: string;
};

const HEADERS = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex, nofollow",
} as const;

/** Headers of every answer a public link gives: nothing is stored, told onwards or listed. */
export const publicHeaders = (more: Record<string, string> = {}): Record<string, string> => ({
  ...HEADERS,
  ...more,
});

type Policy = { style: string; formAction: string; images?: string; script?: string };

const policyOf = ({ style, formAction, images = "'none'", script }: Policy): string =>
  [
    "default-src 'none'",
    `style-src ${style}`,
    ...(script === undefined ? [] : [`script-src ${script}`, "connect-src 'self'"]),
    `img-src ${images}`,
    `form-action ${formAction}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");

/** Answers with HTML that nobody can frame; `style`, `formAction` and `images` are sources of the policy. */
export function htmlResponse(
  text: string,
  status: number,
  policy: Policy,
  more: Record<string, string> = {},
): Response {
  const headers = publicHeaders({
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policyOf(policy),
    "x-frame-options": "DENY",
    ...more,
  });
  return new Response(text, { status, headers });
}

/** A page in the name of the reader's sender and in their language. */
export function brandedPage(
  { workspace, locale }: Pick<Reader, "workspace" | "locale">,
  page: Pick<Page, "title" | "main" | "footer" | "onward">,
  status = 200,
): Response {
  const { name, brand } = workspace;
  const sender = { name, color: brand.color, address: brand.address };
  return pageResponse({ ...page, language: publicLanguageOf(locale), sender }, status);
}

/** A complete page: one column that holds at 320 pixels and at 400 % zoom, in light and dark. */
export function pageResponse(
  page: Page,
  status = 200,
  more: Record<string, string> = {},
): Response {
  const { script } = page;
  const style = hashOf(styleOf(page));
  const policy = { style, formAction: "'self'", ...(script && { script: hashOf(script) }) };
  return htmlResponse(pageText(page), status, policy, more);
}

const styleOf = ({ sender, style = "" }: Page): string => pageStyle(sender?.color) + style;

const hashOf = (text: string): string =>
  `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The document of a page. */
export function pageText(page: Page): string {
  const { language, title, sender, main, footer, onward, aside, script } = page;
  const head = html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
${onward && html`<meta http-equiv="refresh" content="0;url=${onward}">`}
<title>${sender === null ? title : `${title} · ${sender.name}`}</title>`;
  const from = sender?.address ? `${sender.name}, ${sender.address}` : null;
  const body = html`<div class="column">
${sender && html`<header><i aria-hidden="true"></i><span>${sender.name}</span>${aside}</header>`}
<main>
${main}
</main>
${(footer || from) && html`<footer>${footer}${from && html`<p>${from}</p>`}</footer>`}
</div>`;
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
${head.text}
<style>${styleOf(page)}</style>
</head>
<body>
${body.text}${script ? `\n<script>${script}</script>` : ""}
</body>
</html>`;
}
