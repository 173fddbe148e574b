import { inTransaction } from "@/db/client";
import { refuseAsking } from "@/db/queries/draft-viewers";
import type { Ctx } from "@/server/context";
import { announceRoom } from "./announce-draft";
import { type DraftRoom, draftRoom, roomOf } from "./draft-room";
import type { OperatorWho } from "./operator-who";
import { requireWriter } from "./require-writer";

/** Tells somebody who asks "not now". Throws `conflict` unless the one who says so writes the draft, and `not_found`. */
export async function keepDraft(
  ctx: Ctx,
  who: OperatorWho,
  key: string,
  from: string,
): Promise<DraftRoom> {
  const room = roomOf(who, key);
  return inTransaction(ctx.db, async (tx) => {
    await requireWriter(tx, who, key);
    if (await refuseAsking(tx, room, from)) announceRoom(tx, room);
    return draftRoom(tx, who, key);
  });
}
