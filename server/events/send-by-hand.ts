import type { EventInput, EventResult } from "@/core/contracts/events";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { receiveEvent } from "./receive-event";

/** The verbs by which somebody at the console makes an event arrive. */
export type EventOrigin = "event.sent_by_hand" | "event.replayed";

/**
 * Lets an event arrive as if a system had sent it: it opens and answers cases. The audit line follows
 * the event, which is a transaction of its own. Throws as `receiveEvent`.
 */
export async function sendByHand(
  ctx: Ctx,
  { workspaceId, actor }: Who,
  input: EventInput,
  action: EventOrigin,
): Promise<EventResult> {
  const result = await receiveEvent(ctx, workspaceId, input);
  await inTransaction(ctx.db, (tx) =>
    audit(tx, workspaceId, {
      id: newId(),
      actor,
      action,
      target: result.id,
      detail: { name: input.name },
    }),
  );
  return result;
}
