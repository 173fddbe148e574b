import { and, asc, eq, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { Outcome } from "@/core/delivery/came-back";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { messageEvents, messages } from "@/db/schema/messages";
import { people } from "@/db/schema/people";
import { workspaces } from "@/db/schema/workspaces";

const CARRIED_MAX = 1_000;
/** Events of one message that are read to decide about it. */
const EVENTS_MAX = 100;

/** What a provider says of a message so that it is found again. */
export type Mentioned = {
  /** Of the account the report came to; null for one of the environment, which serves all. */
  workspaceId: WorkspaceId | null;
  /** The provider's name that is stored with a message. */
  provider: string;
  providerMessageId: string;
  /** Our own id, where the provider was given it: it is known before the provider's answer is stored. */
  messageId: string | null;
};

export type MessageRef = { workspaceId: WorkspaceId; id: string; caseId: string };

/** The message a report is about; only among those that left through this very provider. */
export async function findMentioned(
  db: Db | Tx,
  { workspaceId, provider, providerMessageId, messageId }: Mentioned,
): Promise<MessageRef | undefined> {
  const one = async (which: SQL | undefined) => {
    const rows = await db
      .select({ workspaceId: messages.workspaceId, id: messages.id, caseId: messages.caseId })
      .from(workspaces)
      .innerJoin(messages, and(eq(messages.workspaceId, workspaces.id), which))
      .where(
        and(
          workspaceId === null ? undefined : eq(workspaces.id, workspaceId),
          eq(messages.provider, provider),
        ),
      )
      // Of messages that left as one the provider knows the one that carried them.
      .orderBy(sql`${messages.carrierId} is distinct from ${messages.id}`)
      .limit(1);
    return rows[0];
  };
  const found = await one(eq(messages.providerMessageId, providerMessageId));
  if (found || messageId === null) return found;
  return one(eq(messages.id, messageId));
}

/** The messages that left inside this one. */
export async function listCarried(
  db: Db | Tx,
  { workspaceId, id }: Pick<MessageRef, "workspaceId" | "id">,
) {
  return db
    .select({
      workspaceId: messages.workspaceId,
      id: messages.id,
      caseId: messages.caseId,
      topic: messages.topic,
      template: messages.template,
      content: messages.content,
    })
    .from(messages)
    .where(
      and(eq(messages.workspaceId, workspaceId), eq(messages.carrierId, id), ne(messages.id, id)),
    )
    .orderBy(asc(messages.id))
    .limit(CARRIED_MAX);
}

/** What a human or a machine made of the one that carried them holds for those inside, unless a human pressed one of their own buttons. */
export async function followOpening(
  tx: Tx,
  { workspaceId, id }: Pick<MessageRef, "workspaceId" | "id">,
): Promise<void> {
  await tx.execute(sql`
    update messages m set opened_by = c.opened_by, opened_at = c.opened_at
    from messages c
    where c.workspace_id = ${workspaceId} and c.id = ${id}
      and m.workspace_id = c.workspace_id and m.carrier_id = c.id and m.id <> c.id
      and not exists (select 1 from message_events e
        where e.workspace_id = m.workspace_id and e.message_id = m.id and e.by = 'human')`);
}

/** Locks a message, after its case, and gives what reports bear on. */
export async function lockReported(tx: Tx, { workspaceId, id }: MessageRef) {
  const rows = await tx
    .select({
      personId: messages.personId,
      step: messages.step,
      visit: messages.visit,
      channel: messages.channel,
      to: messages.to,
      request: messages.request,
      status: messages.status,
      attempts: messages.attempts,
    })
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.id, id)))
    .for("update");
  return rows[0];
}

export type NewMessageEvent = Pick<
  typeof messageEvents.$inferInsert,
  "id" | "type" | "by" | "detail" | "at"
>;

/** Keeps what came back; false when it is kept already. */
export async function insertMessageEvent(
  tx: Tx,
  { workspaceId, id: messageId }: MessageRef,
  event: NewMessageEvent,
): Promise<boolean> {
  const rows = await tx
    .insert(messageEvents)
    .values({ workspaceId, messageId, ...event })
    .onConflictDoNothing()
    .returning({ id: messageEvents.id });
  return rows.length > 0;
}

/** Every report that bears on how a message ended, the oldest first. */
export async function listReports(tx: Tx, { workspaceId, id }: MessageRef) {
  return tx
    .select({
      id: messageEvents.id,
      type: messageEvents.type,
      detail: messageEvents.detail,
      at: messageEvents.at,
    })
    .from(messageEvents)
    .where(
      and(
        eq(messageEvents.workspaceId, workspaceId),
        eq(messageEvents.messageId, id),
        inArray(messageEvents.type, ["delivered", "bounced", "failed"]),
      ),
    )
    .orderBy(asc(messageEvents.at), asc(messageEvents.id))
    .limit(EVENTS_MAX);
}

/** Writes how a message ended; it is in nobody's hands and in no queue afterwards. */
export async function storeOutcome(
  tx: Tx,
  { workspaceId, id }: MessageRef,
  { status, words, deliveredAt }: Outcome,
  providerMessageId: string,
): Promise<void> {
  const isFailed = status === "failed";
  await tx
    .update(messages)
    .set({
      status,
      ...words,
      deliveredAt: deliveredAt === null ? null : new Date(deliveredAt),
      deliverAt: null,
      attemptBy: null,
      providerMessageId: sql`coalesce(${messages.providerMessageId}, ${providerMessageId})`,
      ...(isFailed
        ? { decidedAt: sql`clock_timestamp()` }
        : { sentAt: sql`coalesce(${messages.sentAt}, ${messages.attemptAt}, clock_timestamp())` }),
    })
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.id, id)));
}

/** Who a message went to, and as what: for what its reader says about it at the provider. */
export async function findReader(db: Db | Tx, { workspaceId, id }: MessageRef) {
  const rows = await db
    .select({
      person: { id: people.id, name: people.name, trackingConsent: people.trackingConsent },
      locale: sql<string>`coalesce(${people.locale}, ${workspaces.locale})`,
      message: {
        id: messages.id,
        caseId: messages.caseId,
        channel: messages.channel,
        topic: messages.topic,
        to: messages.to,
        sentAt: messages.sentAt,
        deliveredAt: messages.deliveredAt,
        attemptAt: messages.attemptAt,
      },
    })
    .from(messages)
    .innerJoin(workspaces, eq(workspaces.id, messages.workspaceId))
    .innerJoin(
      people,
      and(eq(people.workspaceId, messages.workspaceId), eq(people.id, messages.personId)),
    )
    .where(
      and(eq(messages.workspaceId, workspaceId), eq(messages.id, id), isNull(people.erasedAt)),
    );
  return rows[0];
}
