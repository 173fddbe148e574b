import { and, eq, inArray, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { cases } from "@/db/schema/cases";

/** Open cases of these people, by id; those without one are left out. */
export async function countOpenCases(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .select({ id: cases.personId, n: sql<number>`count(*)::int` })
    .from(cases)
    .where(
      and(
        eq(cases.workspaceId, workspaceId),
        inArray(cases.personId, [...personIds]),
        eq(cases.status, "open"),
      ),
    )
    .groupBy(cases.personId);
  return new Map(rows.map(({ id, n }) => [id, n]));
}
