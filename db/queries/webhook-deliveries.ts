import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { uuidv7, type WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import type { DeliveryStatus } from "@/core/webhook/endpoint";
import { TEST_TYPE } from "@/core/webhook/event-type";
import type { Db, Tx } from "@/db/client";
import { webhookAttempts, webhookDeliveries } from "@/db/schema/webhooks";
import { afterId, type Page, type PageOf, pageOf } from "./page";

export type DeliveryRow = typeof webhookDeliveries.$inferSelect;
export type LoggedAttempt = typeof webhookAttempts.$inferSelect;

/** Attempts of one delivery that are shown; the newest. */
const ATTEMPTS_SHOWN_MAX = 100;

export type DeliveryFilter = { status?: DeliveryStatus | undefined; type?: string | undefined };

/** What an endpoint was told, newest first. */
export async function listDeliveries(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  endpointId: string,
  filter: DeliveryFilter,
  page: Page,
): Promise<PageOf<DeliveryRow>> {
  const { status, type } = filter;
  const rows = await db
    .select()
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.workspaceId, workspaceId),
        eq(webhookDeliveries.endpointId, endpointId),
        // Spelled out, so that the index of those that failed serves it.
        status === "failed"
          ? sql`status = 'failed'`
          : status && eq(webhookDeliveries.status, status),
        type === undefined ? undefined : eq(webhookDeliveries.type, type),
        afterId(sql`${webhookDeliveries.id}`, page),
      ),
    )
    .orderBy(desc(webhookDeliveries.id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit, (row) => [row.id]);
}

export async function findDelivery(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  endpointId: string,
  id: string,
): Promise<DeliveryRow | undefined> {
  const rows = await db
    .select()
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.workspaceId, workspaceId),
        eq(webhookDeliveries.id, id),
        eq(webhookDeliveries.endpointId, endpointId),
      ),
    );
  return rows[0];
}

/** The latest attempt of each of these deliveries. */
export async function latestAttempts(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  deliveryIds: readonly string[],
): Promise<Map<string, LoggedAttempt>> {
  if (deliveryIds.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([webhookAttempts.deliveryId])
    .from(webhookAttempts)
    .where(
      and(
        eq(webhookAttempts.workspaceId, workspaceId),
        inArray(webhookAttempts.deliveryId, [...deliveryIds]),
      ),
    )
    .orderBy(webhookAttempts.deliveryId, desc(webhookAttempts.id));
  return new Map(rows.map((row) => [row.deliveryId, row]));
}

/** The attempts of one delivery, newest first. */
export async function listAttempts(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  deliveryId: string,
): Promise<LoggedAttempt[]> {
  return db
    .select()
    .from(webhookAttempts)
    .where(
      and(eq(webhookAttempts.workspaceId, workspaceId), eq(webhookAttempts.deliveryId, deliveryId)),
    )
    .orderBy(desc(webhookAttempts.id))
    .limit(ATTEMPTS_SHOWN_MAX);
}

const AGAIN = sql`status = 'waiting', tries = 0, next_attempt_at = clock_timestamp(), ended_at = null`;

/** Begins anew with one delivery, unless it is being sent right now; gives whether it does. */
export async function replayOne(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    update webhook_deliveries set ${AGAIN}
    where workspace_id = ${workspaceId} and id = ${id} and status <> 'sending' returning id`);
  return rows.length > 0;
}

/** Begins anew with what failed and was written since a moment, tests apart, the oldest first; gives how many. */
export async function replayFailed(
  tx: Tx,
  workspaceId: WorkspaceId,
  endpointId: string,
  { since, limit }: { since: Instant; limit: number },
): Promise<number> {
  const from = uuidv7(since, new Uint8Array(10));
  const rows = await tx.execute(sql`
    update webhook_deliveries d set ${AGAIN}
    from (select id from webhook_deliveries
      where workspace_id = ${workspaceId} and endpoint_id = ${endpointId} and status = 'failed'
        and type <> ${TEST_TYPE} and id >= ${from}::uuid
      order by id limit ${limit} for update) f
    where d.workspace_id = ${workspaceId} and d.id = f.id returning d.id`);
  return rows.length;
}

export type DeliveryCounts = { waiting: number; failed: number };

/** What waits and what failed at an endpoint, each counted up to `max`. */
export async function countDeliveries(
  db: Db,
  workspaceId: WorkspaceId,
  endpointId: string,
  max: number,
): Promise<DeliveryCounts> {
  const ofEndpoint = sql`workspace_id = ${workspaceId} and endpoint_id = ${endpointId}`;
  const [row] = await db.execute<DeliveryCounts>(sql`select
    (select count(*)::int from (select 1 from webhook_deliveries
      where ${ofEndpoint} and next_attempt_at is not null limit ${max}) w) as waiting,
    (select count(*)::int from (select 1 from webhook_deliveries
      where ${ofEndpoint} and status = 'failed' limit ${max}) f) as failed`);
  return row ?? { waiting: 0, failed: 0 };
}

/** What was told about a person goes with them. */
export async function eraseDeliveriesOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  personId: string,
): Promise<void> {
  await tx.execute(sql`
    with gone as (
      delete from webhook_deliveries
      where workspace_id = ${workspaceId} and person_id = ${personId} returning id)
    delete from webhook_attempts
    where workspace_id = ${workspaceId} and delivery_id in (select id from gone)`);
}

/**
 * Lets go of at most `limit` deliveries that were written before a moment or whose endpoint is gone,
 * with their attempts; gives how many.
 */
export async function removeOldDeliveries(
  tx: Tx,
  { before, limit }: { before: Instant; limit: number },
): Promise<number> {
  const rows = await tx.execute<{ n: number }>(sql`
    with old as (
      select workspace_id, id from webhook_deliveries
      where created_at < to_timestamp(${before} / 1000.0)
      order by created_at limit ${limit} for update skip locked
    ), gone as (
      delete from webhook_deliveries d using old
      where d.workspace_id = old.workspace_id and d.id = old.id
      returning d.workspace_id, d.id
    ), logs as (
      delete from webhook_attempts a using gone
      where a.workspace_id = gone.workspace_id and a.delivery_id = gone.id
    )
    select count(*)::int as n from gone`);
  return rows[0]?.n ?? 0;
}

/** As `removeOldDeliveries`, for an endpoint that is gone. */
export async function removeDeliveriesOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  endpointId: string,
  limit: number,
): Promise<number> {
  const rows = await tx.execute<{ n: number }>(sql`
    with old as (
      select id from webhook_deliveries
      where workspace_id = ${workspaceId} and endpoint_id = ${endpointId}
      limit ${limit} for update skip locked
    ), gone as (
      delete from webhook_deliveries d using old
      where d.workspace_id = ${workspaceId} and d.id = old.id returning d.id
    ), logs as (
      delete from webhook_attempts
      where workspace_id = ${workspaceId} and delivery_id in (select id from gone)
    )
    select count(*)::int as n from gone`);
  return rows[0]?.n ?? 0;
}
