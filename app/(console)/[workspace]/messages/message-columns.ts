import type { ListColumn } from "@/components/lists/list-row";
import type { Text } from "@/components/text/text";
import type { MessageColumn } from "@/core/filter/message-fields";
import { type ColumnShape, columnsOf } from "../_lists/columns-of";
import { COLUMN_LABELS } from "./message-words";

const SHAPES = {
  title: {},
  person: { width: 114, card: "line" },
  to: { width: 170 },
  channel: { width: 72 },
  case: { width: 68 },
  workflow: { width: 124 },
  outcome: { width: 140, card: "badge" },
  reason: { width: 200, card: "foot" },
  planned: { width: 146, sort: "planned", card: "end" },
} as const satisfies Record<MessageColumn, ColumnShape>;

/** The columns asked for, the title first: it names the row and is always there. */
export const messageColumns = (ids: readonly string[], t: Text): ListColumn[] =>
  columnsOf(SHAPES, "title", ids, (id) => t(COLUMN_LABELS[id]));
