import { accountIdOf } from "@/core/channel/account";
import type { WorkspaceId } from "@/core/ids";
import { findAccount } from "@/db/queries/channel-accounts";
import type { Ctx } from "@/server/context";
import { KINDS } from "./kinds";

/** The sender of an email that left: that of its account, else the installation's; null when there is none. */
export async function senderOf(
  ctx: Pick<Ctx, "db" | "config">,
  { workspaceId, provider }: { workspaceId: WorkspaceId; provider: string | null },
): Promise<string | null> {
  const id = provider && accountIdOf(provider);
  const account = id ? await findAccount(ctx.db, workspaceId, id) : undefined;
  if (account?.channel !== "email") return ctx.config.emailFrom;
  return KINDS[account.provider].sender(account.settings);
}
