import { type AccountProvider, CHANNEL_OF_PROVIDER } from "@/core/channel/account";
import type { Config } from "@/server/config";
import type { OutgoingChannel } from "./provider";

/** An environment variable of a channel, and whether it is set; never its value. */
export type Variable = { name: string; isSet: boolean; example?: string };

/** A provider that the environment names, as everybody here may see it. */
export type EnvironmentAccount = {
  provider: AccountProvider;
  sender: string;
  variables: string[];
  /** Of Web Push: what a browser's subscription belongs to. */
  publicKey: string | null;
};

export type EnvironmentStanding = { accounts: EnvironmentAccount[]; variables: Variable[] };

type Known = Pick<Config, "emailFrom" | "resend" | "smtpUrl" | "twilio" | "vapid" | "fcm">;

/** What the environment says about each channel; its accounts in the order they are used in. */
export function environmentStanding(config: Known): Record<OutgoingChannel, EnvironmentStanding> {
  const { emailFrom, resend, smtpUrl, twilio, vapid, fcm } = config;
  const all: EnvironmentAccount[] = [];
  const add = (provider: AccountProvider, sender: string, variables: string[], publicKey = "") =>
    all.push({ provider, sender, variables, publicKey: publicKey || null });
  if (emailFrom !== null && resend) add("resend", emailFrom, ["RESEND_API_KEY", "EMAIL_FROM"]);
  if (emailFrom !== null && smtpUrl !== null) add("smtp", emailFrom, ["SMTP_URL", "EMAIL_FROM"]);
  if (twilio) add("twilio", twilio.from, TWILIO);
  if (vapid) add("web_push", vapid.subject, VAPID, vapid.publicKey);
  if (fcm) add("fcm", fcm.key.client_email, FCM);
  const of = (channel: OutgoingChannel, variables: Variable[]) => ({
    accounts: all.filter(({ provider }) => CHANNEL_OF_PROVIDER[provider] === channel),
    variables,
  });
  const set = (names: string[], isSet: boolean) => names.map((name) => ({ name, isSet }));
  return {
    email: of("email", [
      { name: "RESEND_API_KEY", isSet: resend !== null, example: "re_…" },
      { name: "SMTP_URL", isSet: smtpUrl !== null, example: "smtp://user:password@host:587" },
      { name: "EMAIL_FROM", isSet: emailFrom !== null, example: "Acme <billing@acme.example>" },
    ]),
    sms: of("sms", set(TWILIO, twilio !== null)),
    push: of("push", [...set(VAPID, vapid !== null), ...set(FCM, fcm !== null)]),
    webhook: of("webhook", []),
  };
}

const TWILIO = ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_FROM"];
const VAPID = ["VAPID_PUBLIC_KEY", "VAPID_PRIVATE_KEY", "VAPID_SUBJECT"];
const FCM = ["FCM_SERVICE_ACCOUNT"];
