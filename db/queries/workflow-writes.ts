import { and, eq, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { DraftTemplates } from "@/core/template/draft-template";
import type { Definition } from "@/core/workflow/definition";
import type { Tx } from "@/db/client";
import { cases } from "@/db/schema/cases";
import { scenarios, workflows } from "@/db/schema/workflows";
import { deleteViewers } from "./draft-viewers";
import { deleteStepCounts } from "./step-counts";
import type { WorkflowStatus } from "./workflows";

export type NewDraft = {
  workspaceId: WorkspaceId;
  key: string;
  name: string;
  draft: Definition;
  /** Left out, the draft keeps the contents it has changed. */
  draftTemplates?: DraftTemplates;
};

const place = (workspaceId: WorkspaceId, key: string) =>
  and(eq(workflows.workspaceId, workspaceId), eq(workflows.key, key));
const changed = { revision: sql`${workflows.revision} + 1`, updatedAt: sql`clock_timestamp()` };

/** False when the key is taken. */
export async function tryInsertWorkflow(tx: Tx, row: NewDraft): Promise<boolean> {
  const rows = await tx
    .insert(workflows)
    .values(row)
    .onConflictDoNothing()
    .returning({ key: workflows.key });
  return rows.length > 0;
}

export async function replaceDraft(tx: Tx, row: NewDraft): Promise<void> {
  const { workspaceId, key, ...written } = row;
  await tx
    .update(workflows)
    .set({ ...written, ...changed })
    .where(place(workspaceId, key));
}

/** Raises the revision: what belongs to the workflow has changed beside its row. */
export async function touchWorkflow(tx: Tx, workspaceId: WorkspaceId, key: string): Promise<void> {
  await tx.update(workflows).set(changed).where(place(workspaceId, key));
}

export async function setStatus(
  tx: Tx,
  workspaceId: WorkspaceId,
  key: string,
  status: WorkflowStatus,
): Promise<void> {
  await tx
    .update(workflows)
    .set({ status, ...changed })
    .where(place(workspaceId, key));
}

export async function hasCases(tx: Tx, workspaceId: WorkspaceId, key: string): Promise<boolean> {
  const rows = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.workspaceId, workspaceId), eq(cases.workflow, key)))
    .limit(1);
  return rows.length > 0;
}

/** Its versions stay: their numbers must not come twice, for compiled programs are kept by number. */
export async function deleteWorkflowRows(
  tx: Tx,
  workspaceId: WorkspaceId,
  key: string,
): Promise<void> {
  await tx.delete(workflows).where(place(workspaceId, key));
  await tx
    .delete(scenarios)
    .where(and(eq(scenarios.workspaceId, workspaceId), eq(scenarios.workflow, key)));
  await deleteViewers(tx, { workspaceId, key });
  await deleteStepCounts(tx, workspaceId, key);
}
