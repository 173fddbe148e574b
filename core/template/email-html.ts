import { readableOn } from "@/core/template/colour";
import { directionOf, emailWords } from "@/core/template/email-words";
import { styledHtml, type TagStyles } from "@/core/template/markdown";
import { markdownToText } from "@/core/template/markdown-text";
import type { RenderedAction, RenderedContent } from "@/core/template/render-content";

export const INK = "#1c1f26";
const MUTED = "#667085";
const LINE = "#e4e7ec";
const CANVAS = "#f5f6f8";
const HEX = /^#[0-9a-f]{6}$/i;
const FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

export type EmailBrand = {
  name: string;
  color?: string | null;
  address?: string | null;
  /** https only; the name stands in for it where images are off. */
  logoUrl?: string | null;
};

/** Where the links of one email lead; `click` wraps each link of the body. */
export type EmailLinks = {
  action: (actionId: string) => string;
  view: string;
  unsubscribe: string;
  preferences: string | null;
  click: (url: string) => string;
  openPixel: string | null;
};

export type EmailInput = {
  content: RenderedContent;
  brand: EmailBrand;
  links: EmailLinks;
  locale: string;
  /** One sentence: why the reader gets this. */
  footerText: string;
};

const STYLES: TagStyles = {
  p: "margin:0 0 16px",
  h1: "margin:24px 0 12px;font-size:22px;line-height:30px;font-weight:600",
  h2: "margin:24px 0 8px;font-size:18px;line-height:26px;font-weight:600",
  h3: "margin:20px 0 8px;font-size:16px;line-height:24px;font-weight:600",
  ul: "margin:0 0 16px;padding:0 0 0 22px",
  ol: "margin:0 0 16px;padding:0 0 0 22px",
  li: "margin:0 0 6px",
  hr: `margin:24px 0;border:0;border-top:1px solid ${LINE}`,
  a: "color:inherit;text-decoration:underline",
  img: "display:block;max-width:100%;height:auto;border:0;border-radius:6px",
  table: "width:100%;margin:0 0 16px;border-collapse:collapse;font-size:15px",
  th: `padding:8px 12px 8px 0;border-bottom:1px solid ${LINE};text-align:start;font-weight:600`,
  td: `padding:8px 12px 8px 0;border-bottom:1px solid ${LINE};text-align:start`,
};

