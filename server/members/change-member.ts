import type { AuditAction } from "@/core/audit/audit-action";
import type { Actor } from "@/core/case/state";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import type { Role } from "@/core/operator/role";
import { inTransaction, type Tx } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { deleteMember, lockOwners, writeMember } from "@/db/queries/members";
import { findPerson } from "@/db/queries/people";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";

type Who = { workspaceId: WorkspaceId; actor: Actor };

const notMember = () => new AppError("not_found", "This operator is no member of the workspace.");

/** Of two owners who go at the same moment the second waits here, and then is the last. */
async function assertOwnerRemains(tx: Tx, { workspaceId }: Who, operatorId: string): Promise<void> {
  const owners = await lockOwners(tx, workspaceId);
  if (owners.length === 1 && owners[0] === operatorId) {
    throw new AppError(
      "conflict",
      "A workspace keeps at least one owner. Make somebody else an owner first.",
    );
  }
}

/** Refuses (`conflict`) to demote the last owner. */
export async function changeRole(
  ctx: Ctx,
  who: Who,
  operatorId: string,
  role: Role,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    if (role !== "owner") await assertOwnerRemains(tx, who, operatorId);
    if (!(await writeMember(tx, who.workspaceId, operatorId, { role }))) throw notMember();
    await noted(tx, who, "member.role_changed", operatorId, { role });
  });
}

/** Takes the workspace away from an operator; their account stays. Refuses (`conflict`) the last owner. */
export async function removeMember(ctx: Ctx, who: Who, operatorId: string): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await assertOwnerRemains(tx, who, operatorId);
    if (!(await deleteMember(tx, who.workspaceId, operatorId))) throw notMember();
    await noted(tx, who, "member.removed", operatorId);
  });
}

/** Says who an operator is among the workspace's people; null takes it back. Refuses an unknown person (`invalid`). */
export async function linkPerson(
  ctx: Ctx,
  who: Who,
  operatorId: string,
  personId: string | null,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    if (personId !== null && !(await findPerson(tx, who.workspaceId, personId))) {
      const errors = [{ path: "personId", message: "is not known" }];
      throw new AppError("invalid", `There is no person ${personId}.`, { errors });
    }
    if (!(await writeMember(tx, who.workspaceId, operatorId, { personId }))) throw notMember();
    await noted(tx, who, "member.person_linked", operatorId, { personId });
  });
}

const noted = (
  tx: Tx,
  { workspaceId, actor }: Who,
  action: AuditAction,
  target: string,
  detail: Record<string, unknown> = {},
) => audit(tx, workspaceId, { id: newId(), actor, action, target, detail });
