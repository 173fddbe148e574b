import { checkUnicastPolicy } from "@atproto-labs/fetch-node";
import { z } from "zod";
import type { FieldError } from "@/core/errors";
import { SIGNING_SECRET } from "@/server/calls/signing-secret";

const SENDER = /^(?:[^<>\r\n]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/;
const HOST = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.?)+$|^\[?[\da-f:.]+\]?$/i;
const INNER_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/i;
const SECRET_CHARS_MAX = 500;

/** `billing@acme.example` or `Acme <billing@acme.example>`. */
export const Sender = z
  .string("enter the address emails come from")
  .trim()
  .max(320, "at most 320 characters")
  .regex(
    SENDER,
    "an address, or a name and the address in angle brackets: Acme <billing@acme.example>",
  );

export const Host = z
  .string("enter the name of the server")
  .trim()
  .max(253, "at most 253 characters")
  .regex(HOST, "the name of a server, such as smtp.example.com, without https:// and port");

export const Secret = (missing: string) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(SECRET_CHARS_MAX, `at most ${SECRET_CHARS_MAX} characters`);

/** As Standard Webhooks writes it. */
export const WebhookSecret = Secret("enter the signing secret").regex(
  SIGNING_SECRET,
  "the signing secret of the webhook, whsec_ and what follows",
);

export const HttpUrl = z
  .url({ protocol: /^https?$/, error: "an address that begins with https://" })
  .max(2_000, "at most 2,000 characters");

const RATE = "a number from 0.1 to 1000";

/** Calls a second that the provider allows this account; absent: what it documents for everybody. */
export const Rate = z.coerce
  .number<string | number>(RATE)
  .min(0.1, RATE)
  .max(1_000, RATE)
  .optional();

/** What is wrong with calling this server: it is inside our own network, by its name or its address. */
export function hostProblems(path: string, host: string, allowPrivate: boolean): FieldError[] {
  if (allowPrivate) return [];
  const bare = host.replace(/^\[|\]$/g, "");
  const url = URL.parse(`http://${bare.includes(":") ? `[${bare}]` : bare}`);
  const isInner = !url || INNER_NAME.test(url.hostname) || checkUnicastPolicy(url) !== undefined;
  if (!isInner) return [];
  const message = "a server of the inner network is called only with ALLOW_PRIVATE_CALLS";
  return [{ path, message }];
}

/** As `hostProblems`, for a whole address; without that variable it must be https, too. */
export function urlProblems(path: string, text: string, allowPrivate: boolean): FieldError[] {
  if (allowPrivate) return [];
  const url = URL.parse(text);
  if (url?.protocol !== "https:")
    return [{ path, message: "an address that begins with https://" }];
  return hostProblems(path, url.hostname, allowPrivate);
}
