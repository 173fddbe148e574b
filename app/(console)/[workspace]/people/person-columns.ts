import type { ListColumn } from "@/components/lists/list-row";
import type { Text } from "@/components/text/text";
import type { PersonColumn } from "@/core/filter/person-fields";
import { type ColumnShape, columnsOf } from "../_lists/columns-of";
import { COLUMN_LABELS } from "./person-words";

const SHAPES = {
  name: { sort: "name" },
  id: { width: 108 },
  reached: { width: 216, card: "line" },
  localTime: { width: 122, card: "foot" },
  language: { width: 116 },
  problems: { width: 140, card: "badge" },
  openCases: { width: 100, number: true, card: "end" },
  added: { width: 158, sort: "added" },
} as const satisfies Record<PersonColumn, ColumnShape>;

/** The columns asked for, the name first: it names the row and is always there. */
export const personColumns = (ids: readonly string[], t: Text): ListColumn[] =>
  columnsOf(SHAPES, "name", ids, (id) => t(COLUMN_LABELS[id]));
