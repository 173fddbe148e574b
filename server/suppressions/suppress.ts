import type { SuppressInput } from "@/core/contracts/suppressions";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { insertSuppressions, listPeopleAt } from "@/db/queries/suppressions";
import { factsChanged } from "@/server/cases/facts-changed";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { maskAddress } from "@/server/public/mask";

/** Addresses that one audit line names. */
const NAMED_MAX = 20;

/**
 * Stops writing to addresses, from the next message on, whoever they belong to; gives how many were
 * not listed before. Open cases of the people there are planned again at once.
 */
export async function suppress(
  ctx: Ctx,
  who: Who,
  { channel, addresses }: SuppressInput,
): Promise<number> {
  const { workspaceId, actor } = who;
  return inTransaction(ctx.db, async (tx) => {
    const added = await insertSuppressions(tx, workspaceId, channel, addresses);
    const [first] = added;
    if (first === undefined) return 0;
    const personIds = await listPeopleAt(tx, workspaceId, channel, added);
    await factsChanged(ctx, tx, workspaceId, { personIds }, "person");
    const named = added.slice(0, NAMED_MAX).map(maskAddress);
    await audit(tx, workspaceId, {
      id: newId(),
      actor,
      action: "address.suppressed",
      target: channel,
      detail: { channel, count: added.length, addresses: named },
    });
    return added.length;
  });
}
