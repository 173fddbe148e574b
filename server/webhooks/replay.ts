import { REPLAYED_MAX, type ReplayFailedInput } from "@/core/contracts/webhooks";
import { AppError } from "@/core/errors";
import { findDelivery, replayFailed, replayOne } from "@/db/queries/webhook-deliveries";
import type { EndpointRow } from "@/db/queries/webhook-endpoints";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeEndpoint } from "./change-endpoints";
import { wakeSenders } from "./tell";

/**
 * Sends a delivery again, whatever became of it, with its id and its body, and tries as often as the
 * first time. Throws `not_found`; refuses (`conflict`) while it is being sent or its endpoint is off.
 */
export async function replayDelivery(
  ctx: Ctx,
  who: Who,
  { endpointId, id }: { endpointId: string; id: string },
): Promise<void> {
  const { workspaceId } = who;
  await changeEndpoint(ctx, who, endpointId, async (tx, row) => {
    refuseOff(row);
    if (!(await findDelivery(tx, workspaceId, endpointId, id))) {
      throw new AppError("not_found", "There is no such delivery.");
    }
    if (!(await replayOne(tx, workspaceId, id))) {
      throw new AppError("conflict", "This delivery is being sent right now.");
    }
    await wakeSenders(tx);
    return { action: "replayed", detail: { delivery: id }, value: undefined };
  });
}

/**
 * Sends again what failed and was written since a moment, the oldest 10,000; gives how many. Throws
 * `not_found`; refuses (`conflict`) while the endpoint is off.
 */
export async function replayFailedSince(
  ctx: Ctx,
  who: Who,
  endpointId: string,
  { since }: ReplayFailedInput,
): Promise<number> {
  const { workspaceId } = who;
  return changeEndpoint(ctx, who, endpointId, async (tx, row) => {
    refuseOff(row);
    const from = { since: Math.max(0, Date.parse(since)), limit: REPLAYED_MAX };
    const replayed = await replayFailed(tx, workspaceId, endpointId, from);
    if (replayed > 0) await wakeSenders(tx);
    return { action: "replayed", detail: { since, replayed }, value: replayed };
  });
}

function refuseOff({ enabled }: EndpointRow): void {
  if (!enabled) throw new AppError("conflict", "This endpoint is off. Turn it on first.");
}
