import { sql } from "drizzle-orm";
import { MINUTE_MS, SECOND_MS } from "@/core/time";
import { inTransaction } from "@/db/client";
import { foldStepMoves } from "@/db/queries/step-counts";
import { foldFacts } from "@/server/analytics/fold";
import { backfillTrails } from "@/server/cases/backfill-trails";
import type { Ctx } from "@/server/context";
import { recover } from "@/server/delivery/recover";
import type { ProviderRegistry } from "@/server/providers/registry";
import { applyLogRetention } from "@/server/webhooks/apply-log-retention";
import { applyRetention } from "@/server/workspaces/apply-retention";

const HEARTBEAT_MS = 2 * SECOND_MS;
const RECOVER_MS = 2 * SECOND_MS;
const TAKE_UP_ROUNDS_MAX = 20;
const AUDIT_MS = MINUTE_MS;
const RETENTION_MS = 5 * MINUTE_MS;
const BACKFILL_MS = 5 * MINUTE_MS;
const FOLD_MS = 5 * SECOND_MS;
const FOLD_FACTS_MS = SECOND_MS;
/** Rounds of one fold; what is left counts all the same, and is folded the next time. */
const FOLD_ROUNDS_MAX = 100;

/** Says that this worker lives. */
export async function beat(ctx: Ctx, workerId: string): Promise<void> {
  await ctx.db.execute(sql`
    insert into workers (id, started_at, heartbeat_at) values (${workerId}, now(), now())
    on conflict (id) do update set heartbeat_at = now()`);
}

/** A starting worker takes up what dead ones left before the clock moves their cases on. */
export async function takeUp(ctx: Ctx, round: Parameters<typeof recover>[1]): Promise<void> {
  for (let n = 0; n < TAKE_UP_ROUNDS_MAX; n++) {
    const { found } = await recover(ctx, round);
    if (found === 0) return;
  }
}

/**
 * Rule 5: an open case that is not held has its next moment stored. Counts the ones that have not,
 * and those whose moment passed long ago unseen; the ready endpoint fails while there are any.
 */
export async function auditCases(ctx: Ctx, workerId: string): Promise<number> {
  const [row] = await ctx.db.execute<{ stranded: number }>(sql`
    select (select count(*) from cases where status = 'open' and next_action_at is null
        and (waiting_for is null or waiting_for not in ('due_date', 'operator')))::int
      + (select count(*) from (select 1 from cases where next_action_at < now() - interval '5 minutes'
          and not test_clock limit 1000) late)::int as stranded`);
  const stranded = row?.stranded ?? 0;
  await ctx.db.execute(sql`
    update workers set stranded_cases = ${stranded}, audited_at = now() where id = ${workerId}`);
  if (stranded > 0) ctx.log.error({ stranded }, "open cases without a next moment");
  return stranded;
}

/** Takes away what is kept for a time only: old idempotency answers, early answers, dead workers. */
export async function tidy(ctx: Ctx): Promise<void> {
  await ctx.db.execute(
    sql`delete from idempotency_keys where created_at < now() - interval '24 hours'`,
  );
  await ctx.db.execute(sql`delete from early_answers where at < now() - interval '60 days'`);
  await ctx.db.execute(sql`delete from workers where heartbeat_at < now() - interval '1 day'`);
}

/** Folds what happened at the steps of workflows into their counts, until nothing is left. */
async function foldCounts(ctx: Ctx): Promise<void> {
  for (let n = 0; n < FOLD_ROUNDS_MAX; n++) {
    if ((await inTransaction(ctx.db, foldStepMoves)) === 0) return;
  }
}

/** Counts what changed in the numbers, until nothing is left. */
async function countChanges(ctx: Ctx, stopping: AbortSignal): Promise<void> {
  for (let n = 0; n < FOLD_ROUNDS_MAX && !stopping.aborted; n++) {
    if ((await foldFacts(ctx)) === 0) return;
  }
}

/** Runs them in their intervals until the returned function is called. */
export function startUpkeep(ctx: Ctx, workerId: string, providers: ProviderRegistry): () => void {
  const every = (ms: number, what: string, work: () => Promise<unknown>) => {
    let busy = false;
    const tick = async () => {
      if (busy) return;
      busy = true;
      await work().catch((error: unknown) => ctx.log.error({ err: error, what }, "upkeep failed"));
      busy = false;
    };
    void tick();
    return setInterval(tick, ms);
  };
  const stopping = new AbortController();
  const timers = [
    every(HEARTBEAT_MS, "heartbeat", () => beat(ctx, workerId)),
    // Apart from the heartbeat, which a slow provider must not hold up.
    every(RECOVER_MS, "recover", () => recover(ctx, { workerId, providers })),
    every(AUDIT_MS, "audit", async () => {
      await auditCases(ctx, workerId);
      await tidy(ctx);
    }),
    every(FOLD_MS, "fold counts", () => foldCounts(ctx)),
    every(FOLD_FACTS_MS, "count changes", () => countChanges(ctx, stopping.signal)),
    // Again and again: a worker of the previous release may still be opening cases beside this one.
    every(BACKFILL_MS, "trails of old cases", async () => {
      const cases = await backfillTrails(ctx, stopping.signal);
      if (cases > 0) ctx.log.info({ cases }, "trails of old cases");
    }),
    every(RETENTION_MS, "retention", async () => {
      const webhooks = await applyLogRetention(ctx);
      const removed = { ...(await applyRetention(ctx)), webhooks };
      if (Object.values(removed).some((n) => n > 0)) ctx.log.info({ removed }, "retention");
    }),
  ];
  return () => {
    stopping.abort();
    for (const timer of timers) clearInterval(timer);
  };
}
