import { AppError } from "@/core/errors";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { setReplyRead } from "@/db/queries/replies";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { announce } from "@/server/live/announce";
import { newId } from "@/server/new-id";

/** Notes that somebody has read a reply: it is on nobody's list any more. Throws `not_found`. */
export async function markReplyRead(
  ctx: Ctx,
  { workspaceId, actor }: Who,
  replyId: string,
): Promise<void> {
  const by = actor.kind === "operator" ? actor.id : actor.kind;
  await inTransaction(ctx.db, async (tx) => {
    const read = await setReplyRead(tx, workspaceId, replyId, by);
    if (!read) throw new AppError("not_found", "This reply waits for nobody any more.");
    const { caseId } = read;
    announce(tx, workspaceId, "cases", { id: caseId, rev: null, fields: {} });
    await audit(tx, workspaceId, {
      id: newId(),
      actor,
      action: "case.reply_read",
      target: caseId,
      detail: { replyId },
    });
  });
}
