import type { LiftInput } from "@/core/contracts/suppressions";
import { AppError } from "@/core/errors";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { deleteSuppression, listPeopleAt, type SuppressionRow } from "@/db/queries/suppressions";
import { factsChanged } from "@/server/cases/facts-changed";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { maskAddress } from "@/server/public/mask";

/**
 * Lets an address be written to again, for everybody who has it; the reason is kept in the audit log.
 * What a person withdrew in the ledger of consents stays withdrawn. Throws `not_found`.
 */
export async function liftSuppression(
  ctx: Ctx,
  who: Who,
  { channel, address, reason }: LiftInput,
): Promise<SuppressionRow> {
  const { workspaceId, actor } = who;
  return inTransaction(ctx.db, async (tx) => {
    const was = await deleteSuppression(tx, workspaceId, channel, address);
    if (!was) throw new AppError("not_found", "This address is not suppressed any more.");
    const personIds = await listPeopleAt(tx, workspaceId, channel, [address]);
    await factsChanged(ctx, tx, workspaceId, { personIds }, "person");
    const [only] = personIds;
    await audit(tx, workspaceId, {
      id: newId(),
      actor,
      action: "address.unsuppressed",
      target: personIds.length === 1 && only !== undefined ? only : channel,
      detail: { channel, address: maskAddress(address), was: was.reason, reason },
    });
    return was;
  });
}
