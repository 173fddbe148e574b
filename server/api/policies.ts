import { findKeyed, listKeyed } from "@/db/queries/keyed";
import { deletePolicy } from "@/server/policies/delete-policy";
import { savePolicy } from "@/server/policies/save-policy";
import { type ApiContext, answerCreated, api, found } from "./base";
import { policyShape } from "./keyed";

async function read({ ctx, caller }: ApiContext, key: string) {
  const row = await findKeyed(ctx.db, caller.workspaceId, "policies", key);
  return policyShape(found(row, "escalation policy"));
}

export const policies = {
  list: api.policies.list.handler(async ({ input, context }) => {
    const { ctx, caller } = context;
    const { rows, nextCursor } = await listKeyed(
      ctx.db,
      caller.workspaceId,
      "policies",
      input.query,
    );
    return { data: rows.map(policyShape), nextCursor };
  }),
  get: api.policies.get.handler(({ input, context }) => read(context, input.params.key)),
  put: api.policies.put.handler(async ({ input, context }) => {
    const { key } = input.params;
    const { created } = await savePolicy(context.ctx, context.caller, key, input.body);
    answerCreated(context, created);
    return read(context, key);
  }),
  delete: api.policies.delete.handler(({ input, context }) =>
    deletePolicy(context.ctx, context.caller, input.params.key),
  ),
};
