import { sql } from "drizzle-orm";
import { BURST_MS, TRAPPED_MS } from "@/core/delivery/classify-open";
import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import type { Tx } from "@/db/client";

type Message = { workspaceId: WorkspaceId; message: { id: string }; now: Instant };

/**
 * What was fetched just before was the same scanner's, and so is what a trapped visitor fetched within
 * `TRAPPED_MS`: what it seemed to prove is taken back. Answers, which take a press, stay. The caller holds the
 * message's lock.
 */
export async function demoteHits(
  tx: Tx,
  { workspaceId, message, now }: Message,
  visitor: string | null,
): Promise<void> {
  const ours = sql`workspace_id = ${workspaceId} and message_id = ${message.id}`;
  const near = (ms: number) => sql`abs(date_part('epoch', at) * 1000 - ${now}) < ${ms}`;
  const rows = await tx.execute(sql`
    update message_events set by = 'scanner'
    where ${ours} and type in ('opened', 'clicked') and by in ('human', 'unknown')
      and not (detail ? 'action')
      and (${near(BURST_MS)} or (detail->>'visitor' = ${visitor} and ${near(TRAPPED_MS)}))
    returning 1`);
  if (rows.length === 0) return;
  await tx.execute(sql`
    update messages m set
      clicked_at = (select min(at) from message_events where ${ours} and by = 'human' and type = 'clicked'),
      (opened_by, opened_at) = (select s.by, case when s.by <> 'scanner' then s.at end from (
        select by, at, array_position(array['human', 'proxy', 'unknown', 'scanner'], by) as place
        from message_events where ${ours} and by is not null
          and (type = 'opened' or (by = 'human' and type in ('clicked', 'replied')))) s
        order by s.place, s.at limit 1)
    where m.workspace_id = ${workspaceId} and m.id = ${message.id}`);
}
