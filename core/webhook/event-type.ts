import { z } from "zod";

/** What an endpoint can be told of. The names are part of the product's contract. */
export const WEBHOOK_TYPES = [
  "case.opened",
  "case.responded",
  "case.acknowledged",
  "case.escalated",
  "case.resolved",
  "case.expired",
  "case.canceled",
  "case.reopened",
  "message.sent",
  "message.delivered",
  "message.bounced",
  "message.failed",
  "message.opened",
  "message.clicked",
  "message.replied",
  "preference.updated",
  "workflow.published",
] as const;

export const WebhookType = z.enum(WEBHOOK_TYPES);
export type WebhookType = z.infer<typeof WebhookType>;

/** Sent by hand only, to see whether an endpoint answers: nobody can ask for it. */
export const TEST_TYPE = "webhook.test";

export type CaseType = Extract<WebhookType, `case.${string}`>;
export type MessageType = Extract<WebhookType, `message.${string}`>;

/** Whether an endpoint is told: an empty choice means everything. */
export const wants = (types: readonly string[], type: WebhookType): boolean =>
  types.length === 0 || types.includes(type);
