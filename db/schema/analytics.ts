import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  type PgColumn,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { z } from "zod";
import type { CaseStatus } from "@/core/case/state";
import type { Channel } from "@/core/template/channel";
import { moment, parsedJson, word, workspaceId } from "./columns";

/** Cases whose facts have to be looked at again: written by triggers, in the transaction that changed something. */
export const factChanges = pgTable(
  "fact_changes",
  {
    workspaceId: workspaceId(),
    seq: bigint("seq", { mode: "number" }).generatedAlwaysAsIdentity(),
    caseId: uuid("case_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.seq] })],
);

/** What a case means for the numbers (core/metrics/case-facts.ts), as it is counted in the rollups now. */
export const caseFacts = pgTable(
  "case_facts",
  {
    workspaceId: workspaceId(),
    caseId: uuid("case_id").notNull(),
    /** Of its opening, in the workspace's zone. */
    day: date("day").notNull(),
    workflow: text("workflow").notNull(),
    version: smallint("version").notNull(),
    arm: text("arm").notNull(),
    holdout: boolean("holdout").notNull(),
    /** Null once the person was erased. */
    personId: text("person_id"),
    topic: text("topic"),
    team: text("team"),
    locale: text("locale"),
    status: word<CaseStatus>("status").notNull(),
    openedAt: moment("opened_at").notNull(),
    sentAt: moment("sent_at"),
    respondedAt: moment("responded_at"),
    endedAt: moment("ended_at"),
    dueAt: moment("due_at"),
    escalatedAt: moment("escalated_at"),
    promised: boolean("promised").notNull(),
    responseSeconds: integer("response_seconds"),
    responseWorkingSeconds: integer("response_working_seconds"),
    resolutionSeconds: integer("resolution_seconds"),
    resolutionWorkingSeconds: integer("resolution_working_seconds"),
    channels: text("channels").array().$type<Channel[]>().notNull(),
    stages: text("stages").array().notNull(),
    delivered: integer("delivered").notNull(),
    optedOut: integer("opted_out").notNull(),
    complained: integer("complained").notNull(),
    tallies: parsedJson("tallies", z.record(z.string(), z.int())).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.caseId] }),
    index("case_facts_day").on(t.workspaceId, t.day, t.workflow),
    index("case_facts_workflow").on(t.workspaceId, t.workflow, t.day),
    index("case_facts_due").on(t.workspaceId, t.dueAt).where(sql`due_at is not null`),
    index("case_facts_person").on(t.workspaceId, t.personId).where(sql`person_id is not null`),
  ],
);

/** Sums of tallies, by everything the reports ask for. */
const sums = {
  workspaceId: workspaceId(),
  measure: text("measure").notNull(),
  day: date("day").notNull(),
  workflow: text("workflow").notNull(),
  version: smallint("version").notNull(),
  arm: text("arm").notNull(),
  stage: text("stage").notNull(),
  channel: text("channel").notNull(),
  bucket: integer("bucket").notNull(),
  n: bigint("n", { mode: "number" }).notNull(),
};

type SumKey = Record<Exclude<keyof typeof sums, "n">, PgColumn>;
const sumKey = (t: SumKey): [PgColumn, ...PgColumn[]] => [
  t.workspaceId,
  t.measure,
  t.day,
  t.workflow,
  t.version,
  t.arm,
  t.stage,
  t.channel,
  t.bucket,
];

export const rollupDays = pgTable("rollup_days", sums, (t) => [
  primaryKey({ name: "rollup_days_pk", columns: sumKey(t) }),
]);

/** The same by month, so that a year is no more rows than a few weeks. `day`: the month's first. */
export const rollupMonths = pgTable("rollup_months", sums, (t) => [
  primaryKey({ name: "rollup_months_pk", columns: sumKey(t) }),
]);

/** What cases count that retention has deleted: they stay in the numbers, and a recount adds them. */
export const rollupRetired = pgTable("rollup_retired", sums, (t) => [
  primaryKey({ name: "rollup_retired_pk", columns: sumKey(t) }),
]);

/** What an operator wrote beside a day of the trend. */
export const trendNotes = pgTable(
  "trend_notes",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    day: date("day").notNull(),
    workflow: text("workflow"),
    text: text("text").notNull(),
    byOperator: text("by_operator"),
    at: moment("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("trend_notes_day").on(t.workspaceId, t.day),
  ],
);
