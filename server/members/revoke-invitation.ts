import type { Actor } from "@/core/case/state";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { deleteInvitation } from "@/db/queries/members";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";

/** Takes an invitation back; its link stops to work. Refuses (`not_found`) one that was accepted or is gone. */
export async function revokeInvitation(
  ctx: Ctx,
  { workspaceId, actor }: { workspaceId: WorkspaceId; actor: Actor },
  id: string,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const row = await deleteInvitation(tx, workspaceId, id);
    if (!row) throw new AppError("not_found", "This invitation was accepted or taken back.");
    const detail = { email: row.email };
    await audit(tx, workspaceId, {
      id: newId(),
      actor,
      action: "member.invitation_revoked",
      target: id,
      detail,
    });
  });
}
