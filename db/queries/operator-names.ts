import { and, eq, inArray } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { operators, workspaceMembers } from "@/db/schema/operators";

/** Names of members of this workspace by id; others are left out. */
export async function findOperatorNames(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: operators.id, name: operators.name })
    .from(operators)
    .innerJoin(workspaceMembers, eq(workspaceMembers.operatorId, operators.id))
    .where(and(eq(workspaceMembers.workspaceId, workspaceId), inArray(operators.id, [...ids])));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
