import { and, asc, desc, eq, or, type SQL, sql } from "drizzle-orm";
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
  outcome?: EventOutcome | undefined;
};

/** What an event did: a case, or nothing. */
export const EVENT_OUTCOMES = ["opened", "resolved", "responded", "nothing"] as const;
export type EventOutcome = (typeof EVENT_OUTCOMES)[number];

/** The newest events that names are taken from. */
const NAMED_EVENTS_MAX = 2_000;
const NAMES_MAX = 50;

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
        filter.outcome === undefined ? undefined : did(filter.outcome),
        afterId(sql`${events.id}`, page),
      ),
    )
    .orderBy(desc(events.id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit, (row) => [row.id]);
}

const some = (what: "opened" | "resolved" | "responded"): SQL =>
  sql`jsonb_array_length(coalesce(${events.result}->${sql.raw(`'${what}'`)}, '[]'::jsonb)) > 0`;

const did = (outcome: EventOutcome): SQL =>
  outcome === "nothing"
    ? sql`not (${some("opened")} or ${some("resolved")} or ${some("responded")})`
    : some(outcome);

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
