import { accountIdOf } from "@/core/channel/account";
import type { WorkspaceId } from "@/core/ids";
import type { Db } from "@/db/client";
import { listAccountNames } from "@/db/queries/channel-accounts";

/** What operators call an account that messages were handed to; null when it is gone, or none of the workspace's. */
export type AccountNames = (provider: string) => string | null;

/** The names of accounts, of providers as they are stored with messages. */
export async function accountNames(
  db: Db,
  workspaceId: WorkspaceId,
  providers: readonly (string | null)[],
): Promise<AccountNames> {
  const ids = new Set(providers.flatMap((one) => (one && accountIdOf(one)) || []));
  const names = ids.size === 0 ? [] : await listAccountNames(db, workspaceId, [...ids]);
  const byId = new Map(names.map(({ id, name }) => [id, name]));
  return (provider) => byId.get(accountIdOf(provider) ?? "") ?? null;
}
