import "server-only";
import { localParts } from "@/core/calendar/zone";
import { nextSend } from "@/core/case/next-send";
import type { WorkspaceId } from "@/core/ids";
import { HOUR_MS, type Instant, MINUTE_MS } from "@/core/time";
import { countNextByHour, countQueuedByHour, PLANNED_HOURS } from "@/db/queries/today";
import { ctx } from "@/server/boot";
import { loadPrograms } from "@/server/cases/programs";

/** What leaves in one hour: for certain as things stand, and what a condition decides. */
export type PlannedHour = { from: Instant; sure: number; maybe: number };

/** The next 24 hours of a zone's clock, the one that runs first. */
export async function plannedHours(
  workspaceId: WorkspaceId,
  now: Instant,
  zone: string,
): Promise<PlannedHour[]> {
  const { minute } = localParts(now, zone);
  const start = Math.floor(now / MINUTE_MS) * MINUTE_MS - minute * MINUTE_MS;
  const [queued, next] = await Promise.all([
    countQueuedByHour(ctx.db, workspaceId, start),
    countNextByHour(ctx.db, workspaceId, start),
  ]);
  const programOf = await loadPrograms(
    ctx.db,
    next.map(({ workflow, version }) => ({ workspaceId, workflow, version })),
  );
  const hours: PlannedHour[] = Array.from({ length: PLANNED_HOURS }, (_, i) => ({
    from: start + i * HOUR_MS,
    sure: 0,
    maybe: 0,
  }));
  for (const { hour, n } of queued) {
    const at = hours[hour];
    if (at) at.sure += n;
  }
  for (const { workflow, version, pc, waitingFor, hour, n } of next) {
    const program = programOf({ workspaceId, workflow, version });
    const at = hours[hour];
    if (!program || !at) continue;
    const what = nextSend(program, pc, waitingFor);
    if (what === "sends") at.sure += n;
    if (what === "may_send") at.maybe += n;
  }
  return hours;
}
