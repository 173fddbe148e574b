import { WORKFLOW_LIST } from "@/core/filter/workflow-fields";
import { Key } from "@/core/ids";
import { findWorkflows, listWorkflowsBy, type WorkflowsPage } from "@/db/queries/workflow-pages";
import type { WorkflowWithLive } from "@/db/queries/workflows";
import { ctx } from "@/server/boot";
import { nowOf } from "@/server/clock/clock";
import { listExport } from "@/server/http/list-export";
import { withCounts } from "../load-workflows";
import { OPENED_DAYS } from "../opened-days";
import { workflowClauses } from "../search-params";

/** The list as it is filtered and ordered, or the chosen workflows, as CSV; a document is exported on its own page. */
export const { GET, POST } = listExport<WorkflowWithLive>({
  name: "workflows",
  spec: WORKFLOW_LIST,
  id: Key,
  head: [
    "key",
    "name",
    "state",
    "live_version",
    "draft",
    "purpose",
    "topic",
    `opened_${OPENED_DAYS}d`,
    "open",
    "resolved",
    "settled",
    "created_at",
  ],
  cells: async (workspaceId, rows) => {
    const now = await nowOf(ctx.db, workspaceId);
    const counted = await withCounts(workspaceId, rows, now);
    return counted.map(({ workflow, definition, counts }) => [
      workflow.key,
      workflow.name,
      workflow.status,
      workflow.liveVersion,
      workflow.draft === null ? "no" : "yes",
      definition?.purpose ?? null,
      definition?.topic ?? null,
      counts.opened,
      counts.open,
      counts.resolved,
      counts.settled,
      workflow.createdAt.toISOString(),
    ]);
  },
  filtered: async ({ member }, { filters, sort }) => {
    const clauses = workflowClauses(filters);
    const order = { by: sort.by as WorkflowsPage["by"], desc: sort.desc };
    return (page) => listWorkflowsBy(ctx.db, member.workspaceId, clauses, { ...page, ...order });
  },
  chosen: (workspaceId, keys) => findWorkflows(ctx.db, workspaceId, keys),
});
