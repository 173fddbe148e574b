import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import { type AttemptOutcome, outcomeOfAttempt } from "@/core/delivery/attempts";
import { toRfc3339 } from "@/core/time";
import { inTransaction, type Tx } from "@/db/client";
import { lockCases } from "@/server/cases/apply-events";
import { databaseNow } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { announceMessage } from "@/server/live/announce";
import type { Provider } from "@/server/providers/provider";
import type { Attempted } from "./attempt";
import { jsonText } from "./json-text";
import type { Parcel } from "./parcel";
import { reportOutcomes } from "./reports";
import { type GoneAddress, suppressGone } from "./suppress-gone";

const BATCH_MAX = 500;
/** While the database is away an outcome is kept and tried again, about a minute. */
const WRITE_TRIES_MAX = 60;
const WRITE_PAUSE_MS = 1_000;

type Result = { parcel: Parcel; attempted: Attempted; provider: Provider | null };
type Recorded = { parcel: Parcel; outcome: AttemptOutcome };

/** Writes the outcomes of attempts as they come in, those that wait together in one statement. */
export class Recorder {
  readonly #ctx: Ctx;
  readonly #workerId: string;
  #waiting: Result[] = [];
  #writing: Promise<void> | null = null;

  constructor(ctx: Ctx, workerId: string) {
    this.#ctx = ctx;
    this.#workerId = workerId;
  }

  /** Resolves when this outcome is committed. */
  add(result: Result): Promise<void> {
    this.#waiting.push(result);
    this.#writing ??= this.#writeAll();
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    await setImmediate();
    try {
      while (this.#waiting.length > 0) await this.#write(this.#waiting.splice(0, BATCH_MAX));
    } finally {
      // In the same turn as the look at what waits: nothing added meanwhile is left behind.
      this.#writing = null;
    }
  }

  async #write(batch: readonly Result[]): Promise<void> {
    for (let tried = 1; ; tried++) {
      try {
        return await record(this.#ctx, this.#workerId, batch);
      } catch (error) {
        this.#ctx.log.warn({ err: error, tried, messages: batch.length }, "outcomes not written");
        // Left as `sending`, they are found by `recover`.
        if (tried >= WRITE_TRIES_MAX) throw error;
        await sleep(WRITE_PAUSE_MS);
      }
    }
  }
}

const UPDATE = `
  update messages m set
    status = u.status, decided_at = clock_timestamp(), attempt_by = null,
    code = case when u.status = 'planned' then null else coalesce(u.code, m.code) end,
    params = coalesce(u.params::jsonb, m.params),
    provider_message_id = coalesce(u.provider_message_id, m.provider_message_id),
    deliver_at = u.deliver_at::timestamptz, attempts = m.attempts - u.refund,
    sent_at = case when u.status = 'sent' then clock_timestamp() end
  from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
      $9::int[])
    as u(workspace_id, id, status, code, params, provider_message_id, deliver_at, refund)
  where m.workspace_id = u.workspace_id and m.id = u.id
    and m.status = 'sending' and m.attempt_by = $1::uuid
  returning m.id`;

async function record(ctx: Ctx, workerId: string, results: readonly Result[]): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const reporting = results.filter(({ parcel }) => parcel.request.report);
    // The cases first, as everywhere: the report will want their locks.
    if (reporting.length > 0)
      await lockCases(
        tx,
        reporting.map(({ parcel }) => parcel),
      );
    const now = await databaseNow(tx);
    const recorded = results.map((result) => ({
      parcel: result.parcel,
      outcome: withUnknownEnd(
        result,
        outcomeOfAttempt({
          result: result.attempted,
          attempts: result.parcel.attempts,
          plannedAt: result.parcel.plannedAt,
          now,
          whenUnknown: whenUnknown(result.provider),
          jitter: Math.random(),
        }),
      ),
    }));
    const stored = await storeOutcomes(tx, workerId, recorded);
    for (const { parcel, outcome } of stored) {
      announceMessage(tx, parcel, outcome.status);
      if (outcome.retryAt === null) continue;
      const { workspaceId, id: messageId } = parcel;
      const options = { startAfter: new Date(outcome.retryAt), singletonKey: messageId };
      await ctx.enqueue(tx, "message.retry", { workspaceId, messageId }, options);
    }
    await suppressGone(tx, results.flatMap(goneOf), now);
    await reportOutcomes(ctx, tx, stored.flatMap(reportOf), now);
  });
}

const whenUnknown = (provider: Provider | null): Provider["whenUnknown"] =>
  provider?.idempotent ? "retry" : (provider?.whenUnknown ?? "give_up");

/** A later refusal tells nothing about an earlier attempt: what may have been accepted stays so noted. */
function withUnknownEnd({ parcel, attempted }: Result, outcome: AttemptOutcome): AttemptOutcome {
  const isLost = !("notStarted" in attempted) && !attempted.ok && attempted.maybeSent === true;
  if (outcome.params === null || !(isLost || parcel.maybeSent)) return outcome;
  return { ...outcome, params: { ...outcome.params, maybeSent: true } };
}

/** Gives back those that were still ours: another worker may have taken over what took too long. */
async function storeOutcomes(
  tx: Tx,
  workerId: string,
  recorded: readonly Recorded[],
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
    ],
    { prepare: true },
  );
  const ours = new Set(rows.map((row) => row.id));
  return recorded.filter(({ parcel }) => ours.has(parcel.id));
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
