import { unreachable } from "@/core/assert";
import { SECOND_MS } from "@/core/time";
import type { Ctx } from "@/server/context";
import { composeEmail } from "@/server/providers/email";
import { composeEvent } from "@/server/providers/event";
import type { Delivery, Outgoing, Provider } from "@/server/providers/provider";
import { composePush } from "@/server/providers/push";
import { composeSms } from "@/server/providers/sms";
import type { MessageSource } from "@/server/providers/source";
import { slotsOf } from "./slots";

/** A call that cannot start this soon after its claim does not start: its case is looked at again. */
export const START_WITHIN_MS = SECOND_MS;
export const CALL_MS_MAX = 30 * SECOND_MS;

/** The provider was not asked: the message goes back, to be claimed again after `afterMs`. */
export type NotStarted = { notStarted: true; afterMs: number };
export type Attempted = Delivery | NotStarted;

/**
 * One attempt to hand a message to its provider. `claimedAt` is of the monotonic clock. Always an
 * answer: a provider that throws is a bug, logged, and worth another attempt.
 */
export async function attempt(
  ctx: Ctx,
  provider: Provider,
  source: MessageSource,
  claimedAt: number,
): Promise<Attempted> {
  const slots = slotsOf(provider);
  const now = () => performance.now();
  const leftMs = () => claimedAt + START_WITHIN_MS - now();
  const later = () => ({ notStarted: true as const, afterMs: slots.reserveMs(now()) });
  if (slots.isClosed(now()) || !(await slots.take(leftMs()))) return later();
  try {
    if (leftMs() <= 0 || slots.isClosed(now())) return later();
    const startedAt = now();
    const delivery = await provider.send(outgoing(ctx, provider, source), signalAt(startedAt));
    if (!delivery.ok && delivery.rateLimited)
      slots.close(now(), delivery.retryAfterMs ?? SECOND_MS);
    else slots.answered(now() - startedAt);
    return delivery;
  } catch (error) {
    ctx.log.error({ err: error, messageId: source.id, provider: provider.name }, "provider threw");
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, retry: true, reason, maybeSent: true };
  } finally {
    slots.give();
  }
}

/** Calls that begin within this time of each other give up together: one timer for a batch, not one a call. */
const SHARED_SIGNAL_MS = 50;
let shared = { at: Number.NEGATIVE_INFINITY, signal: AbortSignal.abort() };

function signalAt(now: number): AbortSignal {
  if (now - shared.at > SHARED_SIGNAL_MS) {
    shared = { at: now, signal: AbortSignal.timeout(CALL_MS_MAX) };
  }
  return shared.signal;
}

function outgoing(ctx: Ctx, provider: Provider, source: MessageSource): Outgoing {
  const { emailFrom, appUrl, appSecret: secret } = ctx.config;
  const { id, to } = source;
  const settings = { appUrl, secret };
  switch (provider.channel) {
    case "email": {
      const from = provider.from ?? emailFrom ?? "";
      return {
        channel: "email",
        id,
        to,
        compose: () => composeEmail(source, { from, ...settings }),
      };
    }
    case "sms":
      return { channel: "sms", id, to, compose: () => composeSms(source, settings) };
    case "push":
      return { channel: "push", id, to, compose: () => composePush(source, settings) };
    case "webhook":
      return { channel: "webhook", id, to, compose: () => composeEvent(source, settings) };
    default:
      return unreachable(provider.channel);
  }
}
