import type { Logger } from "pino";
import { storedAccounts } from "@/server/channels/account-providers";
import type { Config } from "@/server/config";
import type { Provider } from "./provider";
import { type ProviderRegistry, providerRegistry } from "./registry";
import { createResend } from "./resend";
import { createSmtp } from "./smtp";
import { createTwilio } from "./twilio";
import { createWebPush } from "./web-push";

type MailConfig = Pick<Config, "emailFrom" | "resend" | "smtpUrl">;

/** The email providers that the environment names. Without `EMAIL_FROM` there is none. */
export function environmentMail(
  { emailFrom, resend, smtpUrl }: MailConfig,
  whenUnknown: Provider["whenUnknown"] = "give_up",
): Provider[] {
  if (emailFrom === null) return [];
  return [
    ...(resend ? [createResend(resend)] : []),
    ...(smtpUrl === null ? [] : [createSmtp({ url: smtpUrl, whenUnknown })]),
  ];
}

/** All that the environment names, for every workspace; the first of a channel is the one that is used. */
export function environmentProviders(config: Config): Provider[] {
  const { smtpRetryUnknown, twilio, vapid, allowPrivateCalls: allowPrivate } = config;
  return [
    ...environmentMail(config, smtpRetryUnknown ? "retry" : "give_up"),
    ...(twilio ? [createTwilio(twilio)] : []),
    ...(vapid ? [createWebPush({ ...vapid, allowPrivate })] : []),
  ];
}

/** The providers of live workspaces: their own accounts, and those of the environment. */
export const createProviders = (config: Config, log?: Logger): ProviderRegistry =>
  providerRegistry(environmentProviders(config), storedAccounts(config, log));
