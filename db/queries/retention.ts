import { type SQL, sql } from "drizzle-orm";
import { uuidv7, type WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import type { Db, Tx } from "@/db/client";
import { Retention } from "@/db/schema/workspaces";
import { retireFacts } from "./case-facts";
import { casesGone, messagesGone } from "./inbox-word";

export type RetentionKind = keyof typeof Retention.shape;
export const RETENTION_KINDS = Object.keys(Retention.shape) as RetentionKind[];

/** Counts stop here: "more than 100,000" says enough. */
export const RETENTION_COUNT_MAX = 100_000;

/** The loader of sample data looks for it to know that it ran. */
const KEPT_ACTION = "demo.loaded";

/** What is older than `before` in a workspace. */
export type Old = { workspaceId: WorkspaceId; kind: "live" | "sandbox"; before: Instant };

const at = ({ before }: Old) => sql`to_timestamp(${before} / 1000.0)`;

/**
 * Ids are UUIDv7, so what is old lies at the beginning of the primary key. Not in a sandbox: sample
 * data is younger than it says, and a test clock may be anywhere.
 */
const bound = ({ kind, before }: Old) =>
  kind === "live"
    ? uuidv7(Math.max(0, before), new Uint8Array(10))
    : "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** A message that may still go somewhere keeps its case and its words. */
const UNDER_WAY = sql`(m.deliver_at is not null or m.status in ('planned', 'held', 'sending'))`;

/** The rows that each term lets go of. Open cases, and all that belongs to them, are in none of them. */
const DUE: Record<RetentionKind, (old: Old) => SQL> = {
  closedCaseDays: (old) => sql`
    select x.id from cases x
    where x.workspace_id = ${old.workspaceId} and x.id < ${bound(old)}::uuid
      and x.status <> 'open' and x.closed_at < ${at(old)}
      and not exists (select 1 from messages m
        where m.workspace_id = x.workspace_id and m.case_id = x.id and ${UNDER_WAY})`,
  messageContentDays: (old) => sql`
    select x.id from messages x
    where x.workspace_id = ${old.workspaceId} and x.id < ${bound(old)}::uuid
      and x.content is not null
      and coalesce(x.sent_at, x.decided_at, x.planned_at) < ${at(old)}
      and x.deliver_at is null and x.status not in ('planned', 'held', 'sending')
      and exists (select 1 from cases c
        where c.workspace_id = x.workspace_id and c.id = x.case_id and c.status <> 'open')`,
  eventDays: (old) => sql`
    select x.id from events x
    where x.workspace_id = ${old.workspaceId} and x.id < ${bound(old)}::uuid
      and x.received_at < ${at(old)}
      and not exists (select 1 from early_answers a
        where a.workspace_id = x.workspace_id and a.event_id = x.id)`,
  auditDays: (old) => sql`
    select x.id from audit_log x
    where x.workspace_id = ${old.workspaceId} and x.id < ${bound(old)}::uuid
      and x.at < ${at(old)} and x.action <> ${KEPT_ACTION}`,
};

/** How many rows would go now, at most `RETENTION_COUNT_MAX` + 1. */
export async function countOld(db: Db | Tx, what: RetentionKind, old: Old): Promise<number> {
  const rows = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from (${DUE[what](old)} limit ${RETENTION_COUNT_MAX + 1}) due`);
  return rows[0]?.n ?? 0;
}

/** A case goes when the numbers know all of it. */
const IS_COUNTED = sql`and not exists (
  select 1 from fact_changes f where f.workspace_id = x.workspace_id and f.case_id = x.id)`;

/** Lets go of at most `limit` of them, oldest first, past what another transaction holds; gives how many. */
export async function removeOld(
  tx: Tx,
  what: RetentionKind,
  old: Old,
  limit: number,
): Promise<number> {
  const due = await tx.execute<{ id: string }>(
    sql`${DUE[what](old)} ${what === "closedCaseDays" ? IS_COUNTED : sql``} order by x.id limit ${limit} for update of x skip locked`,
  );
  const ids = sql`any(${sql.param(due.map(({ id }) => id))}::uuid[])`;
  if (due.length > 0) await REMOVE[what](tx, old.workspaceId, ids);
  const gone = due.map(({ id }) => id);
  if (what === "closedCaseDays") casesGone(tx, old.workspaceId, gone);
  if (what === "messageContentDays") messagesGone(tx, old.workspaceId, gone);
  return due.length;
}

const REMOVE: Record<
  RetentionKind,
  (tx: Tx, workspaceId: WorkspaceId, ids: SQL) => Promise<unknown>
> = {
  closedCaseDays: async (tx, workspaceId, ids) => {
    await retireFacts(tx, workspaceId, ids);
    await tx.execute(sql`
      delete from message_events e using messages m
      where m.workspace_id = ${workspaceId} and m.case_id = ${ids}
        and e.workspace_id = m.workspace_id and e.message_id = m.id`);
    for (const table of ["messages", "case_decisions", "replies", "escalations"]) {
      await tx.execute(sql`
        delete from ${sql.identifier(table)}
        where workspace_id = ${workspaceId} and case_id = ${ids}`);
    }
    await tx.execute(sql`delete from cases where workspace_id = ${workspaceId} and id = ${ids}`);
  },
  messageContentDays: async (tx, workspaceId, ids) => {
    await tx.execute(sql`
      update messages set content = null where workspace_id = ${workspaceId} and id = ${ids}`);
    // What somebody wrote back is content too.
    await tx.execute(sql`
      update message_events set detail = '{}'
      where workspace_id = ${workspaceId} and message_id = ${ids} and type = 'replied'`);
    await tx.execute(sql`
      update replies set text = null, full_text = null, subject = null, from_address = null
      where workspace_id = ${workspaceId} and message_id = ${ids}`);
  },
  eventDays: (tx, workspaceId, ids) =>
    tx.execute(sql`delete from events where workspace_id = ${workspaceId} and id = ${ids}`),
  auditDays: (tx, workspaceId, ids) =>
    tx.execute(sql`delete from audit_log where workspace_id = ${workspaceId} and id = ${ids}`),
};

/** The workspaces that keep something for a time only. */
export async function listRetentions(db: Db) {
  return db.execute<{ id: WorkspaceId; kind: "live" | "sandbox"; retention: unknown }>(sql`
    select id, kind, retention from workspaces where retention <> '{}'::jsonb order by id`);
}
