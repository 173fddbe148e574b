import { and, desc, eq, gte, lt, or, type SQL, sql } from "drizzle-orm";
import type { AuditAction } from "@/core/audit/audit-action";
import type { Actor } from "@/core/case/state";
import { uuidv7, type WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import type { Db, Tx } from "@/db/client";
import { auditLog } from "@/db/schema/operations";
import { afterId, containing, type Page, type PageOf, pageOf } from "./page";

export type AuditEntry = {
  id: string;
  actor: Actor;
  action: AuditAction;
  /** Key or id of the thing. */
  target: string;
  detail?: Record<string, unknown>;
};

/** Writes who did what, in the transaction that does it. */
export async function audit(tx: Tx, workspaceId: WorkspaceId, entry: AuditEntry): Promise<void> {
  await tx.insert(auditLog).values({ workspaceId, ...entry, at: sql`clock_timestamp()` });
}

export type AuditRow = typeof auditLog.$inferSelect;

export type AuditFilter = {
  /** Part of the actor's name or id. */
  actor?: string | undefined;
  /** `topic.saved`, or only its noun: `topic`. */
  action?: string | undefined;
  /** Part of the target. */
  target?: string | undefined;
  since?: Instant | undefined;
  before?: Instant | undefined;
};

/** Newest first by id, which is UUIDv7: the order of the primary key. */
export async function listAudit(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  filter: AuditFilter,
  page: Page,
): Promise<PageOf<AuditRow>> {
  const rows = await db
    .select()
    .from(auditLog)
    .where(
      and(
        eq(auditLog.workspaceId, workspaceId),
        filter.actor ? byActor(filter.actor) : undefined,
        filter.action ? ofAction(filter.action) : undefined,
        filter.target ? sql`${auditLog.target} ilike ${containing(filter.target)}` : undefined,
        filter.since === undefined ? undefined : gte(auditLog.at, new Date(filter.since)),
        filter.before === undefined ? undefined : lt(auditLog.at, new Date(filter.before)),
        afterId(sql`${auditLog.id}`, page),
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit, (row) => [row.id]);
}

const byActor = (text: string): SQL | undefined =>
  or(
    sql`${auditLog.actor}->>'name' ilike ${containing(text)}`,
    sql`${auditLog.actor}->>'id' ilike ${containing(text)}`,
  );

const ofAction = (action: string): SQL =>
  action.includes(".")
    ? eq(auditLog.action, action)
    : sql`split_part(${auditLog.action}, '.', 1) = ${action}`;

/** Entries that the choice of actions is made from. */
const RECENT_MAX = 5_000;

/** The actions among the latest entries, by name. */
export async function listAuditActions(db: Db, workspaceId: WorkspaceId): Promise<string[]> {
  const rows = await db.execute<{ action: string }>(sql`
    select distinct action from (
      select action from audit_log where workspace_id = ${workspaceId}
      order by id desc limit ${RECENT_MAX}) latest
    order by action`);
  return rows.map(({ action }) => action);
}

/** How often something was done since a moment, by the clock that makes ids. */
export async function countAudit(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  action: string,
  since: Instant,
): Promise<number> {
  const rows = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from audit_log
    where workspace_id = ${workspaceId} and id >= ${uuidv7(since, new Uint8Array(10))}::uuid
      and action = ${action}`);
  return rows[0]?.n ?? 0;
}
