import type { ListColumn } from "@/components/lists/list-row";
import type { Text } from "@/components/text/text";
import type { EventColumn } from "@/core/filter/event-fields";
import { type ColumnShape, columnsOf } from "../_lists/columns-of";
import { COLUMN_LABELS } from "./event-words";

const SHAPES = {
  name: {},
  person: { width: 130, card: "line" },
  key: { width: 104 },
  outcome: { width: 168, card: "end" },
  what: { width: 180, card: "foot" },
  received: { width: 146, sort: "received", card: "badge" },
} as const satisfies Record<EventColumn, ColumnShape>;

/** The columns asked for, the event's name first: it names the row and is always there. */
export const eventColumns = (ids: readonly string[], t: Text): ListColumn[] =>
  columnsOf(SHAPES, "name", ids, (id) => t(COLUMN_LABELS[id]));
