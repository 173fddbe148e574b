import { z } from "zod";
import { CASE_STATUSES, WAITING_FOR } from "@/core/case/state";
import { DAY_MS, type Instant, toRfc3339 } from "@/core/time";
import type { CaseListFilter } from "@/db/queries/cases";

const TEXT_MAX = 200;
export const DUE_CHOICES = ["overdue", "week"] as const;

const text = z.string().trim().min(1).max(TEXT_MAX).optional().catch(undefined);

/** The address of the case list. What it cannot read is left out, so that an old link still opens. */
export const CasesParams = z.object({
  status: z.enum(CASE_STATUSES).optional().catch(undefined),
  due: z.enum(DUE_CHOICES).optional().catch(undefined),
  workflow: text,
  stage: text,
  waitingFor: z.enum(WAITING_FOR).optional().catch(undefined),
  person: text,
  owner: text,
  team: text,
  q: text,
  cursor: text,
});
export type CasesParams = z.infer<typeof CasesParams>;

const WEEK_MS = 7 * DAY_MS;

/** The same as a filter of the query. */
export function filterOf(params: CasesParams, now: Instant): CaseListFilter {
  const { status, due, workflow, stage, waitingFor, person, owner, team, q } = params;
  const overdue = due === "overdue" && { dueBefore: toRfc3339(now) };
  const week = due === "week" && {
    dueAfter: toRfc3339(now),
    dueBefore: toRfc3339(now + WEEK_MS),
  };
  const openOnly = due !== undefined && status === undefined;
  return {
    ...(status && { status: [status] }),
    ...(openOnly && { status: ["open"] as const }),
    ...(waitingFor && { waitingFor: [waitingFor] }),
    ...overdue,
    ...week,
    workflow,
    stage,
    person,
    owner,
    team,
    q,
  };
}
