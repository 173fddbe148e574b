import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import { inTransaction, type Tx } from "@/db/client";
import type { Ctx } from "../context";

/** What a provider, a mail program or the inbox reports about a message, at the moment it happened. */
export type Comeback = {
  messageId: string;
  type: "delivered" | "opened" | "clicked" | "viewed" | "replied";
  by: "human" | "proxy" | null;
  at: Instant;
};

/** Records reports as their own doors would: once each, a machine's open never as a human's. */
export async function recordComebacks(
  ctx: Ctx,
  workspaceId: WorkspaceId,
  comebacks: readonly Comeback[],
): Promise<void> {
  if (comebacks.length === 0) return;
  const list = JSON.stringify(
    comebacks.map(({ messageId, type, by, at }) => ({ messageId, type, by, at })),
  );
  const rows = sql`
    (select (r->>'messageId')::uuid as id, r->>'type' as type, r->>'by' as by,
      to_timestamp((r->>'at')::float8 / 1000.0) as at from jsonb_array_elements(${list}::jsonb) as l(r)) n`;
  const ours = sql`m.workspace_id = ${workspaceId} and m.id = n.id`;
  await inTransaction(ctx.db, async (tx) => {
    await tx.execute(sql`
      insert into message_events (workspace_id, message_id, id, type, by, at)
      select ${workspaceId}, id, type || coalesce(':' || by, ''), type, by, at from ${rows}
      on conflict do nothing`);
    await tx.execute(sql`
      update messages m set status = 'delivered', delivered_at = n.at
      from ${rows} where ${ours} and n.type = 'delivered' and m.status = 'sent'`);
    for (const by of ["proxy", "human"]) {
      await tx.execute(sql`
        update messages m set opened_at = n.at, opened_by = n.by
        from ${rows} where ${ours} and n.type = 'opened' and n.by = ${by}
          and m.opened_by is distinct from 'human'`);
    }
    await tx.execute(sql`
      update messages m set
        clicked_at = case when n.type = 'clicked' then n.at else m.clicked_at end,
        replied_at = case when n.type = 'replied' then n.at else m.replied_at end,
        read_at = case when n.type = 'viewed' then n.at else m.read_at end
      from ${rows} where ${ours} and n.type in ('clicked', 'replied', 'viewed')`);
  });
}

/** The address does not exist: the message failed, and nothing is sent there again. */
export async function recordBounce(
  ctx: Ctx,
  workspaceId: WorkspaceId,
  message: { id: string; channel: string; to: string },
  text: string,
  at: Instant,
): Promise<void> {
  const moment = sql`to_timestamp(${at} / 1000.0)`;
  await inTransaction(ctx.db, async (tx: Tx) => {
    await tx.execute(sql`
      update messages set status = 'failed', code = 'fail.bounced',
        params = ${JSON.stringify({ text })}::jsonb, decided_at = ${moment}
      where workspace_id = ${workspaceId} and id = ${message.id}`);
    await tx.execute(sql`
      insert into message_events (workspace_id, message_id, id, type, detail, at)
      values (${workspaceId}, ${message.id}, 'bounced', 'bounced', ${JSON.stringify({ text })}::jsonb, ${moment})
      on conflict do nothing`);
    await tx.execute(sql`
      insert into suppressions (workspace_id, channel, address, reason, at)
      values (${workspaceId}, ${message.channel}, ${message.to}, 'bounced', ${moment})
      on conflict do nothing`);
  });
}
