import { inTransaction } from "@/db/client";
import { holdDraft } from "@/db/queries/workflow-drafts";
import type { Ctx } from "@/server/context";
import { type DraftRoom, draftRoom, handed, roomOf } from "./draft-room";
import { WRITER_HOLDS_MS } from "./editor-draft";
import type { OperatorWho } from "./operator-who";
import { requireWorkflow } from "./require-workflow";

/** Makes the draft somebody's own, also while another one writes it. Throws `not_found`. */
export async function takeOverDraft(ctx: Ctx, who: OperatorWho, key: string): Promise<DraftRoom> {
  const room = roomOf(who, key);
  const { workspaceId, operatorId, name } = who;
  return inTransaction(ctx.db, async (tx) => {
    await requireWorkflow(tx, workspaceId, key);
    await holdDraft(tx, workspaceId, key, operatorId, WRITER_HOLDS_MS);
    await handed(tx, room, { id: operatorId, name });
    return draftRoom(tx, who, key);
  });
}
