import { and, eq } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { AcceptedCheck } from "@/core/workflow/problems/accepted";
import type { Db, Tx } from "@/db/client";
import { workflows } from "@/db/schema/workflows";

const place = (workspaceId: WorkspaceId, key: string) =>
  and(eq(workflows.workspaceId, workspaceId), eq(workflows.key, key));

export async function listAcceptedChecks(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  key: string,
): Promise<AcceptedCheck[]> {
  const rows = await db
    .select({ accepted: workflows.acceptedChecks })
    .from(workflows)
    .where(place(workspaceId, key));
  return rows[0]?.accepted ?? [];
}

/** The draft's revision stays: what was accepted is no part of the document. */
export async function setAcceptedChecks(
  tx: Tx,
  workspaceId: WorkspaceId,
  key: string,
  acceptedChecks: AcceptedCheck[],
): Promise<void> {
  await tx.update(workflows).set({ acceptedChecks }).where(place(workspaceId, key));
}
