import { sql } from "drizzle-orm";
import { bigint, boolean, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment, workspaceId } from "./columns";

/**
 * What a person's inbox was last changed as. Whoever changes anything of it locks this row first, so
 * that revisions are committed in their order.
 */
export const inboxes = pgTable(
  "inboxes",
  {
    workspaceId: workspaceId(),
    personId: text("person_id").notNull(),
    revision: bigint("revision", { mode: "number" }).notNull().default(0),
    /** The revision in which items were last taken away: who knows an earlier one must begin anew. */
    removedRevision: bigint("removed_revision", { mode: "number" }).notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.personId] })],
);

/** An in-app message as it lies in its person's inbox; its words stay with the message. */
export const inboxItems = pgTable(
  "inbox_items",
  {
    workspaceId: workspaceId(),
    messageId: uuid("message_id").notNull(),
    personId: text("person_id").notNull(),
    caseId: uuid("case_id").notNull(),
    /** The inbox's revision when this was last changed, or its case was. */
    revision: bigint("revision", { mode: "number" }).notNull(),
    /** Whether a button of it answers its case. */
    answerable: boolean("answerable").notNull(),
    arrivedAt: moment("arrived_at").notNull(),
    seenAt: moment("seen_at"),
    readAt: moment("read_at"),
    archivedAt: moment("archived_at"),
    /** Out of sight until then; it comes back unread. */
    snoozedUntil: moment("snoozed_until"),
    /** When it was put off, kept when it is back. */
    snoozedAt: moment("snoozed_at"),
    testClock: boolean("test_clock").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.messageId] }),
    index("inbox_items_newest").on(t.workspaceId, t.personId, t.arrivedAt, t.messageId),
    index("inbox_items_changed").on(t.workspaceId, t.personId, t.revision),
    index("inbox_items_case").on(t.workspaceId, t.caseId),
    index("inbox_items_snoozed")
      .on(t.snoozedUntil)
      .where(sql`snoozed_until is not null and not test_clock`),
    index("inbox_items_test_clock")
      .on(t.workspaceId, t.snoozedUntil)
      .where(sql`snoozed_until is not null and test_clock`),
  ],
);
