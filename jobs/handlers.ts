import { makeCall } from "@/server/calls/make-call";
import { notifyWebhook } from "@/server/calls/notify-webhook";
import { runBulk } from "@/server/cases/bulk";
import type { Ctx } from "@/server/context";
import { deliverRetry, failAbandoned } from "@/server/delivery/deliver";
import { fetchEmail } from "@/server/hooks/fetch-email";
import { sendPersonLetter } from "@/server/letters/person-letter";
import type { ProviderRegistry } from "@/server/providers/registry";
import type { Handlers } from "@/server/queue";
import { sendNotice } from "@/server/replies/send-notice";
import { tellSettledHits } from "@/server/webhooks/tell-hits";
import { moveLater } from "@/server/workflows/move-later";

/** Every job, and who does it. */
export const handlers = (ctx: Ctx, workerId: string, providers: ProviderRegistry): Handlers => ({
  "message.retry": (job) => deliverRetry(ctx, { workerId, providers }, job),
  "message.abandoned": (job) => failAbandoned(ctx, job),
  "message.hits": (job) => tellSettledHits(ctx, job),
  "email.received": (job) => fetchEmail(ctx, job),
  "reply.notice": (job) => sendNotice(ctx, providers, job),
  "person.letter": (job) => sendPersonLetter(ctx, providers, job),
  "case.call": (job) => makeCall(ctx, job),
  "cases.bulk": (job) => runBulk(ctx, job),
  "cases.move": (job) => moveLater(ctx, job),
  "escalation.webhook": (job) => notifyWebhook(ctx, job),
});
