import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import { type AttemptOutcome, outcomeOfAttempt } from "@/core/delivery/attempts";
import { type Instant, toRfc3339 } from "@/core/time";
import { inTransaction, type Tx } from "@/db/client";
import { lockCases } from "@/server/cases/apply-events";
import { databaseNow } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { announceMessage } from "@/server/live/announce";
import type { Provider } from "@/server/providers/provider";
import { tellMessage } from "@/server/webhooks/tell";
import type { Attempted } from "./attempt";
import { carriedBy, followCarriers } from "./carried";
import { jsonText } from "./json-text";
import { keepStop, type Stop } from "./keep-stop";
import { keepTrying } from "./keep-trying";
import { ALONE } from "./lots";
import { IS_SAME_ATTEMPT, type Parcel } from "./parcel";
import { reportOutcomes } from "./reports";
import { type GoneAddress, suppressGone } from "./suppress-gone";
import { APPEND_TRIED, triedText } from "./tried-text";

const BATCH_MAX = 500;
/** Fewer outcomes than this wait a little for more: every transaction costs as much as many of them. */
const FEW = 20;
const GATHER_MS = 25;

export type Result = { parcel: Parcel; attempted: Attempted; provider: Provider | null };
type Recorded = { parcel: Parcel; attempted: Attempted; outcome: AttemptOutcome };

/** Writes the outcomes of attempts as they come in, those that wait together in one statement. */
export class Recorder {
  readonly #ctx: Ctx;
  readonly #workerId: string;
  #waiting: (readonly Result[])[] = [];
  #writing: Promise<void> | null = null;

  constructor(ctx: Ctx, workerId: string) {
    this.#ctx = ctx;
    this.#workerId = workerId;
  }

  /**
   * Resolves when these outcomes are committed, in one transaction: of a batch either all is known or
   * nothing, so that whoever repeats its call repeats the whole of it.
   */
  add(results: readonly Result[]): Promise<void> {
    this.#waiting.push(results);
    this.#writing ??= this.#writeAll();
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    await setImmediate();
    try {
      while (this.#waiting.length > 0) {
        const batch = this.#next();
        await keepTrying(this.#ctx, "outcomes", () => record(this.#ctx, this.#workerId, batch));
        if (this.#waiting.length > 0 && this.#waiting.length < FEW) await sleep(GATHER_MS);
      }
    } finally {
      // In the same turn as the look at what waits: nothing added meanwhile is left behind.
      this.#writing = null;
    }
  }

  #next(): Result[] {
    const batch: Result[] = [];
    while (this.#waiting.length > 0 && batch.length < BATCH_MAX) {
      batch.push(...(this.#waiting.shift() ?? []));
    }
    return batch;
  }
}

const UPDATE = `
  update messages m set
    status = u.status, decided_at = clock_timestamp(), attempt_by = null,
    code = case when u.status = 'planned' then null else coalesce(u.code, m.code) end,
    params = coalesce(u.params::jsonb, m.params),
    provider_message_id = coalesce(u.provider_message_id, m.provider_message_id),
    deliver_at = u.deliver_at::timestamptz, attempts = m.attempts - u.refund,
    tried = ${APPEND_TRIED},
    sent_at = case when u.status = 'sent' then clock_timestamp() end,
    batch = case when u.alone = 1 then '${ALONE}' when u.status in ('planned', 'held')
        then case when m.batch = '${ALONE}' then m.batch else null end else m.batch end
  from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
      $9::int[], $10::int[], $11::text[], $12::text[])
    as u(workspace_id, id, status, code, params, provider_message_id, deliver_at, refund, alone, tried,
      attempt_at)
  where m.workspace_id = u.workspace_id and m.id = u.id and ${IS_SAME_ATTEMPT}
  returning m.id`;

async function record(ctx: Ctx, workerId: string, results: readonly Result[]): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const parcels = results.map(({ parcel }) => parcel);
    const carried = await carriedBy(tx, parcels.filter(carries));
    const reporting = [...parcels, ...carried].filter(({ request }) => request.report);
    // The cases first, as everywhere: the report will want their locks.
    if (reporting.length > 0) await lockCases(tx, reporting);
    const now = await databaseNow(tx);
    const recorded = results.map((result) => ({
      parcel: result.parcel,
      attempted: result.attempted,
      outcome: withUnknownEnd(
        result,
        now,
        outcomeOfAttempt({
          result: result.attempted,
          attempts: result.parcel.attempts,
          dueSince: result.parcel.dueSince,
          now,
          whenUnknown: whenUnknown(result.provider),
          jitter: Math.random(),
        }),
      ),
    }));
    const stored = await storeOutcomes(tx, workerId, recorded, now);
    for (const { parcel, outcome } of stored) {
      announceMessage(tx, parcel, outcome.status);
      tellMessage(tx, parcel, outcome.status);
      if (outcome.retryAt === null) continue;
      const { workspaceId, id: messageId } = parcel;
      const options = { startAfter: new Date(outcome.retryAt), singletonKey: messageId };
      await ctx.enqueue(tx, "message.retry", { workspaceId, messageId }, options);
    }
    const followed = await followCarriers(tx, stored.map(({ parcel }) => parcel).filter(carries));
    await suppressGone(tx, results.flatMap(goneOf), now);
    for (const stop of results.flatMap(stopOf)) await keepStop(tx, stop);
    await reportOutcomes(ctx, tx, [...stored.flatMap(reportOf), ...followed], now);
  });
}

