"use client";

import { PanelRight } from "lucide-react";
import Link from "next/link";
import { type MouseEvent, memo } from "react";
import { useText } from "@/components/text/text-provider";
import { useList } from "./list-context";
import type { ListColumn, ListRow } from "./list-row";

/** One row. Its main cell is the link that covers it; on a narrow screen it is a card. */
export const TableRow = memo(function TableRow({
  row,
  at,
  columns,
  hasRef,
  isActive,
  changes,
  onSelect,
  measure,
}: {
  row: ListRow;
  at: number;
  columns: readonly ListColumn[];
  /** The first column is the row's `ref` and names it; otherwise the main cell does. */
  hasRef: boolean;
  isActive: boolean;
  changes: number;
  onSelect: (id: string, isRange: boolean) => void;
  measure?: (element: HTMLTableRowElement | null) => void;
}) {
  const t = useText();
  const { selection, address, go } = useList();
  const isChosen = selection.isAll || selection.ids.has(row.id);
  const isPeeked = address.peek === row.ref;
  const tabIndex = isActive ? 0 : -1;
  const [main] = columns;
  const Main = hasRef ? "td" : "th";
  const name = hasRef ? row.ref : row.name;
  return (
    <tr
      ref={measure}
      data-index={at}
      data-id={row.id}
      aria-rowindex={at + 2}
      aria-selected={isChosen}
      data-peeked={isPeeked}
      data-changed={changes === 0 ? undefined : changes % 2}
    >
      <td className="ft-list-select">
        <label className="ft-check">
          <input
            type="checkbox"
            tabIndex={tabIndex}
            aria-label={t("lists.selectRow", { ref: name })}
            checked={isChosen}
            onChange={() => {}}
            onClick={(event: MouseEvent) => onSelect(row.id, event.shiftKey)}
          />
        </label>
      </td>
      {hasRef ? (
        <th scope="row" className="ft-list-ref ft-figures">
          {row.ref}
        </th>
      ) : null}
      {columns.map((column) =>
        column === main ? (
          <Main key={column.id} className="ft-list-main" {...(hasRef ? {} : { scope: "row" })}>
            <div className="ft-list-line">
              <Link
                href={row.href}
                tabIndex={tabIndex}
                data-row-link
                className="ft-row-link"
                title={row.name}
              >
                {hasRef ? <span className="sr-only">{row.ref} </span> : null}
                {row.cells[column.id]}
              </Link>
              <button
                type="button"
                tabIndex={tabIndex}
                className="ft-list-peek"
                aria-label={t("lists.peekAt", { ref: name })}
                aria-pressed={isPeeked}
                onClick={() => go({ peek: isPeeked ? undefined : row.ref }, "replace")}
              >
                <PanelRight aria-hidden="true" size={16} />
              </button>
            </div>
          </Main>
        ) : (
          <td
            key={column.id}
            data-card={column.card}
            {...(column.number ? { className: "ft-number" } : {})}
          >
            {row.cells[column.id]}
          </td>
        ),
      )}
    </tr>
  );
});
