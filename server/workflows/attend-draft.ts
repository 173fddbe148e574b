import { inTransaction } from "@/db/client";
import { clearViewers, markViewer } from "@/db/queries/draft-viewers";
import type { Ctx } from "@/server/context";
import { announceRoom } from "./announce-draft";
import { type DraftRoom, draftRoom, giveIfFree, roomOf, SEEN_FOR_MS } from "./draft-room";
import { draftState } from "./editor-draft";
import type { OperatorWho } from "./operator-who";

/** Tabs in which one operator has one editor open; of more, the latest count. */
const TABS_MAX = 10;

/**
 * A sign of life of a tab that has the editor open, to be repeated well within `SEEN_FOR_MS`. Gives who
 * else is there; a draft that nobody writes goes to whoever asked first. Throws `not_found`.
 */
export async function attendDraft(
  ctx: Ctx,
  who: OperatorWho,
  key: string,
  tab: string,
): Promise<DraftRoom> {
  const { workspaceId, operatorId } = who;
  const room = roomOf(who, key);
  return inTransaction(ctx.db, async (tx) => {
    await draftState(tx, workspaceId, key);
    // In this order nobody waits in a circle: the workflow, if at all; then this tab, with no other one
    // held; then closed tabs, of which those that another one holds are left to them.
    await giveIfFree(tx, room);
    const known = { seenMs: SEEN_FOR_MS, tabsMax: TABS_MAX };
    if (await markViewer(tx, room, { operatorId, tab }, known)) announceRoom(tx, room);
    const left = await clearViewers(tx, workspaceId, SEEN_FOR_MS);
    for (const workflow of left) announceRoom(tx, { workspaceId, key: workflow });
    return draftRoom(tx, who, key);
  });
}
