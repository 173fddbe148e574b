import { isIP } from "node:net";
import { z } from "zod";
import { SIGNING_SECRET } from "./calls/signing-secret";
import { isRsaKey, readGoogleKey } from "./providers/google-key";

const NODE_ENVS = ["production", "development", "test"] as const;
const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
const SECRET_CHARS_MIN = 32;
const PASSWORD_CHARS_MIN = 8;

/** How a workspace key looks; its prefix names the workspace's kind. */
const API_KEY = /^ft_(live|test)_[A-Za-z0-9]{32,}$/;

export type BootstrapKey = { key: string; kind: "live" | "sandbox" };

const port = z
  .string()
  .regex(/^\d+$/, "must be a port number")
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535, "must be a port from 1 to 65535");

const urlOf = (protocol: RegExp, example: string) =>
  z.url({ protocol, error: `must be an address like ${example}` });

const httpUrl = urlOf(/^https?$/, "https://followthrough.example.com").transform((text) =>
  text.replace(/\/+$/, ""),
);

const flag = z
  .enum(["on", "off", "true", "false", "1", "0"], "must be on or off")
  .transform((value) => ["on", "true", "1"].includes(value));

const dnsServers = z.string().transform((text, context) => {
  const servers = text.split(",").map((part) => part.trim());
  for (const server of servers) {
    const [, bracketed, bare] = /^(?:\[([^\]]+)\]|([^[\]:]+))(?::\d{1,5})?$/.exec(server) ?? [];
    if (isIP(bracketed ?? bare ?? server) === 0)
      context.addIssue({
        code: "custom",
        message: "each must be an IP address, with its port where that is not 53",
      });
  }
  return servers;
});

const bootstrapKeys = z.string().transform((text, context) => {
  const keys: BootstrapKey[] = [];
  for (const key of text.split(",").map((part) => part.trim())) {
    const kind = API_KEY.exec(key)?.[1];
    if (kind) keys.push({ key, kind: kind === "live" ? "live" : "sandbox" });
    else
      context.addIssue({
        code: "custom",
        message: "each key must be ft_live_ or ft_test_ followed by at least 32 letters or digits",
      });
  }
  return keys;
});

const pem = z
  .string()
  .transform((text) =>
    text.includes("BEGIN") ? text.replace(/\\n/g, "\n") : Buffer.from(text, "base64").toString(),
  );

const dkimKey = pem.refine(isRsaKey, "must be an RSA key in PEM, or its base64");

/** Every variable that is read, and how it must look. */
export const Environment = z.object({
  NODE_ENV: z.enum(NODE_ENVS).default("production"),
  LOG_LEVEL: z.enum(LOG_LEVELS).default("info"),
  PORT: port.default(3000),
  DATABASE_URL: urlOf(/^postgres(ql)?$/, "postgres://user:password@host:5432/database"),
  APP_URL: httpUrl.optional(),
  APP_SECRET: z
    .string("is required with DATABASE_URL: any text of at least 32 characters, kept secret")
    .min(SECRET_CHARS_MIN, `must have at least ${SECRET_CHARS_MIN} characters`),
  ADMIN_EMAIL: z.email("must be an email address").optional(),
  ADMIN_PASSWORD: z
    .string()
    .min(PASSWORD_CHARS_MIN, `must have at least ${PASSWORD_CHARS_MIN} characters`)
    .optional(),
  BOOTSTRAP_API_KEY: bootstrapKeys.optional(),
  DEMO: flag.prefault("off"),
  EMAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
      "must be an address or Name <address>",
    )
    .optional(),
  RESEND_API_KEY: z.string().optional(),
  RESEND_BASE_URL: httpUrl.optional(),
  RESEND_WEBHOOK_SECRET: z
    .string()
    .regex(SIGNING_SECRET, "must be the signing secret that Resend shows: whsec_…")
    .optional(),
  SMTP_URL: urlOf(/^smtps?$/, "smtp://user:password@host:587").optional(),
  DKIM_DOMAIN: z.string().optional(),
  DKIM_SELECTOR: z.string().optional(),
  DKIM_PRIVATE_KEY: dkimKey.optional(),
  TWILIO_ACCOUNT_SID: z.string().optional(),
  TWILIO_AUTH_TOKEN: z.string().optional(),
  TWILIO_FROM: z.string().optional(),
  TWILIO_BASE_URL: httpUrl.optional(),
  FCM_SERVICE_ACCOUNT: z
    .string()
    .transform((text, context) => {
      const key = readGoogleKey(text);
      if (key) return key;
      context.addIssue({
        code: "custom",
        message: "must be the JSON of a service account, or its base64",
      });
      return z.NEVER;
    })
    .optional(),
  FCM_BASE_URL: httpUrl.optional(),
  VAPID_PUBLIC_KEY: z.string().optional(),
  VAPID_PRIVATE_KEY: z.string().optional(),
  VAPID_SUBJECT: z.string().optional(),
  INBOUND_SMTP_PORT: port.optional(),
  INBOUND_TLS_CERT: pem.optional(),
  INBOUND_TLS_KEY: pem.optional(),
  INBOUND_DOMAIN: z
    .string()
    .regex(
      /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,62}\.)+[a-z0-9-]{2,63}$/i,
      "must be a domain like replies.example.com",
    )
    .transform((domain) => domain.toLowerCase())
    .optional(),
  API_RATE_LIMIT: z
    .string()
    .regex(/^[1-9]\d{0,6}$/, "must be a number of requests a minute")
    .transform(Number)
    .default(6_000),
  ALLOW_PRIVATE_CALLS: flag.prefault("off"),
  DNS_SERVERS: dnsServers.optional(),
  SMTP_RETRY_UNKNOWN: flag.prefault("off"),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
  OTEL_SERVICE_NAME: z.string().default("followthrough"),
});

export type Environment = z.output<typeof Environment>;
type Name = keyof z.input<typeof Environment>;

/** Names that only mean something together: one of a group needs all of it. */
export const TOGETHER: readonly (readonly Name[])[] = [
  ["ADMIN_EMAIL", "ADMIN_PASSWORD"],
  ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_FROM"],
  ["DKIM_DOMAIN", "DKIM_SELECTOR", "DKIM_PRIVATE_KEY"],
  ["INBOUND_TLS_CERT", "INBOUND_TLS_KEY"],
  ["VAPID_PUBLIC_KEY", "VAPID_PRIVATE_KEY", "VAPID_SUBJECT"],
];

/** Names that mean nothing without another one: the first of a pair needs the second. */
export const NEEDS: readonly (readonly [Name, Name])[] = [["INBOUND_SMTP_PORT", "INBOUND_DOMAIN"]];
