"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { ListRow } from "./list-row";

const NONE: readonly ListRow[] = [];
const Shown = createContext(NONE);
const Show = createContext<(rows: readonly ListRow[]) => void>(() => {});

/** Lets what stands outside a list's table know the rows on the screen. */
export function ShownRows({ children }: { children: ReactNode }) {
  const [rows, setRows] = useState(NONE);
  return (
    <Show value={setRows}>
      <Shown value={rows}>{children}</Shown>
    </Show>
  );
}

/** The rows on the screen as they are now, also those that match no longer. */
export const useShownRows = (): readonly ListRow[] => useContext(Shown);

/** Tells which rows are on the screen. */
export function useShowRows(rows: readonly ListRow[]): void {
  const show = useContext(Show);
  useEffect(() => {
    show(rows);
    return () => show(NONE);
  }, [show, rows]);
}
