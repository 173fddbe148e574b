import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { LevelEnded } from "@/core/case/effect";
import { moment, word, workspaceId } from "./columns";

/**
 * One row for each target of each level that was told, or passed over: what the reports of escalations
 * count. A turn of a climb is `(case_id, visit)`; level 0 is the fallback. Goes with its case.
 */
export const escalations = pgTable(
  "escalations",
  {
    workspaceId: workspaceId(),
    caseId: uuid("case_id").notNull(),
    visit: integer("visit").notNull(),
    target: text("target").notNull(),
    workflow: text("workflow").notNull(),
    version: integer("version").notNull(),
    step: text("step").notNull(),
    policy: text("policy"),
    level: integer("level").notNull(),
    lap: integer("lap").notNull(),
    byHand: boolean("by_hand").notNull(),
    team: text("team"),
    /** Who was told; empty: nobody could be, and `why` says why. */
    people: text("people").array().notNull(),
    why: text("why"),
    at: moment("at").notNull(),
    deadline: moment("deadline"),
    /** Null while it is waited for. */
    ended: word<LevelEnded["how"]>("ended"),
    endedAt: moment("ended_at"),
    /** Who acknowledged, as in `cases.acknowledged_by`. */
    endedBy: text("ended_by"),
    testClock: boolean("test_clock").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.caseId, t.visit, t.level, t.lap, t.target] }),
    index("escalations_at").on(t.workspaceId, t.at),
    index("escalations_waiting").on(t.workspaceId, t.team).where(sql`ended is null`),
  ],
);
