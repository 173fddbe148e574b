import { accountIdOf } from "@/core/channel/account";
import type { WorkspaceId } from "@/core/ids";
import type { Db } from "@/db/client";
import { findAccount } from "@/db/queries/channel-accounts";

/** What operators call what a message was handed to; null for an account that is gone, and before. */
export async function providerName(
  db: Db,
  { workspaceId, provider }: { workspaceId: WorkspaceId; provider: string | null },
): Promise<string | null> {
  const id = provider && accountIdOf(provider);
  if (!id) return provider;
  return (await findAccount(db, workspaceId, id))?.name ?? null;
}
