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
  /** Left out where lists are so short that no row need be read again by itself. */
  rowsAgain?: RowsAgain;
  refLabel?: string;
  selectable?: boolean;
}) {
  const loadRows = useCallback(
    async (ids: string[]) => {
      const found = await rowsAgain?.(slug, { ids, columns: columns.map(({ id }) => id) });
      return found?.ok ? found.value : [];
    },
    [slug, columns, rowsAgain],
  );
  return <ListTable selectable {...table} columns={columns} {...(rowsAgain ? { loadRows } : {})} />;
}
