import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { HitClass } from "@/core/delivery/classify-open";
import type { KeptHit } from "@/core/delivery/hits-to-tell";
import type { WorkspaceId } from "@/core/ids";
import type { Tx } from "@/db/client";
import { messageEvents, messages } from "@/db/schema/messages";
import { workspaces } from "@/db/schema/workspaces";

/** Visits and answers of one message that are read to decide what to tell. */
const HITS_MAX = 500;

type Ref = { workspaceId: WorkspaceId; id: string };

/** What is known and told of the visits to a message, which is locked; `onTestClock`: its time does not pass by itself. */
export async function lockToldHits(tx: Tx, { workspaceId, id }: Ref) {
  const [row] = await tx
    .select({
      openedBy: messages.openedBy,
      openedTold: messages.openedTold,
      clickedTold: messages.clickedTold,
      onTestClock: sql<boolean>`${workspaces.clockAt} is not null`,
    })
    .from(messages)
    .innerJoin(workspaces, eq(workspaces.id, messages.workspaceId))
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.id, id)))
    .for("update", { of: messages });
  return row;
}

/** Every visit to a message that was classified, the oldest first. */
export async function listKeptHits(tx: Tx, { workspaceId, id }: Ref): Promise<KeptHit[]> {
  const rows = await tx
    .select({
      type: messageEvents.type,
      by: messageEvents.by,
      isAction: sql<boolean>`${messageEvents.detail} ? 'action'`,
      at: messageEvents.at,
    })
    .from(messageEvents)
    .where(
      and(
        eq(messageEvents.workspaceId, workspaceId),
        eq(messageEvents.messageId, id),
        inArray(messageEvents.type, ["opened", "clicked", "replied"]),
        isNotNull(messageEvents.by),
      ),
    )
    .orderBy(asc(messageEvents.at), asc(messageEvents.id))
    .limit(HITS_MAX);
  return rows.flatMap(({ type, by, isAction, at }) => {
    if (by === null || (type !== "opened" && type !== "clicked" && type !== "replied")) return [];
    return [{ type, by, pressed: isAction || type === "replied", at: at.getTime() }];
  });
}

/** Notes what was told: the class of an open, a click. */
export async function noteToldHits(
  tx: Tx,
  { workspaceId, id }: Ref,
  told: { opened: HitClass | null; clicked: boolean },
): Promise<void> {
  await tx
    .update(messages)
    .set({
      ...(told.opened !== null && { openedTold: told.opened }),
      ...(told.clicked && { clickedTold: true }),
    })
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.id, id)));
}
