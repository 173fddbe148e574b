import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { z } from "zod";
import type { MessageStatus } from "@/core/delivery/message-status";
import { RenderedContent } from "@/core/delivery/rendered-content";
import { Tried } from "@/core/delivery/tried";
import type { Channel } from "@/core/template/channel";
import { Json, moment, parsedJson, word, workspaceId } from "./columns";

/**
 * One delivery to one person on one channel. `deliverAt` set means: in the queue, to be looked at
 * then. A message planned twice by the same step and visit is the same message.
 */
export const messages = pgTable(
  "messages",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    caseId: uuid("case_id").notNull(),
    personId: text("person_id").notNull(),
    workflow: text("workflow").notNull(),
    version: smallint("version").notNull(),
    stage: text("stage"),
    step: text("step").notNull(),
    visit: smallint("visit").notNull(),
    channel: word<Channel>("channel").notNull(),
    template: text("template").notNull(),
    topic: text("topic"),
    /** What the engine asked for: audience, place in anyOf, fallback rule, ending, actor. core/delivery/request.ts */
    request: parsedJson("request", Json).notNull().default({}),
    status: word<MessageStatus>("status").notNull(),
    code: text("code"),
    params: parsedJson("params", Json),
    evidence: parsedJson("evidence", Json),
    to: text("to_address"),
    content: parsedJson("content", RenderedContent),
    provider: text("provider"),
    providerMessageId: text("provider_message_id"),
    /** The call it left with, beside others: only that very call may be repeated. Nil: it goes alone. */
    batch: uuid("batch"),
    /** Set once it was held to be collected: the message it leaves in; its own id while that is itself. */
    carrierId: uuid("carrier_id"),
    attempts: smallint("attempts").notNull().default(0),
    /** Those that ended otherwise than well, the oldest first. */
    tried: parsedJson("tried", z.array(Tried)),
    /** The worker that is handing it over, and since when. */
    attemptBy: uuid("attempt_by"),
    plannedAt: moment("planned_at").notNull(),
    deliverAt: moment("deliver_at"),
    attemptAt: moment("attempt_at"),
    decidedAt: moment("decided_at"),
    sentAt: moment("sent_at"),
    deliveredAt: moment("delivered_at"),
    openedAt: moment("opened_at"),
    openedBy: word<"human" | "proxy" | "scanner" | "unknown">("opened_by"),
    clickedAt: moment("clicked_at"),
    repliedAt: moment("replied_at"),
    readAt: moment("read_at"),
    /** Its person agreed to tracking when it left, so that it carries a pixel; null before it left, and in old ones. */
    tracked: boolean("tracked"),
    /** The best class whose open was told to the endpoints, and whether a click was. */
    openedTold: word<"human" | "proxy" | "scanner" | "unknown">("opened_told"),
    clickedTold: boolean("clicked_told").notNull().default(false),
    testClock: boolean("test_clock").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("messages_once").on(
      t.workspaceId,
      t.caseId,
      t.step,
      t.visit,
      t.channel,
      t.personId,
    ),
    index("messages_person").on(t.workspaceId, t.personId),
    // When a helper was last told: theirs may be very many.
    index("messages_to_helper")
      .on(t.workspaceId, t.personId, t.channel, sql`coalesce(sent_at, attempt_at)`)
      .where(sql`request ->> 'audience' in ('escalation', 'involved')`),
    index("messages_carrier").on(t.workspaceId, t.carrierId).where(sql`carrier_id is not null`),
    index("messages_queue").on(t.deliverAt).where(sql`deliver_at is not null and not test_clock`),
    index("messages_test_clock")
      .on(t.workspaceId, t.deliverAt)
      .where(sql`deliver_at is not null and test_clock`),
    // A provider's report names only its own id, and those of the environment serve every workspace.
    index("messages_provider_message")
      .on(t.providerMessageId)
      .where(sql`provider_message_id is not null`),
    index("messages_in_flight").on(t.attemptAt).where(sql`status = 'sending'`),
    index("messages_attention")
      .on(t.workspaceId, t.status, t.decidedAt)
      .where(sql`status in ('held', 'failed', 'unknown')`),
  ],
);

/** What came back about a message: recorded once per provider event. */
export const messageEvents = pgTable(
  "message_events",
  {
    workspaceId: workspaceId(),
    messageId: uuid("message_id").notNull(),
    id: text("id").notNull(),
    type: word<
      | "delivered"
      | "delayed"
      | "bounced"
      | "failed"
      | "complained"
      | "opened"
      | "clicked"
      | "replied"
      | "unsubscribed"
      | "viewed"
    >("type").notNull(),
    by: word<"human" | "proxy" | "scanner" | "unknown">("by"),
    detail: parsedJson("detail", Json).notNull().default({}),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.messageId, t.id] })],
);
