import type { Logger } from "pino";
import { storedAccounts } from "@/server/channels/account-providers";
import type { Config } from "@/server/config";
import { ENVIRONMENT, reachableCallback } from "@/server/hooks/callback-url";
import { createFcm } from "./fcm";
import type { Provider } from "./provider";
import { ProviderStates } from "./provider-states";
import { type ProviderRegistry, providerRegistry } from "./registry";
import { createResend } from "./resend";
import { createSmtp } from "./smtp";
import { createTwilio } from "./twilio";
import { createWebPush } from "./web-push";

type MailConfig = Pick<Config, "emailFrom" | "resend" | "smtpUrl"> & Partial<Pick<Config, "dkim">>;

/** The email providers that the environment names. Without `EMAIL_FROM` there is none. */
export function environmentMail(
  { emailFrom, resend, smtpUrl, dkim = null }: MailConfig,
  whenUnknown: Provider["whenUnknown"] = "give_up",
): Provider[] {
  if (emailFrom === null) return [];
  return [
    ...(resend ? [createResend(resend)] : []),
    ...(smtpUrl === null ? [] : [createSmtp({ url: smtpUrl, whenUnknown, dkim })]),
  ];
}

/** All that the environment names, for every workspace; the first of a channel is the one that is used. */
export function environmentProviders(config: Config): Provider[] {
  const { smtpRetryUnknown, twilio, vapid, fcm, allowPrivateCalls: allowPrivate } = config;
  return [
    ...environmentMail(config, smtpRetryUnknown ? "retry" : "give_up"),
    ...(twilio
      ? [createTwilio({ ...twilio, callbackUrl: reachableCallback(config, "twilio", ENVIRONMENT) })]
      : []),
    ...(fcm ? [createFcm(fcm)] : []),
    ...(vapid ? [createWebPush({ ...vapid, allowPrivate })] : []),
  ];
}

/** The providers of live workspaces: their own accounts, and those of the environment. */
export const createProviders = (config: Config, log?: Logger): ProviderRegistry =>
  providerRegistry(environmentProviders(config), storedAccounts(config, log), new ProviderStates());
