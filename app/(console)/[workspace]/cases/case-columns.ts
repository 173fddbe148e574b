import type { ListColumn } from "@/components/lists/list-row";
import type { Text } from "@/components/text/text";
import type { CaseColumn } from "@/core/filter/case-fields";
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
} as const satisfies Record<CaseColumn, Omit<ListColumn, "id" | "label">>;

/** The columns asked for, the subject first: it names the row and is always there. */
export function caseColumns(ids: readonly string[], t: Text): ListColumn[] {
  const all = Object.keys(SHAPES) as CaseColumn[];
  return all
    .filter((id) => id === "subject" || ids.includes(id))
    .map((id) => ({ id, label: t(COLUMN_LABELS[id]), ...SHAPES[id] }));
}
