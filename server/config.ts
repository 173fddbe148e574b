import { isIP } from "node:net";
import { createSecureContext } from "node:tls";
import { z } from "zod";
import { SIGNING_SECRET } from "./hooks/signing-secret";
import type { Dkim } from "./providers/dkim";
import { type GoogleKey, isRsaKey, readGoogleKey } from "./providers/google-key";

const NODE_ENVS = ["production", "development", "test"] as const;
const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
const SECRET_CHARS_MIN = 32;
const PASSWORD_CHARS_MIN = 8;

/** How a workspace key looks; its prefix names the workspace's kind. */
const API_KEY = /^ft_(live|test)_[A-Za-z0-9]{32,}$/;

/** What our own intake shows to servers that ask for encryption (PEM). */
export type InboundTls = { cert: string; key: string };

export type BootstrapKey = { key: string; kind: "live" | "sandbox" };

/** What the environment says, checked. Null where a feature is off. */
export type Config = {
  nodeEnv: (typeof NODE_ENVS)[number];
  logLevel: (typeof LOG_LEVELS)[number];
  port: number;
  databaseUrl: string;
  /** Origin of every link we write, without a slash at the end. */
  appUrl: string;
  appSecret: string;
  admin: { email: string; password: string } | null;
  bootstrapKeys: BootstrapKey[];
  /** Whether a sandbox workspace with sample data is made. */
  demo: boolean;
  /** Address, or `Name <address>`, of every email. */
  emailFrom: string | null;
  resend: { apiKey: string; baseUrl: string | null; webhookSecret: string | null } | null;
  smtpUrl: string | null;
  /** Signs what leaves through `smtpUrl`. */
  dkim: Dkim | null;
  twilio: { accountSid: string; authToken: string; from: string; baseUrl: string | null } | null;
  fcm: { key: GoogleKey; baseUrl: string | null } | null;
  vapid: { publicKey: string; privateKey: string; subject: string } | null;
  /** Where answers by email come in; `port`: of our own intake, null when a provider receives them. */
  inbound: { port: number | null; domain: string; tls: InboundTls | null } | null;
  /** Requests one API key may make a minute, in each web process. */
  apiRequestsPerMinute: number;
  /** Whether `call` steps and webhooks may reach private addresses: for a laptop and for tests. */
  allowPrivateCalls: boolean;
  /** Name servers that domains of senders are looked up at, in place of the machine's own. */
  dnsServers: string[] | null;
  /** Try an SMTP hand-over again whose end is not known, at the risk of a second copy. */
  smtpRetryUnknown: boolean;
};

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

const flag = z.enum(["on", "off", "true", "false", "1", "0"], "must be on or off");

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

const Environment = z.object({
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
  DEMO: flag.default("off"),
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
  ALLOW_PRIVATE_CALLS: flag.default("off"),
  DNS_SERVERS: dnsServers.optional(),
  SMTP_RETRY_UNKNOWN: flag.default("off"),
});

/** Names that only mean something together: one of a group needs all of it. */
const TOGETHER: readonly (readonly (keyof z.input<typeof Environment>)[])[] = [
  ["ADMIN_EMAIL", "ADMIN_PASSWORD"],
  ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_FROM"],
  ["DKIM_DOMAIN", "DKIM_SELECTOR", "DKIM_PRIVATE_KEY"],
  ["INBOUND_TLS_CERT", "INBOUND_TLS_KEY"],
  ["VAPID_PUBLIC_KEY", "VAPID_PRIVATE_KEY", "VAPID_SUBJECT"],
];

/** Names that mean nothing without another one: the first of a pair needs the second. */
const NEEDS: readonly (readonly [
  keyof z.input<typeof Environment>,
  keyof z.input<typeof Environment>,
])[] = [["INBOUND_SMTP_PORT", "INBOUND_DOMAIN"]];

/** The environment is wrong; the message lists every problem, one a line. */
export class ConfigError extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(`The configuration is not right:\n${problems.map((line) => `  ${line}`).join("\n")}`);
    this.name = "ConfigError";
    this.problems = problems;
  }
}

