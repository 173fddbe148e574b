import type { MessageRequest } from "@/core/delivery/request";
import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import type { Tx } from "@/db/client";
import { applyEvents } from "@/server/cases/apply-events";
import type { Ctx } from "@/server/context";

export type Reported = {
  workspaceId: WorkspaceId;
  caseId: string;
  personId: string;
  step: string;
  visit: number;
  channel: string;
  request: MessageRequest;
  outcome: "sent" | "not_sent" | "failed";
};

/**
 * Tells the engine what became of the messages it asked about (`anyOf`, fallback). In the transaction
 * that stores the outcome; the caller holds the locks of the cases.
 */
export async function reportOutcomes(
  ctx: Ctx,
  tx: Tx,
  outcomes: readonly Reported[],
  now: Instant,
): Promise<void> {
  const reports = outcomes.filter(({ request }) => request.report);
  if (reports.length === 0) return;
  await applyEvents(
    ctx,
    tx,
    reports.map(({ workspaceId, caseId, request, outcome, step, visit, personId, channel }) => ({
      workspaceId,
      caseId,
      event: {
        type: "delivery_reported" as const,
        at: now,
        step,
        visit,
        place: request.place ?? 0,
        preferred: request.preferred,
        outcome,
        personId,
        channel,
        late: request.ending === true,
      },
    })),
  );
}