const DARK = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.canvas{background:#0f1115!important}.card{background:#181b21!important;border-color:#2a2f38!important}
.ink{color:#f2f4f7!important}.muted,.muted a{color:#98a2b3!important}
.fill{background:#f2f4f7!important;border-color:#f2f4f7!important}.fill a{color:#1c1f26!important}
.outline{border-color:#475467!important}.outline a{color:#f2f4f7!important}
.body td,.body th,.body hr{border-color:#2a2f38!important}}
@media (max-width:620px){.card{padding:24px 20px!important}.button,.button td{display:block!important;width:auto!important}}`;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** Invisible filler keeps mail programs from drawing the body into the preview line. */
const PREVIEW_FILLER = "&#847;&zwnj;&nbsp;".repeat(60);

function preheaderHtml(text: string | null): string {
  if (text === null) return "";
  return `<div style="display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px;opacity:0">${escapeHtml(text)}${PREVIEW_FILLER}</div>`;
}

function buttonHtml(action: RenderedAction, url: string, first: boolean, color: string): string {
  const fill = first ? color : "transparent";
  const text = first ? readableOn(color) : INK;
  const edge = first ? color : "#98a2b3";
  const kind = first && color === INK ? "fill" : first ? "brand" : "outline";
  const background = first ? ` bgcolor="${color}"` : "";
  return `<table role="presentation" class="button" cellpadding="0" cellspacing="0" border="0" style="display:inline-table;margin:0 8px 8px 0;border-collapse:separate"><tr><td class="${kind}" align="center"${background} style="background:${fill};border:1px solid ${edge};border-radius:8px;mso-padding-alt:12px 22px"><a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 22px;font:600 16px/20px ${FONT};color:${text};text-decoration:none;border-radius:8px">${escapeHtml(action.label)}</a></td></tr></table>`;
}

function footerHtml({ brand, links, locale, footerText }: EmailInput): string {
  const words = emailWords(locale);
  const link = (url: string, label: string) =>
    `<a href="${escapeHtml(url)}" style="color:${MUTED};text-decoration:underline">${escapeHtml(label)}</a>`;
  const row = [
    ...(links.preferences === null ? [] : [link(links.preferences, words.preferences)]),
    link(links.unsubscribe, words.unsubscribe),
    link(links.view, words.viewInBrowser),
  ].join(" &nbsp;&#183;&nbsp; ");
  const from = [brand.name, brand.address ?? ""].filter((text) => text !== "").join(", ");
  return `<p style="margin:0 0 8px">${escapeHtml(footerText)}</p><p style="margin:0 0 8px">${row}</p><p style="margin:0">${escapeHtml(from)}</p>`;
}

function bodyHtml({ content, brand, links }: EmailInput): string {
  const color = HEX.test(brand.color ?? "") ? (brand.color ?? INK) : INK;
  const title =
    content.title === null
      ? ""
      : `<h1 class="ink" style="margin:0 0 16px;font-size:24px;line-height:32px;font-weight:600;color:${INK}">${escapeHtml(content.title)}</h1>`;
  const buttons = content.actions
    .map((action, index) => buttonHtml(action, links.action(action.id), index === 0, color))
    .join("");
  const body = styledHtml(content.body, STYLES, links.click);
  return `${title}<div class="body ink" style="color:${INK}">${body}</div>${
    buttons === "" ? "" : `<div style="padding:8px 0 0">${buttons}</div>`
  }`;
}

const HTTPS = /^https:\/\//i;

function markHtml({ name, logoUrl }: EmailBrand): string {
  if (!logoUrl || !HTTPS.test(logoUrl)) return escapeHtml(name);
  return `<img src="${escapeHtml(logoUrl)}" height="32" alt="${escapeHtml(name)}" style="display:block;height:32px;width:auto;max-width:240px;border:0">`;
}

function emailHtml(input: EmailInput): string {
  const { content, brand, links, locale } = input;
  const direction = directionOf(locale);
  const font = `font:400 16px/26px ${FONT}`;
  const pixel =
    links.openPixel === null
      ? ""
      : `<img src="${escapeHtml(links.openPixel)}" width="1" height="1" alt="" style="display:block;width:1px;height:1px;border:0">`;
  return `<!doctype html>
<html lang="${escapeHtml(locale)}" dir="${direction}" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${escapeHtml(content.subject ?? content.title ?? brand.name)}</title>
<!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->
<style>${DARK}</style>
</head>
<body class="canvas" style="margin:0;padding:0;background:${CANVAS};-webkit-text-size-adjust:100%">
${preheaderHtml(content.preheader)}
<table role="presentation" class="canvas" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${CANVAS}"><tr><td align="center" style="padding:32px 12px">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" dir="${direction}" style="max-width:600px">
<tr><td class="ink" style="padding:0 4px 16px;font:600 15px/20px ${FONT};color:${INK}">${markHtml(brand)}</td></tr>
<tr><td class="card" bgcolor="#ffffff" style="padding:36px 40px;background:#ffffff;border:1px solid ${LINE};border-radius:12px;${font};color:${INK}">
${bodyHtml(input)}
</td></tr>
<tr><td class="muted" style="padding:20px 4px 0;font:400 13px/20px ${FONT};color:${MUTED}">
${footerHtml(input)}${pixel}
</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>`;
}

function emailText({ content, brand, links, locale, footerText }: EmailInput): string {
  const words = emailWords(locale);
  const actions = content.actions.map(({ id, label }) => `${label}: ${links.action(id)}`);
  const footer = [
    footerText,
    ...(links.preferences === null ? [] : [`${words.preferences}: ${links.preferences}`]),
    `${words.unsubscribe}: ${links.unsubscribe}`,
    `${words.viewInBrowser}: ${links.view}`,
    [brand.name, brand.address ?? ""].filter((text) => text !== "").join(", "),
  ].join("\n");
  return [content.title ?? "", markdownToText(content.body), actions.join("\n"), `-- \n${footer}`]
    .filter((part) => part !== "")
    .join("\n\n");
}

/**
 * A complete email of a rendered content: an HTML document of one 600-pixel column that holds in
 * Outlook, Gmail and dark mode, and its plain-text version. The first action is the filled button.
 */
export function emailDocument(input: EmailInput): {
  html: string;
  text: string;
} {
  return { html: emailHtml(input), text: emailText(input) };
}
