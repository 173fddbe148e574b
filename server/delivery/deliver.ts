import { MessageRequest } from "@/core/delivery/request";
import type { WorkspaceId } from "@/core/ids";
import { type Instant, toRfc3339 } from "@/core/time";
import { type Db, inTransaction, type Tx } from "@/db/client";
import { type Clock, LIVE } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { isDatabaseState, messageOf } from "@/server/http/database-error";
import { announceMessage } from "@/server/live/announce";
import { NO_PROVIDERS, type ProviderRegistry } from "@/server/providers/registry";
import { tellMessage } from "@/server/webhooks/tell";
import { type Background, beside } from "./beside";
import { type Claim, claim, NOTHING_CLAIMED, type Round } from "./claim";
import { type ClaimedRow, claimDue, claimRetry, type DueSelection } from "./claimed-rows";
import { handOver } from "./hand-over";
import { jsonText } from "./json-text";
import { reportOutcomes } from "./reports";

export const BATCH_MAX = 500;
/** How far before the last batch's first message the next claim begins to look: what commits this late is still seen. */
const FLOOR_MARGIN_MS = 1_000;

export type DeliverOptions = {
  workerId: string;
  clock: Clock;
  /** Not needed under a test clock: its sandbox reaches no provider. */
  providers?: ProviderRegistry;
  limit?: number;
  /**
   * Nothing due before this moment is looked at: keeps the claim fast while a long transaction holds
   * dead index entries back. Leave it out at least every ten seconds, or a late commit is overlooked.
   */
  floor?: Instant | null;
  /**
   * Takes the calls to providers off this round, so that a slow one does not hold up the next claim.
   * Without it the round ends when every outcome is committed.
   */
  background?: Background;
};

export type Delivered = {
  claimed: number;
  /** A floor for the next round; null when nothing was due. */
  floor: Instant | null;
};

/**
 * One round of delivery: claims the due messages, decides, renders, commits, then gives those with a
 * provider to it at once. `claimed` is 0 when nothing was due, or all of it was in others' hands.
 */
export async function deliverDue(ctx: Ctx, options: DeliverOptions): Promise<Delivered> {
  const { workerId, clock, limit = BATCH_MAX, floor = null, background } = options;
  const { providers = NO_PROVIDERS } = options;
  const round = { workerId, clock, providers, background };
  const { claimed, firstAt, parcels } = await claimAround(ctx, round, {
    clock,
    limit,
    floor,
  });
  await beside(background, handOver(ctx, round, parcels));
  return { claimed, floor: firstAt === null ? null : firstAt - FLOOR_MARGIN_MS };
}

/** A message that no decision can be stored for is set aside; the others of its batch go on. */
async function claimAround(ctx: Ctx, round: Round, selection: DueSelection): Promise<Claim> {
  let rows: ClaimedRow[] = [];
  try {
    return await claim(ctx, round, async (tx) => {
      rows = await claimDue(tx, selection);
      return rows;
    });
  } catch (error) {
    const [first] = rows;
    if (!first || isDatabaseState(error)) throw error;
    const { limit } = selection;
    if (limit > 1) return claimAround(ctx, round, { ...selection, limit: Math.floor(limit / 2) });
    ctx.log.error({ err: error, messageId: first.id }, "message set aside");
    await setAside(ctx, first, error);
    return { ...NOTHING_CLAIMED, claimed: 1 };
  }
}

const SET_ASIDE = `
  update messages set status = 'failed', code = 'fail.config', params = $3::jsonb,
      deliver_at = null, decided_at = clock_timestamp()
   where workspace_id = $1 and id = $2 and status in ('planned', 'held')`;

/** That very message: the first in the queue may be another one by now. */
async function setAside(ctx: Ctx, { workspaceId, id }: ClaimedRow, error: unknown): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await tx.$client.unsafe(SET_ASIDE, [workspaceId, id, jsonText({ text: messageOf(error) })]);
    tellMessage(tx, { workspaceId, id }, "failed");
  });
}

/** When the next message of this clock is due (it may be past); null when none waits. */
export async function nextDeliveryAt(db: Db | Tx, clock: Clock): Promise<Instant | null> {
  const which = clock.kind === "live" ? "not test_clock" : "test_clock and workspace_id = $1";
  const [row] = await db.$client.unsafe<{ at: number }[]>(
    `select (extract(epoch from deliver_at) * 1000)::float8 as at from messages
      where deliver_at is not null and ${which} order by deliver_at limit 1`,
    clock.kind === "live" ? [] : [clock.workspaceId],
  );
  return row?.at ?? null;
}

type OneMessage = { workspaceId: WorkspaceId; messageId: string };

/**
 * The next attempt at a message its provider refused for now: all gates are passed again. Does
 * nothing when it waits no longer. For the `message.retry` job.
 */
export async function deliverRetry(
  ctx: Ctx,
  round: { workerId: string; providers: ProviderRegistry },
  { workspaceId, messageId }: OneMessage,
): Promise<void> {
  const select = (tx: Tx) => claimRetry(tx, workspaceId, messageId);
  const { parcels } = await claim(ctx, { ...round, clock: LIVE }, select);
  await handOver(ctx, round, parcels);
}

/** Ends a message whose retries were lost with their job, so that it does not wait forever. For the dead-letter queue. */
export async function failAbandoned(
  ctx: Ctx,
  { workspaceId, messageId }: OneMessage,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const rows = await claimRetry(tx, workspaceId, messageId);
    const [first] = rows;
    if (!first) return;
    await tx.$client.unsafe(
      `update messages set status = 'failed', decided_at = $3::timestamptz
        where workspace_id = $1 and id = any($2::uuid[])`,
      [workspaceId, rows.map(({ id }) => id), toRfc3339(first.now)],
    );
    for (const row of rows) {
      announceMessage(tx, row, "failed");
      tellMessage(tx, row, "failed");
    }
    const failed = rows.map((row) => ({
      ...row,
      request: MessageRequest.parse(row.request),
      outcome: "failed" as const,
    }));
    await reportOutcomes(ctx, tx, failed, first.now);
  });
}
