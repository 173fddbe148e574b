import { and, asc, eq, inArray, isNull, lt, max, or, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Channel } from "@/core/template/channel";
import type { Db, Tx } from "@/db/client";
import { channelAccounts } from "@/db/schema/channel-accounts";
import { workspaces } from "@/db/schema/workspaces";

export type ChannelAccountRow = typeof channelAccounts.$inferSelect;

const isOne = (workspaceId: WorkspaceId, id: string) =>
  and(eq(channelAccounts.workspaceId, workspaceId), eq(channelAccounts.id, id));

/** In the order they are used in, channel by channel. */
export async function listAccounts(
  db: Db | Tx,
  workspaceId: WorkspaceId,
): Promise<ChannelAccountRow[]> {
  return db
    .select()
    .from(channelAccounts)
    .where(eq(channelAccounts.workspaceId, workspaceId))
    .orderBy(asc(channelAccounts.channel), asc(channelAccounts.position), asc(channelAccounts.id));
}

/** Those of several workspaces, on and off, each in its order. */
export async function listAccountsOf(
  db: Db | Tx,
  workspaceIds: readonly WorkspaceId[],
): Promise<ChannelAccountRow[]> {
  return db
    .select()
    .from(channelAccounts)
    .where(inArray(channelAccounts.workspaceId, [...workspaceIds]))
    .orderBy(asc(channelAccounts.position), asc(channelAccounts.id));
}

export async function findAccount(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<ChannelAccountRow | undefined> {
  const rows = await db.select().from(channelAccounts).where(isOne(workspaceId, id));
  return rows[0];
}

/** The account with this id, in whatever workspace: a provider's callback names nothing else. */
export async function findAccountById(
  db: Db | Tx,
  id: string,
): Promise<ChannelAccountRow | undefined> {
  const rows = await db.select().from(channelAccounts).where(eq(channelAccounts.id, id)).limit(2);
  return rows.length === 1 ? rows[0] : undefined;
}

/** What these accounts are called. */
export async function listAccountNames(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: channelAccounts.id, name: channelAccounts.name })
    .from(channelAccounts)
    .where(
      and(eq(channelAccounts.workspaceId, workspaceId), inArray(channelAccounts.id, [...ids])),
    );
}

/** Lets one change after the other, and tells every worker's cache to read the accounts again. */
export async function bumpAccounts(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await tx
    .update(workspaces)
    .set({ accountsRevision: sql`nextval('facts_revisions')` })
    .where(eq(workspaces.id, workspaceId));
}

/** Behind the last of its channel. */
export async function insertAccount(
  tx: Tx,
  row: Omit<typeof channelAccounts.$inferInsert, "position"> & { channel: Channel },
): Promise<void> {
  const [last] = await tx
    .select({ position: max(channelAccounts.position) })
    .from(channelAccounts)
    .where(
      and(
        eq(channelAccounts.workspaceId, row.workspaceId),
        eq(channelAccounts.channel, row.channel),
      ),
    );
  await tx.insert(channelAccounts).values({ ...row, position: (last?.position ?? 0) + 1 });
}

export async function updateAccount(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  set: Partial<
    Pick<ChannelAccountRow, "name" | "settings" | "sealed" | "enabled" | "position" | "lastTest">
  >,
): Promise<void> {
  await tx.update(channelAccounts).set(set).where(isOne(workspaceId, id));
}

/** How a test of this very row ended; nothing when it was changed since, which seals it anew. */
export async function keepTest(
  db: Db | Tx,
  { workspaceId, id, sealed }: ChannelAccountRow,
  lastTest: ChannelAccountRow["lastTest"],
): Promise<void> {
  await db
    .update(channelAccounts)
    .set({ lastTest })
    .where(and(isOne(workspaceId, id), eq(channelAccounts.sealed, sealed)));
}

/** Notes that a provider called; at most once a minute, so that a flood of reports is one write. */
export async function noteCallback(
  db: Db | Tx,
  { workspaceId, id }: { workspaceId: WorkspaceId; id: string },
): Promise<void> {
  const { lastCallbackAt } = channelAccounts;
  await db
    .update(channelAccounts)
    .set({ lastCallbackAt: sql`clock_timestamp()` })
    .where(
      and(
        isOne(workspaceId, id),
        or(
          isNull(lastCallbackAt),
          lt(lastCallbackAt, sql`clock_timestamp() - interval '1 minute'`),
        ),
      ),
    );
}

export async function removeAccount(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<void> {
  await tx.delete(channelAccounts).where(isOne(workspaceId, id));
}
