import { issueToken } from "@/server/inbox/issue-token";
import { api } from "./base";

export const inbox = {
  token: api.inbox.token.handler(({ input, context }) =>
    issueToken(context.ctx, context.caller.workspaceId, input.body),
  ),
};
