import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { Json, moment, parsedJson, workspaceId } from "./columns";

/** A system notification that arrived, and what it did. `externalId` is the sender's, and makes it idempotent. */
export const events = pgTable(
  "events",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    externalId: text("external_id"),
    name: text("name").notNull(),
    key: text("key"),
    personId: text("person_id"),
    data: parsedJson("data", Json).notNull(),
    dueAt: text("due_at"),
    occurredAt: moment("occurred_at").notNull(),
    receivedAt: moment("received_at").notNull(),
    /** The answer the sender got: opened, resolved, responded, ignored. */
    result: parsedJson("result", Json).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("events_external")
      .on(t.workspaceId, t.externalId)
      .where(sql`external_id is not null`),
    index("events_person").on(t.workspaceId, t.personId, t.id),
  ],
);

/** Answers that found no case: they count for a case that opens within the workflow's `earlyAnswer`. */
export const earlyAnswers = pgTable(
  "early_answers",
  {
    workspaceId: workspaceId(),
    workflow: text("workflow").notNull(),
    /** `k:<key>` or `p:<person>` */
    subject: text("subject").notNull(),
    eventId: uuid("event_id").notNull(),
    personId: text("person_id"),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.workflow, t.subject, t.eventId] })],
);
