import { z } from "zod";
import type { Channel } from "@/core/template/channel";

/** Where messages can be handed over: each is one kind of account. */
export const AccountProvider = z.enum(["resend", "smtp", "twilio", "web_push", "fcm", "webhook"]);
export type AccountProvider = z.infer<typeof AccountProvider>;

/** The channel that each kind of account serves. */
export const CHANNEL_OF_PROVIDER = {
  resend: "email",
  smtp: "email",
  twilio: "sms",
  web_push: "push",
  fcm: "push",
  webhook: "webhook",
} as const satisfies Record<AccountProvider, Channel>;

/** What companies and protocols call themselves; the same in every language. */
export const PROVIDER_NAMES = {
  resend: "Resend",
  smtp: "SMTP",
  twilio: "Twilio",
  web_push: "Web Push",
  fcm: "Firebase Cloud Messaging",
  webhook: "Webhook",
} as const satisfies Record<AccountProvider, string>;

/** How the latest test of an account ended. `reason` is the provider's own words when it refused. */
export const AccountTest = z.object({
  at: z.number(),
  ok: z.boolean(),
  reason: z.string().nullable(),
  tookMs: z.number(),
});
export type AccountTest = z.infer<typeof AccountTest>;

const STORED = "account:";

/** The provider's name that is stored with a message: finds the same account again. */
export const accountName = (id: string): string => `${STORED}${id}`;

/** The account's id; null for a provider of the environment. */
export const accountIdOf = (name: string): string | null =>
  name.startsWith(STORED) ? name.slice(STORED.length) : null;
