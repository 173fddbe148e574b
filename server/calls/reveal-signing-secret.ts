import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { signingSecret } from "./signing-secret";

/** The secret that outgoing requests of a workspace are signed with. The audit log keeps who asked for it. */
export async function revealSigningSecret(ctx: Ctx, { workspaceId, actor }: Who): Promise<string> {
  const entry = {
    id: newId(),
    actor,
    action: "signing_secret.revealed" as const,
    target: workspaceId,
  };
  await inTransaction(ctx.db, (tx) => audit(tx, workspaceId, entry));
  return signingSecret(ctx.config.appSecret, workspaceId);
}
