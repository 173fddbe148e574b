"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { Button, IconButton } from "@/components/ui/button";
import { COUNTED_MAX } from "@/core/filter/counted";
import { useList } from "./list-context";
import type { ListRow } from "./list-row";

/**
 * Over the header while rows are chosen: how many, what will be passed over, and the verbs. When it
 * goes with the focus in it, the focus goes to the rows.
 */
export function BulkBar({
  rows,
  matching,
  note,
  children,
}: {
  /** The rows of the page. */
  rows: readonly ListRow[];
  /** Rows that match in all, counted up to `COUNTED_MAX`. */
  matching: number;
  /** "3 already closed will be skipped". */
  note: string;
  children: ReactNode;
}) {
  const t = useText();
  const locale = useLocale();
  const { selection } = useList();
  const count = selection.isAll ? matching : selection.ids.size;
  const before = useRef(count);
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (count === 0 && before.current > 0 && isLost) {
      document.querySelector<HTMLElement>(".ft-list-frame")?.focus();
    }
    before.current = count;
  }, [count]);
  if (count === 0) return <p role="status" className="sr-only" />;
  const total = `${new Intl.NumberFormat(locale).format(matching)}${matching === COUNTED_MAX ? "+" : ""}`;
  return (
    <section className="ft-bulk" aria-label={t("lists.chosenRows")}>
      <div className="ft-bulk-bar">
        <IconButton label={t("lists.clearSelection")} onPress={selection.clear}>
          <X aria-hidden="true" />
        </IconButton>
        <p role="status" className="ft-figures min-w-0">
          <b className="font-semibold">
            {selection.isAll
              ? t("lists.allChosen", { total })
              : t("lists.chosenCount", { n: count })}
          </b>
          {note ? <span className="text-ft-2"> · {note}</span> : null}
        </p>
        {!selection.isAll && selection.ids.size < rows.length ? (
          <Button
            size="sm"
            look="tertiary"
            className="md:hidden"
            onPress={() => selection.set(rows.map(({ id }) => id))}
          >
            {t("lists.choosePage")}
          </Button>
        ) : null}
        {!selection.isAll && selection.ids.size >= rows.length && matching > rows.length ? (
          <Button size="sm" look="tertiary" onPress={selection.selectAll}>
            {t("lists.chooseAll", { total })}
          </Button>
        ) : null}
        <div className="ms-auto flex flex-wrap items-center gap-2">{children}</div>
      </div>
    </section>
  );
}
