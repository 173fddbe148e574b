import {
  type EmailBrand,
  type EmailColours,
  type EmailLook,
  emailLook,
} from "@/core/template/email-look";
import { filling, type Values } from "@/core/template/email-places";
import {
  BUTTON_FIRST,
  BUTTON_OTHER,
  BUTTON_ROW,
  DOCUMENT,
  PREHEADER,
} from "@/core/template/email-skeleton";
import { directionOf, emailWords } from "@/core/template/email-words";
import { escapeHtml } from "@/core/template/escape-html";
import { styledHtml, type TagStyles } from "@/core/template/markdown";
import { markdownToText } from "@/core/template/markdown-text";
import type { RenderedAction, RenderedContent } from "@/core/template/render-content";

/** Where the links of one email lead; `click` wraps each link of the body. */
export type EmailLinks = {
  action: (actionId: string) => string;
  view: string;
  unsubscribe: string;
  preferences: string | null;
  click: (url: string) => string;
  openPixel: string | null;
  /** A link that no reader sees: who follows it is a machine. */
  trap?: string | null;
};

/** Markdown, and where each button below it leads. */
export type EmailMatter = { body: string; buttons: readonly { label: string; url: string }[] };

export type EmailInput = {
  content: RenderedContent;
  /** What the HTML part says in place of the body: several matters, each with its own buttons. */
  matters?: readonly EmailMatter[] | undefined;
  brand: EmailBrand;
  links: EmailLinks;
  locale: string;
  /** One sentence: why the reader gets this. */
  footerText: string;
};

const documentOf = filling(DOCUMENT);
const preheaderOf = filling(PREHEADER);
const buttonRowOf = filling(BUTTON_ROW);
const firstButtonOf = filling(BUTTON_FIRST);
const otherButtonOf = filling(BUTTON_OTHER);

/** Where a line begins is told in words that Outlook knows. */
const stylesOf = ({ line }: EmailColours, { isRtl, start }: Sides): TagStyles => ({
  p: "margin:0 0 16px",
  h1: "margin:24px 0 12px;font-size:22px;line-height:30px;font-weight:600",
  h2: "margin:24px 0 8px;font-size:18px;line-height:26px;font-weight:600",
  h3: "margin:20px 0 8px;font-size:16px;line-height:24px;font-weight:600",
  ul: `margin:0 0 16px;padding:${isRtl ? "0 22px 0 0" : "0 0 0 22px"}`,
  ol: `margin:0 0 16px;padding:${isRtl ? "0 22px 0 0" : "0 0 0 22px"}`,
  li: "margin:0 0 6px",
  hr: `margin:24px 0;border:0;border-top:1px solid ${line}`,
  a: "color:inherit;text-decoration:underline;word-break:break-word",
  img: "display:block;max-width:100%;height:auto;border:0;border-radius:6px",
  table: "width:100%;margin:0 0 16px;border-collapse:collapse;font-size:15px",
  th: `padding:${cellSides(isRtl)};border-bottom:1px solid ${line};text-align:${start};font-weight:600`,
  td: `padding:${cellSides(isRtl)};border-bottom:1px solid ${line};text-align:${start}`,
});

const cellSides = (isRtl: boolean) => (isRtl ? "8px 0 8px 12px" : "8px 12px 8px 0");

type Sides = { isRtl: boolean; start: "left" | "right" };

const sidesOf = (locale: string): Sides => {
  const isRtl = directionOf(locale) === "rtl";
  return { isRtl, start: isRtl ? "right" : "left" };
};

const PLAIN: TagStyles = { p: "margin:0 0 8px", a: "color:inherit;text-decoration:underline" };

/** Invisible filler keeps mail programs from drawing the body into the preview line. */
const PREVIEW_FILLER = "&#847;&zwnj;&nbsp;".repeat(60);

const preheaderHtml = (text: string | null): string =>
  text === null ? "" : preheaderOf({ text: escapeHtml(text) + PREVIEW_FILLER });

function buttonsHtml(actions: readonly RenderedAction[], links: EmailLinks, look: Values): string {
  if (actions.length === 0) return "";
  const buttons = actions.map(({ id, label }) => ({ label, url: links.action(id) }));
  return buttonRowOf({ ...look, buttons: besideEachOther(buttons, look) });
}

const besideEachOther = (buttons: EmailMatter["buttons"], look: Values): string =>
  buttons
    .map(({ label, url }, index) => {
      const button = index === 0 ? firstButtonOf : otherButtonOf;
      return button({ ...look, href: escapeHtml(url), label: escapeHtml(label) });
    })
    .join("");

/** The words of a layout are its author's; links in them are nobody's answer and are not counted. */
const layoutHtml = (text: string | null): string =>
  text === null ? "" : styledHtml(text, PLAIN, (url) => url);

