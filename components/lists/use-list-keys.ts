"use client";

import { useRouter } from "next/navigation";
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { showToast } from "@/components/ui/toast";
import { useList } from "./list-context";
import type { ListRow } from "./list-row";
import { useListShortcuts } from "./list-shortcuts";

/** Moving through the rows by keyboard: one row has the focus, and it stays on that row. */
export function useListKeys({
  rows,
  reveal,
  loadNew,
}: {
  rows: readonly ListRow[];
  /** Scrolls a row into view that may not be drawn. */
  reveal: (at: number) => void;
  loadNew: () => void;
}) {
  const t = useText();
  const router = useRouter();
  const { address, go, selection } = useList();
  const [active, setActive] = useState<string>();
  const anchor = useRef<string>(undefined);
  const wanted = useRef<string>(undefined);
  const place = rows.findIndex(({ id }) => id === active);
  const at = place < 0 ? 0 : place;
  const row = rows[at];

  const linkOf = (id: string) =>
    document.querySelector<HTMLElement>(`tr[data-id="${CSS.escape(id)}"] [data-row-link]`);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const link = linkOf(wanted.current);
    if (!link) return;
    wanted.current = undefined;
    link.focus({ preventScroll: false });
    link.closest("tr")?.scrollIntoView({ block: "nearest" });
  });

  const moveTo = (index: number) => {
    const target = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!target) return;
    wanted.current = target.id;
    setActive(target.id);
    reveal(rows.indexOf(target));
    // Already the active one, so nothing is drawn anew and no effect follows.
    if (target.id === row?.id) linkOf(target.id)?.focus();
    if (address.peek !== undefined) go({ peek: target.ref }, "replace");
  };
  /** The first press only shows where one is. */
  const isInside = () => document.activeElement?.closest("tr[data-id]") != null;
  const step = (by: number) => moveTo(isInside() || address.peek ? at + by : at);
  const extend = (by: number) => {
    if (!row) return;
    const target = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    selection.set([...selection.ids, row.id, ...(target ? [target.id] : [])]);
    moveTo(at + by);
  };
  const select = (id: string, isRange: boolean) => {
    const from = rows.findIndex((one) => one.id === anchor.current);
    const to = rows.findIndex((one) => one.id === id);
    anchor.current = id;
    setActive(id);
    if (!isRange || from < 0) return selection.toggle(id);
    const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1);
    selection.set([...selection.ids, ...range.map((one) => one.id)]);
  };
  const peek = () => {
    if (!row) return;
    go({ peek: address.peek === row.ref ? undefined : row.ref }, "replace");
  };
  const copyLink = () =>
    navigator.clipboard?.writeText(window.location.href).then(
      () => showToast(t("lists.linkCopied")),
      () => showToast(t("ui.copyRefused"), { failed: true }),
    );
  useListShortcuts([
    {
      keys: ["j", "down"],
      label: "lists.nextRow",
      run: () => step(1),
      repeats: true,
      onlyKeys: true,
    },
    {
      keys: ["k", "up"],
      label: "lists.previousRow",
      run: () => step(-1),
      repeats: true,
      onlyKeys: true,
    },
    {
      keys: "enter",
      label: "lists.openRow",
      run: () => row && router.push(row.href),
      onlyKeys: true,
    },
    { keys: "space", label: "lists.peek", run: peek, onlyKeys: true },
    { keys: "x", label: "lists.select", run: () => row && select(row.id, false) },
    {
      keys: "shift+down",
      label: "lists.selectDown",
      run: () => extend(1),
      repeats: true,
      onlyKeys: true,
    },
    {
      keys: "shift+up",
      label: "lists.selectUp",
      run: () => extend(-1),
      repeats: true,
      onlyKeys: true,
    },
    {
      keys: "mod+a",
      label: "lists.selectPage",
      run: () => selection.set(rows.map(({ id }) => id)),
    },
    { keys: ".", label: "lists.loadNew", run: loadNew },
    { keys: "mod+shift+,", label: "lists.copyLink", run: () => void copyLink() },
  ]);
  const body = {
    onFocus: (event: FocusEvent) => {
      const id = event.target.closest("tr")?.dataset.id;
      if (id && id !== active) setActive(id);
    },
    /** On a link Space means nothing yet; on the row's it looks into it. */
    onKeyDown: (event: KeyboardEvent) => {
      const isLink = event.target instanceof HTMLElement && "rowLink" in event.target.dataset;
      if (event.key !== " " || !isLink) return;
      event.preventDefault();
      peek();
    },
  };
  return { activeId: row?.id, select, body };
}
