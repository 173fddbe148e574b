import type { TextKey } from "@/components/text/messages";
import type { AccountProvider } from "@/core/channel/account";

export type AccountField = {
  name: string;
  label: TextKey;
  hint?: TextKey;
  type?: "text" | "email" | "number" | "url" | "password";
  placeholder?: string;
  initial?: string;
  /** Sealed: never shown again, and empty means unchanged. */
  secret?: boolean;
  /** Beside the secret that an account is told by: its end is not shown. */
  isSide?: boolean;
  optional?: boolean;
  choices?: readonly { value: string; label: TextKey }[];
};

const FROM: AccountField = {
  name: "from",
  label: "channels.from",
  hint: "channels.fromHint",
  placeholder: "Acme <billing@acme.example>",
};

const BASE_URL: AccountField = {
  name: "baseUrl",
  label: "channels.baseUrl",
  hint: "channels.baseUrlHint",
  type: "url",
  optional: true,
};

const RATE: AccountField = {
  name: "ratePerSecond",
  label: "channels.rate",
  hint: "channels.rateHint",
  optional: true,
};

/** What is asked of whoever adds an account, in this order. */
export const ACCOUNT_FIELDS = {
  resend: [
    FROM,
    { name: "apiKey", label: "channels.apiKey", secret: true, placeholder: "re_…" },
    {
      name: "webhookSecret",
      label: "channels.webhookSecret",
      hint: "channels.webhookSecretHint",
      secret: true,
      isSide: true,
      optional: true,
      placeholder: "whsec_…",
    },
    { ...RATE, placeholder: "5" },
  ],
  smtp: [
    FROM,
    { name: "host", label: "channels.host", placeholder: "smtp.example.com" },
    {
      name: "security",
      label: "channels.security",
      initial: "starttls",
      choices: [
        { value: "starttls", label: "channels.securityStarttls" },
        { value: "tls", label: "channels.securityTls" },
        { value: "none", label: "channels.securityNone" },
      ],
    },
    {
      name: "port",
      label: "channels.port",
      hint: "channels.portHint",
      type: "number",
      initial: "587",
    },
    { name: "user", label: "channels.user", hint: "channels.userHint", optional: true },
    {
      name: "password",
      label: "channels.password",
      hint: "channels.userHint",
      secret: true,
      optional: true,
    },
    RATE,
    {
      name: "dkim",
      label: "channels.dkim",
      hint: "channels.dkimHint",
      initial: "off",
      choices: [
        { value: "off", label: "channels.dkimOff" },
        { value: "on", label: "channels.dkimOn" },
      ],
    },
    {
      name: "dkimSelector",
      label: "channels.dkimSelector",
      hint: "channels.dkimSelectorHint",
      initial: "followthrough",
      optional: true,
    },
  ],
  twilio: [
    { name: "accountSid", label: "channels.accountSid", placeholder: "AC…" },
    { name: "authToken", label: "channels.authToken", secret: true },
    {
      name: "from",
      label: "channels.smsFrom",
      hint: "channels.smsFromHint",
      placeholder: "+15551234567",
    },
    BASE_URL,
    RATE,
  ],
  web_push: [
    {
      name: "subject",
      label: "channels.subject",
      hint: "channels.subjectHint",
      placeholder: "mailto:you@example.com",
    },
  ],
  fcm: [
    {
      name: "serviceAccount",
      label: "channels.serviceAccount",
      hint: "channels.serviceAccountHint",
      secret: true,
    },
  ],
  webhook: [
    {
      name: "url",
      label: "channels.url",
      hint: "channels.urlHint",
      type: "url",
      secret: true,
      optional: true,
      placeholder: "https://hooks.slack.com/services/…",
    },
  ],
} as const satisfies Record<AccountProvider, readonly AccountField[]>;
