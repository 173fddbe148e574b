import type { Instant } from "@/core/time";
import type { Tx } from "@/db/client";
import { findReader, type MessageRef } from "@/db/queries/came-back";
import { nowOf } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { suppressGone } from "@/server/delivery/suppress-gone";
import { keepEvent } from "@/server/messages/keep-event";
import { stopTopics } from "@/server/public/stop-topics";

/**
 * Somebody marked an email as unwanted: the address is left alone, and the topic is switched off where
 * it may be, as an unsubscription would. False when it was recorded before.
 */
export async function recordComplaint(
  ctx: Ctx,
  tx: Tx,
  ref: MessageRef,
  { eventId: id, at }: { eventId: string; at: Instant },
): Promise<boolean> {
  const event = { id, type: "complained" as const, by: null, detail: {}, at: new Date(at) };
  if (!(await keepEvent(tx, ref, event))) return false;
  const reader = await findReader(tx, ref);
  if (!reader) return true;
  const { workspaceId } = ref;
  const { channel, to: address, topic } = reader.message;
  const now = await nowOf(tx, workspaceId);
  if (address !== null) {
    await suppressGone(tx, [{ workspaceId, channel, address, reason: "complained" }], now);
  }
  await stopTopics(ctx, tx, { workspaceId, ...reader }, topic, "complaint");
  return true;
}
