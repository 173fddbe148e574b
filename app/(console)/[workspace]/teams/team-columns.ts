import type { ListColumn } from "@/components/lists/list-row";
import type { Text } from "@/components/text/text";
import type { TeamColumn } from "@/core/filter/team-fields";
import { type ColumnShape, columnsOf } from "../_lists/columns-of";
import { COLUMN_LABELS } from "./team-words";

const SHAPES = {
  name: { sort: "name" },
  lead: { width: 124, card: "line" },
  members: { width: 80, number: true },
  away: { width: 112 },
  onCall: { width: 120, card: "foot" },
  localTime: { width: 116, card: "badge" },
  calendar: { width: 108 },
  escalations: { width: 136, number: true, sort: "escalations", card: "end" },
} as const satisfies Record<TeamColumn, ColumnShape>;

/** The columns asked for, the name first: it names the row and is always there. */
export const teamColumns = (ids: readonly string[], t: Text): ListColumn[] =>
  columnsOf(SHAPES, "name", ids, (id) => t(COLUMN_LABELS[id]));
