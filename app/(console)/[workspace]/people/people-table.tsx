"use client";

import { useCallback } from "react";
import type { ListColumn, ListRow } from "@/components/lists/list-row";
import { ListTable } from "@/components/lists/list-table";
import { useText } from "@/components/text/text-provider";
import type { PersonColumn } from "@/core/filter/person-fields";
import { peopleAgain } from "./actions";

/** The rows of the list of people, which stay while the list is on the screen. */
export function PeopleTable({
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
      const shown = columns.map(({ id }) => id as PersonColumn);
      const again = await peopleAgain(slug, { ids, columns: shown });
      return again.ok ? again.value : [];
    },
    [slug, columns],
  );
  return <ListTable caption={t("people.caption")} {...{ columns, rows, loadRows }} selectable />;
}
