import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";

/** What keeps messages from people as things stand: no time zone known, addresses that are blocked. */
export async function countUnreachable(
  db: Db | Tx,
  workspaceId: WorkspaceId,
): Promise<{ zoneUnknown: number; suppressed: number }> {
  const rows = await db.execute<{ zoneUnknown: number; suppressed: number }>(sql`
    select
      (select count(*)::int from people where workspace_id = ${workspaceId}
        and erased_at is null and time_zone is null) as "zoneUnknown",
      (select count(*)::int from suppressions where workspace_id = ${workspaceId}) as suppressed`);
  return rows[0] ?? { zoneUnknown: 0, suppressed: 0 };
}
