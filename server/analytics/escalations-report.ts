import type { EscalationsReport } from "@/core/contracts/analytics/escalations";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { PERCENTILE_EVENTS_MIN, withMedians } from "@/core/metrics/escalations";
import { periodOf } from "@/core/metrics/period";
import { toRfc3339 } from "@/core/time";
import type { Db } from "@/db/client";
import {
  countEscalatedCases,
  countEscalationTurns,
  countUnavailable,
  type Dimension,
  type EscalationFilter,
  listAcknowledgedAfter,
} from "@/db/queries/escalations";
import { nowOf } from "@/server/clock/clock";
import { foldPending } from "./fold";
import { refusal } from "./open-report";

export type EscalationsAsked = {
  from?: string | undefined;
  to?: string | undefined;
  timeZone: string;
  segment?: string | undefined;
} & Omit<EscalationFilter, "from" | "to">;

/**
 * Whom escalations brought in and what came of it, by when they were told. Throws `invalid` for a period
 * that is none, and for a segment, which it does not know.
 */
export async function readEscalationsReport(
  db: Db,
  workspaceId: WorkspaceId,
  { timeZone, from, to, segment, ...filter }: EscalationsAsked,
): Promise<EscalationsReport> {
  if (segment !== undefined) {
    const message = "cannot limit the report of escalations";
    throw refusal({ path: "segment", message });
  }
  const now = await nowOf(db, workspaceId);
  const period = periodOf({ from, to }, timeZone, now);
  if ("refused" in period) {
    throw new AppError("invalid", "This is no time that a report can be of.", {
      errors: [period.refused],
    });
  }
  await foldPending(db, workspaceId);
  const asked = { ...period, ...filter };
  const by = async (dimension: Dimension) =>
    withMedians(
      await countEscalationTurns(db, workspaceId, dimension, asked),
      await listAcknowledgedAfter(db, workspaceId, dimension, asked, now),
    );
  const [cases, byLevel, byTarget, byTeam, unavailable] = await Promise.all([
    countEscalatedCases(db, workspaceId, asked),
    by("level"),
    by("target"),
    by("team"),
    countUnavailable(db, workspaceId, asked),
  ]);
  const rate = cases.decided < PERCENTILE_EVENTS_MIN ? null : cases.escalated / cases.decided;
  return {
    from: toRfc3339(period.from),
    to: toRfc3339(period.to),
    cases: { ...cases, rate },
    byLevel,
    byTarget,
    byTeam,
    unavailable,
  };
}