const carries = (parcel: Parcel): boolean => parcel.carries;

const whenUnknown = (provider: Provider | null): Provider["whenUnknown"] =>
  provider?.idempotent ? "retry" : (provider?.whenUnknown ?? "give_up");

/** A later refusal tells nothing about an earlier attempt: what may have been accepted stays so noted. */
function withUnknownEnd(
  { parcel, attempted }: Result,
  now: Instant,
  outcome: AttemptOutcome,
): AttemptOutcome {
  const isLost = !("notStarted" in attempted) && !attempted.ok && attempted.maybeSent === true;
  if (outcome.params === null || !(isLost || parcel.maybeSent)) return outcome;
  const maybeSince = parcel.maybeSince ?? now;
  return { ...outcome, params: { ...outcome.params, maybeSent: true, maybeSince } };
}

/**
 * Gives back those that were still ours: another worker may have taken over what took too long, and
 * what was written before without our hearing of it may have gone on.
 */
async function storeOutcomes(
  tx: Tx,
  workerId: string,
  recorded: readonly Recorded[],
  now: Instant,
): Promise<Recorded[]> {
  const rows = await tx.$client.unsafe<{ id: string }[]>(
    UPDATE,
    [
      workerId,
      recorded.map(({ parcel }) => parcel.workspaceId),
      recorded.map(({ parcel }) => parcel.id),
      recorded.map(({ outcome }) => outcome.status),
      recorded.map(({ outcome }) => outcome.code),
      recorded.map(({ outcome }) => outcome.params && jsonText(outcome.params)),
      recorded.map(({ outcome }) => outcome.providerMessageId),
      recorded.map(({ outcome }) => outcome.deliverAt && toRfc3339(outcome.deliverAt)),
      recorded.map(({ outcome }) => (outcome.counts ? 0 : 1)),
      recorded.map(({ attempted }) => ("alone" in attempted && attempted.alone ? 1 : 0)),
      recorded.map((one) => triedOf(one, now)),
      recorded.map(({ parcel }) => parcel.attemptAt),
    ],
    { prepare: true },
  );
  const ours = new Set(rows.map((row) => row.id));
  return recorded.filter(({ parcel }) => ours.has(parcel.id));
}

/** What is kept of an attempt that did not succeed; a rate limit is no answer to the message. */
function triedOf({ parcel: { provider }, attempted }: Recorded, at: Instant): string | null {
  if ("notStarted" in attempted) {
    const { refused: text } = attempted;
    return text === undefined ? null : triedText({ at, provider, end: "refused", text });
  }
  if (attempted.ok || attempted.rateLimited) return null;
  const end = attempted.maybeSent ? "lost" : "refused";
  return triedText({ at, provider, end, text: attempted.reason });
}

/** An attempt of unknown end counts as sent: the next channel must not double what may have arrived. */
function reportOf({ parcel, outcome }: Recorded) {
  if (outcome.status === "planned" || outcome.status === "held") return [];
  const reported = outcome.status === "failed" ? ("failed" as const) : ("sent" as const);
  return [{ ...parcel, outcome: reported }];
}

/** Also of a message that another worker took over meanwhile: the answer about its address holds. */
function goneOf({ parcel, attempted, provider }: Result): GoneAddress[] {
  if (!provider || "notStarted" in attempted || attempted.ok || !attempted.addressGone) return [];
  const { workspaceId, to: address } = parcel;
  return [{ workspaceId, channel: provider.channel, address, reason: attempted.addressGone }];
}

/** The person's own word, which the ledger keeps. */
function stopOf({ parcel, attempted, provider }: Result): Stop[] {
  if (!provider || "notStarted" in attempted || attempted.ok) return [];
  if (attempted.addressGone !== "stopped") return [];
  const { workspaceId, id, personId, to: address } = parcel;
  return [
    { workspaceId, id, personId, channel: provider.channel, address, text: attempted.reason },
  ];
}
