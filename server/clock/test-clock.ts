import { sql } from "drizzle-orm";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { DAY_MS, type Instant, toRfc3339 } from "@/core/time";
import { inTransaction } from "@/db/client";
import { endSnoozes } from "@/db/queries/inbox-writes";
import { holdSessionLock } from "@/db/session-lock";
import type { Ctx } from "../context";
import { deliverDue } from "../delivery/deliver";
import { newId } from "../new-id";
import { newFloor, runDue } from "./run-due";

/** How far one call may move the clock. */
export const CLOCK_JUMP_MAX_MS = 3_660 * DAY_MS;
/** Moments one call may run through; beyond them it says where it stands and can be called again. */
const MOMENTS_MAX = 200_000;
/** Items of inboxes that come back together. */
const ITEMS_AT_ONCE = 500;

export type ClockRun = { now: Instant; ran: { cases: number; messages: number } };

/** Where the workspace's time stands: its test clock, or the real time. */
export async function readTestClock(ctx: Ctx, workspaceId: WorkspaceId): Promise<{ now: Instant }> {
  const { now } = await clockOf(ctx, workspaceId);
  return { now };
}

/**
 * Moves a sandbox's own clock forward and runs everything that falls due on the way, in order, each
 * at its own moment, with the production code. The first call puts the workspace under its clock.
 * Refuses a live workspace (`forbidden`), a moment behind the clock (`conflict`) and too far a jump.
 */
export async function moveTestClock(
  ctx: Ctx,
  workspaceId: WorkspaceId,
  to: Instant,
): Promise<ClockRun> {
  const clock = await clockOf(ctx, workspaceId);
  if (clock.kind !== "sandbox") {
    throw new AppError("forbidden", "Only a sandbox workspace has a test clock.");
  }
  if (clock.isTest && to < clock.now) {
    throw new AppError(
      "conflict",
      `The test clock stands at ${toRfc3339(clock.now)}; it only moves forward.`,
    );
  }
  if (to - clock.now > CLOCK_JUMP_MAX_MS) {
    const message = "at most ten years ahead of where the clock stands";
    throw new AppError("invalid", message, { errors: [{ path: "to", message }] });
  }
  return withClock(ctx, workspaceId, async () => {
    await takeOver(ctx, workspaceId, clock.isTest ? clock.now : to);
    return run(ctx, workspaceId, to);
  });
}

type ClockState = { kind: "live" | "sandbox"; now: Instant; isTest: boolean };

async function clockOf(ctx: Ctx, workspaceId: WorkspaceId): Promise<ClockState> {
  const [row] = await ctx.db.execute<ClockState>(sql`
    select kind, clock_at is not null as "isTest",
      floor(date_part('epoch', coalesce(clock_at, clock_timestamp())) * 1000) as now
    from workspaces where id = ${workspaceId}`);
  if (!row) throw new AppError("not_found", "There is no such workspace.");
  return row;
}

/** One mover at a time per workspace: a second call waits for the first. */
async function withClock<T>(
  ctx: Ctx,
  workspaceId: WorkspaceId,
  work: () => Promise<T>,
): Promise<T> {
  const release = await holdSessionLock(ctx.config.databaseUrl, `clock/${workspaceId}`);
  try {
    return await work();
  } finally {
    await release();
  }
}

/** Puts the workspace and all that is pending in it under its own clock. */
async function takeOver(ctx: Ctx, workspaceId: WorkspaceId, at: Instant): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await tx.execute(sql`
      update workspaces set clock_at = coalesce(clock_at, least(to_timestamp(${at} / 1000.0), clock_timestamp()))
      where id = ${workspaceId}`);
    await tx.execute(sql`
      update cases set test_clock = true where workspace_id = ${workspaceId} and not test_clock
        and next_action_at is not null`);
    await tx.execute(sql`
      update messages set test_clock = true where workspace_id = ${workspaceId} and not test_clock
        and deliver_at is not null`);
    await tx.execute(sql`
      update inbox_items set test_clock = true where workspace_id = ${workspaceId} and not test_clock
        and snoozed_until is not null`);
  });
}

async function run(ctx: Ctx, workspaceId: WorkspaceId, to: Instant): Promise<ClockRun> {
  const ran = { cases: 0, messages: 0 };
  let back = 0;
  const workerId = newId();
  const floor = newFloor();
  for (let moments = 0; moments < MOMENTS_MAX; moments++) {
    const now = await stepTo(ctx, workspaceId, to);
    if (now === null) break;
    const clock = { kind: "test" as const, workspaceId, now };
    const before = ran.cases + ran.messages + back;
    for (;;) {
      const { claimed: cases } = await runDue(ctx, { clock, floor });
      const { claimed: messages } = await deliverDue(ctx, { workerId, clock });
      const items = await inTransaction(ctx.db, (tx) => endSnoozes(tx, clock, ITEMS_AT_ONCE));
      back += items;
      ran.cases += cases;
      ran.messages += messages;
      if (cases + messages + items === 0) break;
    }
    if (ran.cases + ran.messages + back === before) {
      ctx.log.warn(
        { workspaceId, now },
        "something is due under the test clock that nobody could take",
      );
      break;
    }
  }
  const { now } = await clockOf(ctx, workspaceId);
  return { now, ran };
}

/** Sets the clock to the next moment with something due; null when nothing is due up to `to`, which is then reached. */
async function stepTo(ctx: Ctx, workspaceId: WorkspaceId, to: Instant): Promise<Instant | null> {
  const [row] = await ctx.db.execute<{ next: Instant | null }>(sql`
    select round(date_part('epoch', least(
      (select min(next_action_at) from cases
        where workspace_id = ${workspaceId} and next_action_at is not null and test_clock),
      (select min(deliver_at) from messages
        where workspace_id = ${workspaceId} and deliver_at is not null and test_clock),
      (select min(snoozed_until) from inbox_items
        where workspace_id = ${workspaceId} and snoozed_until is not null and test_clock))) * 1000) as next`);
  const next = row?.next ?? null;
  const reached = next === null || next > to ? to : next;
  const [clock] = await ctx.db.execute<{ now: Instant }>(sql`
    update workspaces set clock_at = greatest(clock_at, to_timestamp(${reached} / 1000.0))
    where id = ${workspaceId}
    returning round(date_part('epoch', clock_at) * 1000) as now`);
  return next === null || next > to ? null : (clock?.now ?? reached);
}

/**
 * Runs what is due where the test clock stands: time does not pass, but what belongs to this very
 * moment happens, as it would in real time. Does nothing for a workspace without a test clock.
 */
export async function runInstant(ctx: Ctx, workspaceId: WorkspaceId): Promise<void> {
  const clock = await clockOf(ctx, workspaceId);
  if (clock.isTest) await run(ctx, workspaceId, clock.now);
}

/** Gives the workspace back to real time: what is pending joins the live clock. */
export async function releaseTestClock(ctx: Ctx, workspaceId: WorkspaceId): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await tx.execute(sql`update workspaces set clock_at = null where id = ${workspaceId}`);
    await tx.execute(
      sql`update cases set test_clock = false where workspace_id = ${workspaceId} and test_clock`,
    );
    await tx.execute(
      sql`update messages set test_clock = false where workspace_id = ${workspaceId} and test_clock`,
    );
    await tx.execute(
      sql`update inbox_items set test_clock = false where workspace_id = ${workspaceId} and test_clock`,
    );
  });
}
