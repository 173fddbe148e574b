import type { WorkspaceId } from "@/core/ids";
import type { Channel } from "@/core/template/channel";
import { type Instant, toRfc3339 } from "@/core/time";
import type { Tx } from "@/db/client";

export type GoneAddress = {
  workspaceId: WorkspaceId;
  channel: Channel;
  address: string;
  reason: "bounced" | "complained" | "stopped";
};

// In one order everywhere: two rounds that suppress the same addresses cannot wait for each other.
const INSERT = `
  insert into suppressions (workspace_id, channel, address, reason, at)
  select distinct on (u.workspace_id, u.channel, u.address) u.*, $1::timestamptz
    from unnest($2::uuid[], $3::text[], $4::text[], $5::text[])
      as u(workspace_id, channel, address, reason)
   order by u.workspace_id, u.channel, u.address
  on conflict (workspace_id, channel, address) do update set reason = excluded.reason
   where suppressions.reason = 'bounced' and excluded.reason <> 'bounced'
  returning address`;

/**
 * Addresses a provider said nobody is at, or whose owner said stop or complained, are not written to
 * again. A person's own word takes the place of a bounce, whichever came first. Gives the addresses of
 * which this is news.
 */
export async function suppressGone(
  tx: Tx,
  gone: readonly GoneAddress[],
  now: Instant,
): Promise<string[]> {
  if (gone.length === 0) return [];
  const rows = await tx.$client.unsafe<{ address: string }[]>(INSERT, [
    toRfc3339(now),
    gone.map((g) => g.workspaceId),
    gone.map((g) => g.channel),
    gone.map((g) => g.address),
    gone.map((g) => g.reason),
  ]);
  return rows.map(({ address }) => address);
}
