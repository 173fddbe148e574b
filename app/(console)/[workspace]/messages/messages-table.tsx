"use client";

import { useCallback } from "react";
import type { ListColumn, ListRow } from "@/components/lists/list-row";
import { ListTable } from "@/components/lists/list-table";
import { useText } from "@/components/text/text-provider";
import type { MessageColumn } from "@/core/filter/message-fields";
import { rowsAgain } from "./actions";

/** The rows of the list of messages, which stay while the list is on the screen. */
export function MessagesTable({
  slug,
  columns,
  rows,
}: {
  slug: string;
  columns: readonly ListColumn[];
  rows: readonly ListRow[];
}) {
  const t = useText();
  const loadRows = useCallback(
    async (ids: string[]) => {
      const shown = columns.map(({ id }) => id as MessageColumn);
      const again = await rowsAgain(slug, { ids, columns: shown });
      return again.ok ? again.value : [];
    },
    [slug, columns],
  );
  return <ListTable caption={t("messages.caption")} {...{ columns, rows, loadRows }} selectable />;
}
