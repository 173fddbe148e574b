import { FULL_CHARS_MAX } from "./strip-quoted";

/** Markup weighs many times what it says. */
const HTML_CHARS_MAX = 8 * FULL_CHARS_MAX;
const ATTRIBUTES_CHARS_MAX = 500;

const TAG = /<(\/?)([a-z][a-z0-9]{0,20})/iy;
const UNSPOKEN: ReadonlySet<string> = new Set([
  ...["script", "style", "head", "title", "noscript", "template", "svg", "iframe", "object"],
  ...["textarea", "select", "math", "canvas", "audio", "video"],
]);
const BREAKS: ReadonlySet<string> = new Set([
  ...[
    "address",
    "article",
    "blockquote",
    "body",
    "br",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "footer",
  ],
  ...["form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre"],
  ...["section", "table", "tr", "ul"],
]);
/** What the mail answers to, as programs mark it. */
const QUOTE =
  /\b(?:gmail_quote|yahoo_quoted|moz-cite-prefix|isForwardContent|OLK_SRC_BODY_SECTION)\b/;

const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));?/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", shy: "", hellip: "…" },
  ...{ auml: "ä", ouml: "ö", uuml: "ü", Auml: "Ä", Ouml: "Ö", Uuml: "Ü", szlig: "ß" },
  ...{ eacute: "é", egrave: "è", agrave: "à", ccedil: "ç", euro: "€", ndash: "–", mdash: "—" },
  ...{
    lsquo: "‘",
    rsquo: "’",
    sbquo: "‚",
    ldquo: "“",
    rdquo: "”",
    bdquo: "„",
    laquo: "«",
    raquo: "»",
  },
};

/**
 * The words of a mail that came as HTML only, without what it quotes. Scripts, pictures and addresses
 * of links are no words. Reads the markup once from front to back, so that no mail takes long.
 */
export function htmlToText(markup: string): string {
  const html = markup.slice(0, HTML_CHARS_MAX);
  let text = "";
  let quoted: { name: string; depth: number } | null = null;
  for (let at = 0; at < html.length && text.length < FULL_CHARS_MAX; ) {
    const open = html.indexOf("<", at);
    const words = html.slice(at, open < 0 ? html.length : open);
    if (!quoted) text += plain(words);
    if (open < 0) break;
    TAG.lastIndex = open;
    const tag = TAG.exec(html);
    if (!tag) {
      at = afterOther(html, open);
      if (at === open + 1 && !quoted) text += "<";
      continue;
    }
    const name = (tag[2] ?? "").toLowerCase();
    const isEnd = tag[1] === "/";
    const close = html.indexOf(">", TAG.lastIndex);
    if (close < 0) break;
    const attributes = html.slice(open, Math.min(close, open + ATTRIBUTES_CHARS_MAX));
    at = close + 1;
    if (quoted) {
      if (name === quoted.name) quoted.depth += isEnd ? -1 : 1;
      if (quoted.depth === 0) quoted = null;
    } else if (!isEnd && UNSPOKEN.has(name)) {
      at = afterElement(html, name, at);
    } else if (!isEnd && (name === "blockquote" || QUOTE.test(attributes))) {
      quoted = { name, depth: 1 };
      text += "\n";
    } else if (BREAKS.has(name)) {
      text += "\n";
    } else if (name === "td" || name === "th") {
      text += " ";
    }
  }
  return text.slice(0, FULL_CHARS_MAX).replace(/ *\n */g, "\n");
}

/** Past a comment, a declaration, or a sign that begins no tag. What never ends swallows the rest. */
function afterOther(html: string, open: number): number {
  const isComment = html.startsWith("<!--", open);
  if (!isComment && !/^<[!?/]/.test(html.slice(open, open + 2))) return open + 1;
  const end = html.indexOf(isComment ? "-->" : ">", open + 2);
  return end < 0 ? html.length : end + (isComment ? 3 : 1);
}

function afterElement(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}\\b`, "gi");
  end.lastIndex = from;
  if (!end.exec(html)) return html.length;
  const close = html.indexOf(">", end.lastIndex);
  return close < 0 ? html.length : close + 1;
}

const plain = (words: string): string =>
  words.replace(/\s+/g, " ").replace(ENTITY, (all, hex?: string, decimal?: string, name = "") => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (name === "") return isSpoken(code) ? String.fromCodePoint(code) : "";
    return ENTITIES[name] ?? ENTITIES[String(name).toLowerCase()] ?? all;
  });

const isSpoken = (code: number): boolean =>
  code >= 32 &&
  code <= 0x10ffff &&
  !(code >= 0xd800 && code <= 0xdfff) &&
  !(code >= 127 && code < 160);
