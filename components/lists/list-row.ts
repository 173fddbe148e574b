import type { ReactNode } from "react";

/** One row as the server rendered it. */
export type ListRow = {
  id: string;
  /** How people call it, and how the address names it: `C-1042`. */
  ref: string;
  /** Its page. */
  href: string;
  name: string;
  /** Another text when the row shows something else. */
  print: string;
  cells: Readonly<Record<string, ReactNode>>;
  /** What verbs look at: `closed`. */
  marks: readonly string[];
};

export type ListColumn = {
  id: string;
  label: string;
  /** Pixels; the one column without takes what is left. */
  width?: number;
  /** Figures, set to the end. */
  number?: boolean;
  /** The order it sorts by. */
  sort?: string;
  /** Its place on a narrow screen's card; without one it is not shown there. */
  card?: "badge" | "line" | "foot" | "end";
};
