import MarkdownIt, { type Token } from "markdown-it";

/** Where a link of a body may lead. */
const LINK = /^(?:https?:\/\/|mailto:|tel:)/i;
const HTTP = /^https?:\/\//i;
const HTTPS = /^https:\/\//i;
const NESTING_MAX = 20;

const markdown = new MarkdownIt("zero", {
  html: false,
  linkify: false,
  breaks: true,
});
markdown.enable([
  "heading",
  "list",
  "hr",
  "table",
  "emphasis",
  "link",
  "image",
  "escape",
  "entity",
  "newline",
  "balance_pairs",
  "fragments_join",
]);
markdown.set({ maxNesting: NESTING_MAX });
markdown.validateLink = (url) => LINK.test(url.trim());

/** An image is fetched over https, or only its words are shown. */
markdown.renderer.rules.image = (tokens, index, options, _, self) => {
  const token = tokens[index];
  if (!token) return "";
  const words = imageWords(token);
  if (!HTTPS.test(String(token.attrGet("src") ?? ""))) return markdown.utils.escapeHtml(words);
  token.attrSet("alt", words);
  return self.renderToken(tokens, index, options);
};

/** What stands for an image that is not shown. */
export const imageWords = (token: Token): string =>
  (token.children ?? []).map(({ content }) => content).join("");

/** How each tag looks, for HTML that cannot have a style sheet. */
export type TagStyles = Readonly<Record<string, string>>;

export const parseMarkdown = (source: string): Token[] => markdown.parse(source, {});

export function hrefOf(token: Token): string | null {
  const href = token.attrGet("href");
  return href === null ? null : String(href);
}

function eachToken(tokens: readonly Token[], visit: (token: Token) => void): void {
  for (const token of tokens) {
    visit(token);
    if (token.children) eachToken(token.children, visit);
  }
}

/** Body HTML with inline styles, each http(s) link led through `click`. */
export function styledHtml(source: string, styles: TagStyles, click: (url: string) => string) {
  const tokens = parseMarkdown(source);
  eachToken(tokens, (token) => {
    if (token.nesting < 0 || token.tag === "") return;
    const style = styles[token.tag];
    const aligned = token.attrGet("style");
    if (style !== undefined) token.attrSet("style", aligned ? `${style};${aligned}` : style);
    const href = hrefOf(token);
    if (href !== null && HTTP.test(href)) token.attrSet("href", click(href));
  });
  return markdown.renderer.render(tokens, markdown.options, {});
}

/**
 * HTML of a resolved Markdown body: paragraphs, headings, lists, emphasis, links (http, https,
 * mailto, tel), tables, rules and images (https). Everything else, HTML among it, comes out as text.
 */
export const markdownToHtml = (source: string): string => styledHtml(source, {}, (url) => url);

/** The http(s) addresses a body links to, in order, each once. */
export function linksOf(source: string): string[] {
  const links = new Set<string>();
  eachToken(parseMarkdown(source), (token) => {
    const href = token.type === "link_open" ? hrefOf(token) : null;
    if (href !== null && HTTP.test(href)) links.add(href);
  });
  return [...links];
}
