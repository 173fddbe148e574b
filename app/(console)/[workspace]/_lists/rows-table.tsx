"use client";

import { useCallback } from "react";
import type { ListColumn, ListRow } from "@/components/lists/list-row";
import { ListTable } from "@/components/lists/list-table";
import type { RowsAgain } from "./again";

/** The rows of a list, which stay while the list is on the screen. */
export function RowsTable({
  slug,
  columns,
  rowsAgain,
  ...table
}: {
  slug: string;
  caption: string;
  columns: readonly ListColumn[];
  rows: readonly ListRow[];
  /** Left out where a row never changes. */
  rowsAgain?: RowsAgain;
  refLabel?: string;
}) {
  const loadRows = useCallback(
    async (ids: string[]) => {
      const found = await rowsAgain?.(slug, { ids, columns: columns.map(({ id }) => id) });
      return found?.ok ? found.value : [];
    },
    [slug, columns, rowsAgain],
  );
  return <ListTable {...table} columns={columns} {...(rowsAgain ? { loadRows } : {})} />;
}
