import { createSecureContext } from "node:tls";
import { type BootstrapKey, Environment, NEEDS, TOGETHER } from "./environment";
import type { Dkim } from "./providers/dkim";
import type { GoogleKey } from "./providers/google-key";

/** What our own intake shows to servers that ask for encryption (PEM). */
export type InboundTls = { cert: string; key: string };

/** What the environment says, checked. Null where a feature is off. */
export type Config = {
  nodeEnv: Environment["NODE_ENV"];
  logLevel: Environment["LOG_LEVEL"];
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
  /** Where spans go is the exporter's own to read; null: nowhere. */
  tracing: { serviceName: string } | null;
};

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

/** With a provider but without `EMAIL_FROM`: an address of our own host, so that a first try works. */
function defaultSender(env: Environment): string | null {
  if (!env.RESEND_API_KEY && !env.SMTP_URL) return null;
  const host = env.APP_URL ? new URL(env.APP_URL).hostname : "localhost";
  return `Followthrough <notifications@${host}>`;
}

function toConfig(env: Environment): Config {
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
    demo: env.DEMO,
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
    allowPrivateCalls: env.ALLOW_PRIVATE_CALLS,
    dnsServers: env.DNS_SERVERS ?? null,
    smtpRetryUnknown: env.SMTP_RETRY_UNKNOWN,
    tracing: env.OTEL_EXPORTER_OTLP_ENDPOINT ? { serviceName: env.OTEL_SERVICE_NAME } : null,
  };
}
