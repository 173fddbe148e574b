import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { AuditAction } from "@/core/audit/audit-action";
import type { WorkspaceId } from "@/core/ids";
import type { Channel } from "@/core/template/channel";
import type { Instant } from "@/core/time";
import type { Db, Tx } from "@/db/client";
import { messages } from "@/db/schema/messages";
import { auditLog } from "@/db/schema/operations";

/** Held for the person's own sake: it leaves later, unless somebody answers first. */
const WAITING_CODES = [
  "held.quiet_hours",
  "held.send_window",
  "held.digest",
  "held.cap",
  "held.helper",
  "held.paused_person",
];

const MOMENTS_MAX = 20;

/** What waits for a person, by the moment at which it is looked at again; soonest first. */
export const listWaiting = (
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personId: string,
): Promise<{ n: number; until: Instant }[]> =>
  db.execute(sql`
    select count(*)::int as n, (extract(epoch from deliver_at) * 1000)::float8 as until
    from messages
    where workspace_id = ${workspaceId} and person_id = ${personId} and status = 'held'
      and deliver_at is not null and code = any(${sql.param(WAITING_CODES)}::text[])
      and not coalesce((request->>'ghost')::bool, false)
    group by deliver_at order by deliver_at limit ${MOMENTS_MAX}`);

/** The next moment at which something of a topic, or of any, is due to leave to a person; null: none is known. */
export async function nextInQueue(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personId: string,
  topic: string | null,
): Promise<Instant | null> {
  const [row] = await db.execute<{ at: Instant | null }>(sql`
    select (extract(epoch from min(deliver_at)) * 1000)::float8 as at from messages
    where workspace_id = ${workspaceId} and person_id = ${personId}
      and status in ('planned', 'held') and deliver_at is not null
      and (${topic}::text is null or topic = ${topic})
      and not coalesce((request->>'ghost')::bool, false)`);
  return row?.at ?? null;
}

export type OwnMessage = {
  id: string;
  at: Date | null;
  channel: Channel;
  title: string | null;
};

/** What a person got last, newest first. */
export const listGot = (
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personId: string,
  limit: number,
): Promise<OwnMessage[]> =>
  db
    .select({
      id: messages.id,
      at: messages.sentAt,
      channel: messages.channel,
      title: sql<
        string | null
      >`coalesce(nullif(${messages.content}->>'subject', ''), ${messages.content}->>'title')`,
    })
    .from(messages)
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.personId, personId),
        isNotNull(messages.sentAt),
        inArray(messages.status, ["sent", "delivered", "unknown"]),
      ),
    )
    .orderBy(desc(messages.sentAt), desc(messages.id))
    .limit(limit);

/** What was changed about a person last, newest first. */
export const listChangesOf = (
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personId: string,
  actions: readonly AuditAction[],
  limit: number,
) =>
  db
    .select()
    .from(auditLog)
    .where(
      and(
        eq(auditLog.workspaceId, workspaceId),
        eq(auditLog.target, personId),
        inArray(auditLog.action, [...actions]),
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(limit);

/** The newest yes of a person to a channel of a topic: whether they said it themselves, and when. */
export async function findYes(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personId: string,
  channel: Channel,
  topic: string,
): Promise<{ at: Instant; own: boolean } | null> {
  const [row] = await db.execute<{ at: Instant; own: boolean }>(sql`
    select (extract(epoch from at) * 1000)::float8 as at,
      coalesce(actor->>'kind' = 'person' and actor->>'id' = ${personId}, false) as own
    from consents
    where workspace_id = ${workspaceId} and person_id = ${personId} and channel = ${channel}
      and topic = ${topic} and granted
    order by consents.at desc, id desc limit 1`);
  return row ?? null;
}
