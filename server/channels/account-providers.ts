import type { Logger } from "pino";
import type { WorkspaceId } from "@/core/ids";
import type { Channel } from "@/core/template/channel";
import { MINUTE_MS } from "@/core/time";
import { type ChannelAccountRow, listAccountsOf } from "@/db/queries/channel-accounts";
import type { Provider } from "@/server/providers/provider";
import type { AccountProviders } from "@/server/providers/registry";
import { type AccountsConfig, connectAccount } from "./account";

/** Workspaces whose accounts a process keeps connected; more than one batch of delivery can name. */
const WORKSPACES_KEPT_MAX = 1_000;
/** Longer than any call: what is under way on connections that were replaced comes to its end. */
const CLOSE_AFTER_MS = MINUTE_MS;

/** A connection is kept as long as this stays the same: its name and place may change. */
type Connected = { made: string; provider: Provider };
type Kept = {
  revision: number;
  connected: readonly Connected[];
  /** Of all accounts, also of those that are off. */
  channels: ReadonlySet<Channel>;
};

/**
 * The stored accounts of workspaces, connected. `load` compares the revision that delivery reads with
 * the workspace anyway, so that a change holds from the next message on and costs no query otherwise.
 */
export function storedAccounts(
  config: AccountsConfig,
  log?: Logger,
  keptMax = WORKSPACES_KEPT_MAX,
): AccountProviders {
  const kept = new Map<WorkspaceId, Kept>();
  const closing = new Map<NodeJS.Timeout, Provider>();

  function retire(connected: readonly Connected[], still: readonly Connected[] = []): void {
    for (const { provider } of connected) {
      if (still.some((one) => one.provider === provider)) continue;
      const timer = setTimeout(() => {
        closing.delete(timer);
        void provider.close?.();
      }, CLOSE_AFTER_MS).unref();
      closing.set(timer, provider);
    }
  }

  /** Those named last stand at the end of the map; forgotten ones would leave through the environment. */
  function touch(id: WorkspaceId): void {
    const known = kept.get(id);
    if (!known) return;
    kept.delete(id);
    kept.set(id, known);
  }

  function connect(row: ChannelAccountRow, before: readonly Connected[]): Connected[] {
    const made = `${row.id} ${row.sealed} ${JSON.stringify(row.settings)}`;
    const known = before.find((one) => one.made === made);
    if (known) return [known];
    const provider = connectAccount(config, row);
    if (provider) return [{ made, provider }];
    log?.warn({ workspaceId: row.workspaceId, accountId: row.id }, "account cannot be read");
    return [];
  }

  return {
    load: async (tx, workspaces) => {
      const named = new Set(workspaces.map(({ id }) => id));
      for (const id of named) touch(id);
      const changed = workspaces.filter(({ id, accountsRevision }) => {
        const known = kept.get(id)?.revision ?? 0;
        return known !== accountsRevision;
      });
      if (changed.length === 0) return;
      const rows = await listAccountsOf(
        tx,
        changed.map(({ id }) => id),
      );
      for (const { id, accountsRevision } of changed) {
        const before = kept.get(id)?.connected ?? [];
        const theirs = rows.filter((row) => row.workspaceId === id);
        const connected = theirs
          .filter((row) => row.enabled)
          .flatMap((row) => connect(row, before));
        const channels = new Set(theirs.map(({ channel }) => channel));
        retire(before, connected);
        kept.delete(id);
        kept.set(id, { revision: accountsRevision, connected, channels });
      }
      for (const [id, { connected }] of kept) {
        if (kept.size <= keptMax || named.has(id)) break;
        kept.delete(id);
        retire(connected);
      }
    },
    of: (workspaceId) => kept.get(workspaceId)?.connected.map((one) => one.provider) ?? [],
    has: (workspaceId, channel) => kept.get(workspaceId)?.channels.has(channel) ?? false,
    close: async () => {
      for (const timer of closing.keys()) clearTimeout(timer);
      const open = [...kept.values()].flatMap(({ connected }) => connected);
      const providers = [...closing.values(), ...open.map((one) => one.provider)];
      kept.clear();
      closing.clear();
      await Promise.all(providers.map((provider) => provider.close?.()));
    },
  };
}
