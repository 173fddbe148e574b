import { and, asc, eq, sql } from "drizzle-orm";
import { SCENARIOS_MAX, type ScenarioTest } from "@/core/case/scenario-test";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { scenarios } from "@/db/schema/workflows";

const ofWorkflow = (workspaceId: WorkspaceId, workflow: string) =>
  and(eq(scenarios.workspaceId, workspaceId), eq(scenarios.workflow, workflow));

/** The scenarios kept with a workflow, by key. */
export async function listScenarios(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  workflow: string,
): Promise<ScenarioTest[]> {
  const rows = await db
    .select({ test: scenarios.test })
    .from(scenarios)
    .where(ofWorkflow(workspaceId, workflow))
    .orderBy(asc(scenarios.key))
    .limit(SCENARIOS_MAX);
  return rows.map(({ test }) => test);
}

/** Writes a scenario or the new state of one; true when it is new. */
export async function putScenario(
  tx: Tx,
  workspaceId: WorkspaceId,
  workflow: string,
  test: ScenarioTest,
): Promise<boolean> {
  const [row] = await tx
    .insert(scenarios)
    .values({ workspaceId, workflow, key: test.key, test })
    .onConflictDoUpdate({
      target: [scenarios.workspaceId, scenarios.workflow, scenarios.key],
      set: { test, updatedAt: sql`clock_timestamp()` },
    })
    .returning({ isNew: sql<boolean>`xmax = 0` });
  return row?.isNew ?? false;
}

export async function countScenarios(
  tx: Tx,
  workspaceId: WorkspaceId,
  workflow: string,
): Promise<number> {
  return tx.$count(scenarios, ofWorkflow(workspaceId, workflow));
}

/** False when there was none of that key. */
export async function deleteScenarioRow(
  tx: Tx,
  workspaceId: WorkspaceId,
  workflow: string,
  key: string,
): Promise<boolean> {
  const rows = await tx
    .delete(scenarios)
    .where(and(ofWorkflow(workspaceId, workflow), eq(scenarios.key, key)))
    .returning({ key: scenarios.key });
  return rows.length > 0;
}
