import type { ListColumn } from "@/components/lists/list-row";
import type { Text } from "@/components/text/text";
import type { WorkflowColumn } from "@/core/filter/workflow-fields";
import { type ColumnShape, columnsOf } from "../_lists/columns-of";
import { columnLabel } from "./workflow-words";

const SHAPES = {
  name: { sort: "name" },
  state: { width: 130, card: "badge" },
  stages: { width: 150 },
  purpose: { width: 104 },
  topic: { width: 176, card: "line" },
  opened: { width: 92, number: true },
  open: { width: 92, number: true, card: "end" },
  resolved: { width: 116, number: true, card: "foot" },
  created: { width: 158, sort: "created" },
} as const satisfies Record<WorkflowColumn, ColumnShape>;

/** The columns asked for, the name first: it names the row and is always there. */
export const workflowColumns = (ids: readonly string[], t: Text): ListColumn[] =>
  columnsOf(SHAPES, "name", ids, (id) => columnLabel(id, t));
