import { setTimeout as sleep } from "node:timers/promises";
import { retryDelayMs } from "@/core/delivery/attempts";
import { takeTurns } from "@/db/queries/provider-health";
import { databaseNow } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import type { BatchDelivery, Delivery, Provider } from "@/server/providers/provider";
import { keyOf } from "@/server/providers/provider-states";
import type { ProviderRegistry } from "@/server/providers/registry";
import {
  AT_ONCE,
  type Attempted,
  attempt,
  attemptBatch,
  type NotStarted,
  START_WITHIN_MS,
} from "./attempt";
import { keepTrying } from "./keep-trying";
import { type Lot, lotsOf } from "./lots";
import { IS_SAME_ATTEMPT, type Parcel } from "./parcel";
import { Recorder, type Result } from "./record";
import { slotsOf } from "./slots";
import { APPEND_TRIED, triedText } from "./tried-text";

/** A turn that comes later than this would begin too late after the claim. */
const TURNS_WITHIN_MS = 0.7 * START_WITHIN_MS;

/** What an earlier worker may have handed over stays in flight: it must not be decided about anew. */
const LEAVE_IN_FLIGHT = `
  update messages m set attempt_by = null, attempts = m.attempts - u.refund,
      tried = ${APPEND_TRIED},
      attempt_at = clock_timestamp() + u.wait_ms * interval '1 millisecond',
      params = case when u.refund = 1 then m.params else jsonb_build_object('maybeSent', true,
        'maybeSince', extract(epoch from clock_timestamp()) * 1000) || coalesce(m.params, '{}') end
    from unnest($2::uuid[], $3::uuid[], $4::float8[], $5::int[], $6::text[], $7::text[])
      as u(workspace_id, id, wait_ms, refund, tried, attempt_at)
   where m.workspace_id = u.workspace_id and m.id = u.id and ${IS_SAME_ATTEMPT}`;

type Round = { workerId: string; providers: ProviderRegistry; recovered?: boolean };

/**
 * Gives committed messages to their providers at once, as many at a time as each provider allows,
 * and records what became of them. Resolves when every outcome is committed. Of `recovered` messages
 * those that find no place stay in flight, for `recover` to find again.
 */
export async function handOver(ctx: Ctx, round: Round, parcels: readonly Parcel[]): Promise<void> {
  if (parcels.length === 0) return;
  const { workerId, providers, recovered } = round;
  const claimedAt = performance.now();
  const staying: Staying[] = [];
  const recorder = new Recorder(ctx, workerId);
  const lots = lotsOf(parcels, providers);
  const turns = await turnsOf(ctx, providers, lots);
  await Promise.all(
    lots.map(async (lot) => {
      const attempted = await handOverLot(ctx, providers, lot, { claimedAt, turn: turns.get(lot) });
      if ("maybeTaken" in attempted) {
        const { maybeTaken: waitMs } = attempted;
        const { said } = attempted;
        return stay(ctx, workerId, [{ parcels: lot.parcels, waitMs, said }]);
      }
      const { provider } = lot;
      const results: Result[] = lot.parcels.map((parcel, index) => {
        const one = attempted.each[index] ?? AT_ONCE;
        return { parcel, attempted: one, provider };
      });
      const isNotAsked = results.every((one) => "notStarted" in one.attempted);
      if (!(recovered && isNotAsked)) return recorder.add(results);
      staying.push({ parcels: lot.parcels, waitMs: waitOf(lot, providers), said: null });
    }),
  );
  if (staying.length > 0) await stay(ctx, workerId, staying);
}

/** While a provider is down nobody needs to look at what is in flight to it. */
function waitOf({ provider, parcels: [first] }: Lot, { states }: ProviderRegistry): number {
  return states && provider && first
    ? states.retryInMs(keyOf(first.workspaceId, provider.name))
    : 0;
}

/** Milliseconds until a call's turn; null when it has none now. */
type Turn = { inMs: number } | null;

/** Turns for all calls to providers with a rate: one statement for each of these, whatever it gets. */
async function turnsOf(
  ctx: Ctx,
  { states }: ProviderRegistry,
  lots: readonly Lot[],
): Promise<Map<Lot, Turn>> {
  const turns = new Map<Lot, Turn>();
  const limited = new Map<string, { provider: Provider; perSecond: number; lots: Lot[] }>();
  for (const lot of lots) {
    const [first] = lot.parcels;
    const { provider } = lot;
    if (!states || !first || !provider?.ratePerSecond) continue;
    const name = `${first.workspaceId} ${provider.name}`;
    const known = limited.get(name);
    if (known) known.lots.push(lot);
    else limited.set(name, { provider, perSecond: provider.ratePerSecond, lots: [lot] });
  }
  for (const { provider, perSecond, lots: waiting } of limited.values()) {
    const workspaceId = waiting[0]?.parcels[0]?.workspaceId;
    if (workspaceId === undefined) continue;
    const wanted = { calls: waiting.length, perSecond, withinMs: TURNS_WITHIN_MS };
    const key = keyOf(workspaceId, provider.name);
    const got = await orElse(ctx, NO_TURNS, takeTurns(ctx.db, key, wanted));
    for (const [index, lot] of waiting.entries()) {
      const inMs = got.waitMs + index * got.stepMs;
      turns.set(lot, index < got.granted ? { inMs } : null);
    }
  }
  return turns;
}

const NO_TURNS = { granted: 0, waitMs: 0, stepMs: 0 };

/**
 * These messages are committed as on their way: when the database is away for a moment, they go back or
 * their outcome is kept, and none is left to be taken for one that may have left.
 */
