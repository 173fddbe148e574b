import { z } from "zod";
import type { Actor } from "@/core/case/state";
import { Grant } from "@/core/contracts/scope";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { inTransaction } from "@/db/client";
import { countLiveApiKeys, insertApiKey } from "@/db/queries/api-keys";
import { audit } from "@/db/queries/audit";
import { findWorkspace } from "@/db/queries/workspaces";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { hashOfKey, hintOfKey, newApiKey } from "./api-key";

export const API_KEYS_MAX = 100;

export const NewApiKey = z.strictObject({
  name: z.string().trim().min(1, "a key needs a name").max(80),
  grants: z.array(Grant).min(1, "choose at least one scope").max(Grant.options.length),
});
export type NewApiKey = z.infer<typeof NewApiKey>;

/**
 * Makes a key of the workspace's kind. `key` is shown this once and never kept.
 * Refuses (`conflict`) more than 100 unrevoked keys.
 */
export async function createApiKey(
  ctx: Ctx,
  who: { workspaceId: WorkspaceId; actor: Actor },
  input: NewApiKey,
): Promise<{ id: string; key: string }> {
  const { name, grants } = NewApiKey.parse(input);
  return inTransaction(ctx.db, async (tx) => {
    const workspace = await findWorkspace(tx, who.workspaceId);
    if (!workspace) throw new AppError("not_found", "There is no such workspace.");
    if ((await countLiveApiKeys(tx, who.workspaceId)) >= API_KEYS_MAX) {
      throw new AppError(
        "conflict",
        `A workspace can have ${API_KEYS_MAX} keys; revoke one first.`,
      );
    }
    const key = newApiKey(workspace.kind);
    const id = newId();
    await insertApiKey(tx, {
      workspaceId: who.workspaceId,
      id,
      name,
      hash: hashOfKey(key),
      hint: hintOfKey(key),
      scopes: [...new Set(grants)],
      createdBy: "name" in who.actor ? who.actor.name : null,
    });
    const detail = { name, grants };
    await audit(tx, who.workspaceId, {
      id: newId(),
      actor: who.actor,
      action: "api_key.created",
      target: id,
      detail,
    });
    return { id, key };
  });
}
