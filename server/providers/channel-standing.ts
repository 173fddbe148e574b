import type { Channel } from "@/core/template/channel";
import type { Config } from "@/server/config";

export type ChannelStanding =
  /** Delivered by Followthrough itself: nothing to set. */
  | { state: "built_in" }
  | { state: "on"; provider: string; sender: string; also: string[]; variables: Variable[] }
  | { state: "off"; variables: Variable[] }
  /** No provider for it in this release, whatever is set. */
  | { state: "later"; variables: Variable[] };

/** An environment variable of a channel, and whether it is set; never its value. */
export type Variable = { name: string; isSet: boolean; example?: string };

type Known = Pick<Config, "emailFrom" | "resend" | "smtpUrl" | "twilio" | "fcm" | "vapid">;

/** What the configuration says about each channel. */
export function channelStanding(config: Known): Record<Channel, ChannelStanding> {
  const { emailFrom, resend, smtpUrl, twilio, fcm, vapid } = config;
  const set = (names: string[], isSet: boolean): Variable[] =>
    names.map((name) => ({ name, isSet }));
  const variables = [
    { name: "RESEND_API_KEY", isSet: resend !== null, example: "re_…" },
    { name: "SMTP_URL", isSet: smtpUrl !== null, example: "smtp://user:password@host:587" },
    { name: "EMAIL_FROM", isSet: emailFrom !== null, example: "Acme <billing@acme.example>" },
  ];
  const providers = [...(resend ? ["Resend"] : []), ...(smtpUrl === null ? [] : ["SMTP"])];
  const [provider, ...also] = providers;
  return {
    email:
      provider === undefined || emailFrom === null
        ? { state: "off", variables }
        : { state: "on", provider, sender: emailFrom, also, variables },
    in_app: { state: "built_in" },
    sms: {
      state: "later",
      variables: set(["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_FROM"], twilio !== null),
    },
    push: {
      state: "later",
      variables: [
        ...set(["FCM_SERVICE_ACCOUNT"], fcm !== null),
        ...set(["VAPID_PUBLIC_KEY", "VAPID_PRIVATE_KEY", "VAPID_SUBJECT"], vapid !== null),
      ],
    },
    webhook: { state: "later", variables: [] },
  };
}
