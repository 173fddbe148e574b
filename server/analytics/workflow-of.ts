import type { WorkspaceId } from "@/core/ids";
import { findVersion, findWorkflow, listVersions, listWorkflows } from "@/db/queries/workflows";
import type { OpenReport } from "./open-report";

/** Workflows with cases in the report: the one it is limited to, or all that have some. */
export async function workflowsIn({ cohort, source }: OpenReport): Promise<string[]> {
  if (cohort.workflow !== undefined) return [cohort.workflow];
  const sums = await source.sums({ measures: ["opened"] }, ["workflow"]);
  return sums.flatMap(({ workflow, n }) => (workflow !== undefined && n > 0 ? [workflow] : []));
}

/** The workspace's newest workflow. */
export async function newestWorkflow({
  db,
  workspaceId,
}: Pick<OpenReport, "db" | "workspaceId">): Promise<string | null> {
  const { rows } = await listWorkflows(db, workspaceId, {}, { limit: 1 });
  return rows[0]?.workflow.key ?? null;
}

export type StageName = { id: string; name: string };

/** The stages of a version in their order, or of the newest; of a workflow that is gone none. */
export async function stageNames(
  { db, workspaceId }: Pick<OpenReport, "db" | "workspaceId">,
  workflow: string,
  version: number | undefined,
): Promise<StageName[]> {
  const definition =
    version === undefined
      ? await newestDefinition(db, workspaceId, workflow)
      : (await findVersion(db, workspaceId, workflow, version))?.definition;
  return definition?.stages.map(({ id, name }) => ({ id, name })) ?? [];
}

async function newestDefinition(db: OpenReport["db"], workspaceId: WorkspaceId, workflow: string) {
  const live = (await findWorkflow(db, workspaceId, workflow))?.live;
  if (live) return live.definition;
  return (await listVersions(db, workspaceId, workflow, { limit: 1 })).rows[0]?.definition;
}
