import { and, asc, eq, inArray, not, or, type SQL, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { operators } from "@/db/schema/operators";
import { draftViewers, workflows } from "@/db/schema/workflows";

/** A workflow's editor. */
export type Room = { workspaceId: WorkspaceId; key: string };
type Tab = { operatorId: string; tab: string };

/** Rows of closed tabs that one sign of life clears away. */
const CLEARED_MAX = 100;

const inRoom = ({ workspaceId, key }: Room) =>
  and(eq(draftViewers.workspaceId, workspaceId), eq(draftViewers.workflow, key));
const isTab = (room: Room, { operatorId, tab }: Tab) =>
  and(inRoom(room), eq(draftViewers.operatorId, operatorId), eq(draftViewers.tab, tab));
const ago = (ms: number) => sql`clock_timestamp() - make_interval(secs => ${ms / 1_000})`;
const isHere = (forMs: number): SQL => sql`${draftViewers.seenAt} > ${ago(forMs)}`;
const asks = sql`${draftViewers.askedAt} is not null`;

/** Clears away tabs of a workspace that were not seen for `forMs`; gives the workflows they had open. */
export async function clearViewers(
  tx: Tx,
  workspaceId: WorkspaceId,
  forMs: number,
): Promise<string[]> {
  const { operatorId, tab, workflow } = draftViewers;
  // What another one holds at this moment is left to them: clearing away waits for nobody.
  const gone = tx
    .select({ workflow, operatorId, tab })
    .from(draftViewers)
    .where(and(eq(draftViewers.workspaceId, workspaceId), not(isHere(forMs))))
    .limit(CLEARED_MAX)
    .for("update", { skipLocked: true });
  const rows = await tx
    .delete(draftViewers)
    .where(
      and(
        eq(draftViewers.workspaceId, workspaceId),
        inArray(sql`(${workflow}, ${operatorId}, ${tab})`, gone),
      ),
    )
    .returning({ workflow });
  return [...new Set(rows.map((row) => row.workflow))];
}

/**
 * Notes that a tab is open; true when it was not before, or not seen for `seenMs`: then it starts anew,
 * without what it asked. Of one operator the latest `tabsMax` are kept.
 */
export async function markViewer(
  tx: Tx,
  room: Room,
  { operatorId, tab }: Tab,
  { seenMs, tabsMax }: { seenMs: number; tabsMax: number },
): Promise<boolean> {
  await tx.delete(draftViewers).where(and(isTab(room, { operatorId, tab }), not(isHere(seenMs))));
  const seenAt = sql`clock_timestamp()`;
  const { workspaceId, key: workflow } = room;
  const rows = await tx
    .insert(draftViewers)
    .values({ workspaceId, workflow, operatorId, tab, seenAt })
    .onConflictDoUpdate({
      target: [
        draftViewers.workspaceId,
        draftViewers.workflow,
        draftViewers.operatorId,
        draftViewers.tab,
      ],
      set: { seenAt },
    })
    .returning({ isNew: sql<boolean>`xmax = 0` });
  const isNew = rows[0]?.isNew === true;
  if (isNew) await keepLatest(tx, room, operatorId, tabsMax);
  return isNew;
}

async function keepLatest(tx: Tx, room: Room, operatorId: string, tabsMax: number) {
  const own = and(inRoom(room), eq(draftViewers.operatorId, operatorId));
  const older = tx
    .select({ tab: draftViewers.tab })
    .from(draftViewers)
    .where(own)
    .orderBy(sql`${draftViewers.seenAt} desc`)
    .offset(tabsMax);
  await tx.delete(draftViewers).where(and(own, inArray(draftViewers.tab, older)));
}

export async function deleteViewers(tx: Tx, room: Room): Promise<void> {
  await tx.delete(draftViewers).where(inRoom(room));
}

/** Forgets a tab; false when it was forgotten already. */
export async function dropViewer(tx: Tx, room: Room, tab: Tab): Promise<boolean> {
  const rows = await tx
    .delete(draftViewers)
    .where(isTab(room, tab))
    .returning({ tab: draftViewers.tab });
  return rows.length > 0;
}

/** Whether an operator has the editor open in some tab. */
export async function isViewing(
  tx: Tx,
  room: Room,
  operatorId: string,
  forMs: number,
): Promise<boolean> {
  const rows = await tx
    .select({ tab: draftViewers.tab })
    .from(draftViewers)
    .where(and(inRoom(room), eq(draftViewers.operatorId, operatorId), isHere(forMs)))
    .limit(1);
  return rows.length > 0;
}

export type Viewer = { id: string; name: string; asks: boolean; isRefused: boolean };

/** Who has the editor open, each operator once; who asks comes first, in the order of asking. */
export async function listViewers(
  db: Db | Tx,
  room: Room,
  forMs: number,
  max: number,
): Promise<Viewer[]> {
  return db
    .select({
      id: operators.id,
      name: operators.name,
      asks: sql<boolean>`bool_or(${asks})`,
      isRefused: sql<boolean>`bool_or(${draftViewers.refusedAt} is not null)`,
    })
    .from(draftViewers)
    .innerJoin(operators, eq(operators.id, draftViewers.operatorId))
    .where(and(inRoom(room), isHere(forMs)))
    .groupBy(operators.id, operators.name)
    .orderBy(
      sql`min(${draftViewers.askedAt}) asc nulls last`,
      asc(operators.name),
      asc(operators.id),
    )
    .limit(max);
}

/** An operator who has the editor open and asks to edit. */
export async function findAsker(
  tx: Tx,
  room: Room,
  operatorId: string,
  forMs: number,
): Promise<{ id: string; name: string } | undefined> {
  const rows = await tx
    .select({ id: operators.id, name: operators.name })
    .from(draftViewers)
    .innerJoin(operators, eq(operators.id, draftViewers.operatorId))
    .where(and(inRoom(room), eq(draftViewers.operatorId, operatorId), asks, isHere(forMs)))
    .limit(1);
  return rows[0];
}

/** Notes that a tab asks to edit, or no more; asking again keeps its place. */
export async function setAsking(tx: Tx, room: Room, tab: Tab, isAsking: boolean): Promise<void> {
  const askedAt = isAsking ? sql`coalesce(${draftViewers.askedAt}, clock_timestamp())` : null;
  await tx.update(draftViewers).set({ askedAt, refusedAt: null }).where(isTab(room, tab));
}

/** Answers an operator who asks "not now"; false when they do not ask. */
export async function refuseAsking(tx: Tx, room: Room, operatorId: string): Promise<boolean> {
  const rows = await tx
    .update(draftViewers)
    .set({ askedAt: null, refusedAt: sql`clock_timestamp()` })
    .where(and(inRoom(room), eq(draftViewers.operatorId, operatorId), asks))
    .returning({ tab: draftViewers.tab });
  return rows.length > 0;
}

/** Another one writes: they ask no more, and nobody has been refused by them. */
export async function settleAsking(tx: Tx, room: Room, writerId: string): Promise<void> {
  await tx
    .update(draftViewers)
    .set({ askedAt: null })
    .where(and(inRoom(room), eq(draftViewers.operatorId, writerId), asks));
  await tx
    .update(draftViewers)
    .set({ refusedAt: null })
    .where(and(inRoom(room), sql`${draftViewers.refusedAt} is not null`));
}

/**
 * Gives a draft that nobody writes to the one who asked first, for `holdMs`; null when somebody writes
 * it or nobody asks. Of two that come together, the second finds it written.
 */
export async function giveToFirst(
  tx: Tx,
  room: Room,
  { seenMs, holdMs }: { seenMs: number; holdMs: number },
): Promise<string | null> {
  const first = tx
    .select({ id: draftViewers.operatorId })
    .from(draftViewers)
    .where(and(inRoom(room), asks, isHere(seenMs)))
    .orderBy(asc(draftViewers.askedAt), asc(draftViewers.tab))
    .limit(1)
    .as("first");
  const isFree = or(
    sql`${workflows.writerId} is null`,
    sql`${workflows.writerUntil} <= clock_timestamp()`,
  );
  const rows = await tx
    .update(workflows)
    .set({
      writerId: sql`${first.id}`,
      writerUntil: sql`clock_timestamp() + make_interval(secs => ${holdMs / 1_000})`,
    })
    .from(first)
    .where(and(eq(workflows.workspaceId, room.workspaceId), eq(workflows.key, room.key), isFree))
    .returning({ writerId: workflows.writerId });
  return rows[0]?.writerId ?? null;
}
