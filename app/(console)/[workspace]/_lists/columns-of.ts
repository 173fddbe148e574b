import type { ListColumn } from "@/components/lists/list-row";

/** What a column is but its name. */
export type ColumnShape = Omit<ListColumn, "id" | "label">;

/** The columns asked for in the list's order; `fixed` names the row and is always there. */
export const columnsOf = <C extends string>(
  shapes: Readonly<Record<C, ColumnShape>>,
  fixed: C,
  ids: readonly string[],
  label: (id: C) => string,
): ListColumn[] =>
  (Object.keys(shapes) as C[])
    .filter((id) => id === fixed || ids.includes(id))
    .map((id) => ({ id, label: label(id), ...shapes[id] }));
