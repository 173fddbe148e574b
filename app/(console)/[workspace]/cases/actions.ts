"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { CASE_ACTIONS, CASES_IN_BULK_MAX, type CaseAction } from "@/core/contracts/cases";
import { AppError } from "@/core/errors";
import { paramsOf } from "@/core/filter/address";
import { CaseId } from "@/core/ids";
import { findBulkJob } from "@/db/queries/bulk-jobs";
import { countCases, findCases, listCaseIds } from "@/db/queries/cases";
import { findMe } from "@/db/queries/operator-person";
import type { Member } from "@/server/auth/session";
import { viewer } from "@/server/auth/viewer";
import { ctx } from "@/server/boot";
import { bulkForOperator, cancelBulk, undoBulk as undoBulkJob } from "@/server/cases/bulk";
import { nowOf } from "@/server/clock/clock";
import { action } from "@/server/http/action";
import { ViewQuery } from "@/server/views/view-input";
import { again } from "../_lists/again";
import { targetOf } from "../_lists/target";
import { pageView } from "../page-view";
import { type BulkState, bulkStateOf } from "./bulk-state";
import { listLabels } from "./case-list";
import { caseRows } from "./case-rows";
import { casesAddress } from "./search-params";
import { wholeCaseFilter } from "./whole-case-filter";

const whoOf = ({ workspaceId, operatorId, name }: Member) => ({
  workspaceId,
  operatorId,
  actor: { kind: "operator" as const, id: operatorId, name },
});

const refresh = (member: Member) => revalidatePath(`/${member.workspace.slug}`, "layout");

/** Rows that are still on somebody's screen although they match no longer. */
export const rowsAgain = action("read", again(CaseId), async ({ ids, columns }, member) => {
  const view = await pageView(member.workspace.slug);
  const [found, labels] = await Promise.all([
    findCases(ctx.db, member.workspaceId, ids),
    listLabels(view, []),
  ]);
  return caseRows(view, found, labels, columns);
});

const Target = targetOf(CaseId, CASES_IN_BULK_MAX);

async function filterOf(member: Member, query: string) {
  const [me, now, { zone }] = await Promise.all([
    findMe(ctx.db, member.workspaceId, member.operatorId),
    nowOf(ctx.db, member.workspaceId),
    viewer(member.workspace.timeZone),
  ]);
  const { filters } = casesAddress(paramsOf(query));
  return wholeCaseFilter(member.workspaceId, filters, { now, viewerZone: zone, me });
}

async function idsOf(member: Member, target: z.output<typeof Target>): Promise<readonly string[]> {
  if ("ids" in target) return target.ids;
  const filter = await filterOf(member, target.query);
  return listCaseIds(ctx.db, member.workspaceId, filter, CASES_IN_BULK_MAX + 1);
}

/** How many of all that match are closed already, counted up to the most a job takes. */
export const closedAmong = action(
  "read",
  z.strictObject({ query: ViewQuery }),
  async ({ query }, member) => {
    const filter = await filterOf(member, query);
    const closed = { on: "status", values: ["open"], orNone: false, not: true } as const;
    const clauses = [...(filter.clauses ?? []), closed];
    return countCases(ctx.db, member.workspaceId, { ...filter, clauses }, CASES_IN_BULK_MAX);
  },
);

const BulkVerb = z.enum(["resolve", "snooze", "reassign", "escalate", "cancel"]);

/** Does one thing to the chosen cases: a few at once, many by a job that goes on by itself. */
export const bulk = action(
  "act_on_cases",
  z.strictObject({
    target: Target,
    verb: BulkVerb,
    params: z.record(z.string(), z.unknown()),
  }),
  async ({ target, verb, params }, member): Promise<BulkState> => {
    const checked = CASE_ACTIONS[verb satisfies CaseAction].parse(params);
    const ids = await idsOf(member, target);
    const wish = { ids, action: verb, params: checked };
    const { jobId } = await bulkForOperator(ctx, whoOf(member), wish);
    refresh(member);
    return stateOf(member, jobId);
  },
);

async function stateOf(member: Member, jobId: string): Promise<BulkState> {
  const job = await findBulkJob(ctx.db, member.workspaceId, jobId);
  if (!job) throw new AppError("not_found", "There is no such job.");
  return bulkStateOf(job);
}

const Job = z.strictObject({ jobId: z.uuid() });

/** How far a job is. */
export const bulkState = action("read", Job, ({ jobId }, member) => stateOf(member, jobId));

export const stopBulk = action("act_on_cases", Job, async ({ jobId }, member) => {
  await cancelBulk(ctx, whoOf(member), jobId);
  return stateOf(member, jobId);
});

/** Takes back what was just done; within ten seconds no confirmation of a resolution has left. */
export const undoBulk = action("act_on_cases", Job, async ({ jobId }, member) => {
  const undone = await undoBulkJob(ctx, whoOf(member), jobId);
  refresh(member);
  return stateOf(member, undone.jobId);
});
