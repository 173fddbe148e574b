import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { erasureRequests, people } from "@/db/schema/people";

export type ErasureRequestRow = typeof erasureRequests.$inferSelect;

/** Requests that a console shows at once. */
export const ERASURE_REQUESTS_MAX = 200;

const requestOf = (workspaceId: WorkspaceId, personId: string) =>
  and(eq(erasureRequests.workspaceId, workspaceId), eq(erasureRequests.personId, personId));

/** The newest request of a person, open or declined. */
export async function findErasureRequest(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personId: string,
): Promise<ErasureRequestRow | undefined> {
  const [row] = await db.select().from(erasureRequests).where(requestOf(workspaceId, personId));
  return row;
}

/** Those that nobody has answered, the oldest first, with whom they are about. */
export async function listErasureRequests(
  db: Db | Tx,
  workspaceId: WorkspaceId,
): Promise<{ personId: string; name: string | null; askedAt: Date }[]> {
  return db
    .select({
      personId: erasureRequests.personId,
      name: people.name,
      askedAt: erasureRequests.askedAt,
    })
    .from(erasureRequests)
    .innerJoin(
      people,
      and(
        eq(people.workspaceId, erasureRequests.workspaceId),
        eq(people.id, erasureRequests.personId),
        isNull(people.erasedAt),
      ),
    )
    .where(and(eq(erasureRequests.workspaceId, workspaceId), isNull(erasureRequests.declinedAt)))
    .orderBy(asc(erasureRequests.askedAt), asc(erasureRequests.personId))
    .limit(ERASURE_REQUESTS_MAX);
}

/** False when there is one that waits for its answer already. */
export async function insertErasureRequest(
  tx: Tx,
  workspaceId: WorkspaceId,
  personId: string,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into erasure_requests (workspace_id, person_id, asked_at)
    values (${workspaceId}, ${personId}, clock_timestamp())
    on conflict (workspace_id, person_id) do update
      set asked_at = excluded.asked_at, declined_at = null, declined_by = null
      where erasure_requests.declined_at is not null
    returning 1`);
  return rows.length > 0;
}

/** False when none waits for an answer. */
export async function declineErasureRequest(
  tx: Tx,
  workspaceId: WorkspaceId,
  personId: string,
  by: string,
): Promise<boolean> {
  const rows = await tx
    .update(erasureRequests)
    .set({ declinedAt: sql`clock_timestamp()`, declinedBy: by })
    .where(and(requestOf(workspaceId, personId), isNull(erasureRequests.declinedAt)))
    .returning({ personId: erasureRequests.personId });
  return rows.length > 0;
}
