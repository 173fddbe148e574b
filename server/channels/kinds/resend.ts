import { z } from "zod";
import { createResend } from "@/server/providers/resend";
import { Rate, Secret, Sender, WebhookSecret } from "./fields";
import { kind } from "./kind";

/** Its server is Resend's, or the environment's: the library follows redirects, so no form names one. */
export const resend = kind({
  Settings: z.object({ from: Sender, ratePerSecond: Rate }),
  Secrets: z.strictObject({
    apiKey: Secret("enter the API key"),
    webhookSecret: WebhookSecret.optional(),
  }),
  mainSecret: ({ apiKey }) => apiKey,
  sender: ({ from }) => from,
  connect: ({ from, ratePerSecond = null }, { apiKey }) => ({
    ...createResend({ apiKey, baseUrl: null, ratePerSecond }),
    from,
  }),
});
