import type { ListColumn } from "@/components/lists/list-row";
import type { Text } from "@/components/text/text";
import type { CaseColumn } from "@/core/filter/case-fields";
import { type ColumnShape, columnsOf } from "../_lists/columns-of";
import { COLUMN_LABELS } from "./case-words";

const SHAPES = {
  subject: {},
  person: { width: 118, card: "line" },
  workflow: { width: 116 },
  stage: { width: 104 },
  state: { width: 114, card: "badge" },
  due: { width: 106, sort: "due", card: "end" },
  next: { width: 170, sort: "next", card: "foot" },
  owner: { width: 96 },
  priority: { width: 80 },
  opened: { width: 124, sort: "opened" },
} as const satisfies Record<CaseColumn, ColumnShape>;

/** The columns asked for, the subject first: it names the row and is always there. */
export const caseColumns = (ids: readonly string[], t: Text): ListColumn[] =>
  columnsOf(SHAPES, "subject", ids, (id) => t(COLUMN_LABELS[id]));
