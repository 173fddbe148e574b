import { date, integer, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { StepMove } from "@/core/case/trail";
import { parsedJson, workspaceId } from "./columns";

const Move = z
  .tuple([z.string(), z.int(), z.string(), z.string(), z.int(), z.int(), z.int()])
  .readonly() satisfies z.ZodType<StepMove>;

/**
 * How many cases came to a step on a day (UTC) and how they left it: `way` and `bucket`, the time
 * they stood there, as core/case/trail.ts writes them. The worker folds it from `step_moves`.
 */
export const stepCounts = pgTable(
  "step_counts",
  {
    workspaceId: workspaceId(),
    workflow: text("workflow").notNull(),
    day: date("day").notNull(),
    version: integer("version").notNull(),
    step: text("step").notNull(),
    way: text("way").notNull(),
    bucket: smallint("bucket").notNull(),
    n: integer("n").notNull(),
  },
  (t) => [
    primaryKey({
      columns: [t.workspaceId, t.workflow, t.day, t.version, t.step, t.way, t.bucket],
    }),
  ],
);

/** What one transaction of the engine changes in `step_counts`, until it is folded in: nobody waits for anybody. */
export const stepMoves = pgTable(
  "step_moves",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    moves: parsedJson("moves", z.array(Move)).notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
