import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Tx } from "@/db/client";

/**
 * Holds these subjects (a business key or a person, within a workflow) until the transaction ends.
 *
 * An answer and the event that opens its case can arrive in the same second on two connections:
 * without this, neither would see the other. Taken in one order, so that nobody waits in a circle.
 */
export async function lockSubjects(
  tx: Tx,
  workspaceId: WorkspaceId,
  subjects: readonly string[],
): Promise<void> {
  const names = [...new Set(subjects)].sort().map((subject) => `${workspaceId}/${subject}`);
  if (names.length === 0) return;
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(name, 0))
    from unnest(${sql.param(names)}::text[]) with ordinality as n(name, i) order by i`);
}

export const keySubject = (workflow: string, key: string) => `${workflow}/k:${key}`;
export const personSubject = (workflow: string, personId: string) => `${workflow}/p:${personId}`;
