import { inTransaction } from "@/db/client";
import { clearViewers, dropViewer, isViewing, markViewer } from "@/db/queries/draft-viewers";
import { letGoOfDraft } from "@/db/queries/workflow-drafts";
import type { Ctx } from "@/server/context";
import { announceRoom } from "./announce-draft";
import {
  type DraftRoom,
  type DraftWho,
  draftRoom,
  giveIfFree,
  lockRoom,
  roomOf,
  SEEN_FOR_MS,
} from "./draft-room";
import { draftState } from "./editor-draft";

/** Tabs in which one operator has one editor open; of more, the latest count. */
const TABS_MAX = 10;

/**
 * A sign of life of a tab that has the editor open, to be repeated well within `SEEN_FOR_MS`. Gives who
 * else is there; a draft that nobody writes goes to whoever asked first. Throws `not_found`.
 */
export async function attendDraft(
  ctx: Ctx,
  who: DraftWho,
  key: string,
  tab: string,
): Promise<DraftRoom> {
  const { workspaceId, operatorId } = who;
  const room = roomOf(who, key);
  return inTransaction(ctx.db, async (tx) => {
    await draftState(tx, workspaceId, key);
    // Before any tab is touched: everything locks the workflow first, then its tabs.
    await giveIfFree(tx, room);
    const left = await clearViewers(tx, workspaceId, SEEN_FOR_MS);
    for (const workflow of left) announceRoom(tx, { workspaceId, key: workflow });
    if (await markViewer(tx, room, { operatorId, tab }, TABS_MAX)) announceRoom(tx, room);
    return draftRoom(tx, who, key);
  });
}

/** A tab left the editor. With the operator's last one their hold on the draft ends. */
export async function leaveDraft(
  ctx: Ctx,
  who: Pick<DraftWho, "workspaceId" | "operatorId">,
  key: string,
  tab: string,
): Promise<void> {
  const { workspaceId, operatorId } = who;
  const room = { workspaceId, key };
  await inTransaction(ctx.db, async (tx) => {
    await lockRoom(tx, room);
    const wasThere = await dropViewer(tx, room, { operatorId, tab });
    if (!wasThere || (await isViewing(tx, room, operatorId, SEEN_FOR_MS))) return;
    await letGoOfDraft(tx, workspaceId, key, operatorId);
    await giveIfFree(tx, room);
    announceRoom(tx, room);
  });
}
