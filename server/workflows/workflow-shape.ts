import { stringify } from "yaml";
import type { Workflow, WorkflowSummary, WorkflowVersion } from "@/core/contracts/workflows";
import type { Definition } from "@/core/workflow/definition";
import type { VersionRow, WorkflowWithLive } from "@/db/queries/workflows";
import type { WorkflowContents } from "./workflow-contents";

/** A workflow as lists answer it. */
export function workflowSummary({ workflow, live }: WorkflowWithLive): WorkflowSummary {
  const shown = live?.definition ?? workflow.draft;
  return {
    key: workflow.key,
    name: workflow.name,
    status: workflow.status,
    liveVersion: workflow.liveVersion,
    hasDraft: workflow.draft !== null,
    purpose: shown?.purpose ?? null,
    topic: shown?.topic ?? null,
    revision: workflow.revision,
    createdAt: workflow.createdAt.toISOString(),
    updatedAt: workflow.updatedAt.toISOString(),
  };
}

/** A workflow as single reads answer it. */
export function workflowShape(found: WorkflowWithLive, contents: WorkflowContents): Workflow {
  const { workflow, live } = found;
  return {
    ...workflowSummary(found),
    draft: workflow.draft,
    definition: live?.definition ?? workflow.draft,
    ...contents,
    etag: `"${workflow.revision}"`,
  };
}

export const versionShape = (row: VersionRow): WorkflowVersion => ({
  version: row.version,
  definition: row.definition,
  note: row.note,
  publishedBy: row.publishedBy,
  publishedAt: row.publishedAt.toISOString(),
});

/** What `PUT` takes back: the draft, or the live version where there is none. */
export const workflowYaml = (
  { workflow, live }: WorkflowWithLive,
  { templates, scenarios }: WorkflowContents,
): string =>
  stringify({
    name: workflow.name,
    definition: newestOf({ workflow, live }),
    templates,
    scenarios,
  });

/** The document that was written last: the draft, or what is live. */
export const newestOf = ({ workflow, live }: WorkflowWithLive): Definition | null =>
  workflow.draft ?? live?.definition ?? null;
