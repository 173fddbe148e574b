import { and, desc, eq, or, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { afterId, type Page, type PageOf, pageOf } from "./page";

export type EventRow = typeof events.$inferSelect;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export type EventFilter = {
  name?: string | undefined;
  key?: string | undefined;
  person?: string | undefined;
};

/** The events of a workspace that a filter lets through, newest first. */
export async function listEvents(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  filter: EventFilter,
  page: Page,
): Promise<PageOf<EventRow>> {
  const rows = await db
    .select()
    .from(events)
    .where(
      and(
        eq(events.workspaceId, workspaceId),
        filter.name === undefined ? undefined : eq(events.name, filter.name),
        filter.key === undefined ? undefined : eq(events.key, filter.key),
        filter.person === undefined ? undefined : eq(events.personId, filter.person),
        afterId(sql`${events.id}`, page),
      ),
    )
    .orderBy(desc(events.id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit, (row) => [row.id]);
}

/** An event by its sender's id, or by ours. */
export async function findEvent(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<EventRow | undefined> {
  const ours = UUID.test(id) ? eq(events.id, id) : undefined;
  const rows = await db
    .select()
    .from(events)
    .where(and(eq(events.workspaceId, workspaceId), or(eq(events.externalId, id), ours)))
    .limit(1);
  return rows[0];
}
