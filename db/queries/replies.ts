import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { cases } from "@/db/schema/cases";
import { people } from "@/db/schema/people";
import { replies } from "@/db/schema/replies";

/** Replies shown of those that somebody has to read; the others are counted. */
const TO_READ_SHOWN_MAX = 10;
/** Counting stops here. */
const TO_READ_COUNTED_MAX = 1_000;
const OF_CASE_MAX = 500;
const OF_PERSON_MAX = 1_000;
/** Days after it was handed over in which an answer by SMS is one to this message. */
const SMS_ANSWER_DAYS = 30;

export const insertReply = async (tx: Tx, reply: typeof replies.$inferInsert): Promise<void> => {
  await tx.insert(replies).values(reply);
};

/** What was written back about a case, oldest first, without what it answers to. */
export const listRepliesOfCase = (db: Db | Tx, workspaceId: WorkspaceId, caseId: string) =>
  db
    .select({
      id: replies.id,
      fromAddress: replies.fromAddress,
      fromOther: replies.fromOther,
      text: replies.text,
      needsReading: replies.needsReading,
      readAt: replies.readAt,
    })
    .from(replies)
    .where(and(eq(replies.workspaceId, workspaceId), eq(replies.caseId, caseId)))
    .orderBy(asc(replies.id))
    .limit(OF_CASE_MAX);

/** Everything a person wrote back, newest first. */
export const listRepliesOfPerson = (db: Db | Tx, workspaceId: WorkspaceId, personId: string) =>
  db
    .select()
    .from(replies)
    .where(and(eq(replies.workspaceId, workspaceId), eq(replies.personId, personId)))
    .orderBy(desc(replies.id))
    .limit(OF_PERSON_MAX);

const unread = (workspaceId: WorkspaceId) =>
  and(eq(replies.workspaceId, workspaceId), sql`${replies.needsReading}`, isNull(replies.readAt));

/** Replies that wait for somebody to read them, the longest waiting first. */
export const listRepliesToRead = (db: Db | Tx, workspaceId: WorkspaceId) =>
  db
    .select({
      id: replies.id,
      caseId: replies.caseId,
      number: cases.number,
      subject: cases.subject,
      personId: replies.personId,
      personName: people.name,
      fromAddress: replies.fromAddress,
      fromOther: replies.fromOther,
      channel: replies.channel,
      text: replies.text,
      receivedAt: replies.receivedAt,
    })
    .from(replies)
    .innerJoin(cases, and(eq(cases.workspaceId, replies.workspaceId), eq(cases.id, replies.caseId)))
    .leftJoin(
      people,
      and(eq(people.workspaceId, replies.workspaceId), eq(people.id, replies.personId)),
    )
    .where(unread(workspaceId))
    .orderBy(asc(replies.receivedAt), asc(replies.id))
    .limit(TO_READ_SHOWN_MAX);

export type ReplyToRead = Awaited<ReturnType<typeof listRepliesToRead>>[number];

/** How many there are, counted up to a thousand. */
export async function countRepliesToRead(db: Db | Tx, workspaceId: WorkspaceId): Promise<number> {
  const some = db
    .select({ one: sql`1` })
    .from(replies)
    .where(unread(workspaceId))
    .limit(TO_READ_COUNTED_MAX)
    .as("some");
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(some);
  return row?.n ?? 0;
}

/** Notes who read a reply first; undefined when there is none that waits. */
export async function setReplyRead(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  readBy: string,
): Promise<{ caseId: string } | undefined> {
  const [row] = await tx
    .update(replies)
    .set({ readAt: sql`clock_timestamp()`, readBy })
    .where(and(unread(workspaceId), eq(replies.id, id)))
    .returning({ caseId: replies.caseId });
  return row;
}

/**
 * The SMS that somebody at this number most likely answers: the newest one handed over within the last
 * days, before others one whose case is open. In these workspaces.
 */
export async function findAnsweredSms(
  db: Db | Tx,
  workspaceIds: readonly WorkspaceId[],
  number: string,
): Promise<{ workspaceId: WorkspaceId; messageId: string } | undefined> {
  const [row] = await db.execute<{ workspaceId: WorkspaceId; messageId: string }>(sql`
    select m.workspace_id as "workspaceId", m.id as "messageId"
    from workspaces w
    join lateral (
      select distinct person_id from contact_points
      where workspace_id = w.id and channel = 'sms' and address = ${number}) p on true
    join messages m on m.workspace_id = w.id and m.person_id = p.person_id
      and m.channel = 'sms' and m.to_address = ${number}
      and m.status in ('sending', 'sent', 'delivered', 'unknown')
      and (m.carrier_id is null or m.carrier_id = m.id)
    join cases c on c.workspace_id = m.workspace_id and c.id = m.case_id
    where w.id = any(${sql.param([...workspaceIds])}::uuid[])
      and coalesce(m.sent_at, m.attempt_at) >
        coalesce(w.clock_at, clock_timestamp()) - make_interval(days => ${SMS_ANSWER_DAYS})
    order by c.status = 'open' desc, coalesce(m.sent_at, m.attempt_at) desc, m.id desc limit 1`);
  return row;
}

