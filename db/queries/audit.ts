import { sql } from "drizzle-orm";
import type { Actor } from "@/core/case/state";
import type { WorkspaceId } from "@/core/ids";
import type { Tx } from "@/db/client";
import { auditLog } from "@/db/schema/operations";

export type AuditEntry = {
  id: string;
  actor: Actor;
  /** `noun.verb`: `topic.saved`. */
  action: string;
  /** Key or id of the thing. */
  target: string;
  detail?: Record<string, unknown>;
};

/** Writes who did what, in the transaction that does it. */
export async function audit(tx: Tx, workspaceId: WorkspaceId, entry: AuditEntry): Promise<void> {
  await tx.insert(auditLog).values({ workspaceId, ...entry, at: sql`clock_timestamp()` });
}
