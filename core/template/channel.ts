import { z } from "zod";

/** How a message reaches somebody. */
export const Channel = z.enum(["email", "sms", "push", "in_app", "webhook"]);
export type Channel = z.infer<typeof Channel>;

export const CHANNEL_LABELS = {
  email: "Email",
  sms: "SMS",
  push: "Push",
  in_app: "In-app",
  webhook: "Webhook",
} as const satisfies Record<Channel, string>;
