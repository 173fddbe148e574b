import { asc, eq, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { workflows } from "@/db/schema/workflows";

const WORKFLOWS_MAX = 500;
const STAGES_MAX = 5_000;

export type StageLabel = { workflow: string; version: number; id: string; name: string };

/** Names of workflows by key, in the order of the names. */
export async function listWorkflowNames(
  db: Db | Tx,
  workspaceId: WorkspaceId,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ key: workflows.key, name: workflows.name })
    .from(workflows)
    .where(eq(workflows.workspaceId, workspaceId))
    .orderBy(asc(workflows.name))
    .limit(WORKFLOWS_MAX);
  return new Map(rows.map(({ key, name }) => [key, name]));
}

/** Names of the stages of every published version, newest version first. */
export async function listStageLabels(
  db: Db | Tx,
  workspaceId: WorkspaceId,
): Promise<StageLabel[]> {
  const rows = await db.execute<StageLabel>(sql`
    select v.workflow, v.version, s.stage->>'id' as id, s.stage->>'name' as name
    from workflow_versions v,
      jsonb_array_elements(v.definition->'stages') with ordinality as s(stage, place)
    where v.workspace_id = ${workspaceId}
    order by v.workflow, v.version desc, s.place limit ${STAGES_MAX}`);
  return [...rows];
}
