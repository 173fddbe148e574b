import { inTransaction } from "@/db/client";
import { dropViewer, isViewing } from "@/db/queries/draft-viewers";
import { letGoOfDraft } from "@/db/queries/workflow-drafts";
import type { Ctx } from "@/server/context";
import { announceRoom } from "./announce-draft";
import { giveIfFree, roomOf, SEEN_FOR_MS } from "./draft-room";
import type { OperatorWho } from "./operator-who";
import { requireWorkflow } from "./require-workflow";

/** A tab left the editor. With the operator's last one their hold on the draft ends. Throws `not_found`. */
export async function leaveDraft(
  ctx: Ctx,
  who: Pick<OperatorWho, "workspaceId" | "operatorId">,
  key: string,
  tab: string,
): Promise<void> {
  const { workspaceId, operatorId } = who;
  const room = roomOf(who, key);
  await inTransaction(ctx.db, async (tx) => {
    await requireWorkflow(tx, workspaceId, key);
    const wasThere = await dropViewer(tx, room, { operatorId, tab });
    if (!wasThere || (await isViewing(tx, room, operatorId, SEEN_FOR_MS))) return;
    await letGoOfDraft(tx, workspaceId, key, operatorId);
    await giveIfFree(tx, room);
    announceRoom(tx, room);
  });
}
