import type { ListColumn } from "@/components/lists/list-row";
import type { Text } from "@/components/text/text";
import type { MessageColumn } from "@/core/filter/message-fields";
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
} as const satisfies Record<MessageColumn, Omit<ListColumn, "id" | "label">>;

/** The columns asked for, the title first: it names the row and is always there. */
export function messageColumns(ids: readonly string[], t: Text): ListColumn[] {
  const all = Object.keys(SHAPES) as MessageColumn[];
  return all
    .filter((id) => id === "title" || ids.includes(id))
    .map((id) => ({ id, label: t(COLUMN_LABELS[id]), ...SHAPES[id] }));
}
