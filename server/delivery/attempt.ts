import { unreachable } from "@/core/assert";
import { SECOND_MS } from "@/core/time";
import type { Ctx } from "@/server/context";
import { traced } from "@/server/operations/traced";
import { composeEmail } from "@/server/providers/email";
import { composeEvent } from "@/server/providers/event";
import type {
  BatchDelivery,
  Delivery,
  Outgoing,
  Provider,
  Refusal,
} from "@/server/providers/provider";
import { composePush } from "@/server/providers/push";
import { composeSms } from "@/server/providers/sms";
import type { MessageSource } from "@/server/providers/source";
import { slotsOf } from "./slots";

/** A call that cannot start this soon after its claim does not start: its case is looked at again. */
export const START_WITHIN_MS = SECOND_MS;
export const CALL_MS_MAX = 30 * SECOND_MS;

/**
 * The provider was not asked, or surely took nothing: the message goes back, to be claimed again after
 * `afterMs`. `alone`: it does not leave beside others any more. `refused`: what the account said that it
 * was not given through.
 */
export type NotStarted = { notStarted: true; afterMs: number; alone?: true; refused?: string };
export type Attempted = Delivery | NotStarted;

/** What goes back at once: the claim decides again, and takes another account or says what it waits for. */
export const AT_ONCE: NotStarted = { notStarted: true, afterMs: 0 };

/** When a call may begin: `claimedAt` is of the monotonic clock. */
export type Start = { claimedAt: number; mayStart: () => boolean };

/**
 * One attempt to hand a message to its provider. Always an answer: a provider that throws is a bug,
 * logged, and worth another attempt.
 */
export const attempt = (
  ctx: Ctx,
  provider: Provider,
  source: MessageSource,
  start: Start,
): Promise<Attempted> =>
  called(ctx, provider, source.id, start, (signal) =>
    provider.send(outgoing(ctx, provider, source), signal),
  );

/** As `attempt`, for all messages of a batch in one call under its key. */
export const attemptBatch = (
  ctx: Ctx,
  provider: Provider,
  { key, sources }: { key: string; sources: readonly MessageSource[] },
  start: Start,
): Promise<BatchDelivery | NotStarted> =>
  called<BatchDelivery>(ctx, provider, key, start, async (signal) => {
    if (!provider.batch) return { ok: false, apart: true, reason: "It takes one at a time" };
    const messages = sources.map((source) => outgoing(ctx, provider, source));
    return provider.batch.send(messages, key, signal);
  });

type Answered = { ok: true } | Refusal | Extract<BatchDelivery, { apart: true }>;

async function called<T extends Answered>(
  ctx: Ctx,
  provider: Provider,
  id: string,
  { claimedAt, mayStart }: Start,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T | Refusal | NotStarted> {
  const slots = slotsOf(provider);
  const now = () => performance.now();
  const leftMs = () => claimedAt + START_WITHIN_MS - now();
  const later = () => ({ notStarted: true as const, afterMs: slots.reserveMs(now()) });
  if (slots.isClosed(now()) || !(await slots.take(leftMs()))) return later();
  try {
    if (!mayStart()) return { notStarted: true, afterMs: 0 };
    if (leftMs() <= 0 || slots.isClosed(now())) return later();
    const startedAt = now();
    const about = { "messaging.system": provider.name, "followthrough.channel": provider.channel };
    const answer = await traced("hand over", { ...about, "followthrough.id": id }, () =>
      call(signalAt(startedAt)),
    );
    if ("rateLimited" in answer && answer.rateLimited)
      slots.close(now(), answer.retryAfterMs ?? SECOND_MS);
    else slots.answered(now() - startedAt);
    return answer;
  } catch (error) {
    ctx.log.error({ err: error, messageId: id, provider: provider.name }, "provider threw");
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
  const { emailFrom, appUrl, appSecret: secret, inbound } = ctx.config;
  const { id, to } = source;
  const settings = { appUrl, secret };
  switch (provider.channel) {
    case "email": {
      const from = provider.from ?? emailFrom ?? "";
      return {
        channel: "email",
        id,
        to,
        compose: () =>
          composeEmail(source, { from, ...settings, inboundDomain: inbound?.domain ?? null }),
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
