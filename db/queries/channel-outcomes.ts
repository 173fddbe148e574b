import { sql } from "drizzle-orm";
import { CLASS_OF, type MessageStatus, type OutcomeClass } from "@/core/delivery/message-status";
import { uuidv7, type WorkspaceId } from "@/core/ids";
import type { Channel } from "@/core/template/channel";
import { HOUR_MS, type Instant, toRfc3339 } from "@/core/time";
import type { Db } from "@/db/client";

export type ChannelOutcomes = Record<OutcomeClass, number>;

/**
 * What became of the messages that were planned in the last hour of the workspace's clock, by channel;
 * `held` are all that are held now, whenever they were planned. Read along the ids, which are UUIDv7 of the database's clock: what a sandbox played through in a
 * minute was not all planned in an hour.
 */
export async function countLastHour(
  db: Db,
  workspaceId: WorkspaceId,
  { databaseNow, now }: { databaseNow: Instant; now: Instant },
): Promise<Map<Channel, ChannelOutcomes>> {
  const rows = await db.execute<{ channel: Channel; status: MessageStatus; n: number }>(sql`
    select channel, status, count(*)::int as n from messages
    where workspace_id = ${workspaceId} and status = 'held' group by channel, status
    union all
    select channel, status, count(*)::int as n from messages
    where workspace_id = ${workspaceId} and status not in ('planned', 'held', 'sending')
      and id >= ${uuidv7(databaseNow - HOUR_MS, new Uint8Array(10))}::uuid
      and planned_at > ${toRfc3339(now - HOUR_MS)}::timestamptz
    group by channel, status`);
  const counts = new Map<Channel, ChannelOutcomes>();
  for (const { channel, status, n } of rows) {
    const known = counts.get(channel) ?? { sent: 0, held: 0, not_sent: 0, failed: 0 };
    known[CLASS_OF[status]] += n;
    counts.set(channel, known);
  }
  return counts;
}
