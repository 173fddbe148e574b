import type { FieldOption, ListDefinition, ListField } from "@/components/lists/list-context";
import { stateWord } from "@/components/ui/state-badge";
import { WORKFLOW_STATUSES } from "@/core/contracts/workflows";
import { WORKFLOW_LIST, type WorkflowField } from "@/core/filter/workflow-fields";
import type { PageView } from "../page-view";
import { FIELD_LABELS } from "./workflow-words";

/** The list of workflows with every word in the viewer's language. */
export function workflowList(
  { slug, t }: PageView,
  topics: ReadonlyMap<string, string>,
): ListDefinition {
  const options: Partial<Record<WorkflowField, FieldOption[]>> = {
    state: WORKFLOW_STATUSES.map((value) => ({ value, label: stateWord(value, t) })),
    topic: [...topics].map(([value, label]) => ({ value, label })),
  };
  const fields = WORKFLOW_LIST.fields.map(
    (field): ListField => ({
      ...field,
      label: t(FIELD_LABELS[field.name]),
      options: options[field.name] ?? [],
    }),
  );
  return { ...WORKFLOW_LIST, fields, path: `/${slug}/workflows` };
}
