import { sql } from "drizzle-orm";
import type { WorkspaceId } from "@/core/ids";
import type { JobPayload } from "@/core/jobs";
import { SECOND_MS } from "@/core/time";
import { inTransaction } from "@/db/client";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import type { ProviderRegistry } from "@/server/providers/registry";
import { noticeText } from "./notice-words";

const CALL_MS_MAX = 30 * SECOND_MS;

/**
 * Sends the one SMS that answers STOP, START or HELP: past every gate, since it is no message of a case.
 * Where a workspace has no provider, or it refuses, nothing more is tried. For the `reply.notice` job.
 */
export async function sendNotice(
  ctx: Ctx,
  providers: ProviderRegistry,
  { workspaceId, to, kind }: JobPayload<"reply.notice">,
): Promise<void> {
  const workspace = await inTransaction(ctx.db, async (tx) => {
    const [row] = await tx.execute<Sender>(sql`
      select w.id, w.name, w.kind, w.accounts_revision::float8 as "accountsRevision",
        coalesce((
          select p.locale from contact_points cp
          join people p on p.workspace_id = cp.workspace_id and p.id = cp.person_id
          where cp.workspace_id = w.id and cp.channel = 'sms' and cp.address = ${to}
            and p.locale is not null limit 1), w.locale) as locale
      from workspaces w where w.id = ${workspaceId}`);
    if (row) await providers.load(tx, [row]);
    return row;
  });
  if (workspace?.kind !== "live") return;
  const provider = providers.find(workspaceId, "sms");
  if (!provider) return;
  const body = noticeText(kind, workspace.name, workspace.locale);
  const message = { channel: "sms" as const, id: newId(), to, compose: () => ({ body }) };
  const answer = await provider.send(message, AbortSignal.timeout(CALL_MS_MAX));
  if (!answer.ok)
    ctx.log.info({ workspaceId, kind, reason: answer.reason }, "a notice was refused");
}

type Sender = {
  id: WorkspaceId;
  name: string;
  kind: "live" | "sandbox";
  accountsRevision: number;
  locale: string;
};
