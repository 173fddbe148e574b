import type { InboxBlock, InboxSpan } from "@/core/contracts/inbox";
import { hrefOf, imageWords, parseMarkdown } from "@/core/template/markdown";

type Token = ReturnType<typeof parseMarkdown>[number];
type List = Extract<InboxBlock, { kind: "list" }>;

/** Where a link may lead; the Markdown reader asks the same, and this holds whatever it lets through. */
const LINK = /^(?:https?:\/\/|mailto:|tel:)/i;

/**
 * A resolved Markdown body as data: words with their looks, no markup. Images are their words, HTML is
 * text, a table has a paragraph for each row, and lists inside lists lie flat in the outermost.
 */
export function blocksOf(source: string): InboxBlock[] {
  const blocks: InboxBlock[] = [];
  let list: List | null = null;
  let depth = 0;
  let heading = false;
  let row: InboxSpan[] | null = null;
  /** The next words begin an item of their own. */
  let starts = false;
  for (const token of parseMarkdown(source)) {
    switch (token.type) {
      case "bullet_list_open":
      case "ordered_list_open":
        if (depth++ === 0) {
          list = { kind: "list", ordered: token.type === "ordered_list_open", items: [] };
          blocks.push(list);
        }
        break;
      case "bullet_list_close":
      case "ordered_list_close":
        if (--depth === 0) list = null;
        break;
      case "list_item_open":
        starts = true;
        break;
      case "heading_open":
        heading = true;
        break;
      case "heading_close":
        heading = false;
        break;
      case "tr_open":
        row = [];
        break;
      case "tr_close":
        if (row !== null && row.length > 0) blocks.push({ kind: "paragraph", spans: row });
        row = null;
        break;
      case "inline": {
        const spans = spansOf(token.children ?? []);
        if (spans.length === 0) break;
        if (row !== null) row.push(...(row.length > 0 ? [{ text: " | " }] : []), ...spans);
        else if (list === null) blocks.push({ kind: heading ? "heading" : "paragraph", spans });
        else if (starts || list.items.length === 0) list.items.push(spans);
        else list.items.at(-1)?.push({ text: "\n" }, ...spans);
        starts = false;
        break;
      }
    }
  }
  return blocks.filter((block) => block.kind !== "list" || block.items.length > 0);
}

function spansOf(tokens: readonly Token[]): InboxSpan[] {
  const spans: InboxSpan[] = [];
  const looks = { bold: 0, italic: 0 };
  const links: (string | null)[] = [];
  const add = (text: string, code = false) => {
    if (text === "") return;
    const href = links.at(-1) ?? null;
    const span: InboxSpan = {
      text,
      ...(looks.bold > 0 && { bold: true }),
      ...(looks.italic > 0 && { italic: true }),
      ...(code && { code: true }),
      ...(href !== null && { href }),
    };
    const last = spans.at(-1);
    if (last && looksOf(last) === looksOf(span)) last.text += text;
    else spans.push(span);
  };
  for (const token of tokens) {
    switch (token.type) {
      case "strong_open":
      case "strong_close":
        looks.bold += token.nesting;
        break;
      case "em_open":
      case "em_close":
        looks.italic += token.nesting;
        break;
      case "link_open":
        links.push(linkOf(token));
        break;
      case "link_close":
        links.pop();
        break;
      case "image":
        add(imageWords(token));
        break;
      case "softbreak":
      case "hardbreak":
        add("\n");
        break;
      default:
        add(token.content, token.type === "code_inline");
    }
  }
  return spans;
}

const looksOf = ({ text: _, ...looks }: InboxSpan): string => JSON.stringify(looks);

function linkOf(token: Token): string | null {
  const href = hrefOf(token);
  return href !== null && LINK.test(href) ? href : null;
}
