import "server-only";
import { COUNTED_MAX } from "@/core/filter/counted";
import type { ListAddress } from "@/core/filter/list-address";
import type { WorkspaceId } from "@/core/ids";
import { DAY_MS, type Instant } from "@/core/time";
import { listKeyed } from "@/db/queries/keyed";
import { listSavedViews } from "@/db/queries/saved-views";
import { countAtStages, countByWorkflow } from "@/db/queries/workflow-counts";
import { countWorkflows, listWorkflowsBy, type WorkflowsPage } from "@/db/queries/workflow-pages";
import type { WorkflowWithLive } from "@/db/queries/workflows";
import { ctx } from "@/server/boot";
import type { PageView } from "../page-view";
import { OPENED_DAYS } from "./opened-days";
import { workflowClauses } from "./search-params";

const TOPICS_MAX = 500;

const NO_CASES = { opened: 0, open: 0, resolved: 0, settled: 0 };

/** Workflows with the counts that their rows show. */
export async function withCounts(
  workspaceId: WorkspaceId,
  found: readonly WorkflowWithLive[],
  now: Instant,
) {
  if (found.length === 0) return [];
  const keys = found.map(({ workflow }) => workflow.key);
  const [counts, stages] = await Promise.all([
    countByWorkflow(ctx.db, workspaceId, now - OPENED_DAYS * DAY_MS),
    countAtStages(ctx.db, workspaceId, keys),
  ]);
  return found.map(({ workflow, live }) => ({
    workflow,
    /** What runs; before the first version, what is being written. */
    definition: live?.definition ?? workflow.draft,
    counts: counts.get(workflow.key) ?? NO_CASES,
    atStages: stages.get(workflow.key) ?? new Map<string, number>(),
  }));
}

export type WorkflowInList = Awaited<ReturnType<typeof withCounts>>[number];

/** The names topics go by. */
export async function topicNames(workspaceId: WorkspaceId) {
  const topics = await listKeyed(ctx.db, workspaceId, "topics", { limit: TOPICS_MAX });
  return new Map(topics.rows.map(({ key, name }) => [key, name]));
}

/** Everything the list of workflows shows. */
export async function loadWorkflowList(view: PageView, address: ListAddress) {
  const { workspaceId, member, now } = view;
  const clauses = workflowClauses(address.filters);
  const page: WorkflowsPage = {
    limit: address.size,
    cursor: address.cursor,
    by: address.sort.by as WorkflowsPage["by"],
    desc: address.sort.desc,
  };
  const [found, matching, topics, views] = await Promise.all([
    listWorkflowsBy(ctx.db, workspaceId, clauses, page),
    countWorkflows(ctx.db, workspaceId, clauses, COUNTED_MAX),
    topicNames(workspaceId),
    listSavedViews(ctx.db, workspaceId, member.operatorId, "workflows"),
  ]);
  return {
    rows: await withCounts(workspaceId, found.rows, now),
    nextCursor: found.nextCursor,
    matching,
    views,
    topics,
  };
}
