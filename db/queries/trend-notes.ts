import { and, eq } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Tx } from "@/db/client";
import { trendNotes } from "@/db/schema/analytics";

type NewNote = typeof trendNotes.$inferInsert;

export async function insertTrendNote(tx: Tx, note: NewNote): Promise<void> {
  await tx.insert(trendNotes).values(note);
}

/** How many notes a workspace has beside its numbers. */
export const countTrendNotes = (tx: Tx, workspaceId: WorkspaceId): Promise<number> =>
  tx.$count(trendNotes, eq(trendNotes.workspaceId, workspaceId));

/** The text of the note that is gone now; undefined when there was none. */
export async function deleteTrendNote(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<string | undefined> {
  const [row] = await tx
    .delete(trendNotes)
    .where(and(eq(trendNotes.workspaceId, workspaceId), eq(trendNotes.id, id)))
    .returning({ text: trendNotes.text });
  return row?.text;
}
