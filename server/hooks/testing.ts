import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { newSigningSecret } from "@/server/calls/signing-secret";
import type { Ctx } from "@/server/context";
import { TWILIO } from "@/server/providers/testing-twilio";
import { receiveHook } from "./receive-hook";

export const RESEND_SECRET = newSigningSecret();

/** The environment names both providers. */
export const withProviders = (ctx: Ctx): Ctx => ({
  ...ctx,
  config: {
    ...ctx.config,
    resend: { apiKey: "re_test", baseUrl: null, webhookSecret: RESEND_SECRET },
    twilio: { ...TWILIO, baseUrl: null },
  },
});

type Signed = {
  account?: string;
  /** Of the webhook: the same for a repeat. */
  id?: string;
  secret?: string;
  at?: Date;
  /** What is sent in place of what was signed. */
  body?: string;
  prefix?: "svix" | "webhook";
  headers?: Record<string, string>;
};

let count = 0;

/** A webhook as Resend sends it: signed by the library of Standard Webhooks' authors. */
export function resendRequest(payload: unknown, signed: Signed = {}): Request {
  const {
    account = "environment",
    secret = RESEND_SECRET,
    at = new Date(),
    prefix = "svix",
  } = signed;
  const { id = `msg_${++count}` } = signed;
  const text = typeof payload === "string" ? payload : JSON.stringify(payload);
  return new Request(`http://inner.test:3000/api/hooks/resend/${account}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      [`${prefix}-id`]: id,
      [`${prefix}-timestamp`]: String(Math.floor(at.getTime() / 1_000)),
      [`${prefix}-signature`]: new Webhook(secret).sign(id, at, text),
      ...signed.headers,
    },
    body: signed.body ?? text,
  });
}

/** A notice about an email, as Resend documents it. */
export const resendNotice = (
  type: string,
  emailId: string,
  more: Record<string, unknown> = {},
) => ({
  type: `email.${type}`,
  created_at: new Date().toISOString(),
  data: {
    created_at: new Date().toISOString(),
    email_id: emailId,
    message_id: `<${emailId}@resend.example>`,
    from: "Shop <billing@shop.example.com>",
    to: ["ana@example.com"],
    subject: "About Invoice 7",
    ...more,
  },
});

export const BOUNCE = {
  bounce: { message: "No such user here", type: "Permanent", subType: "General" },
};

/** A form as Twilio sends it: signed over the public address and the sorted fields. */
export function twilioRequest(
  ctx: Ctx,
  form: Record<string, string>,
  signed: { account?: string; token?: string; query?: string; port?: number } = {},
): Request {
  const { account = "environment", token = TWILIO.authToken, query = "", port } = signed;
  const path = `/api/hooks/twilio/${account}${query}`;
  const { protocol, hostname } = new URL(ctx.config.appUrl);
  const origin = port === undefined ? ctx.config.appUrl : `${protocol}//${hostname}:${port}`;
  const text = Object.keys(form)
    .sort()
    .reduce((sum, name) => sum + name + form[name], `${origin}${path}`);
  return new Request(`http://inner.test:3000${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
      "x-twilio-signature": createHmac("sha1", token).update(text).digest("base64"),
    },
    body: new URLSearchParams(form),
  });
}

/** Calls the door as the address of the request says. */
export function knock(ctx: Ctx, request: Request): Promise<Response> {
  const [, , , provider = "", account = ""] = new URL(request.url).pathname.split("/");
  return receiveHook(ctx, request, { provider, account });
}
