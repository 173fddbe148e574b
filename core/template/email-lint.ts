import { parseMarkdown } from "@/core/template/markdown";
import { markdownToText } from "@/core/template/markdown-text";
import type { RenderedContent } from "@/core/template/render-content";

/** Where something in a message leads. `isButton`: one of its actions. */
export type MessageLink = {
  label: string;
  url: string;
  isButton: boolean;
  /** `insecure`: not over https; `missing`: no address yet; `shortened`: hides where it leads. */
  concern: "insecure" | "missing" | "shortened" | "hides" | null;
};

export type EmailFinding = {
  code: "image_alt" | "link_name" | "link_same_name" | "heading_order" | "title_missing" | "lang";
  /** What it is about, as it is written. */
  about: string;
};

const SHORTENERS = /^(?:www\.)?(?:bit\.ly|t\.co|goo\.gl|tinyurl\.com|ow\.ly|is\.gd|buff\.ly)$/i;
const VAGUE = /^(?:click here|here|this link|link|more|hier|mehr|dieser link|klicken sie hier)$/i;

/** Every link and button of a rendered content, in the order they are read. */
export function messageLinks(content: RenderedContent): MessageLink[] {
  const links = bodyLinks(content.body).map(({ label, url }) => ({
    label,
    url,
    isButton: false,
    concern: concernOf(url, label),
  }));
  const buttons = content.actions.flatMap(({ label, kind, url }) =>
    kind === "link"
      ? [{ label, url: url ?? "", isButton: true, concern: concernOf(url ?? "", "") }]
      : [],
  );
  return [...links, ...buttons];
}

function concernOf(url: string, label: string): MessageLink["concern"] {
  if (!URL.canParse(url)) return "missing";
  const { protocol, hostname } = new URL(url);
  if (hostname.endsWith(".invalid") || hostname === "missing") return "missing";
  if (protocol === "http:") return "insecure";
  if (SHORTENERS.test(hostname)) return "shortened";
  const shown = /^(?:https?:\/\/)?([\w-]+(?:\.[\w-]+)+)/i.exec(label)?.[1];
  const isOther = shown !== undefined && protocol === "https:" && !sameSite(shown, hostname);
  return isOther ? "hides" : null;
}

const sameSite = (shown: string, host: string) =>
  shown.replace(/^www\./, "").toLowerCase() === host.replace(/^www\./, "").toLowerCase();

function bodyLinks(body: string): { label: string; url: string }[] {
  const found: { label: string; url: string }[] = [];
  for (const { children } of parseMarkdown(body)) {
    let open: { label: string; url: string } | null = null;
    for (const token of children ?? []) {
      if (token.type === "link_open")
        open = { label: "", url: String(token.attrGet("href") ?? "") };
      else if (token.type === "link_close" && open) {
        found.push(open);
        open = null;
      } else if (open) open.label += token.content;
    }
  }
  return found;
}

/** What would keep somebody from reading an email with a screen reader, as far as its words tell. */
export function lintEmail(content: RenderedContent, locale: string): EmailFinding[] {
  const findings: EmailFinding[] = [];
  const links = bodyLinks(content.body);
  for (const { label } of links) {
    if (label.trim() === "" || VAGUE.test(label.trim()))
      findings.push({ code: "link_name", about: label });
  }
  const byName = new Map<string, string>();
  for (const { label, url } of links) {
    const before = byName.get(label);
    if (before !== undefined && before !== url)
      findings.push({ code: "link_same_name", about: label });
    byName.set(label, url);
  }
  let level = content.title === null ? 0 : 1;
  for (const token of parseMarkdown(content.body)) {
    if (token.type === "heading_open") {
      const next = Number(token.tag.slice(1));
      if (level > 0 && next > level + 1) findings.push({ code: "heading_order", about: token.tag });
      level = next;
    }
    for (const image of (token.children ?? []).filter(({ type }) => type === "image")) {
      if (image.content.trim() === "") {
        findings.push({ code: "image_alt", about: String(image.attrGet("src") ?? "") });
      }
    }
  }
  if (content.subject === null) findings.push({ code: "title_missing", about: "" });
  const text = `${content.title ?? ""} ${markdownToText(content.body)}`;
  if (!fitsLanguage(text, locale)) findings.push({ code: "lang", about: locale });
  return findings;
}

const MARKS: Record<string, RegExp> = {
  de: /\b(?:der|die|das|und|nicht|bitte|Sie|ist|für|mit|bis|wir|ein|eine)\b/g,
  en: /\b(?:the|and|not|please|you|is|for|with|until|we|a|an|of|to)\b/gi,
};
const WORDS_MIN = 4;

/** Whether a text reads as the language it is sent as; told for German and English only. */
function fitsLanguage(text: string, locale: string): boolean {
  const language = locale.split("-")[0] ?? "";
  const count = (of: string) => text.match(MARKS[of] ?? /$^/)?.length ?? 0;
  if (!(language in MARKS)) return true;
  const other = language === "de" ? "en" : "de";
  return count(other) < WORDS_MIN || count(language) * 2 >= count(other);
}
