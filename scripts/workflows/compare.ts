import { yamlOf } from "./document-text";
import { lineDiff } from "./line-diff";
import type { FileDocument, RemoteWorkflow } from "./remote";

/** What a file would change of a workflow, line by line. What the file leaves out is not compared. */
export function changesTo(remote: RemoteWorkflow | null, local: FileDocument): string[] {
  if (!remote) return lineDiff("", yamlOf(local));
  const { templates, scenarios, ...document } = remote.document;
  const there = {
    ...document,
    ...(local.templates && { templates: { ...templates } }),
    ...(local.scenarios && { scenarios: byKey(scenarios ?? []) }),
  };
  const here = { ...local, ...(local.scenarios && { scenarios: byKey(local.scenarios) }) };
  return lineDiff(yamlOf(there), yamlOf(here));
}

const keyOf = (scenario: unknown): string => String((scenario as { key?: unknown }).key ?? "");

const byKey = (scenarios: readonly unknown[]): unknown[] =>
  scenarios.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
