import { listSuppressions, type SuppressionRow } from "@/db/queries/suppressions";
import { liftSuppression } from "@/server/suppressions/lift-suppression";
import { suppress } from "@/server/suppressions/suppress";
import { api } from "./base";

const shape = ({ channel, address, reason, at }: SuppressionRow) => ({
  channel,
  address,
  reason,
  at: at.toISOString(),
});

export const suppressions = {
  list: api.suppressions.list.handler(async ({ input, context }) => {
    const { ctx, caller } = context;
    const { query } = input;
    const { rows, nextCursor } = await listSuppressions(ctx.db, caller.workspaceId, query, query);
    return { data: rows.map(shape), nextCursor };
  }),
  add: api.suppressions.add.handler(async ({ input, context }) => ({
    added: await suppress(context.ctx, context.caller, input.body),
  })),
  lift: api.suppressions.lift.handler(async ({ input, context }) =>
    shape(await liftSuppression(context.ctx, context.caller, input.body)),
  ),
};
