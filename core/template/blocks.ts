import { parseMarkdown } from "@/core/template/markdown";

export type TableBlock = {
  kind: "table";
  /** The first row is the heading of the columns. Every row has as many cells as the first. */
  rows: string[][];
};
export type Block =
  /** Paragraphs, lists and whatever else Markdown and Liquid have: kept byte for byte. */
  | { kind: "text"; text: string }
  | { kind: "heading"; level: number; text: string }
  | TableBlock
  | { kind: "image"; alt: string; url: string }
  | { kind: "divider" };

export type BlockKind = Block["kind"];

/** A block as it stands in a body: what was written, and what stands between it and the next one. */
export type PlacedBlock = { source: string; after: string; block: Block };

export type BlockBody = { lead: string; blocks: readonly PlacedBlock[] };

export const HEADING_LEVELS = [1, 2, 3] as const;
export const TABLE_COLUMNS_MAX = 6;
export const TABLE_ROWS_MAX = 50;

const LIQUID = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;
const LIQUID_BLOCK = /\{%-?\s*(end)?(?:if|unless|case|for|capture|comment|raw)\b/g;
const LINE_END = /\r\n|\n|\r/g;
const GAP = "\n\n";

/** Liquid as letters, of the same length, so that a filter's bar makes no column. */
const masked = (text: string) => text.replace(LIQUID, (tag) => tag.replace(/[^\r\n]/g, "x"));

/**
 * A body as the blocks an editor shows. Nothing is lost: `writeBlocks` gives the same body, byte for
 * byte. What no block stands for, a Liquid tag around several blocks too, is text.
 */
export function parseBlocks(body: string): BlockBody {
  const pieces = joined(segmentsOf(body));
  const [first] = pieces;
  if (!first) return { lead: body, blocks: [] };
  const blocks = pieces.map(({ from, to }, index): PlacedBlock => {
    const source = body.slice(from, to);
    const after = body.slice(to, pieces[index + 1]?.from ?? body.length);
    return { source, after, block: blockOf(source) };
  });
  return { lead: body.slice(0, first.from), blocks };
}

export const writeBlocks = ({ lead, blocks }: BlockBody): string =>
  lead + blocks.map(({ source, after }) => source + after).join("");

/** A block that is new, or was changed. */
export const placed = (block: Block): PlacedBlock => ({
  source: sourceOf(block),
  after: GAP,
  block,
});

/** Blocks in another order or number, with an empty line between each two. */
export function arranged(lead: string, blocks: readonly PlacedBlock[]): BlockBody {
  const last = blocks.length - 1;
  const spaced = blocks.map((each, index) => {
    if (index === last) return { ...each, after: each.after.trim() === "" ? "" : each.after };
    if (each.source === "") return { ...each, after: "" };
    return (each.after.match(LINE_END)?.length ?? 0) >= 2 ? each : { ...each, after: GAP };
  });
  return { lead, blocks: spaced };
}

type Segment = { from: number; to: number; isText: boolean; text: string };

function segmentsOf(body: string): Segment[] {
  const starts = [0, ...[...body.matchAll(LINE_END)].map((end) => end.index + end[0].length)];
  const at = (line: number) => starts[line] ?? body.length;
  const found: Segment[] = [];
  for (const { level, nesting, map } of parseMarkdown(masked(body))) {
    if (level !== 0 || nesting < 0 || map === null) continue;
    const from = Math.max(at(map[0]), found.at(-1)?.to ?? 0);
    const text = body.slice(from, at(map[1])).replace(/\s+$/, "");
    if (text === "") continue;
    found.push({ from, to: from + text.length, isText: blockOf(text).kind === "text", text });
  }
  return found;
}

/** Texts beside each other are one, and so is all that stands between a Liquid tag and its end. */
function joined(segments: readonly Segment[]): Segment[] {
  const all: Segment[] = [];
  for (let index = 0; index < segments.length; index++) {
    const span = spanOf(segments, index);
    const first = segments[index];
    const last = segments[index + span - 1];
    if (!first || !last) break;
    const isText = first.isText || span > 1;
    const before = all.at(-1);
    if (isText && before?.isText) before.to = last.to;
    else all.push({ ...first, to: last.to, isText });
    index += span - 1;
  }
  return all;
}

/** How many segments from here belong together for the sake of a Liquid tag. */
function spanOf(segments: readonly Segment[], from: number): number {
  let open = 0;
  for (let index = from; index < segments.length; index++) {
    open += openTags(segments[index]?.text ?? "");
    if (open <= 0) return index - from + 1;
  }
  return 1;
}

const openTags = (text: string): number =>
  [...text.matchAll(LIQUID_BLOCK)].reduce((sum, tag) => sum + (tag[1] ? -1 : 1), 0);

const HEADING = /^ {0,3}(#{1,3})(?:[ \t]+(.*?))?(?:[ \t]+#+)?$/;
const DIVIDER = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const IMAGE = /^!\[((?:\{\{.*?\}\}|\\.|[^\]\\])*)\]\(((?:\{\{.*?\}\}|[^\s()<>"])*)\)$/;
const DELIMITERS = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;

function blockOf(source: string): Block {
  const text = { kind: "text" as const, text: source };
  if (/[\r\n]/.test(source)) return source.includes("{%") ? text : (tableOf(source) ?? text);
  const heading = HEADING.exec(source);
  if (heading) {
    return { kind: "heading", level: heading[1]?.length ?? 1, text: heading[2] ?? "" };
  }
  if (DIVIDER.test(source)) return { kind: "divider" };
  const image = IMAGE.exec(source);
  if (image) {
    return { kind: "image", alt: unescaped(image[1] ?? "", /\\([[\]\\])/g), url: image[2] ?? "" };
  }
  return text;
}

function tableOf(source: string): TableBlock | null {
  const [head = "", delimiters = "", ...rest] = source.split(LINE_END);
  if (!head.includes("|") || !DELIMITERS.test(delimiters.trim())) return null;
  const rows = [head, ...rest].map(cellsOf);
  const columns = rows[0]?.length ?? 0;
  const isPlain = rows.every((row) => row.length === columns) && columns <= TABLE_COLUMNS_MAX;
  const fits = cellsOf(delimiters).length === columns && rows.length <= TABLE_ROWS_MAX;
  return isPlain && fits ? { kind: "table", rows } : null;
}

function cellsOf(line: string): string[] {
  const mask = masked(line);
  const cells: string[] = [];
  let from = 0;
  for (let at = 0; at < mask.length; at++) {
    if (mask[at] === "\\") at++;
    else if (mask[at] === "|") {
      cells.push(line.slice(from, at));
      from = at + 1;
    }
  }
  cells.push(line.slice(from));
  if (cells[0]?.trim() === "") cells.shift();
  if (cells.at(-1)?.trim() === "") cells.pop();
  return cells.map((cell) => unescaped(cell.trim(), /\\(\|)/g));
}

const unescaped = (text: string, pattern: RegExp) => text.replace(pattern, "$1");
/** Everything between Liquid tags, changed; the tags as they are. */
const outsideLiquid = (text: string, change: (part: string) => string): string => {
  let result = "";
  let from = 0;
  for (const tag of text.matchAll(LIQUID)) {
    result += change(text.slice(from, tag.index)) + tag[0];
    from = tag.index + tag[0].length;
  }
  return result + change(text.slice(from));
};
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

function sourceOf(block: Block): string {
  switch (block.kind) {
    case "text":
      return block.text;
    case "heading":
      return `${"#".repeat(block.level)} ${oneLine(block.text)}`.trimEnd();
    case "divider":
      return "---";
    case "image": {
      const alt = outsideLiquid(oneLine(block.alt), (part) => part.replace(/[[\]\\]/g, "\\$&"));
      const url = outsideLiquid(block.url.trim(), (part) =>
        part.replace(
          /[\s()<>"]/g,
          (char) => `%${char.charCodeAt(0).toString(16).padStart(2, "0")}`,
        ),
      );
      return `![${alt}](${url})`;
    }
    case "table": {
      const line = (cells: readonly string[]) =>
        `| ${cells
          .map((cell) => outsideLiquid(oneLine(cell), (part) => part.replaceAll("|", "\\|")))
          .join(" | ")} |`;
      const [head = [], ...rows] = block.rows;
      return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
    }
  }
}