async function orElse<T>(ctx: Ctx, otherwise: T, asked: Promise<T> | undefined): Promise<T> {
  try {
    return asked === undefined ? otherwise : await asked;
  } catch (error) {
    ctx.log.warn({ err: error }, "the state of a provider could not be read or written");
    return otherwise;
  }
}

type LotAttempted = { each: readonly Attempted[] } | { maybeTaken: number; said: string };

async function handOverLot(
  ctx: Ctx,
  { states }: ProviderRegistry,
  lot: Lot,
  { claimedAt, turn }: { claimedAt: number; turn: Turn | undefined },
): Promise<LotAttempted> {
  const { provider, parcels } = lot;
  const all = (one: Attempted): LotAttempted => ({ each: parcels.map(() => one) });
  const [first] = parcels;
  if (!provider || !first) return all(AT_ONCE);
  const later = (ms: number) => {
    const stepMs = provider.ratePerSecond ? 1_000 / provider.ratePerSecond : 0;
    return all({
      notStarted: true,
      afterMs: slotsOf(provider).reserveMs(performance.now(), { stepMs, fromMs: ms }),
    });
  };
  const key = keyOf(first.workspaceId, provider.name);
  const quietMs = states?.quietMs(key) ?? 0;
  if (quietMs > 0 || turn === null) return later(quietMs);
  const isDown = () => states !== null && states.circuitOf(key) !== null;
  const wasDown = isDown();
  if (states && wasDown) {
    if (states.retryInMs(key) > 0 || !(await orElse(ctx, false, states.takeProbe(ctx.db, key))))
      return all(AT_ONCE);
  }
  if (turn && turn.inMs > 0) await sleep(turn.inMs);
  const start = { claimedAt, mayStart: () => wasDown || !isDown() };
  const answer = await callOf(ctx, provider, lot, start);
  if ("notStarted" in answer) {
    if (states && wasDown) await orElse(ctx, undefined, states.returnProbe(ctx.db, key));
    return all(answer);
  }
  if (states && wasDown && tellsNothing(answer)) {
    await orElse(ctx, undefined, states.passProbe(ctx.db, key));
  } else {
    await orElse(ctx, undefined, states?.heard(ctx.db, key, heardOf(answer, first.id), wasDown));
  }
  if (answer.ok) {
    if ("providerMessageId" in answer) return all(answer);
    return {
      each: answer.providerMessageIds.map((id) => ({ ok: true, providerMessageId: id })),
    };
  }
  // A call that may have been carried out is only ever repeated as it was, whatever is said to it now.
  if (lot.batch !== null && (first.maybeSent || isMaybe(answer))) {
    const askedMs = "apart" in answer ? 0 : answer.retryAfterMs;
    const maybeTaken = retryDelayMs(first.attempts, Math.random(), askedMs);
    return { maybeTaken, said: answer.reason };
  }
  if ("apart" in answer) return all({ ...AT_ONCE, alone: true });
  // Surely not taken, and nothing more is handed over: the claim finds another account, or lets it wait.
  if (answer.blame !== undefined && !answer.maybeSent && isDown()) {
    return all({ ...AT_ONCE, refused: answer.reason });
  }
  return all(answer);
}

function callOf(
  ctx: Ctx,
  provider: Provider,
  { batch, parcels }: Lot,
  start: Parameters<typeof attempt>[3],
): Promise<Delivery | BatchDelivery | NotStarted> {
  const [first] = parcels;
  if (batch === null && first) return attempt(ctx, provider, first, start);
  return attemptBatch(ctx, provider, { key: batch ?? "", sources: parcels }, start);
}

const isMaybe = (answer: Extract<BatchDelivery, { ok: false }>): boolean =>
  !("apart" in answer) && answer.maybeSent === true;

/** What is wrong with one message may be found before the provider is asked, or before it looks at the account. */
const tellsNothing = (answer: Delivery | BatchDelivery): boolean =>
  !answer.ok && ("apart" in answer || (!answer.retry && answer.blame === undefined));

/** A call that is to be taken apart was answered: the provider is there. */
const heardOf = (answer: Delivery | BatchDelivery, id: string): Delivery =>
  answer.ok || "apart" in answer ? { ok: true, providerMessageId: id } : answer;

/**
 * Messages that stay in flight. `said`: the answer to a call that nobody knows the end of, and that is
 * repeated; null when they were not in any.
 */
type Staying = { parcels: readonly Parcel[]; waitMs: number; said: string | null };

/** They are found again by `recover`, once they have waited. */
export const stay = (ctx: Ctx, workerId: string, staying: readonly Staying[]): Promise<void> =>
  keepTrying(ctx, "what stays in flight", () => leave(ctx, workerId, staying));

async function leave(ctx: Ctx, workerId: string, staying: readonly Staying[]): Promise<void> {
  const at = await databaseNow(ctx.db);
  const all = staying.flatMap(({ parcels, waitMs, said }) =>
    parcels.map(({ workspaceId, id, provider, attemptAt }) => ({
      workspaceId,
      id,
      attemptAt,
      waitMs,
      refund: said === null ? 1 : 0,
      tried: said === null ? null : triedText({ at, provider, end: "lost", text: said }),
    })),
  );
  await ctx.db.$client.unsafe(LEAVE_IN_FLIGHT, [
    workerId,
    all.map((one) => one.workspaceId),
    all.map((one) => one.id),
    all.map((one) => one.waitMs),
    all.map((one) => one.refund),
    all.map((one) => one.tried),
    all.map((one) => one.attemptAt),
  ]);
}
