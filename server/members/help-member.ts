import type { AuditAction } from "@/core/audit/audit-action";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { inTransaction, type Tx } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { countWorkspacesNotOwnedBy } from "@/db/queries/members";
import { listMemberships } from "@/db/queries/operators";
import { createOneTimeLink } from "@/server/auth/one-time-link";
import { turnOffSecondFactor } from "@/server/auth/replace-password";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";

type Owner = {
  workspaceId: WorkspaceId;
  actor: { kind: "operator"; id: string; name: string };
};

/**
 * An account opens every workspace its operator belongs to, so only an owner of all of them may open
 * it for somebody; and nobody goes this way around their own password.
 */
async function assertMayHelp(tx: Tx, { workspaceId, actor }: Owner, operatorId: string) {
  const theirs = await listMemberships(tx, operatorId);
  if (!theirs.some(({ id }) => id === workspaceId)) {
    throw new AppError("not_found", "This operator is no member of the workspace.");
  }
  if (operatorId === actor.id) {
    throw new AppError("forbidden", "Your own sign-in is on your security page.");
  }
  if ((await countWorkspacesNotOwnedBy(tx, operatorId, actor.id)) > 0) {
    throw new AppError(
      "forbidden",
      "This operator also belongs to a workspace you do not own, so only they can change their sign-in.",
    );
  }
}

/** A link with which the member sets another password, once, within an hour. */
export async function makePasswordLink(ctx: Ctx, who: Owner, operatorId: string): Promise<string> {
  return inTransaction(ctx.db, async (tx) => {
    await assertMayHelp(tx, who, operatorId);
    const url = await createOneTimeLink(tx, "password-link", operatorId, ctx.config.appUrl);
    await noted(tx, who, "member.password_link_made", operatorId);
    return url;
  });
}

/** For a member who lost phone and backup codes. */
export async function dropSecondFactor(ctx: Ctx, who: Owner, operatorId: string): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await assertMayHelp(tx, who, operatorId);
    await turnOffSecondFactor(tx, operatorId);
    await noted(tx, who, "member.second_factor_dropped", operatorId);
  });
}

const noted = (tx: Tx, { workspaceId, actor }: Owner, action: AuditAction, target: string) =>
  audit(tx, workspaceId, { id: newId(), actor, action, target });
