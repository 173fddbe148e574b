import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { z } from "zod";
import { Decision } from "@/core/case/decision";
import { type CaseStatus, Trail, type WaitingFor } from "@/core/case/state";
import type { Priority } from "@/core/workflow/steps/shared";
import { Json, moment, parsedJson, word, workspaceId } from "./columns";

/**
 * One matter being followed up. `nextActionAt` is the schedule's truth: the worker claims the open
 * rows whose moment has come. `memory` is the interpreter's (core/case/state.ts); `data` never changes.
 *
 * Newest first is `id desc`: ids are UUIDv7.
 */
export const cases = pgTable(
  "cases",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    number: integer("number").notNull(),
    workflow: text("workflow").notNull(),
    version: integer("version").notNull(),
    key: text("key"),
    subject: text("subject").notNull(),
    personId: text("person_id").notNull(),
    status: word<CaseStatus>("status").notNull(),
    outcome: text("outcome"),
    waitingFor: word<WaitingFor>("waiting_for"),
    pc: smallint("pc").notNull(),
    stage: text("stage"),
    step: text("step"),
    priority: word<Priority>("priority").notNull().default("normal"),
    level: smallint("level").notNull().default(0),
    ownerPersonId: text("owner_person_id"),
    ownerTeam: text("owner_team"),
    acknowledgedBy: text("acknowledged_by"),
    acknowledgedAt: moment("acknowledged_at"),
    dueAt: moment("due_at"),
    snoozedUntil: moment("snoozed_until"),
    nextActionAt: moment("next_action_at"),
    openedAt: moment("opened_at").notNull(),
    firstResponseAt: moment("first_response_at"),
    closedAt: moment("closed_at"),
    closedBy: text("closed_by"),
    revision: integer("revision").notNull().default(1),
    /** Under a workspace's test clock: never claimed by the live clock. */
    testClock: boolean("test_clock").notNull().default(false),
    /** Why the engine set this case aside, after its step threw: an operator looks at it. */
    fault: text("fault"),
    data: parsedJson("data", Json).notNull(),
    memory: parsedJson("memory", Json),
    /** Apart from `memory`, which the previous release writes back without it; null in a case that is older than trails. */
    trail: parsedJson("trail", Trail),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("cases_number").on(t.workspaceId, t.number),
    uniqueIndex("cases_open_key")
      .on(t.workspaceId, t.workflow, t.key, t.personId)
      .where(sql`status = 'open' and key is not null`),
    index("cases_person").on(t.workspaceId, t.personId),
    index("cases_due").on(t.nextActionAt).where(sql`next_action_at is not null and not test_clock`),
    // The auditor's: open cases without a next moment, which are the held ones or a fault.
    index("cases_unscheduled")
      .on(t.workspaceId)
      .where(sql`status = 'open' and next_action_at is null`),
    // The console's orders; the test clock's claim is the second one's too.
    index("cases_by_due").on(t.workspaceId, t.status, t.dueAt, t.id),
    index("cases_by_next")
      .on(t.workspaceId, t.nextActionAt, t.id)
      .where(sql`next_action_at is not null`),
    index("cases_owner").on(t.workspaceId, t.ownerPersonId).where(sql`owner_person_id is not null`),
    index("cases_team").on(t.workspaceId, t.ownerTeam).where(sql`owner_team is not null`),
    // Cases of the previous release; empty once the worker has given them their trails.
    index("cases_without_trail").on(t.workspaceId, t.id).where(sql`trail is null`),
    // What waits for an operator: few rows, asked for by every page of the console.
    index("cases_attention")
      .on(t.workspaceId, t.id)
      .where(
        sql`status = 'open' and (level > 0 or waiting_for in ('due_date', 'operator') or fault is not null)`,
      ),
  ],
);

/** The timeline: what one transition decided, as codes and values. Sentences are rendered when read. */
export const caseDecisions = pgTable(
  "case_decisions",
  {
    workspaceId: workspaceId(),
    caseId: uuid("case_id").notNull(),
    id: uuid("id").notNull(),
    at: moment("at").notNull(),
    entries: parsedJson("entries", z.array(Decision)).notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.caseId, t.id] })],
);
