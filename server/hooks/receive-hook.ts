import { z } from "zod";
import { AppError } from "@/core/errors";
import type { Ctx } from "@/server/context";
import { problemResponse } from "@/server/http/problem";
import { countRequest } from "@/server/http/rate-limit";
import { readBody } from "@/server/http/read-body";
import { newId } from "@/server/new-id";
import { countCallback } from "@/server/operations/metrics";
import { MESSAGE_PARAM } from "@/server/providers/twilio";
import { addressOf } from "@/server/public/visit";
import { HookProvider } from "./callback-url";
import { hookAccount } from "./hook-account";
import type { Notice } from "./notice";
import { resendNotice } from "./resend-notice";
import { isSignedByResend, svixHeaders } from "./resend-signature";
import { takeNotice } from "./take-notice";
import { twilioNotice } from "./twilio-notice";
import { isSignedByTwilio, twilioSignature } from "./twilio-signature";

/** Notices carry no mail: the largest that are documented have a few kilobytes. */
export const HOOK_BYTES_MAX = 256 * 1024;
/** Forged callbacks of one address a minute; those that are signed are never counted. */
export const FORGED_PER_MINUTE = 60;

/** What a callback says, or null when it is not signed as it should be. Throws for one that cannot be read. */
type Read = (secret: string, body: string) => Notice | null;

/**
 * Takes a callback of a provider at `/api/hooks/{provider}/{account}`: 204 when it is signed and
 * recorded, also for a repeat. Nothing is parsed before its signature holds. Never throws.
 */
export async function receiveHook(
  ctx: Ctx,
  request: Request,
  names: { provider: string; account: string },
): Promise<Response> {
  try {
    await receive(ctx, request, names);
    return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
  } catch (error) {
    return problemResponse(error, newId(), ctx.log);
  }
}

async function receive(
  ctx: Ctx,
  request: Request,
  names: { provider: string; account: string },
): Promise<void> {
  const provider = HookProvider.safeParse(names.provider).data;
  if (!provider) throw noAddress();
  const read = provider === "resend" ? readerOfResend(request) : readerOfTwilio(ctx, request);
  // Before anything is looked up: whoever only knocks costs next to nothing.
  if (!read) return refuseForged(request, provider, "The signature is missing.");
  const account = await hookAccount(ctx, provider, names.account);
  if (!account) throw noAddress();
  const body = Buffer.from(await readBody(request, HOOK_BYTES_MAX)).toString("utf8");
  const notice = account.secret === null ? null : noticeOf(read, account.secret, body);
  if (!notice) return refuseForged(request, provider, "The signature does not hold.");
  countCallback(provider, await takeNotice(ctx, account, notice));
}

const noAddress = () => new AppError("not_found", "There is no such address.");

async function refuseForged(request: Request, provider: HookProvider, why: string): Promise<never> {
  countCallback(provider, "forged");
  await countRequest(`hook:forged:${addressOf(request)}`, FORGED_PER_MINUTE);
  throw new AppError("forbidden", why);
}

function noticeOf(read: Read, secret: string, body: string): Notice | null {
  try {
    return read(secret, body);
  } catch (cause) {
    if (!(cause instanceof z.ZodError || cause instanceof SyntaxError)) throw cause;
    throw new AppError("malformed", "The callback is not as its provider documents it.", { cause });
  }
}

function readerOfResend(request: Request): Read | null {
  const headers = svixHeaders(request.headers);
  if (!headers) return null;
  return (secret, body) =>
    isSignedByResend(secret, headers, body)
      ? resendNotice(JSON.parse(body), headers.id, Date.now())
      : null;
}

function readerOfTwilio({ config }: Ctx, request: Request): Read | null {
  const signature = twilioSignature(request.headers);
  if (!signature) return null;
  const { pathname, search, searchParams } = new URL(request.url);
  // What stands in front of us may have changed scheme and host; Twilio signed the public ones.
  const url = `${config.appUrl}${pathname}${search}`;
  return (secret, body) => {
    const form = new URLSearchParams(body);
    if (!isSignedByTwilio(secret, signature, { url, form })) return null;
    return twilioNotice(form, searchParams.get(MESSAGE_PARAM), Date.now());
  };
}
