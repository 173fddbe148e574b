import { EventInput, type EventResult } from "@/core/contracts/events";
import { AppError } from "@/core/errors";
import { findEvent } from "@/db/queries/events";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { sendByHand } from "./send-by-hand";

/**
 * Lets a stored event arrive once more, as a new one: the workflows of today judge it. Throws
 * `not_found`, and `conflict` for one that would not be accepted any more.
 */
export async function replayEvent(ctx: Ctx, who: Who, id: string): Promise<EventResult> {
  const row = await findEvent(ctx.db, who.workspaceId, id);
  if (!row) throw new AppError("not_found", "There is no such event.");
  const input = EventInput.safeParse({
    name: row.name,
    data: row.data,
    occurredAt: row.occurredAt.toISOString(),
    ...(row.key !== null && { key: row.key }),
    ...(row.personId !== null && { person: row.personId }),
    ...(row.dueAt !== null && { dueAt: row.dueAt }),
  });
  if (!input.success) {
    throw new AppError("conflict", "This event would not be accepted any more.");
  }
  return sendByHand(ctx, who, input.data, "event.replayed");
}
