import { MINUTE_MS } from "@/core/time";
import type { Tx } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { giveToFirst, listViewers, type Room, settleAsking } from "@/db/queries/draft-viewers";
import { findOperatorById } from "@/db/queries/operators";
import { newId } from "@/server/new-id";
import { announceRoom } from "./announce-draft";
import { type DraftState, draftState, WRITER_HOLDS_MS } from "./editor-draft";
import type { OperatorWho } from "./operator-who";

/**
 * A tab that gave no sign of life for so long is not open any more. Browsers let the timers of a hidden
 * tab run once a minute; one beat of it may be lost.
 */
export const SEEN_FOR_MS = 2.5 * MINUTE_MS;
/** Operators who are shown to have one editor open. */
const VIEWERS_MAX = 50;

/** How a draft stands, and who is at it. */
export type DraftRoom = DraftState & {
  /** The others who have the editor open, and whoever writes; those who ask to edit come first. */
  others: { id: string; name: string; asks: boolean }[];
  /** Whether the one who looks asks to edit, or was answered "not now". */
  asking: boolean;
  refused: boolean;
};

export const roomOf = ({ workspaceId }: Pick<OperatorWho, "workspaceId">, key: string): Room => ({
  workspaceId,
  key,
});

/** The room as this operator sees it. Throws `not_found`. */
export async function draftRoom(tx: Tx, who: OperatorWho, key: string): Promise<DraftRoom> {
  const state = await draftState(tx, who.workspaceId, key);
  const viewers = await listViewers(tx, roomOf(who, key), SEEN_FOR_MS, VIEWERS_MAX);
  const { writer } = state;
  const own = viewers.find(({ id }) => id === who.operatorId);
  const others = viewers
    .filter((viewer) => viewer !== own)
    .map(({ id, name, asks }) => ({ id, name, asks }));
  const isThere = writer === null || viewers.some(({ id }) => id === writer.id);
  return {
    ...state,
    others: isThere ? others : [...others, { ...writer, asks: false }],
    asking: own?.asks === true,
    refused: own?.isRefused === true && !own.asks,
  };
}

/** Gives a draft that nobody writes to whoever asked first, if anybody does. */
export async function giveIfFree(tx: Tx, room: Room): Promise<void> {
  const writerId = await giveToFirst(tx, room, {
    seenMs: SEEN_FOR_MS,
    holdMs: WRITER_HOLDS_MS,
  });
  if (writerId === null) return;
  const operator = await findOperatorById(tx, writerId);
  await handed(tx, room, { id: writerId, name: operator?.name ?? writerId });
}

/** What is to be written down once a draft went to another one. */
export async function handed(
  tx: Tx,
  { workspaceId, key }: Room,
  to: { id: string; name: string },
): Promise<void> {
  await settleAsking(tx, { workspaceId, key }, to.id);
  const actor = { kind: "operator", ...to } as const;
  await audit(tx, workspaceId, { id: newId(), actor, action: "workflow.draft_taken", target: key });
  announceRoom(tx, { workspaceId, key });
}
