import { brandFill } from "@/core/template/brand-colour";
import { SCHEME_COLOURS } from "@/core/template/email-layout";
import { directionOf } from "@/core/template/email-words";
import { escapeHtml } from "@/core/template/escape-html";

/** One thought, and at most one link or one code. Plain words, no Markdown. */
export type LetterText = {
  lang: string;
  /** In whose name: at its head. */
  sender: string;
  /** `#rrggbb`, of the link. */
  color?: string | undefined;
  subject: string;
  paragraphs: readonly string[];
  button?: { label: string; url: string };
  /** To be typed somewhere else. */
  code?: string;
  /** What to do when the reader did not ask for it. */
  footer: string;
};

const { light: LIGHT, dark: DARK } = SCHEME_COLOURS;
const FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

export const letterText = ({ paragraphs, button, code, footer }: LetterText): string =>
  `${[
    ...paragraphs,
    ...(code === undefined ? [] : [code]),
    ...(button ? [`${button.label}:\n${button.url}`] : []),
    footer,
  ].join("\n\n")}\n`;

const darkStyle = (fill: string, on: string): string =>
  `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){.canvas{background:${DARK.canvas}!important}.card{background:${DARK.card}!important;border-color:${DARK.line}!important}
.ink{color:${DARK.ink}!important}.muted{color:${DARK.muted}!important}.fill{background:${fill}!important}.fill a{color:${on}!important}}`;

/** The letter as an email's HTML, in light and dark. */
export function letterHtml(letter: LetterText): string {
  const { lang, sender, color, subject, paragraphs, button, code, footer } = letter;
  const light = (color && brandFill(color, "light")) || { fill: LIGHT.button, on: LIGHT.card };
  const dark = (color && brandFill(color, "dark")) || { fill: DARK.button, on: LIGHT.ink };
  const body = paragraphs
    .map((text) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`)
    .join("");
  return `<!doctype html>
<html lang="${escapeHtml(lang)}" dir="${directionOf(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title><style>${darkStyle(dark.fill, dark.on)}</style></head>
<body class="canvas" style="margin:0;padding:24px 12px;background:${LIGHT.canvas};font:400 16px/26px ${FONT}">
<div class="card ink" style="max-width:520px;margin:0 auto;padding:32px;background:${LIGHT.card};border:1px solid ${LIGHT.line};border-radius:12px;color:${LIGHT.ink}">
<p style="margin:0 0 20px;font-weight:600">${escapeHtml(sender)}</p>${body}
${code === undefined ? "" : codeHtml(code)}${button ? buttonHtml(button, light) : ""}<p class="muted" style="margin:0;font-size:13px;line-height:20px;color:${LIGHT.muted}">${escapeHtml(footer)}</p>
</div></body></html>`;
}

const codeHtml = (code: string): string =>
  `<p dir="ltr" style="margin:8px 0 24px;font:600 32px/40px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;letter-spacing:6px;text-align:center">${escapeHtml(code)}</p>
`;

const buttonHtml = (
  { label, url }: { label: string; url: string },
  { fill, on }: { fill: string; on: string },
): string =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px"><tr><td class="fill" bgcolor="${fill}" style="background:${fill};border-radius:8px"><a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 22px;font:600 16px/20px ${FONT};color:${on};text-decoration:none;border-radius:8px">${escapeHtml(label)}</a></td></tr></table>
<p class="muted" dir="ltr" style="margin:0 0 8px;font-size:13px;line-height:20px;color:${LIGHT.muted};word-break:break-all">${escapeHtml(url)}</p>
`;
