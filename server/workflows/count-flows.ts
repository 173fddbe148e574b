import { type StepFlow, stepFlows } from "@/core/case/step-flow";
import type { WorkspaceId } from "@/core/ids";
import { DAY_MS, type Instant } from "@/core/time";
import type { Db } from "@/db/client";
import { type Counted, countVisits } from "@/db/queries/step-counts";
import { findWorkflow } from "@/db/queries/workflows";
import { nowOf } from "../clock/clock";

/** Whole days (UTC), today the last of them. */
const DAYS = { week: 7, month: 30 } as const;

/**
 * What became of the cases at each step of a workflow: of those that came to it in the last 7 or 30
 * days under any version, or of all under the live one. `asOf` is the workspace's own time.
 */
export async function countFlows(
  db: Db,
  workspaceId: WorkspaceId,
  workflow: string,
  period: "week" | "month" | "version",
): Promise<{ asOf: Instant; flows: ReadonlyMap<string, StepFlow> }> {
  const asOf = await nowOf(db, workspaceId);
  const counted = await countedIn(db, workspaceId, workflow, period, asOf);
  const visits = counted ? await countVisits(db, workspaceId, workflow, counted) : [];
  return { asOf, flows: stepFlows(visits) };
}

async function countedIn(
  db: Db,
  workspaceId: WorkspaceId,
  workflow: string,
  period: "week" | "month" | "version",
  asOf: Instant,
): Promise<Counted | null> {
  if (period !== "version") return { since: asOf - (DAYS[period] - 1) * DAY_MS };
  const version = (await findWorkflow(db, workspaceId, workflow))?.live?.version ?? null;
  return version === null ? null : { version };
}
