import { sql } from "drizzle-orm";
import { assert } from "@/core/assert";
import type { WorkspaceId } from "@/core/ids";
import { type Db, inTransaction, type Tx } from "@/db/client";
import { hasApiKey, insertApiKey } from "@/db/queries/api-keys";
import { hasSlug } from "@/db/queries/workspaces";
import { hashOfKey, hintOfKey, kindOfKey, type WorkspaceKind } from "@/server/api-keys/api-key";
import { newId } from "@/server/new-id";
import { createWorkspace } from "@/server/workspaces/create-workspace";

/** Any number, the same in every process: two processes that start together make one workspace. */
const BOOTSTRAP_LOCK = 7_020_432;
const SLUGS_MAX = 1_000;

/**
 * For each key that is not known yet, an empty workspace of the key's kind with this key and all
 * scopes. Repeatable: a known key, also a revoked one, is left as it is. Gives the ids of the
 * workspaces it made.
 */
export async function ensureBootstrapKeys(db: Db, keys: readonly string[]): Promise<WorkspaceId[]> {
  if (keys.length === 0) return [];
  return inTransaction(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${BOOTSTRAP_LOCK})`);
    const made: WorkspaceId[] = [];
    for (const key of keys) {
      const kind = kindOfKey(key);
      assert(kind !== null, "the configuration lets only well-formed keys through");
      if (await hasApiKey(tx, hashOfKey(key))) continue;
      made.push(await workspaceWith(tx, key, kind));
    }
    return made;
  });
}

async function workspaceWith(tx: Tx, key: string, kind: WorkspaceKind): Promise<WorkspaceId> {
  const { slug, n } = await freeSlug(tx, kind);
  const name = `${kind === "live" ? "Live" : "Sandbox"}${n > 1 ? ` ${n}` : ""}`;
  const workspaceId = await createWorkspace(tx, { slug, name, kind, timeZone: "UTC" });
  await insertApiKey(tx, {
    workspaceId,
    id: newId(),
    name: "Bootstrap key",
    hash: hashOfKey(key),
    hint: hintOfKey(key),
    scopes: ["*"],
    createdBy: null,
  });
  return workspaceId;
}

async function freeSlug(tx: Tx, kind: WorkspaceKind): Promise<{ slug: string; n: number }> {
  for (let n = 1; n <= SLUGS_MAX; n++) {
    const slug = n === 1 ? kind : `${kind}-${n}`;
    if (!(await hasSlug(tx, slug))) return { slug, n };
  }
  throw new Error(`More than ${SLUGS_MAX} workspaces are called ${kind}`);
}
