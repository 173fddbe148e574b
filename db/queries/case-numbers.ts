import { and, eq, inArray } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { cases } from "@/db/schema/cases";

const NUMBERS_MAX = 500;

/** The numbers people call these cases by, by id. */
export async function findCaseNumbers(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, number>> {
  const wanted = [...new Set(ids)].slice(0, NUMBERS_MAX);
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ id: cases.id, number: cases.number })
    .from(cases)
    .where(and(eq(cases.workspaceId, workspaceId), inArray(cases.id, wanted)));
  return new Map(rows.map(({ id, number }) => [id, number]));
}
