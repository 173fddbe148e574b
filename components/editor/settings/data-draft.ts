import {
  type DataField,
  dataFields,
  exampleAsText,
  exampleOf,
  withDataFields,
  withSeenFields,
} from "@/core/workflow/data-fields";
import type { Definition } from "@/core/workflow/definition";
import type { SeenField } from "@/core/workflow/editor-facts";

type Data = Definition["data"];
export type FieldDraft = Omit<DataField, "title" | "example"> & { title: string; example: string };
/** `base` is what the fields were read from: renaming twice still finds what was said of them. */
export type DataDraft = { base: Data; rows: FieldDraft[] };

const drafted = (field: DataField): FieldDraft => ({
  ...field,
  title: field.title ?? "",
  example: exampleAsText(field.example, field.type),
});

export const dataDraft = (data: Data): DataDraft => ({
  base: data,
  rows: dataFields(data).map(drafted),
});

export const newField = (): FieldDraft => ({
  path: "",
  type: "string",
  title: "",
  example: "",
  required: false,
  was: null,
});

/** Null while a path or an example is unfinished. */
export function dataOf({ base, rows }: DataDraft): { value: Data } | null {
  const fields: DataField[] = [];
  for (const row of rows) {
    const example = exampleOf(row.example, row.type);
    if (example === null) return null;
    fields.push({ ...row, title: row.title.trim() || null, example: example.value });
  }
  const next = withDataFields(base, fields);
  return next && { value: next.data };
}

/** The rows with what was seen of the event: its other fields, and examples where there were none. */
export function withSeen(rows: readonly FieldDraft[], seen: readonly SeenField[]): FieldDraft[] {
  const known = rows.map(
    (row): DataField => ({ ...row, title: null, example: row.example || undefined }),
  );
  return withSeenFields(known, seen).map((field, i) => {
    const row = rows[i];
    if (!row) return drafted(field);
    return row.example === "" ? { ...row, example: drafted(field).example } : row;
  });
}
