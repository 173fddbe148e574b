import type { JobPayload } from "@/core/jobs";
import { SECOND_MS } from "@/core/time";
import { inTransaction } from "@/db/client";
import { findLocaleAt } from "@/db/queries/contact-addresses";
import { findWorkspace } from "@/db/queries/workspaces";
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
    const row = await findWorkspace(tx, workspaceId);
    if (row) await providers.load(tx, [row]);
    return row;
  });
  if (workspace?.kind !== "live") return;
  const provider = providers.find(workspaceId, "sms");
  if (!provider) return;
  const locale = (await findLocaleAt(ctx.db, workspaceId, "sms", to)) ?? workspace.locale;
  const body = noticeText(kind, workspace.name, locale);
  const message = { channel: "sms" as const, id: newId(), to, compose: () => ({ body }) };
  const answer = await provider.send(message, AbortSignal.timeout(CALL_MS_MAX));
  if (!answer.ok)
    ctx.log.info({ workspaceId, kind, reason: answer.reason }, "a notice was refused");
}
