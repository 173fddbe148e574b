import type { FieldOption, ListDefinition } from "@/components/lists/list-context";
import { stateWord } from "@/components/ui/state-badge";
import { WORKFLOW_STATUSES } from "@/core/contracts/workflows";
import { WORKFLOW_LIST, type WorkflowField } from "@/core/filter/workflow-fields";
import { definitionOf, named } from "../_lists/definition-of";
import type { PageView } from "../page-view";
import { FIELD_LABELS } from "./workflow-words";

/** The list of workflows with every word in the viewer's language. */
export function workflowList(
  { slug, t }: PageView,
  topics: ReadonlyMap<string, string>,
): ListDefinition {
  const options: Partial<Record<WorkflowField, FieldOption[]>> = {
    state: WORKFLOW_STATUSES.map((value) => ({ value, label: stateWord(value, t) })),
    topic: named(topics),
  };
  return definitionOf(
    WORKFLOW_LIST,
    `/${slug}/workflows`,
    (field) => t(FIELD_LABELS[field]),
    options,
  );
}
