import { inTransaction } from "@/db/client";
import { setAsking } from "@/db/queries/draft-viewers";
import type { Ctx } from "@/server/context";
import { announceRoom } from "./announce-draft";
import { type DraftRoom, draftRoom, giveIfFree, roomOf } from "./draft-room";
import type { OperatorWho } from "./operator-who";
import { requireWorkflow } from "./require-workflow";

/**
 * Asks whoever writes the draft to hand it over, from a tab that attends it; `isAsking` false takes that
 * back. A draft that nobody writes is theirs at once. Throws `not_found`.
 */
export async function askForDraft(
  ctx: Ctx,
  who: OperatorWho,
  key: string,
  { tab, isAsking }: { tab: string; isAsking: boolean },
): Promise<DraftRoom> {
  const room = roomOf(who, key);
  return inTransaction(ctx.db, async (tx) => {
    await requireWorkflow(tx, who.workspaceId, key);
    await setAsking(tx, room, { operatorId: who.operatorId, tab }, isAsking);
    await giveIfFree(tx, room);
    announceRoom(tx, room);
    return draftRoom(tx, who, key);
  });
}