/** The live workspaces that know this number; what comes to the environment's own account is for one of them. */
export async function listWorkspacesOfNumber(db: Db | Tx, number: string): Promise<WorkspaceId[]> {
  const rows = await db.execute<{ id: WorkspaceId }>(sql`
    select w.id from workspaces w
    where w.kind = 'live' and exists (
      select 1 from contact_points p
      where p.workspace_id = w.id and p.channel = 'sms' and p.address = ${number})
    order by w.id`);
  return rows.map(({ id }) => id);
}

/** The emails with one of these ids that were written to this address. */
export async function findAnsweredEmail(
  db: Db | Tx,
  workspaceId: WorkspaceId | null,
  ids: readonly string[],
  address: string,
): Promise<{ workspaceId: WorkspaceId; messageId: string } | undefined> {
  if (ids.length === 0) return undefined;
  const [row] = await db.execute<{ workspaceId: WorkspaceId; messageId: string }>(sql`
    select m.workspace_id as "workspaceId", m.id as "messageId"
    from workspaces w join messages m on m.workspace_id = w.id
      and m.id = any(${sql.param([...ids])}::uuid[])
    where (${workspaceId}::uuid is null or w.id = ${workspaceId})
      and m.channel = 'email' and lower(m.to_address) = ${address}
    order by m.id desc limit 1`);
  return row;
}

/** Whether a person is reached at an email address. */
export async function isAddressOf(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personId: string,
  address: string,
): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from contact_points
    where workspace_id = ${workspaceId} and person_id = ${personId} and channel = 'email'
      and lower(address) = ${address} limit 1`);
  return rows.length > 0;
}

/** The one row of a message in which what is not kept of its replies is counted. */
const DROPPED_ID = "dropped";

/** How much came back about one message within the hour: of machines, and in all. */
export async function countRecentReplies(
  db: Db | Tx,
  { workspaceId, messageId, now }: { workspaceId: WorkspaceId; messageId: string; now: number },
): Promise<{ machines: number; all: number }> {
  const [row] = await db.execute<{ machines: number; all: number }>(sql`
    select count(*) filter (where by is distinct from 'human')::int as machines, count(*)::int as all
    from message_events
    where workspace_id = ${workspaceId} and message_id = ${messageId} and type = 'replied'
      and id <> ${DROPPED_ID} and at > to_timestamp(${now} / 1000.0) - interval '1 hour'`);
  return row ?? { machines: 0, all: 0 };
}

/** Counts a reply that is not kept, in one row for each message. */
export async function countDropped(
  db: Db | Tx,
  { workspaceId, messageId, now }: { workspaceId: WorkspaceId; messageId: string; now: number },
): Promise<void> {
  await db.execute(sql`
    insert into message_events (workspace_id, message_id, id, type, by, detail, at)
    values (${workspaceId}, ${messageId}, ${DROPPED_ID}, 'replied', 'scanner', '{"dropped": 1}',
      to_timestamp(${now} / 1000.0))
    on conflict (workspace_id, message_id, id) do update set
      detail = jsonb_build_object('dropped', coalesce((message_events.detail->>'dropped')::int, 0) + 1)`);
}

/** Takes an event back that was just kept. */
export async function forgetEvent(
  tx: Tx,
  { workspaceId, messageId }: { workspaceId: WorkspaceId; messageId: string },
  eventId: string,
): Promise<void> {
  await tx.execute(sql`
    delete from message_events
    where workspace_id = ${workspaceId} and message_id = ${messageId} and id = ${eventId}`);
}

/** Adds to what is kept of an event. */
export async function addToEvent(
  tx: Tx,
  { workspaceId, messageId }: { workspaceId: WorkspaceId; messageId: string },
  eventId: string,
  detail: Record<string, unknown>,
): Promise<void> {
  await tx.execute(sql`
    update message_events set detail = detail || ${JSON.stringify(detail)}::jsonb
    where workspace_id = ${workspaceId} and message_id = ${messageId} and id = ${eventId}`);
}
