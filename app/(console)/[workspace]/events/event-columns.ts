import type { ListColumn } from "@/components/lists/list-row";
import type { Text } from "@/components/text/text";
import type { EventColumn } from "@/core/filter/event-fields";
import { COLUMN_LABELS } from "./event-words";

const SHAPES = {
  name: {},
  person: { width: 130, card: "line" },
  key: { width: 104 },
  outcome: { width: 168, card: "end" },
  what: { width: 180, card: "foot" },
  received: { width: 146, sort: "received", card: "badge" },
} as const satisfies Record<EventColumn, Omit<ListColumn, "id" | "label">>;

/** The columns asked for, the event's name first: it names the row and is always there. */
export function eventColumns(ids: readonly string[], t: Text): ListColumn[] {
  const all = Object.keys(SHAPES) as EventColumn[];
  return all
    .filter((id) => id === "name" || ids.includes(id))
    .map((id) => ({ id, label: t(COLUMN_LABELS[id]), ...SHAPES[id] }));
}
