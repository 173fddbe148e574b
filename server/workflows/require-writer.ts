import { AppError } from "@/core/errors";
import type { Tx } from "@/db/client";
import { draftState } from "./editor-draft";
import type { OperatorWho } from "./operator-who";
import { requireWorkflow } from "./require-workflow";

/** Keeps the draft theirs until the transaction ends. Throws `conflict` unless they write it, and `not_found`. */
export async function requireWriter(tx: Tx, who: OperatorWho, key: string): Promise<void> {
  await requireWorkflow(tx, who.workspaceId, key);
  const { writer } = await draftState(tx, who.workspaceId, key);
  if (writer?.id === who.operatorId) return;
  throw new AppError("conflict", "You do not write this draft any more.");
}
