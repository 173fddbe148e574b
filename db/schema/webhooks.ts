import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { DeliveryStatus, DisabledBecause } from "@/core/webhook/endpoint";
import { moment, word, workspaceId } from "./columns";

/** Where a workspace's events are sent. `sealed` holds its secrets; only who has `APP_SECRET` can open it. */
export const webhookEndpoints = pgTable(
  "webhook_endpoints",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    url: text("url").notNull(),
    description: text("description").notNull().default(""),
    /** Empty: all of them. */
    eventTypes: text("event_types").array().notNull().default([]),
    enabled: boolean("enabled").notNull().default(true),
    disabledBecause: word<DisabledBecause>("disabled_because"),
    disabledAt: moment("disabled_at"),
    sealed: text("sealed").notNull(),
    /** Until then requests are signed with the secret before this one, too. */
    previousSecretUntil: moment("previous_secret_until"),
    /** Since when nothing was taken; null while the latest answer was good. */
    failingSince: moment("failing_since"),
    createdBy: text("created_by"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/**
 * One event on its way to one endpoint: the queue and the log at once. Written in the transaction
 * that it tells of. `nextAttemptAt` set means: in the queue; while `sending`, when its worker is taken
 * for dead. A row whose endpoint is gone is never sent.
 */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    workspaceId: workspaceId(),
    /** The `webhook-id` of all its attempts. */
    id: uuid("id").notNull(),
    endpointId: uuid("endpoint_id").notNull(),
    type: text("type").notNull(),
    /** Whom it is about: goes with them when they are erased. */
    personId: text("person_id"),
    /** JSON, byte for byte as it is signed and sent. */
    body: text("body").notNull(),
    status: word<DeliveryStatus>("status").notNull(),
    /** Attempts since it was written or replayed last: the schedule counts these. */
    tries: smallint("tries").notNull().default(0),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: moment("next_attempt_at"),
    createdAt: moment("created_at").notNull().default(sql`clock_timestamp()`),
    endedAt: moment("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("webhook_deliveries_endpoint").on(t.workspaceId, t.endpointId, t.id),
    index("webhook_deliveries_queue")
      .on(t.workspaceId, t.endpointId, t.nextAttemptAt)
      .where(sql`next_attempt_at is not null`),
    index("webhook_deliveries_failed")
      .on(t.workspaceId, t.endpointId, t.id)
      .where(sql`status = 'failed'`),
    index("webhook_deliveries_age").on(t.createdAt),
  ],
);

/** One request, and what came back. */
export const webhookAttempts = pgTable(
  "webhook_attempts",
  {
    workspaceId: workspaceId(),
    deliveryId: uuid("delivery_id").notNull(),
    id: uuid("id").notNull(),
    at: moment("at").notNull(),
    durationMs: integer("duration_ms").notNull(),
    /** Of the answer; null when there was none. */
    status: smallint("status"),
    /** The beginning of the answer, or why there was none. */
    said: text("said").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.deliveryId, t.id] })],
);