/** Reads the configuration; empty variables count as unset. Throws one `ConfigError` for all that is wrong. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const parsed = Environment.safeParse(given);
  const problems = (parsed.error?.issues ?? []).map((issue) => {
    const name = String(issue.path[0]);
    return given[name] === undefined && name === "DATABASE_URL"
      ? `${name} is required`
      : `${name} ${issue.message}`;
  });
  for (const group of TOGETHER) {
    const missing = group.filter((name) => given[name] === undefined);
    const present = group.find((name) => given[name] !== undefined);
    if (present && missing.length > 0) {
      problems.push(`${missing.join(", ")} must be set together with ${present}`);
    }
  }
  for (const [name, needed] of NEEDS) {
    if (given[name] !== undefined && given[needed] === undefined)
      problems.push(`${needed} must be set together with ${name}`);
  }
  const { INBOUND_TLS_CERT: cert, INBOUND_TLS_KEY: key } = parsed.data ?? {};
  if (cert && key && !isTlsPair(cert, key))
    problems.push("INBOUND_TLS_CERT, INBOUND_TLS_KEY must be a certificate and its key in PEM");
  if (!parsed.success || problems.length > 0) throw new ConfigError([...new Set(problems)]);
  return toConfig(parsed.data);
}

function isTlsPair(cert: string, key: string): boolean {
  try {
    createSecureContext({ cert, key });
    return true;
  } catch {
    return false;
  }
}

const isOn = (value: z.output<typeof flag>): boolean => ["on", "true", "1"].includes(value);

/** With a provider but without `EMAIL_FROM`: an address of our own host, so that a first try works. */
function defaultSender(env: z.output<typeof Environment>): string | null {
  if (!env.RESEND_API_KEY && !env.SMTP_URL) return null;
  const host = env.APP_URL ? new URL(env.APP_URL).hostname : "localhost";
  return `Followthrough <notifications@${host}>`;
}

function toConfig(env: z.output<typeof Environment>): Config {
  return {
    nodeEnv: env.NODE_ENV,
    logLevel: env.LOG_LEVEL,
    port: env.PORT,
    databaseUrl: env.DATABASE_URL,
    appUrl: env.APP_URL ?? `http://localhost:${env.PORT}`,
    appSecret: env.APP_SECRET,
    admin:
      env.ADMIN_EMAIL && env.ADMIN_PASSWORD
        ? { email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD }
        : null,
    bootstrapKeys: env.BOOTSTRAP_API_KEY ?? [],
    demo: isOn(env.DEMO),
    apiRequestsPerMinute: env.API_RATE_LIMIT,
    emailFrom: env.EMAIL_FROM ?? defaultSender(env),
    resend: env.RESEND_API_KEY
      ? {
          apiKey: env.RESEND_API_KEY,
          baseUrl: env.RESEND_BASE_URL ?? null,
          webhookSecret: env.RESEND_WEBHOOK_SECRET ?? null,
        }
      : null,
    smtpUrl: env.SMTP_URL ?? null,
    dkim:
      env.DKIM_DOMAIN && env.DKIM_SELECTOR && env.DKIM_PRIVATE_KEY
        ? {
            domain: env.DKIM_DOMAIN,
            selector: env.DKIM_SELECTOR,
            privateKey: env.DKIM_PRIVATE_KEY,
          }
        : null,
    twilio:
      env.TWILIO_ACCOUNT_SID && env.TWILIO_AUTH_TOKEN && env.TWILIO_FROM
        ? {
            accountSid: env.TWILIO_ACCOUNT_SID,
            authToken: env.TWILIO_AUTH_TOKEN,
            from: env.TWILIO_FROM,
            baseUrl: env.TWILIO_BASE_URL ?? null,
          }
        : null,
    fcm: env.FCM_SERVICE_ACCOUNT
      ? { key: env.FCM_SERVICE_ACCOUNT, baseUrl: env.FCM_BASE_URL ?? null }
      : null,
    vapid:
      env.VAPID_PUBLIC_KEY && env.VAPID_PRIVATE_KEY && env.VAPID_SUBJECT
        ? {
            publicKey: env.VAPID_PUBLIC_KEY,
            privateKey: env.VAPID_PRIVATE_KEY,
            subject: env.VAPID_SUBJECT,
          }
        : null,
    inbound: env.INBOUND_DOMAIN
      ? {
          port: env.INBOUND_SMTP_PORT ?? null,
          domain: env.INBOUND_DOMAIN,
          tls:
            env.INBOUND_TLS_CERT && env.INBOUND_TLS_KEY
              ? { cert: env.INBOUND_TLS_CERT, key: env.INBOUND_TLS_KEY }
              : null,
        }
      : null,
    allowPrivateCalls: isOn(env.ALLOW_PRIVATE_CALLS),
    dnsServers: env.DNS_SERVERS ?? null,
    smtpRetryUnknown: isOn(env.SMTP_RETRY_UNKNOWN),
  };
}
