import type { Ctx } from "@/server/context";
import type { WebhookSender } from "@/server/webhooks/sender";
import { Loop } from "./loop";

/**
 * Sends events to webhook endpoints. Their waits are moments of a table, not jobs of the queue: one
 * endpoint that is away for a day would fill it with future jobs, which every fetch looks at, and its
 * timeouts would hold up everybody else's events.
 */
export function webhookLoop(ctx: Ctx, sender: WebhookSender): Loop {
  const loop = new Loop(
    { name: "webhooks", round: () => sender.round(), dueInMs: () => sender.dueInMs() },
    ctx.log,
  );
  sender.onRoom = () => loop.wake();
  return loop;
}
