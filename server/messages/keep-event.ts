import type { Tx } from "@/db/client";
import { insertMessageEvent, type MessageRef, type NewMessageEvent } from "@/db/queries/came-back";
import { announceMessage } from "@/server/live/announce";

/** Keeps what came back about a message, for the consoles that look too; false when it is kept already. */
export async function keepEvent(
  tx: Tx,
  message: MessageRef,
  event: NewMessageEvent,
): Promise<boolean> {
  const isNew = await insertMessageEvent(tx, message, event);
  if (isNew) announceMessage(tx, message);
  return isNew;
}
