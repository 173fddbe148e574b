import { stringify } from "yaml";
import type { Workflow, WorkflowSummary, WorkflowVersion } from "@/core/contracts/workflows";
import type { VersionRow, WorkflowWithLive } from "@/db/queries/workflows";

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
export function workflowShape(found: WorkflowWithLive): Workflow {
  const { workflow, live } = found;
  return {
    ...workflowSummary(found),
    draft: workflow.draft,
    definition: live?.definition ?? workflow.draft,
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
export const workflowYaml = ({ workflow, live }: WorkflowWithLive): string =>
  stringify({ name: workflow.name, definition: workflow.draft ?? live?.definition ?? null });
