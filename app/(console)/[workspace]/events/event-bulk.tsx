"use client";

import { useList } from "@/components/lists/list-context";
import type { ListRow } from "@/components/lists/list-row";
import { ExportBar } from "../_lists/export-chosen";
import { ReplayEvent } from "./[id]/replay-event";

/** What can be done with chosen events: they are exported, and a single one can arrive again. */
export function EventBulk({
  slug,
  mayReplay,
  ...counts
}: {
  slug: string;
  mayReplay: boolean;
  rows: readonly ListRow[];
  matching: number;
}) {
  const { selection } = useList();
  const only = selection.ids.size === 1 && !selection.isAll ? [...selection.ids][0] : undefined;
  const row = counts.rows.find(({ id }) => id === only);
  return (
    <ExportBar {...counts}>
      {row && mayReplay ? (
        <ReplayEvent key={row.id} slug={slug} id={row.id} name={row.name} size="sm" />
      ) : null}
    </ExportBar>
  );
}
