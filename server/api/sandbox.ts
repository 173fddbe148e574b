import { AppError } from "@/core/errors";
import { toRfc3339 } from "@/core/time";
import { moveTestClock, readTestClock } from "@/server/clock/test-clock";
import { type ApiContext, api } from "./base";

function requireSandbox({ caller }: ApiContext): void {
  if (caller.kind === "sandbox") return;
  throw new AppError("forbidden", "Only a sandbox key (ft_test_…) has a test clock.");
}

export const sandbox = {
  readClock: api.sandbox.readClock.handler(async ({ context }) => {
    requireSandbox(context);
    const { now } = await readTestClock(context.ctx, context.caller.workspaceId);
    return { now: toRfc3339(now) };
  }),
  moveClock: api.sandbox.moveClock.handler(async ({ input, context }) => {
    requireSandbox(context);
    const to = Date.parse(input.body.to);
    const { now, ran } = await moveTestClock(context.ctx, context.caller.workspaceId, to);
    return { now: toRfc3339(now), ran };
  }),
};
