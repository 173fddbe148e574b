import { parseCondition } from "@/core/condition/condition";
import { readRows } from "@/core/condition/read-rows";
import {
  type Group,
  type Join,
  OP_VALUE,
  ROWS_MAX,
  type Row,
  type RowOp,
} from "@/core/condition/row";
import { writeRows } from "@/core/condition/write-rows";
import { DAY_MS } from "@/core/time";
import { type ConditionField, OPS_OF, strangeField } from "@/core/workflow/condition-fields";
import { CONDITION_MAX } from "@/core/workflow/steps/shared";

/** A row while it is edited; an undefined value, or no path, is unfinished. */
export type DraftRow = { path: string; op: RowOp; value: Row["value"] | undefined };
export type DraftInner = { join: Join; rows: readonly DraftRow[] };
export type DraftItem = DraftRow | DraftInner;
export type DraftGroup = { join: Join; items: readonly DraftItem[] };
export type ConditionDraft = { mode: "rows"; group: DraftGroup } | { mode: "raw"; text: string };

export const isDraftInner = (item: DraftItem): item is DraftInner => "rows" in item;

const NONE: DraftGroup = { join: "and", items: [] };

/** A condition as rows where it can be shown so, otherwise as its text. */
export function conditionDraft(cel: string | undefined): ConditionDraft {
  if (cel === undefined) return { mode: "rows", group: NONE };
  const group = readRows(cel);
  return group ? { mode: "rows", group } : { mode: "raw", text: cel };
}

/** The text a draft means; null while it is unfinished. No rows: always, or nothing where `optional`. */
export function conditionOf(
  draft: ConditionDraft,
  optional: boolean,
): { value: string | undefined } | null {
  if (draft.mode === "raw") {
    if (draft.text.trim() === "") return optional ? { value: undefined } : null;
    return draft.text.length > CONDITION_MAX ? null : { value: draft.text };
  }
  const group = finished(draft.group);
  if (group === null) return null;
  if (group.items.length === 0 && optional) return { value: undefined };
  const text = writeRows(group);
  return text.length <= CONDITION_MAX && parseCondition(text).ok ? { value: text } : null;
}

function finished({ join, items }: DraftGroup): Group | null {
  const whole: (Row | { join: Join; rows: Row[] })[] = [];
  for (const item of items) {
    if (isDraftInner(item)) {
      const rows = item.rows.flatMap((row) => finishedRow(row) ?? []);
      if (rows.length < item.rows.length) return null;
      whole.push({ join: item.join, rows });
    } else {
      const row = finishedRow(item);
      if (row === null) return null;
      whole.push(row);
    }
  }
  return { join, items: whole };
}

function finishedRow({ path, op, value }: DraftRow): Row | null {
  return path === "" || value === undefined ? null : ({ path, op, value } as Row);
}

/** The draft as text and back; a text that rows cannot show stays one. */
export function switched(draft: ConditionDraft, optional: boolean): ConditionDraft {
  if (draft.mode === "raw") {
    return draft.text.trim() === "" ? { mode: "rows", group: NONE } : conditionDraft(draft.text);
  }
  const kept = { ...draft.group, items: draft.group.items.filter(isFinishedItem) };
  const known = conditionOf({ mode: "rows", group: kept }, optional);
  return { mode: "raw", text: known?.value ?? "" };
}

const isFinishedItem = (item: DraftItem) =>
  isDraftInner(item)
    ? item.rows.every((row) => finishedRow(row) !== null)
    : finishedRow(item) !== null;

const DEFAULT_SPAN_MS = 2 * DAY_MS;
const DEFAULT_DATE_FROM = 10;

/** A row to begin with: the likeliest question about a field, with the value it lately had. */
export function rowFor(field: ConditionField | undefined): DraftRow {
  if (!field) return { path: "", op: "is", value: undefined };
  const [op] = OPS_OF[field.kind];
  return { path: field.path, op, value: firstValue(op, field) };
}

