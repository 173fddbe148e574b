import { sql } from "drizzle-orm";
import { boolean, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Handled } from "@/core/reply/handled";
import type { INTENTS } from "@/core/reply/intent";
import { moment, word, workspaceId } from "./columns";

/**
 * What somebody wrote back. The words are content: they go with the content of messages, and with the
 * person. A row without `readAt` that `needsReading` waits for somebody of the workspace.
 */
export const replies = pgTable(
  "replies",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    caseId: uuid("case_id").notNull(),
    messageId: uuid("message_id").notNull(),
    /** Whom the message was for; somebody else may have answered (`fromOther`). */
    personId: text("person_id").notNull(),
    channel: word<"email" | "sms">("channel").notNull(),
    fromAddress: text("from_address"),
    fromOther: boolean("from_other").notNull().default(false),
    subject: text("subject"),
    /** Their own words; null once they are let go of. */
    text: text("text"),
    /** With everything they answered to. */
    fullText: text("full_text"),
    intent: word<(typeof INTENTS)[number]>("intent"),
    handled: word<Handled>("handled").notNull(),
    needsReading: boolean("needs_reading").notNull().default(false),
    receivedAt: moment("received_at").notNull(),
    readAt: moment("read_at"),
    readBy: text("read_by"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("replies_case").on(t.workspaceId, t.caseId),
    index("replies_message").on(t.workspaceId, t.messageId),
    index("replies_person").on(t.workspaceId, t.personId),
    index("replies_to_read")
      .on(t.workspaceId, t.receivedAt)
      .where(sql`needs_reading and read_at is null`),
  ],
);
