import { bigint, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { Json, moment, parsedJson, workspaceId } from "./columns";

/** The answer to a POST that named an `Idempotency-Key`, kept for a day. `status` is null while it runs. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    workspaceId: workspaceId(),
    key: text("key").notNull(),
    requestHash: text("request_hash").notNull(),
    status: integer("status"),
    headers: parsedJson("headers", Json),
    body: text("body"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.key] }),
    index("idempotency_keys_age").on(t.createdAt),
  ],
);

/** Who did what to which thing, append only. */
export const auditLog = pgTable(
  "audit_log",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    actor: parsedJson("actor", Json).notNull(),
    action: text("action").notNull(),
    target: text("target").notNull(),
    detail: parsedJson("detail", Json).notNull().default({}),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** Numbers given out per workspace (`C-1042`); gaps are fine, repeats are not. */
export const counters = pgTable(
  "counters",
  {
    workspaceId: workspaceId(),
    name: text("name").notNull(),
    value: bigint("value", { mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.name] })],
);

/** Signs of life of the worker processes; a message in the hands of a dead one is looked at again. */
export const workers = pgTable("workers", {
  id: uuid("id").primaryKey(),
  startedAt: moment("started_at").notNull(),
  heartbeatAt: moment("heartbeat_at").notNull(),
  /** What the auditor found last: rule 5 holds when it is 0. */
  strandedCases: integer("stranded_cases").notNull().default(0),
  auditedAt: moment("audited_at"),
});
