import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** Signs of life: workers seen within `seconds`, and what their auditor found. One row, always. */
export async function readWorkers(db: Db, seconds: number) {
  const rows = await db.execute<{ alive: number; stranded: number }>(sql`
    select count(*)::int as alive, coalesce(max(stranded_cases), 0)::int as stranded
    from workers where heartbeat_at > clock_timestamp() - make_interval(secs => ${seconds})`);
  return rows[0] ?? { alive: 0, stranded: 0 };
}

/** How many seconds the oldest due case and message have been waiting for a worker; 0 when none is. */
export async function readLag(db: Db): Promise<{ cases: number; messages: number }> {
  const rows = await db.execute<{ cases: number; messages: number }>(sql`
    select
      greatest(0, coalesce(extract(epoch from clock_timestamp() - (
        select min(next_action_at) from cases
        where next_action_at is not null and not test_clock)), 0))::float8 as cases,
      greatest(0, coalesce(extract(epoch from clock_timestamp() - (
        select min(deliver_at) from messages
        where deliver_at is not null and not test_clock)), 0))::float8 as messages`);
  return rows[0] ?? { cases: 0, messages: 0 };
}

/** Counts stop here: a fold that is this far behind is an alarm whatever the number. */
const PENDING_FACTS_MAX = 1_000_000;

/** Changes that wait to be folded into the rollups, over all workspaces. */
export async function countPendingFacts(db: Db): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from (select 1 from fact_changes limit ${PENDING_FACTS_MAX}) pending`);
  return row?.n ?? 0;
}
