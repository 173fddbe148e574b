import type { Token } from "markdown-it";
import { hrefOf, imageWords, parseMarkdown } from "@/core/template/markdown";

function inlineText(tokens: readonly Token[]): string {
  let text = "";
  const open: { href: string; from: number }[] = [];
  for (const token of tokens) {
    switch (token.type) {
      case "link_open":
        open.push({ href: hrefOf(token) ?? "", from: text.length });
        break;
      case "link_close": {
        const link = open.pop();
        if (link === undefined) break;
        const label = text.slice(link.from);
        const address = link.href.replace(/^(?:mailto|tel):/, "");
        if (label === "") text += link.href;
        else if (label !== link.href && label !== address) text += ` (${address})`;
        break;
      }
      case "image":
        text += imageWords(token);
        break;
      case "softbreak":
      case "hardbreak":
        text += "\n";
        break;
      default:
        text += token.content;
    }
  }
  return text;
}

type List = { next: number | null };

/**
 * A readable plain-text version of a resolved Markdown body: links as "label (url)", lists with
 * dashes or numbers, table rows on one line each. Headings keep their letters as they are.
 */
export function markdownToText(source: string): string {
  const lists: List[] = [];
  const blocks: string[] = [];
  let row: string[] | null = null;
  let bullet = "";
  const push = (text: string, tight: boolean) => blocks.push(`${text}${tight ? "\n" : "\n\n"}`);
  for (const token of parseMarkdown(source)) {
    const indent = "  ".repeat(Math.max(0, lists.length - 1));
    switch (token.type) {
      case "bullet_list_open":
        lists.push({ next: null });
        break;
      case "ordered_list_open":
        lists.push({ next: Number(token.attrGet("start") ?? 1) });
        break;
      case "bullet_list_close":
      case "ordered_list_close":
        lists.pop();
        if (lists.length === 0) blocks.push("\n");
        break;
      case "list_item_open": {
        const list = lists.at(-1);
        bullet = list === undefined || list.next === null ? "- " : `${list.next++}. `;
        break;
      }
      case "tr_open":
        row = [];
        break;
      case "tr_close":
        push((row ?? []).join(" | "), true);
        row = null;
        break;
      case "table_close":
        blocks.push("\n");
        break;
      case "hr":
        push("---", false);
        break;
      case "inline": {
        const text = inlineText(token.children ?? []);
        if (row !== null) row.push(text.replaceAll("\n", " "));
        else if (lists.length > 0) {
          const lead = indent + bullet;
          push(lead + text.replaceAll("\n", `\n${" ".repeat(lead.length)}`), true);
          bullet = " ".repeat(bullet.length);
        } else push(text, false);
        break;
      }
    }
  }
  return blocks
    .join("")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
