import type { Tx } from "@/db/client";
import type { Room } from "@/db/queries/draft-viewers";
import { announce } from "@/server/live/announce";

/** Tells all who have the editor open that the draft was saved. */
export function announceSaved(tx: Tx, { workspaceId, key }: Room, revision: number): void {
  announce(tx, workspaceId, "drafts", { id: key, rev: revision });
}

/** Tells them that somebody came, went, asked to edit, or writes now. */
export function announceRoom(tx: Tx, { workspaceId, key }: Room): void {
  announce(tx, workspaceId, "drafts", { id: key, rev: null, fields: { room: "changed" } });
}