function footHtml({ brand, links, locale, footerText }: EmailInput, look: EmailLook): string {
  const words = emailWords(locale);
  const link = (url: string, label: string) =>
    `<a href="${escapeHtml(url)}" style="color:${look.light.muted};text-decoration:underline">${escapeHtml(label)}</a>`;
  const row = [
    ...(links.preferences === null ? [] : [link(links.preferences, words.preferences)]),
    link(links.unsubscribe, words.unsubscribe),
    link(links.view, words.viewInBrowser),
  ].join(" &nbsp;&#183;&nbsp; ");
  const from = [brand.name, brand.address ?? ""].filter((text) => text !== "").join(", ");
  const pixel =
    links.openPixel === null
      ? ""
      : `<img src="${escapeHtml(links.openPixel)}" width="1" height="1" alt="" style="display:block;width:1px;height:1px;border:0">`;
  const trap = links.trap
    ? `<a href="${escapeHtml(links.trap)}" tabindex="-1" aria-hidden="true" style="display:none;mso-hide:all;font-size:0;line-height:0"></a>`
    : "";
  const own = layoutHtml(look.footer);
  return `${own}<p style="margin:0 0 8px">${escapeHtml(footerText)}</p><p style="margin:0 0 8px">${row}</p><p style="margin:0">${escapeHtml(from)}</p>${trap}${pixel}`;
}

function wordsHtml(input: EmailInput, look: EmailLook, values: Values): string {
  const { content, matters, links, locale } = input;

  const title =
    content.title === null
      ? ""
      : `<h1 style="margin:0 0 16px;font-size:24px;line-height:32px;font-weight:600">${escapeHtml(content.title)}</h1>`;
  const styles = stylesOf(look.light, sidesOf(locale));
  const words = (markdown: string) =>
    `<div class="words">${styledHtml(markdown, styles, links.click)}</div>`;
  if (!matters) return `${title}${words(content.body)}`;
  const listed = matters.map(({ body, buttons }, place) => {
    const row = buttons.length === 0 ? "" : besideEachOther(buttons, values);
    const below = row === "" ? "" : `<div style="padding:12px 0 0">${row}</div>`;
    return `${words(place === 0 ? body : `---\n\n${body}`)}${below}`;
  });
  return `${title}${listed.join("")}`;
}

function markHtml({ name }: EmailBrand, { logoUrl, header }: EmailLook): string {
  const mark =
    logoUrl === null
      ? escapeHtml(name)
      : `<img src="${escapeHtml(logoUrl)}" height="32" alt="${escapeHtml(name)}" style="display:block;height:32px;width:auto;max-width:240px;border:0">`;
  if (header === null) return mark;
  return `${mark}<div style="padding:8px 0 0;font-size:13px;line-height:20px;font-weight:400">${layoutHtml(header)}</div>`;
}

const CARD_SIDES_PX = 82;
const PAGE_SIDES_PX = 24;
const MARK_SIDES_PX = 8;

/** A look as the places of the skeleton. */
function valuesOf(look: EmailLook, locale: string): Values {
  const { light, dark, width } = look;
  const { isRtl, start } = sidesOf(locale);
  return {
    ...light,
    darkCanvas: dark.canvas,
    darkCard: dark.card,
    darkInk: dark.ink,
    darkMuted: dark.muted,
    darkLine: dark.line,
    darkButton: dark.button,
    darkOn: dark.on,
    font: look.font,
    width: String(width),
    outer: String(width + PAGE_SIDES_PX),
    inner: String(width - CARD_SIDES_PX),
    side: String(width - MARK_SIDES_PX),
    radius: String(look.radius),
    buttonRadius: String(look.buttonRadius),
    dir: directionOf(locale),
    start,
    gap: isRtl ? "0 0 8px 8px" : "0 8px 8px 0",
    lang: escapeHtml(locale),
  };
}

function emailHtml(input: EmailInput, look: EmailLook): string {
  const { content, brand, links, locale } = input;
  const values = valuesOf(look, locale);
  return documentOf({
    ...values,
    title: escapeHtml(content.subject ?? content.title ?? brand.name),
    preheader: preheaderHtml(content.preheader),
    mark: markHtml(brand, look),
    words: wordsHtml(input, look, values),
    buttonRow: buttonsHtml(content.actions, links, values),
    foot: footHtml(input, look),
  });
}

function emailText(input: EmailInput, { header, footer }: EmailLook): string {
  const { content, brand, links, locale, footerText } = input;
  const words = emailWords(locale);
  const actions = content.actions.map(({ id, label }) => `${label}: ${links.action(id)}`);
  const foot = [
    ...(footer === null ? [] : [markdownToText(footer)]),
    footerText,
    ...(links.preferences === null ? [] : [`${words.preferences}: ${links.preferences}`]),
    `${words.unsubscribe}: ${links.unsubscribe}`,
    `${words.viewInBrowser}: ${links.view}`,
    [brand.name, brand.address ?? ""].filter((text) => text !== "").join(", "),
  ].join("\n");
  return [
    header === null ? "" : markdownToText(header),
    content.title ?? "",
    markdownToText(content.body),
    actions.join("\n"),
    `-- \n${foot}`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/**
 * A complete email of a rendered content: an HTML document of one column that holds in Outlook, Gmail
 * and dark mode (MJML's, filled in), and its plain-text version. The first action is the filled button.
 */
export function emailDocument(input: EmailInput): {
  html: string;
  text: string;
} {
  const look = emailLook(input.brand, input.locale);
  return { html: emailHtml(input, look), text: emailText(input, look) };
}
