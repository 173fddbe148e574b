import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import type { Db } from "@/db/client";

/** The database's clock, and since when a person is there; `since` is null where they are not. */
export async function findReaderSince(
  db: Db,
  workspaceId: WorkspaceId,
  personId: string,
): Promise<{ now: Instant; since: Instant | null } | null> {
  const [row] = await db.execute<{ now: Instant; since: Instant | null }>(sql`
    select floor(date_part('epoch', clock_timestamp()) * 1000) as now,
      (select floor(date_part('epoch', created_at) * 1000) from people
        where workspace_id = ${workspaceId} and id = ${personId} and erased_at is null) as since`);
  return row ?? null;
}
