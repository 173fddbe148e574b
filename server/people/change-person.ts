import type { AuditAction } from "@/core/audit/audit-action";
import type { Actor } from "@/core/case/state";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { inTransaction, type Tx } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { lockPerson } from "@/db/queries/people-writes";
import { factsChanged } from "@/server/cases/facts-changed";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";

type Changer = { workspaceId: WorkspaceId; actor: Actor };
type Change = { action: AuditAction; detail?: Record<string, unknown> };

/**
 * One change of a person who is held meanwhile, with its audit line; their cases are planned again at
 * once. `work` gives what the line says. Throws `not_found`.
 */
export const changePerson = (
  ctx: Ctx,
  who: Changer,
  personId: string,
  work: (tx: Tx) => Promise<Change>,
): Promise<void> => inTransaction(ctx.db, (tx) => changePersonIn(ctx, tx, who, personId, work));

/** As `changePerson`, in a transaction that does more. */
export async function changePersonIn(
  ctx: Ctx,
  tx: Tx,
  { workspaceId, actor }: Changer,
  personId: string,
  work: (tx: Tx) => Promise<Change>,
): Promise<void> {
  if (!(await lockPerson(tx, workspaceId, personId))) {
    throw new AppError("not_found", "There is no such person.");
  }
  const { action, detail } = await work(tx);
  await factsChanged(ctx, tx, workspaceId, { personIds: [personId] }, "person");
  const line = { id: newId(), actor, action, target: personId };
  await audit(tx, workspaceId, { ...line, ...(detail && { detail }) });
}
