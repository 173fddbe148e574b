"use client";

import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { BulkBar } from "@/components/lists/bulk-bar";
import { useList } from "@/components/lists/list-context";
import type { ListRow } from "@/components/lists/list-row";
import { useText } from "@/components/text/text-provider";
import { Button, IconButton } from "@/components/ui/button";
import { viewQuery } from "@/core/filter/list-address";

/** Sends what is chosen, by id or as all that match, to the list's export. */
export function ExportChosen({ named }: { named?: boolean }) {
  const t = useText();
  const { list, address, selection } = useList();
  const label = t("lists.exportChosen");
  return (
    <form method="post" action={`${list.path}/export`}>
      {selection.isAll ? (
        <input type="hidden" name="query" value={viewQuery(list, address)} />
      ) : (
        <input type="hidden" name="ids" value={[...selection.ids].join(",")} />
      )}
      {named ? (
        <Button size="sm" look="primary" type="submit">
          <Download aria-hidden="true" />
          {label}
        </Button>
      ) : (
        <IconButton size="sm" type="submit" label={label}>
          <Download aria-hidden="true" />
        </IconButton>
      )}
    </form>
  );
}

/** Over a list whose rows are chosen to be exported, with whatever else can be done to them. */
export function ExportBar({
  children,
  ...counts
}: {
  rows: readonly ListRow[];
  matching: number;
  children?: ReactNode;
}) {
  return (
    <BulkBar {...counts} note="">
      {children}
      <ExportChosen named />
    </BulkBar>
  );
}