/** The row asks another question; what is on the right stays where it still fits. */
export function withOp(row: DraftRow, op: RowOp, field: ConditionField): DraftRow {
  const [before, after] = [OP_VALUE[row.op], OP_VALUE[op]];
  if (before === after && row.value !== undefined) return { ...row, op };
  if (after === "list" && isScalar(row.value)) return { ...row, op, value: [row.value] };
  if (after === "scalar" && isScalar(row.value)) return { ...row, op };
  if (after === "scalar" && Array.isArray(row.value)) return { ...row, op, value: row.value[0] };
  if (after === "text" && typeof row.value === "string") return { ...row, op };
  if (after === "number" && typeof row.value === "number") return { ...row, op };
  return { path: row.path, op, value: firstValue(op, field) };
}

const isScalar = (value: unknown): value is string | number =>
  typeof value === "string" || typeof value === "number";

function firstValue(op: RowOp, { example, choices }: ConditionField): DraftRow["value"] {
  const item = Array.isArray(example) ? example[0] : example;
  const first = choices[0] ?? (isScalar(item) ? item : undefined);
  switch (OP_VALUE[op]) {
    case "none":
      return null;
    case "span":
      return DEFAULT_SPAN_MS;
    case "number":
      return typeof first === "number" ? first : undefined;
    case "date":
      return typeof first === "string" && /^\d{4}-\d{2}-\d{2}/.test(first)
        ? first.slice(0, DEFAULT_DATE_FROM)
        : undefined;
    case "list":
      return first === undefined ? undefined : [first];
    case "text":
      return typeof first === "string" ? first : undefined;
    default:
      return first;
  }
}

/** The comparisons on offer for a row; the one it has is always among them. */
export function opsFor(row: DraftRow, field: ConditionField): readonly RowOp[] {
  const ops: readonly RowOp[] = OPS_OF[field.kind];
  return ops.includes(row.op) ? ops : [...ops, row.op];
}

export const fieldOf = (path: string, fields: readonly ConditionField[]): ConditionField =>
  fields.find((field) => field.path === path) ?? strangeField(path);

export const rowsOf = ({ items }: DraftGroup): number =>
  items.reduce((sum, item) => sum + (isDraftInner(item) ? item.rows.length : 1), 0);

export const canGrow = (group: DraftGroup): boolean => rowsOf(group) < ROWS_MAX;

/** The group with another item at `index`; null takes it away, and an inner group without rows goes too. */
export function withItem(group: DraftGroup, index: number, item: DraftItem | null): DraftGroup {
  const kept = item !== null && !(isDraftInner(item) && item.rows.length === 0) ? [item] : [];
  return {
    ...group,
    items: [...group.items.slice(0, index), ...kept, ...group.items.slice(index + 1)],
  };
}

export function withRow(inner: DraftInner, index: number, row: DraftRow | null): DraftInner {
  const kept = row === null ? [] : [row];
  return {
    ...inner,
    rows: [...inner.rows.slice(0, index), ...kept, ...inner.rows.slice(index + 1)],
  };
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;

/** A value as one types it: digits are a number, in quotation marks a text. */
export function scalarText(value: string | number): string {
  if (typeof value === "number") return String(value);
  return NUMBER.test(value) || /^"|^\s|\s$/.test(value) || value === ""
    ? JSON.stringify(value)
    : value;
}

/** Null: nothing was typed. `kind` text: digits are a text too, such as a postcode's. */
export function scalarOf(typed: string, before: unknown, kind: string): string | number | null {
  const text = typed.trim();
  if (text === "") return null;
  if (/^".*"$/s.test(text)) {
    const quoted = parsedText(text);
    if (quoted !== null) return quoted;
  }
  const isText = kind === "text" && typeof before !== "number";
  return NUMBER.test(text) && !isText && Number.isFinite(Number(text)) ? Number(text) : text;
}

function parsedText(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}

export const listText = (values: readonly (string | number)[]): string =>
  values
    .map((value) =>
      typeof value === "string" && /[,"]/.test(value) ? JSON.stringify(value) : scalarText(value),
    )
    .join(", ");

/** Values with commas between them; a comma inside a value stands in quotation marks. */
export function listOf(typed: string, before: unknown, kind: string): (string | number)[] | null {
  const first = Array.isArray(before) ? before[0] : before;
  const parts = typed.match(/\s*(?:"(?:[^"\\]|\\.)*"|[^,"]*)\s*(?:,|$)/g) ?? [];
  const values = parts.flatMap((part) => scalarOf(part.replace(/,$/, ""), first, kind) ?? []);
  return values.length === 0 ? null : values;
}
