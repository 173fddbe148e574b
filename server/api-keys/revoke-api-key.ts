import type { Actor } from "@/core/case/state";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { inTransaction } from "@/db/client";
import { revokeApiKey as revoke } from "@/db/queries/api-keys";
import { audit } from "@/db/queries/audit";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { forgetApiKey } from "./authenticate";

/** Revokes a key for good; requests with it get 401. Throws `not_found` for one that is not in use. */
export async function revokeApiKey(
  ctx: Ctx,
  who: { workspaceId: WorkspaceId; actor: Actor },
  id: string,
): Promise<void> {
  const hash = await inTransaction(ctx.db, async (tx) => {
    const revoked = await revoke(tx, who.workspaceId, id);
    if (revoked === undefined) throw new AppError("not_found", "There is no such key in use.");
    const { actor } = who;
    await audit(tx, who.workspaceId, { id: newId(), actor, action: "api_key.revoked", target: id });
    return revoked;
  });
  forgetApiKey(ctx.db, hash);
}
