import { AppError } from "@/core/errors";
import { readBehind } from "@/core/filter/behind";
import type { WorkspaceId } from "@/core/ids";
import { DUE_MEASURES, dueBy } from "@/core/metrics/due-moment";
import { periodOf } from "@/core/metrics/period";
import type { Db } from "@/db/client";
import type { CaseClause } from "@/db/queries/case-clauses";
import { findWorkspace } from "@/db/queries/workspaces";
import { nowOf } from "@/server/clock/clock";
import { openCohort } from "./tally-source";

const OF_DUE: readonly string[] = DUE_MEASURES;

/** The cases behind a number of the page of numbers, whose days are the workspace's; of no number none. */
export async function behindClause(
  db: Db,
  workspaceId: WorkspaceId,
  values: readonly string[],
): Promise<CaseClause> {
  const none: CaseClause = { on: "behind", number: null };
  const number = readBehind(values);
  const workspace = number && (await findWorkspace(db, workspaceId));
  if (!workspace) return none;
  const { measure, stage, channel, days, filters } = number;
  const zone = workspace.timeZone;
  const period = periodOf(days, zone, await nowOf(db, workspaceId));
  if ("refused" in period) return none;
  try {
    const { cases, asOf } = await openCohort(db, workspaceId, { ...filters, period, zone });
    const upTo = OF_DUE.includes(measure) ? dueBy(asOf) : undefined;
    return { on: "behind", number: { cases, in: { measure, stage, channel, upTo } } };
  } catch (error) {
    // A segment that is no more.
    if (error instanceof AppError && error.code === "not_found") return none;
    throw error;
  }
}
