import type { ReactNode } from "react";
import type { ListRow } from "@/components/lists/list-row";

/** A row's cells in the columns asked for; what is no column of the list is left out. */
export const cellsIn = (
  cells: Readonly<Record<string, () => ReactNode>>,
  columns: readonly string[],
): ListRow["cells"] =>
  Object.fromEntries(
    columns.flatMap((id) => {
      const cell = Object.hasOwn(cells, id) ? cells[id] : undefined;
      return cell ? [[id, cell()]] : [];
    }),
  );
