import type { Actor } from "@/core/case/state";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { inTransaction, type Tx } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { lockPerson } from "@/db/queries/people-writes";
import { factsChanged } from "@/server/cases/facts-changed";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";

type Change = { action: string; detail?: Record<string, unknown> };

/**
 * One change of a person who is held meanwhile, with its audit line; their cases are planned again at
 * once. `work` gives what the line says. Throws `not_found`.
 */
export async function changePerson(
  ctx: Ctx,
  who: { workspaceId: WorkspaceId; actor: Actor },
  personId: string,
  work: (tx: Tx) => Promise<Change>,
): Promise<void> {
  const { workspaceId, actor } = who;
  await inTransaction(ctx.db, async (tx) => {
    if (!(await lockPerson(tx, workspaceId, personId))) {
      throw new AppError("not_found", "There is no such person.");
    }
    const { action, detail } = await work(tx);
    await factsChanged(ctx, tx, workspaceId, { personIds: [personId] }, "person");
    const line = { id: newId(), actor, action, target: personId };
    await audit(tx, workspaceId, { ...line, ...(detail && { detail }) });
  });
}
