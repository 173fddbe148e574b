import type { CaseOutcome } from "@/core/contracts/cases";
import { type CaseListRow, findCase, listCases } from "@/db/queries/cases";
import { findMessages } from "@/db/queries/messages";
import { bulkCases } from "@/server/cases/bulk";
import { caseShape, plannedCaseShape } from "@/server/cases/case-shape";
import { readTimeline } from "@/server/cases/read-timeline";
import * as verbs from "@/server/cases/verbs";
import { etagOf } from "@/server/http/etag";
import { type ApiContext, api, found, readerOf, revisionOf } from "./base";

async function theCase({ ctx, caller }: ApiContext, ref: string): Promise<CaseListRow> {
  return found(await findCase(ctx.db, caller.workspaceId, ref), "case");
}

async function halted(
  { ctx, caller }: ApiContext,
  ids: readonly string[],
): Promise<CaseOutcome["stopped"]> {
  const rows = await findMessages(ctx.db, caller.workspaceId, ids);
  return rows.map(({ id, personId, channel, step, status }) => ({
    messageId: id,
    personId,
    channel,
    step,
    status,
  }));
}

type Verb<I> = (
  ctx: ApiContext["ctx"],
  who: verbs.Who,
  caseId: string,
  input: I,
  options?: verbs.VerbOptions,
) => Promise<verbs.VerbResult>;

/** Does the verb and answers the case as it stands then, with what became of its messages. */
async function act<I>(
  context: ApiContext,
  ref: string,
  verb: Verb<I>,
  input: I,
): Promise<CaseOutcome> {
  const { ctx, caller, reply } = context;
  const { id } = await theCase(context, ref);
  const { stopped, inFlight } = await verb(ctx, caller, id, input, revisionOf(context));
  const row = await theCase(context, id);
  reply.headers.set("etag", etagOf(row.revision));
  return {
    case: await plannedCaseShape(ctx, row, readerOf(context)),
    stopped: await halted(context, stopped),
    inFlight: await halted(context, inFlight),
  };
}

export const cases = {
  list: api.cases.list.handler(async ({ input, context }) => {
    const { ctx, caller } = context;
    const { rows, nextCursor } = await listCases(
      ctx.db,
      caller.workspaceId,
      input.query,
      input.query,
    );
    const reader = readerOf(context);
    return { data: rows.map((row) => caseShape(row, reader)), nextCursor };
  }),
  get: api.cases.get.handler(async ({ input, context }) => {
    const row = await theCase(context, input.params.id);
    context.reply.headers.set("etag", etagOf(row.revision));
    return plannedCaseShape(context.ctx, row, readerOf(context));
  }),
  timeline: api.cases.timeline.handler(async ({ input, context }) =>
    readTimeline(context.ctx, await theCase(context, input.params.id), readerOf(context)),
  ),
  resolve: api.cases.resolve.handler(({ input, context }) =>
    act(context, input.params.id, verbs.resolveCase, input.body),
  ),
  acknowledge: api.cases.acknowledge.handler(({ input, context }) =>
    act(context, input.params.id, verbs.acknowledgeCase, input.body),
  ),
  snooze: api.cases.snooze.handler(({ input, context }) =>
    act(context, input.params.id, verbs.snoozeCase, input.body),
  ),
  reassign: api.cases.reassign.handler(({ input, context }) =>
    act(context, input.params.id, verbs.reassignCase, input.body),
  ),
  takeOver: api.cases.takeOver.handler(({ input, context }) =>
    act(context, input.params.id, verbs.takeOverCase, input.body),
  ),
  handOver: api.cases.handOver.handler(({ input, context }) =>
    act(context, input.params.id, verbs.handOverCase, input.body),
  ),
  escalate: api.cases.escalate.handler(({ input, context }) =>
    act(context, input.params.id, verbs.escalateCase, input.body),
  ),
  due: api.cases.due.handler(({ input, context }) =>
    act(context, input.params.id, verbs.moveDue, input.body),
  ),
  cancel: api.cases.cancel.handler(({ input, context }) =>
    act(context, input.params.id, verbs.cancelCase, input.body),
  ),
  reopen: api.cases.reopen.handler(({ input, context }) =>
    act(context, input.params.id, verbs.reopenCase, input.body),
  ),
  note: api.cases.note.handler(({ input, context }) =>
    act(context, input.params.id, verbs.noteCase, input.body),
  ),
  resolveByKey: api.cases.resolveByKey.handler(async ({ input, context }) => {
    const { ctx, caller } = context;
    const { resolved, stopped, inFlight } = await verbs.resolveByKey(ctx, caller, input.body);
    return {
      resolved,
      stopped: await halted(context, stopped),
      inFlight: await halted(context, inFlight),
    };
  }),
  bulk: api.cases.bulk.handler(({ input, context }) =>
    bulkCases(context.ctx, context.caller, input.body),
  ),
};
