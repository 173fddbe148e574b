import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import type { Db, Tx } from "@/db/client";

/**
 * Whose time passes: every live workspace by the database's clock, or one sandbox whose test clock
 * stands at `now`.
 */
export type Clock = { kind: "live" } | { kind: "test"; workspaceId: WorkspaceId; now: Instant };

export const LIVE: Clock = { kind: "live" };

/** The moment it is for a workspace: its test clock, or the database's. */
export async function nowOf(db: Db | Tx, workspaceId: WorkspaceId): Promise<Instant> {
  const [row] = await db.execute<{ now: number }>(sql`
    select floor(extract(epoch from coalesce(
      (select clock_at from workspaces where id = ${workspaceId}), clock_timestamp())) * 1000)::float8 as now`);
  return row?.now ?? 0;
}

/** The database's own clock, the only one for durable decisions. */
export async function databaseNow(db: Db | Tx): Promise<Instant> {
  const [row] = await db.execute<{ now: number }>(
    sql`select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now`,
  );
  return row?.now ?? 0;
}
