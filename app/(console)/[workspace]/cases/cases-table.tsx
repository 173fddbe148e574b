"use client";

import { useCallback } from "react";
import type { ListColumn, ListRow } from "@/components/lists/list-row";
import { ListTable } from "@/components/lists/list-table";
import { useText } from "@/components/text/text-provider";
import type { CaseColumn } from "@/core/filter/case-fields";
import { rowsAgain } from "./actions";

/** The rows of the case list, which stay while the list is on the screen. */
export function CasesTable({
  slug,
  columns,
  rows,
  selectable,
}: {
  slug: string;
  columns: readonly ListColumn[];
  rows: readonly ListRow[];
  selectable: boolean;
}) {
  const t = useText();
  const loadRows = useCallback(
    async (ids: string[]) => {
      const again = await rowsAgain(slug, {
        ids,
        columns: columns.map(({ id }) => id as CaseColumn),
      });
      return again.ok ? again.value : [];
    },
    [slug, columns],
  );
  return (
    <ListTable
      caption={t("cases.listCaption")}
      refLabel={t("cases.listColCase")}
      {...{ columns, rows, loadRows, selectable }}
    />
  );
}
