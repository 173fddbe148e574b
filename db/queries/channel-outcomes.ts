import { sql } from "drizzle-orm";
import { CLASS_OF, type MessageStatus, type OutcomeClass } from "@/core/delivery/message-status";
import { uuidv7, type WorkspaceId } from "@/core/ids";
import type { Channel } from "@/core/template/channel";
import { HOUR_MS, type Instant } from "@/core/time";
import type { Db } from "@/db/client";

export type ChannelOutcomes = Record<OutcomeClass, number>;

/** What became of the messages that were planned in the last hour, by channel. Read along the ids, which are UUIDv7. */
export async function countLastHour(
  db: Db,
  workspaceId: WorkspaceId,
  now: Instant,
): Promise<Map<Channel, ChannelOutcomes>> {
  const rows = await db.execute<{ channel: Channel; status: MessageStatus; n: number }>(sql`
    select channel, status, count(*)::int as n from messages
    where workspace_id = ${workspaceId} and id >= ${uuidv7(now - HOUR_MS, new Uint8Array(10))}::uuid
    group by channel, status`);
  const counts = new Map<Channel, ChannelOutcomes>();
  for (const { channel, status, n } of rows) {
    const known = counts.get(channel) ?? { sent: 0, held: 0, not_sent: 0, failed: 0 };
    known[CLASS_OF[status]] += n;
    counts.set(channel, known);
  }
  return counts;
}
