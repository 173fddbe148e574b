"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { type CSSProperties, useEffect, useRef, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { useList } from "./list-context";
import type { ListColumn, ListRow } from "./list-row";
import { useShowRows } from "./shown-rows";
import { TableRow } from "./table-row";
import { useListKeys } from "./use-list-keys";
import { useLiveRows } from "./use-live-rows";

/** Longer lists only draw what is on the screen. */
const DRAWN_WHOLE_MAX = 100;
const ROW_PX = 40;
const OVERSCAN = 15;
/** Until the browser has said how high it is, and for the first answer of the server. */
const FIRST_SCREEN_PX = 1_200;
const COUNTED_MAX = 99;
const SELECT_PX = 40;
const REF_PX = 72;
/** What the main cell keeps when the others need more than there is. */
const MAIN_PX = 160;

/**
 * The rows of a list: they change in place and never move under the pointer; arrows or J and K move
 * from row to row, Space looks into one, X chooses it.
 */
export function ListTable({
  caption,
  columns,
  rows,
  refLabel,
  loadRows,
}: {
  caption: string;
  columns: readonly ListColumn[];
  rows: readonly ListRow[];
  /** Heading of a first column with the rows' `ref`; without it the main cell names the row. */
  refLabel?: string;
  /** Rows that match no longer but are still on the screen, read again. */
  loadRows?: (ids: string[]) => Promise<readonly ListRow[]>;
}) {
  const t = useText();
  const { list, key, selection, pending } = useList();
  const live = useLiveRows(key, rows, loadRows);
  const { shown, waiting, changes } = live;
  useShowRows(shown);
  const frame = useRef<HTMLTableElement>(null);
  const [top, setTop] = useState(0);
  useEffect(() => setTop(frame.current?.offsetTop ?? 0), []);
  const isVirtual = shown.length > DRAWN_WHOLE_MAX;
  const virtual = useWindowVirtualizer({
    count: shown.length,
    enabled: isVirtual,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    scrollMargin: top,
    initialRect: { width: 0, height: FIRST_SCREEN_PX },
    getItemKey: (at) => shown[at]?.id ?? at,
  });
  const keys = useListKeys({
    rows: shown,
    reveal: (at) => isVirtual && virtual.scrollToIndex(at, { align: "auto" }),
    loadNew: live.loadNew,
  });
  const items = isVirtual
    ? virtual.getVirtualItems().map(({ index }) => index)
    : shown.map((_, at) => at);
  const drawn = isVirtual ? virtual.getVirtualItems() : [];
  const above = (drawn.at(0)?.start ?? top) - top;
  const below = isVirtual ? virtual.getTotalSize() - ((drawn.at(-1)?.end ?? top) - top) : 0;
  const ids = shown.map(({ id }) => id);
  const chosen = ids.filter((id) => selection.ids.has(id)).length;
  const widths = [SELECT_PX, ...(refLabel === undefined ? [] : [REF_PX])];
  const least = [...widths, ...columns.map(({ width }) => width ?? MAIN_PX)];
  const minWidth = `${least.reduce((sum, width) => sum + width, 0)}px`;
  return (
    <div className="relative" aria-busy={pending} data-pending={pending}>
      <div className="ft-new-rows">
        {waiting > 0 ? (
          <Button size="sm" look="primary" onPress={live.loadNew}>
            {t("lists.new", {
              n: Math.min(waiting, COUNTED_MAX),
              more: waiting > COUNTED_MAX ? "yes" : "no",
            })}
          </Button>
        ) : null}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="ft-table-frame ft-list-frame" aria-label={caption} tabIndex={0}>
        <table
          ref={frame}
          className="ft-list"
          aria-rowcount={shown.length + 1}
          style={{ "--ft-list-width": minWidth } as CSSProperties}
        >
          <caption className="sr-only">{caption}</caption>
          <colgroup>
            {widths.map((width, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity but their place.
              <col key={at} style={{ width }} />
            ))}
            {columns.map(({ id, width }) => (
              <col key={id} {...(width ? { style: { width } } : {})} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              <td className="ft-list-select">
                <label className="ft-check">
                  <input
                    type="checkbox"
                    aria-label={t("lists.selectPage")}
                    checked={chosen > 0 && chosen === ids.length}
                    ref={(box) => {
                      if (box) box.indeterminate = chosen > 0 && chosen < ids.length;
                    }}
                    onChange={() => selection.set(chosen === ids.length ? [] : ids)}
                  />
                </label>
              </td>
              {refLabel === undefined ? null : (
                <Heading
                  className="ft-list-ref"
                  label={refLabel}
                  sort={list.sorts.includes("number") ? "number" : undefined}
                />
              )}
              {columns.map(({ id, label, sort, number }) => (
                <Heading
                  key={id}
                  label={label}
                  sort={sort}
                  className={number ? "ft-number" : undefined}
                />
              ))}
            </tr>
          </thead>
          <tbody {...keys.body}>
            {above > 0 ? <Gap height={above} /> : null}
            {items.map((at) => {
              const row = shown[at];
              if (!row) return null;
              return (
                <TableRow
                  key={row.id}
                  row={row}
                  at={at}
                  columns={columns}
                  hasRef={refLabel !== undefined}
                  isActive={keys.activeId === row.id}
                  changes={changes.get(row.id) ?? 0}
                  onSelect={keys.select}
                  {...(isVirtual ? { measure: virtual.measureElement } : {})}
                />
              );
            })}
            {below > 0 ? <Gap height={below} /> : null}
          </tbody>
        </table>
      </section>
    </div>
  );
}

const Gap = ({ height }: { height: number }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a table row that only keeps a place takes no focus.
  <tr aria-hidden="true" className="ft-list-gap" style={{ height }}>
    <td />
  </tr>
);

/** A heading that sorts: by its usual order first, then the other way round. */
function Heading({
  label,
  sort,
  className,
}: {
  label: string;
  sort: string | undefined;
  className?: string | undefined;
}) {
  const { list, address, href } = useList();
  if (!sort) {
    return (
      <th scope="col" className={className}>
        {label}
      </th>
    );
  }
  const isSorted = address.sort.by === sort;
  const first = !list.ascending?.includes(sort);
  const next = { by: sort, desc: isSorted ? !address.sort.desc : first };
  const Arrow = address.sort.desc ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={isSorted ? (address.sort.desc ? "descending" : "ascending") : "none"}
    >
      <Link href={href({ sort: next })} scroll={false} className="ft-list-sort">
        {label}
        {isSorted ? <Arrow aria-hidden="true" size={12} /> : null}
      </Link>
    </th>
  );
}
