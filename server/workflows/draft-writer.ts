import { AppError } from "@/core/errors";
import { inTransaction, type Tx } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { findAsker, refuseAsking, setAsking } from "@/db/queries/draft-viewers";
import { holdDraft } from "@/db/queries/workflow-drafts";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { announceRoom } from "./announce-draft";
import {
  type DraftRoom,
  type DraftWho,
  draftRoom,
  giveIfFree,
  handed,
  lockRoom,
  roomOf,
  SEEN_FOR_MS,
} from "./draft-room";
import { draftState, WRITER_HOLDS_MS } from "./editor-draft";

/**
 * Asks whoever writes the draft to hand it over, from a tab that attends it; `isAsking` false takes that
 * back. A draft that nobody writes is theirs at once. Throws `not_found`.
 */
export async function askForDraft(
  ctx: Ctx,
  who: DraftWho,
  key: string,
  { tab, isAsking }: { tab: string; isAsking: boolean },
): Promise<DraftRoom> {
  const room = roomOf(who, key);
  return inTransaction(ctx.db, async (tx) => {
    await lockRoom(tx, room);
    await setAsking(tx, room, { operatorId: who.operatorId, tab }, isAsking);
    await giveIfFree(tx, room);
    announceRoom(tx, room);
    return draftRoom(tx, who, key);
  });
}

/**
 * Hands the draft over to somebody who asks for it; save it first. Throws `conflict` unless the one who
 * hands it over writes it and the other one still asks, and `not_found`.
 */
export async function handOverDraft(
  ctx: Ctx,
  who: DraftWho,
  key: string,
  to: string,
): Promise<DraftRoom> {
  const room = roomOf(who, key);
  const { workspaceId, operatorId, name } = who;
  return inTransaction(ctx.db, async (tx) => {
    await requireWriter(tx, who, key);
    const asker = await findAsker(tx, room, to, SEEN_FOR_MS);
    if (!asker) throw new AppError("conflict", "They do not ask to edit any more.");
    await holdDraft(tx, workspaceId, key, to, WRITER_HOLDS_MS);
    await audit(tx, workspaceId, {
      id: newId(),
      actor: { kind: "operator", id: operatorId, name },
      action: "workflow.draft_handed_over",
      target: key,
      detail: { to },
    });
    await handed(tx, room, asker);
    return draftRoom(tx, who, key);
  });
}

/** Tells somebody who asks "not now". Throws `conflict` unless the one who says so writes the draft, and `not_found`. */
export async function keepDraft(
  ctx: Ctx,
  who: DraftWho,
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

/** Makes the draft somebody's own, also while another one writes it. Throws `not_found`. */
export async function takeOverDraft(ctx: Ctx, who: DraftWho, key: string): Promise<DraftRoom> {
  const room = roomOf(who, key);
  const { workspaceId, operatorId, name } = who;
  return inTransaction(ctx.db, async (tx) => {
    await lockRoom(tx, room);
    await holdDraft(tx, workspaceId, key, operatorId, WRITER_HOLDS_MS);
    await handed(tx, room, { id: operatorId, name });
    return draftRoom(tx, who, key);
  });
}

async function requireWriter(tx: Tx, who: DraftWho, key: string): Promise<void> {
  await lockRoom(tx, roomOf(who, key));
  const { writer } = await draftState(tx, who.workspaceId, key);
  if (writer?.id === who.operatorId) return;
  throw new AppError("conflict", "You do not write this draft any more.");
}
