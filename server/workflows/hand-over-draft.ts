import { AppError } from "@/core/errors";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { findAsker } from "@/db/queries/draft-viewers";
import { holdDraft } from "@/db/queries/workflow-drafts";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { type DraftRoom, draftRoom, handed, roomOf, SEEN_FOR_MS } from "./draft-room";
import { WRITER_HOLDS_MS } from "./editor-draft";
import { actorOf, type OperatorWho } from "./operator-who";
import { requireWriter } from "./require-writer";

/**
 * Hands the draft over to somebody who asks for it; save it first. Throws `conflict` unless the one who
 * hands it over writes it and the other one still asks, and `not_found`.
 */
export async function handOverDraft(
  ctx: Ctx,
  who: OperatorWho,
  key: string,
  to: string,
): Promise<DraftRoom> {
  const room = roomOf(who, key);
  const { workspaceId } = who;
  return inTransaction(ctx.db, async (tx) => {
    await requireWriter(tx, who, key);
    const asker = await findAsker(tx, room, to, SEEN_FOR_MS);
    if (!asker) throw new AppError("conflict", "They do not ask to edit any more.");
    await holdDraft(tx, workspaceId, key, to, WRITER_HOLDS_MS);
    await audit(tx, workspaceId, {
      id: newId(),
      actor: actorOf(who),
      action: "workflow.draft_handed_over",
      target: key,
      detail: { to },
    });
    await handed(tx, room, asker);
    return draftRoom(tx, who, key);
  });
}
