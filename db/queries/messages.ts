import { and, asc, desc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { CLASS_OF, type MessageStatus, type OutcomeClass } from "@/core/delivery/message-status";
import type { WorkspaceId } from "@/core/ids";
import type { Channel } from "@/core/template/channel";
import type { Db, Tx } from "@/db/client";
import { cases } from "@/db/schema/cases";
import { messageEvents, messages } from "@/db/schema/messages";
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
};

const statusesOf = (outcome: OutcomeClass): MessageStatus[] =>
  (Object.keys(CLASS_OF) as MessageStatus[]).filter((status) => CLASS_OF[status] === outcome);

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The messages of a workspace that a filter lets through, newest first. */
export async function listMessages(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  filter: MessageFilter,
  page: Page,
): Promise<PageOf<MessageRow>> {
  const rows = await db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        filter.case === undefined ? undefined : ofCase(workspaceId, filter.case),
        filter.person === undefined ? undefined : eq(messages.personId, filter.person),
        filter.workflow === undefined ? undefined : eq(messages.workflow, filter.workflow),
        filter.stage === undefined ? undefined : eq(messages.stage, filter.stage),
        filter.step === undefined ? undefined : eq(messages.step, filter.step),
        filter.channel === undefined ? undefined : eq(messages.channel, filter.channel),
        filter.outcome && inArray(messages.status, statusesOf(filter.outcome)),
        filter.status && eq(messages.status, filter.status),
        filter.plannedBefore === undefined
          ? undefined
          : lt(messages.plannedAt, new Date(filter.plannedBefore)),
        filter.plannedAfter === undefined
          ? undefined
          : gt(messages.plannedAt, new Date(filter.plannedAfter)),
        afterId(sql`${messages.id}`, page),
      ),
    )
    .orderBy(desc(messages.id))
    .limit(page.limit + 1);
  return pageOf(rows, page.limit, (row) => [row.id]);
}

function ofCase(workspaceId: WorkspaceId, ref: string) {
  if (UUID.test(ref)) return eq(messages.caseId, ref);
  const number = Number(/^(?:C-)?(\d{1,9})$/i.exec(ref)?.[1] ?? 0);
  return sql`${messages.caseId} = (select ${cases.id} from ${cases}
    where ${cases.workspaceId} = ${workspaceId} and ${cases.number} = ${number})`;
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
