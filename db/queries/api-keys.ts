import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { apiKeys } from "@/db/schema/api-keys";
import { workspaces } from "@/db/schema/workspaces";

export type ApiKeyRow = {
  id: string;
  name: string;
  hint: string;
  scopes: string[];
  createdBy: string | null;
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
};

/** The unrevoked key with this SHA-256 and its workspace: the key is what tells which one it is. */
export async function findApiKey(db: Db, hash: string) {
  const rows = await db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      scopes: apiKeys.scopes,
      workspaceId: apiKeys.workspaceId,
      kind: workspaces.kind,
      locale: workspaces.locale,
      timeZone: workspaces.timeZone,
    })
    .from(apiKeys)
    .innerJoin(workspaces, eq(workspaces.id, apiKeys.workspaceId))
    .where(and(eq(apiKeys.hash, hash), isNull(apiKeys.revokedAt)))
    .limit(1);
  return rows[0];
}

/** Notes the use of a key, at most once a minute. */
export async function touchApiKey(db: Db, workspaceId: WorkspaceId, id: string): Promise<void> {
  await db.execute(sql`
    update api_keys set last_used_at = clock_timestamp()
    where workspace_id = ${workspaceId} and id = ${id}
      and (last_used_at is null or last_used_at < clock_timestamp() - interval '1 minute')`);
}

/** All keys of a workspace, newest first, revoked ones included. */
export async function listApiKeys(db: Db, workspaceId: WorkspaceId): Promise<ApiKeyRow[]> {
  return db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      hint: apiKeys.hint,
      scopes: apiKeys.scopes,
      createdBy: apiKeys.createdBy,
      createdAt: apiKeys.createdAt,
      lastUsedAt: apiKeys.lastUsedAt,
      revokedAt: apiKeys.revokedAt,
    })
    .from(apiKeys)
    .where(eq(apiKeys.workspaceId, workspaceId))
    .orderBy(desc(apiKeys.id));
}

export async function countLiveApiKeys(tx: Tx, workspaceId: WorkspaceId): Promise<number> {
  return tx.$count(apiKeys, and(eq(apiKeys.workspaceId, workspaceId), isNull(apiKeys.revokedAt)));
}

export async function insertApiKey(
  tx: Tx,
  row: {
    workspaceId: WorkspaceId;
    id: string;
    name: string;
    hash: string;
    hint: string;
    scopes: string[];
    createdBy: string | null;
  },
): Promise<void> {
  await tx.insert(apiKeys).values(row);
}

export async function hasApiKey(tx: Tx, hash: string): Promise<boolean> {
  const rows = await tx
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(eq(apiKeys.hash, hash))
    .limit(1);
  return rows.length > 0;
}

/** Revokes a key for good; gives its hash, or undefined when there is no such unrevoked key. */
export async function revokeApiKey(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<string | undefined> {
  const rows = await tx
    .update(apiKeys)
    .set({ revokedAt: sql`clock_timestamp()` })
    .where(and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .returning({ hash: apiKeys.hash });
  return rows[0]?.hash;
}
