"use client";

import type { ListColumn, ListRow } from "@/components/lists/list-row";
import { ListTable } from "@/components/lists/list-table";

/** The rows of a list that is so short that no row need be read again by itself. */
export function RowsTable(table: {
  caption: string;
  columns: readonly ListColumn[];
  rows: readonly ListRow[];
}) {
  return <ListTable {...table} selectable />;
}
