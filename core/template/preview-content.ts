import type { DraftContent } from "@/core/template/draft-template";
import { escapeHtml } from "@/core/template/escape-html";
import {
  type ContentSettings,
  type RenderedContent,
  renderContent,
} from "@/core/template/render-content";
import type { RenderScope } from "@/core/template/scope";

/** A content with more gaps than this shows the first of them. */
export const MISSING_MAX = 100;

/** A place that could not be written: what stood there, and why. */
export type Missing = {
  field: string;
  path: string;
  message: string;
  /** There is no value; otherwise there is one that cannot be written, or the text itself cannot be read. */
  isAbsent: boolean;
  /** The message waits for this value rather than not being sent. */
  isAwaited: boolean;
};

export type ContentPreview = { rendered: RenderedContent; missing: Missing[] };

const OPEN = "\ue000";
const CLOSE = "\ue001";
const MARK = /\ue000(\d+)\ue001/g;
/** As `renderText` says it. */
const ABSENT = /^(?:in the snippet [^:]+: )*".+" has no value;/;
const NO_ADDRESS = "https://missing.invalid/";

/**
 * A content as one reader would get it, also where it could not leave: each place without a value is
 * marked and named instead of stopping the whole. `splitMarks`, `markHtml` and `plainMarks` show the marks.
 */
export function previewContent(
  content: DraftContent,
  scope: Partial<RenderScope>,
  settings: ContentSettings,
): ContentPreview {
  const missing: Missing[] = [];
  let current = content;
  for (;;) {
    const result = renderContent(current, scope, settings);
    if (result.ok) return { rendered: result.rendered, missing };
    const { field, message, line, column, awaits } = result;
    const text = textAt(current, field);
    const isLast = missing.length >= MISSING_MAX;
    const place = isLast ? null : tagAt(text, offsetOf(text, line, column));
    const { from, to } = place ?? { from: 0, to: text.length };
    const path = pathIn(text.slice(from, to));
    const stand = field.endsWith(".url")
      ? standIn(text, from, to)
      : `${OPEN}${missing.length}${CLOSE}`;
    const isAwaited = awaits !== undefined;
    missing.push({ field, path, message, isAbsent: ABSENT.test(message), isAwaited });
    current = withText(current, field, text.slice(0, from) + stand + text.slice(to));
  }
}

/** An address stays one: a missing beginning becomes a whole one, a missing part a word. */
const standIn = (text: string, from: number, to: number): string => {
  if (from === 0 && to === text.length) return NO_ADDRESS;
  return from === 0 && text.slice(to).search(/^[/?#&]/) === 0 ? NO_ADDRESS.slice(0, -1) : "missing";
};

/** A text with its marks: words, and the number of each place that is missing. */
export function splitMarks(text: string): (string | { missing: number })[] {
  const parts: (string | { missing: number })[] = [];
  let from = 0;
  for (const mark of text.matchAll(MARK)) {
    if (mark.index > from) parts.push(text.slice(from, mark.index));
    parts.push({ missing: Number(mark[1]) });
    from = mark.index + mark[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

const nameOf = (missing: readonly Missing[], index: string) => missing[Number(index)]?.path ?? "?";

/** A plain text with its marks in brackets. */
export const plainMarks = (text: string, missing: readonly Missing[]): string =>
  text.replace(MARK, (_, index: string) => `[${nameOf(missing, index)}]`);

const MARK_STYLE =
  "background:#ffe08a;color:#3b2a00;padding:0 4px;border-radius:3px;border:1px dashed #8a6100";
const PLAIN_PART = /<title>[\s\S]*?<\/title>|<[^>]*>|\ue000(\d+)\ue001/g;

/** HTML of a preview with its marks as marked words; inside a tag and the title as plain ones. */
export const markHtml = (html: string, missing: readonly Missing[]): string =>
  html.replace(PLAIN_PART, (part: string, index: string | undefined) =>
    index === undefined
      ? part.replace(MARK, (_, at: string) => escapeHtml(`[${nameOf(missing, at)}]`))
      : `<mark style="${MARK_STYLE}">${escapeHtml(nameOf(missing, index))}</mark>`,
  );

function textAt(content: DraftContent, field: string): string {
  const [, index = "", part, at = ""] =
    /^actions\.(\d+)\.(label|url|choices)\.?(\d*)$/.exec(field) ?? [];
  const action = content.actions?.[Number(index)];
  if (part === "label") return action?.label ?? "";
  if (part === "url") return action?.url ?? "";
  if (part === "choices") return action?.choices?.[Number(at)] ?? "";
  return isWords(field) ? (content[field] ?? "") : "";
}

type Words = "subject" | "preheader" | "title" | "body";
const isWords = (field: string): field is Words =>
  field === "subject" || field === "preheader" || field === "title" || field === "body";

function withText(content: DraftContent, field: string, text: string): DraftContent {
  if (isWords(field)) return { ...content, [field]: text };
  const [, index = "", part, at = ""] =
    /^actions\.(\d+)\.(label|url|choices)\.?(\d*)$/.exec(field) ?? [];
  const actions = (content.actions ?? []).map((action, i) => {
    if (i !== Number(index)) return action;
    if (part !== "choices") return { ...action, [part === "url" ? "url" : "label"]: text };
    const choices = (action.choices ?? []).map((choice, j) => (j === Number(at) ? text : choice));
    return { ...action, choices };
  });
  return { ...content, actions };
}

function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split("\n").slice(0, line - 1);
  return lines.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}

const TAG = /\{\{[\s\S]*?\}\}|\{%-?\s*(end)?(\w+)?[\s\S]*?%\}/g;
const PAIRED = ["if", "unless", "case", "for", "capture", "comment", "raw"];

/** The Liquid tag around a place, with all up to its end where it has one; null where there is none. */
function tagAt(text: string, offset: number): { from: number; to: number } | null {
  const tags = [...text.matchAll(TAG)];
  const at = tags.findIndex((tag) => tag.index <= offset && offset < tag.index + tag[0].length);
  const tag = tags[at];
  if (!tag) return null;
  const own = { from: tag.index, to: tag.index + tag[0].length };
  if (tag[0].startsWith("{{") || !PAIRED.includes(tag[2] ?? "")) return own;
  let depth = 0;
  for (const later of tags.slice(at)) {
    if (later[2] === undefined || !PAIRED.includes(later[2])) continue;
    depth += later[1] ? -1 : 1;
    if (depth === 0) return { from: own.from, to: later.index + later[0].length };
  }
  return { from: own.from, to: text.length };
}

const pathIn = (tag: string): string =>
  /^\{\{-?\s*([\w.[\]"'-]+)/.exec(tag)?.[1] ??
  /^\{%-?\s*for\s+\w+\s+in\s+([\w.[\]"'-]+)/.exec(tag)?.[1] ??
  tag.slice(0, 40);
