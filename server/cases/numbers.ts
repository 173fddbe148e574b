import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db } from "@/db/client";

/**
 * Takes `count` case numbers, in a statement of its own: the counter's row is held for a moment, not
 * until the caller's transaction ends. Numbers of a transaction that fails stay unused.
 */
export async function takeNumbers(
  db: Db,
  workspaceId: WorkspaceId,
  count: number,
): Promise<number[]> {
  if (count === 0) return [];
  const [row] = await db.execute<{ last: number }>(sql`
    insert into counters (workspace_id, name, value) values (${workspaceId}, 'case', ${count})
    on conflict (workspace_id, name) do update set value = counters.value + ${count}
    returning value::float8 as last`);
  const last = row?.last ?? count;
  return Array.from({ length: count }, (_, i) => last - count + 1 + i);
}
