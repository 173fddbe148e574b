import { and, asc, desc, eq, gt, inArray, lt, type SQL, sql } from "drizzle-orm";
import { type MessageStatus, type OutcomeClass, statusesOf } from "@/core/delivery/message-status";
import type { WorkspaceId } from "@/core/ids";
import type { Channel } from "@/core/template/channel";
import type { Db, Tx } from "@/db/client";
import { messageEvents, messages } from "@/db/schema/messages";
import { type MessageClause, messageClauseSql } from "./message-clauses";
import { afterId, type Page, type PageOf, pageOf } from "./page";

export type MessageRow = typeof messages.$inferSelect;

const CASE_MESSAGES_MAX = 2_000;
const EVENTS_MAX = 500;

export type MessageFilter = {
  /** Id or number of the case. */
  case?: string | undefined;
  person?: string | undefined;
  workflow?: string | undefined;
  stage?: string | undefined;
  step?: string | undefined;
  channel?: Channel | undefined;
  outcome?: OutcomeClass | undefined;
  status?: MessageStatus | undefined;
  plannedBefore?: string | undefined;
  plannedAfter?: string | undefined;
  /** More conditions, which hold together with those above. */
  clauses?: readonly MessageClause[] | undefined;
};

/** The messages of a workspace that a filter lets through, newest first unless asked otherwise. */
export async function listMessages(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  filter: MessageFilter,
  page: Page,
  newestFirst = true,
): Promise<PageOf<MessageRow>> {
  const beyond = afterId(sql`${messages.id}`, page, newestFirst);
  const rows = await db
    .select()
    .from(messages)
    .where(and(...conditions(workspaceId, filter), beyond))
    .orderBy(newestFirst ? desc(messages.id) : asc(messages.id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit, (row) => [row.id]);
}

/** How many messages a filter lets through, counted up to `max`. */
export async function countMessages(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  filter: MessageFilter,
  max: number,
): Promise<number> {
  const some = db
    .select({ id: messages.id })
    .from(messages)
    .where(and(...conditions(workspaceId, filter)))
    .limit(max);
  const rows = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from ${some} as found`,
  );
  return rows[0]?.n ?? 0;
}

function conditions(workspaceId: WorkspaceId, filter: MessageFilter): (SQL | undefined)[] {
  const { plannedBefore, plannedAfter, clauses = [] } = filter;
  const ofCase: MessageClause | undefined =
    filter.case === undefined ? undefined : { on: "case", refs: [filter.case], not: false };
  return [
    eq(messages.workspaceId, workspaceId),
    filter.person === undefined ? undefined : eq(messages.personId, filter.person),
    filter.workflow === undefined ? undefined : eq(messages.workflow, filter.workflow),
    filter.stage === undefined ? undefined : eq(messages.stage, filter.stage),
    filter.step === undefined ? undefined : eq(messages.step, filter.step),
    filter.channel === undefined ? undefined : eq(messages.channel, filter.channel),
    filter.outcome && inArray(messages.status, statusesOf(filter.outcome)),
    filter.status && eq(messages.status, filter.status),
    plannedBefore === undefined ? undefined : lt(messages.plannedAt, new Date(plannedBefore)),
    plannedAfter === undefined ? undefined : gt(messages.plannedAt, new Date(plannedAfter)),
    ...[...clauses, ...(ofCase ? [ofCase] : [])].map((one) => messageClauseSql(workspaceId, one)),
  ];
}

/** Every message of a case, in the order they were planned. */
export async function listMessagesOfCase(db: Db | Tx, workspaceId: WorkspaceId, caseId: string) {
  return db
    .select()
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.caseId, caseId)))
    .orderBy(asc(messages.id))
    .limit(CASE_MESSAGES_MAX);
}

export async function findMessage(db: Db | Tx, workspaceId: WorkspaceId, id: string) {
  const rows = await db
    .select()
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.id, id)));
  return rows[0];
}

/** The messages with these ids, in their own order. */
export async function findMessages(db: Db | Tx, workspaceId: WorkspaceId, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), inArray(messages.id, [...ids])))
    .orderBy(asc(messages.id));
}

/** What came back about a message, in order. */
export async function listMessageEvents(db: Db | Tx, workspaceId: WorkspaceId, messageId: string) {
  return db
    .select()
    .from(messageEvents)
    .where(and(eq(messageEvents.workspaceId, workspaceId), eq(messageEvents.messageId, messageId)))
    .orderBy(asc(messageEvents.at), asc(messageEvents.id))
    .limit(EVENTS_MAX);
}

/** Messages of all workspaces by status, for the operators of the installation. */
export async function countMessagesByStatus(db: Db): Promise<{ status: string; n: number }[]> {
  return db
    .select({ status: messages.status, n: sql<number>`count(*)::int` })
    .from(messages)
    .groupBy(messages.status)
    .orderBy(asc(messages.status));
}
