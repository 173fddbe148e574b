import { advance } from "@/core/case/advance";

import type { Instant } from "@/core/time";
import { inTransaction, type Tx } from "@/db/client";
import { commit } from "../cases/apply-events";
import { CASE_COLUMNS, type CaseRow, stateOf } from "../cases/case-row";
import { type Loaded, loadFacts } from "../cases/load-facts";
import type { Transition } from "../cases/store";
import type { Ctx } from "../context";
import { isDatabaseState, messageOf } from "../http/database-error";
import type { Clock } from "./clock";
import { type Faulty, setAside } from "./set-aside";

/** Cases per batch: fewer cost more per case, more gain nothing. */
export const BATCH_MAX = 500;

/** Where to begin the claim: dead index entries below the last batch are not walked again. */
export type Floor = { at: Instant; sweptAt: number };

/** How far below the last batch the claim looks, for commits that came late. */
const FLOOR_MARGIN_MS = 50;
/** How often everything is looked at from the beginning. */
const SWEEP_MS = 10_000;

export const newFloor = (): Floor => ({ at: 0, sweptAt: Number.NEGATIVE_INFINITY });

/** Due cases of real time that nobody holds: from a floor (epoch ms), so many. */
export const CLAIM_LIVE = `select ${CASE_COLUMNS}, round(date_part('epoch', now()) * 1000) as "now" from cases c
  where next_action_at <= now() and next_action_at >= to_timestamp($1 / 1000.0) and not test_clock
  order by next_action_at limit $2 for update skip locked`;

const CLAIM_TEST = `select ${CASE_COLUMNS}, $2::float8 as "now" from cases c
  where workspace_id = $1 and next_action_at <= to_timestamp($2 / 1000.0) and test_clock
  order by next_action_at, id limit $3 for update skip locked`;

const CLAIM_THESE = `select ${CASE_COLUMNS}, coalesce($3::float8, round(date_part('epoch', now()) * 1000)) as "now"
  from cases c join unnest($1::uuid[], $2::uuid[]) as w(workspace_id, id)
    on w.workspace_id = c.workspace_id and w.id = c.id
  where next_action_at is not null order by c.id for update of c skip locked`;

type Claimed = CaseRow & { now: Instant };

/**
 * One batch of the clock: claims up to `BATCH_MAX` due cases that no other worker holds, decides in
 * memory, and writes all that follows in the same transaction. A case that cannot be decided or
 * written is set aside with its reason; the others of its batch go on.
 */
export async function runDue(
  ctx: Ctx,
  { clock, floor, limit = BATCH_MAX }: { clock: Clock; floor: Floor; limit?: number },
): Promise<{ claimed: number }> {
  let claimed: Claimed[] = [];
  try {
    await inTransaction(ctx.db, async (tx) => {
      claimed = await claim(tx, clock, floor, limit);
      await wake(ctx, tx, claimed);
    });
  } catch (error) {
    if (claimed.length === 0 || !isTheirFault(error)) throw error;
    await bisect(ctx, claimed, clock, error);
  }
  return { claimed: claimed.length };
}

async function claim(tx: Tx, clock: Clock, floor: Floor, limit: number): Promise<Claimed[]> {
  if (clock.kind === "test") {
    const values = [clock.workspaceId, clock.now, limit] as never[];
    return (await tx.$client.unsafe(CLAIM_TEST, values, { prepare: true })) as unknown as Claimed[];
  }
  const time = performance.now();
  const sweeps = time - floor.sweptAt > SWEEP_MS;
  if (sweeps) floor.sweptAt = time;
  const from = sweeps ? 0 : floor.at - FLOOR_MARGIN_MS;
  const values = [Math.max(from, 0), limit] as never[];
  const rows = (await tx.$client.unsafe(CLAIM_LIVE, values, {
    prepare: true,
  })) as unknown as Claimed[];
  const first = rows[0]?.nextActionAt;
  if (first != null) floor.at = first;
  return rows;
}

async function wake(ctx: Ctx, tx: Tx, claimed: readonly Claimed[]): Promise<void> {
  if (claimed.length === 0) return;
  const { cases, orphans, decide } = await loadFacts(tx, claimed);
  const transitions: Transition[] = [];
  const faulty: Faulty[] = orphans.map((row) => ({
    row,
    reason: "its workflow version is gone",
    at: nowOf(row),
  }));
  for (const loaded of cases) {
    try {
      transitions.push(await decide(loaded, () => woken(loaded)));
    } catch (error) {
      if (isDatabaseState(error)) throw error;
      ctx.log.error({ err: error, caseId: loaded.row.id }, "a case could not be decided");
      faulty.push({ row: loaded.row, reason: messageOf(error), at: nowOf(loaded.row) });
    }
  }
  await commit(ctx, tx, transitions);
  await setAside(tx, faulty);
}

const nowOf = (row: CaseRow): Instant => (row as Claimed).now;

function woken({ row, program, facts }: Loaded): Transition {
  const at = nowOf(row);
  const { state, effects } = advance(program, stateOf(row), { type: "woke", at }, facts);
  return { row, isNew: false, state, effects, at, topic: program.definition.topic };
}

/** A lost connection or a deadlock says nothing about the cases: their batch is simply run again. */
const isTheirFault = (error: unknown): boolean => !isDatabaseState(error);

/** The batch could not be written: halves, until the one case that breaks it stands alone. */
async function bisect(
  ctx: Ctx,
  rows: readonly Claimed[],
  clock: Clock,
  error: unknown,
): Promise<void> {
  if (rows.length === 1) {
    const [row] = rows;
    if (!row) return;
    ctx.log.error({ err: error, caseId: row.id }, "a case could not be written");
    await inTransaction(ctx.db, async (tx) => {
      const [held] = await claimThese(tx, rows, clock);
      if (held) await setAside(tx, [{ row: held, reason: messageOf(error), at: held.now }]);
    });
    return;
  }
  const middle = Math.ceil(rows.length / 2);
  for (const half of [rows.slice(0, middle), rows.slice(middle)]) {
    let claimed: Claimed[] = [];
    try {
      await inTransaction(ctx.db, async (tx) => {
        claimed = await claimThese(tx, half, clock);
        await wake(ctx, tx, claimed);
      });
    } catch (cause) {
      if (claimed.length === 0 || !isTheirFault(cause)) throw cause;
      await bisect(ctx, claimed, clock, cause);
    }
  }
}

async function claimThese(tx: Tx, rows: readonly CaseRow[], clock: Clock): Promise<Claimed[]> {
  const now = clock.kind === "test" ? clock.now : null;
  const values = [rows.map((row) => row.workspaceId), rows.map((row) => row.id), now] as never[];
  return (await tx.$client.unsafe(CLAIM_THESE, values)) as unknown as Claimed[];
}
