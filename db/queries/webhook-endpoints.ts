import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { DisabledBecause } from "@/core/webhook/endpoint";
import type { Db, Tx } from "@/db/client";
import { webhookEndpoints } from "@/db/schema/webhooks";
import { afterId, type Page, type PageOf, pageOf } from "./page";

export type EndpointRow = typeof webhookEndpoints.$inferSelect;

const isOne = (workspaceId: WorkspaceId, id: string) =>
  and(eq(webhookEndpoints.workspaceId, workspaceId), eq(webhookEndpoints.id, id));

/** All of a workspace, in the order they were added. */
export async function listEndpoints(db: Db | Tx, workspaceId: WorkspaceId): Promise<EndpointRow[]> {
  return db
    .select()
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.workspaceId, workspaceId))
    .orderBy(asc(webhookEndpoints.id));
}

/** Newest first. */
export async function listEndpointPage(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  page: Page,
): Promise<PageOf<EndpointRow>> {
  const rows = await db
    .select()
    .from(webhookEndpoints)
    .where(
      and(
        eq(webhookEndpoints.workspaceId, workspaceId),
        afterId(sql`${webhookEndpoints.id}`, page),
      ),
    )
    .orderBy(desc(webhookEndpoints.id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit, (row) => [row.id]);
}

export async function findEndpoint(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<EndpointRow | undefined> {
  const rows = await db.select().from(webhookEndpoints).where(isOne(workspaceId, id));
  return rows[0];
}

/** As `findEndpoint`; others who change it wait. */
export async function lockEndpoint(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<EndpointRow | undefined> {
  const rows = await tx.select().from(webhookEndpoints).where(isOne(workspaceId, id)).for("update");
  return rows[0];
}

export async function insertEndpoint(
  tx: Tx,
  row: typeof webhookEndpoints.$inferInsert,
): Promise<void> {
  await tx.insert(webhookEndpoints).values(row);
}

export async function updateEndpoint(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  set: Partial<Omit<EndpointRow, "workspaceId" | "id">>,
): Promise<void> {
  await tx.update(webhookEndpoints).set(set).where(isOne(workspaceId, id));
}

export async function removeEndpoint(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<void> {
  await tx.delete(webhookEndpoints).where(isOne(workspaceId, id));
}

/** Its latest answer was good. Writes only when it was not before. */
export async function noteTaken(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<void> {
  await tx
    .update(webhookEndpoints)
    .set({ failingSince: null })
    .where(and(isOne(workspaceId, id), sql`failing_since is not null`));
}

/** It did not take an event; since when that is so, or null when it is gone or turned off. */
export async function noteRefused(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  at: Date,
): Promise<Date | null> {
  await tx
    .update(webhookEndpoints)
    .set({ failingSince: at })
    .where(and(isOne(workspaceId, id), isNull(webhookEndpoints.failingSince)));
  const row = await findEndpoint(tx, workspaceId, id);
  return row?.enabled ? row.failingSince : null;
}

/** Turns it off unless it is; gives whether this call did. */
export async function turnOffEndpoint(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  because: DisabledBecause,
): Promise<boolean> {
  const rows = await tx
    .update(webhookEndpoints)
    .set({
      enabled: false,
      disabledBecause: because,
      disabledAt: sql`clock_timestamp()`,
    })
    .where(and(isOne(workspaceId, id), eq(webhookEndpoints.enabled, true)))
    .returning({ id: webhookEndpoints.id });
  return rows.length > 0;
}

export type Listener = {
  workspaceId: WorkspaceId;
  id: string;
  eventTypes: string[];
  locale: string;
  timeZone: string;
  /** The workspace's clock. */
  now: number;
};

const LISTENERS = `select e.workspace_id as "workspaceId", e.id, e.event_types as "eventTypes", w.locale,
    w.time_zone as "timeZone",
    floor(extract(epoch from coalesce(w.clock_at, clock_timestamp())) * 1000)::float8 as now
  from webhook_endpoints e join workspaces w on w.id = e.workspace_id
  where e.workspace_id = any($1::uuid[]) and e.enabled
  order by e.id`;

/** The endpoints of these workspaces that are on. */
export async function listListeners(
  tx: Tx,
  workspaceIds: readonly WorkspaceId[],
): Promise<Listener[]> {
  const rows = await tx.$client.unsafe<Listener[]>(LISTENERS, [[...workspaceIds]], {
    prepare: true,
  });
  return [...rows];
}

export type TurnedOff = {
  id: string;
  host: string;
  because: Exclude<DisabledBecause, "operator">;
};

/** Endpoints that we turned off: somebody has to look. */
export async function listTurnedOff(db: Db, workspaceId: WorkspaceId): Promise<TurnedOff[]> {
  const rows = await listEndpoints(db, workspaceId);
  return rows.flatMap(({ id, url, disabledBecause: because }) =>
    because === null || because === "operator" ? [] : [{ id, host: new URL(url).host, because }],
  );
}
