import { and, asc, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { did, type EventClause, type EventOutcome, eventClauseSql } from "./event-clauses";
import { afterId, type Page, type PageOf, pageOf } from "./page";

export type EventRow = typeof events.$inferSelect;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export type EventFilter = {
  name?: string | undefined;
  key?: string | undefined;
  person?: string | undefined;
  outcome?: EventOutcome | undefined;
  /** More conditions, which hold together with those above. */
  clauses?: readonly EventClause[] | undefined;
};

/** The newest events that names are taken from. */
const NAMED_EVENTS_MAX = 2_000;
const NAMES_MAX = 50;

/** The events of a workspace that a filter lets through, newest first unless asked otherwise. */
export async function listEvents(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  filter: EventFilter,
  page: Page,
  newestFirst = true,
): Promise<PageOf<EventRow>> {
  const beyond = afterId(sql`${events.id}`, page, newestFirst);
  const rows = await db
    .select()
    .from(events)
    .where(and(...conditions(workspaceId, filter), beyond))
    .orderBy(newestFirst ? desc(events.id) : asc(events.id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit, (row) => [row.id]);
}

/** How many events a filter lets through, counted up to `max`. */
export async function countEvents(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  filter: EventFilter,
  max: number,
): Promise<number> {
  const some = db
    .select({ id: events.id })
    .from(events)
    .where(and(...conditions(workspaceId, filter)))
    .limit(max);
  const rows = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from ${some} as found`,
  );
  return rows[0]?.n ?? 0;
}

function conditions(workspaceId: WorkspaceId, filter: EventFilter): (SQL | undefined)[] {
  return [
    eq(events.workspaceId, workspaceId),
    filter.name === undefined ? undefined : eq(events.name, filter.name),
    filter.key === undefined ? undefined : eq(events.key, filter.key),
    filter.person === undefined ? undefined : eq(events.personId, filter.person),
    filter.outcome && did(filter.outcome),
    ...(filter.clauses ?? []).map(eventClauseSql),
  ];
}

/** The events with these ids, newest first. */
export async function findEvents(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<EventRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(events)
    .where(and(eq(events.workspaceId, workspaceId), inArray(events.id, [...ids])))
    .orderBy(desc(events.id));
}

/** What the newest events are called, by name. */
export async function listEventNames(db: Db | Tx, workspaceId: WorkspaceId): Promise<string[]> {
  const newest = db
    .select({ name: events.name })
    .from(events)
    .where(eq(events.workspaceId, workspaceId))
    .orderBy(desc(events.id))
    .limit(NAMED_EVENTS_MAX)
    .as("newest");
  const rows = await db
    .selectDistinct({ name: newest.name })
    .from(newest)
    .orderBy(asc(newest.name))
    .limit(NAMES_MAX);
  return rows.map(({ name }) => name);
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
