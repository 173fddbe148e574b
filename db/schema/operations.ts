import {
  bigint,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { CaseBefore } from "@/core/case/take-back";
import type { ListName } from "@/core/operator/list-name";
import { Json, moment, parsedJson, word, workspaceId } from "./columns";
import { operators } from "./operators";

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
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("audit_log_target").on(t.workspaceId, t.target, t.id),
  ],
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

/** A list as somebody wants it again: a named query string. */
export const savedViews = pgTable(
  "saved_views",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    operatorId: text("operator_id")
      .notNull()
      .references(() => operators.id, { onDelete: "cascade" }),
    list: word<ListName>("list").notNull(),
    name: text("name").notNull(),
    /** Without the question mark; parsed like any other address of the list. */
    query: text("query").notNull(),
    shared: boolean("shared").notNull().default(false),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("saved_views_name").on(t.workspaceId, t.operatorId, t.list, t.name),
  ],
);

/** The same verb for many cases: how far it is. */
export const bulkJobs = pgTable(
  "bulk_jobs",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    actor: parsedJson("actor", Json).notNull(),
    verb: text("verb").notNull(),
    params: parsedJson("params", Json).notNull().default({}),
    total: integer("total").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    /** Set: what has not begun does not begin. */
    canceledAt: moment("canceled_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** What became of one case of a bulk job: no row means it has not been its turn. */
export const bulkResults = pgTable(
  "bulk_results",
  {
    workspaceId: workspaceId(),
    jobId: uuid("job_id").notNull(),
    caseId: uuid("case_id").notNull(),
    result: word<"done" | "refused" | "canceled">("result").notNull(),
    reason: text("reason"),
    /** What the verb changed, as it was: what an undo brings back. */
    before: parsedJson("before", CaseBefore),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.jobId, t.caseId] })],
);
