import type { Actor } from "@/core/case/state";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import type { Tx } from "@/db/client";
import { writerOf } from "@/db/queries/workflow-drafts";

/**
 * Throws `conflict` while an operator other than `by` writes the draft. Gives who writes it by the
 * database's clock: `by` itself, or null for nobody.
 */
export async function refuseOtherWriter(
  tx: Tx,
  workspaceId: WorkspaceId,
  key: string,
  by: Actor,
): Promise<string | null> {
  const writerId = (await writerOf(tx, workspaceId, key))?.writerId ?? null;
  if (writerId === null || (by.kind === "operator" && by.id === writerId)) return writerId;
  throw new AppError("conflict", "Somebody else is writing this draft.");
}
