import { endingName } from "@/components/workflows/ending-name";
import type { StageCount } from "@/components/workflows/stage-strip";
import type { WorkflowInList } from "./load-workflows";

/**
 * The stages of what runs, in their order, with the open cases in each; then the places where cases
 * of earlier versions, or those in an ending, still stand.
 */
export function stagesOf(
  { workflow, definition, atStages }: Pick<WorkflowInList, "workflow" | "definition" | "atStages">,
  slug: string,
): StageCount[] {
  const own = (definition?.stages ?? []).map(({ id, name }) => ({ id, name }));
  const known = new Set(own.map(({ id }) => id));
  const others = [...atStages.keys()]
    .filter((id) => !known.has(id))
    .map((id) => ({ id, name: endingName(id) }));
  const cases = `/${slug}/cases?state=open&workflow=${encodeURIComponent(workflow.key)}`;
  return [...own, ...others].map(({ id, name }) => ({
    id,
    name,
    open: atStages.get(id) ?? 0,
    href: `${cases}&stage=${encodeURIComponent(id)}`,
  }));
}
