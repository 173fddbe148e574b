import type { WorkspaceId } from "@/core/ids";
import type { Channel } from "@/core/template/channel";
import type { Tx } from "@/db/client";
import type { Provider } from "./provider";

/** A workspace and the number of its latest change of accounts; 0 while it never had one. */
export type AccountsOf = { id: WorkspaceId; accountsRevision: number };

/** The accounts of workspaces, as far as they were read. */
export type AccountProviders = {
  /** Reads the accounts that changed since they were last read; asks nothing when none did. */
  load(tx: Tx, workspaces: readonly AccountsOf[]): Promise<void>;
  /** Those that are on and can be read, in their order. */
  of(workspaceId: WorkspaceId): readonly Provider[];
  /** Whether there is an account of the channel, on or off. */
  has(workspaceId: WorkspaceId, channel: Channel): boolean;
  close(): Promise<void>;
};

/** The providers of live workspaces; sandboxes and in-app messages never ask for one. */
export type ProviderRegistry = Pick<AccountProviders, "load" | "has" | "close"> & {
  /** The provider that new messages of a channel take; null when none is configured. */
  find(workspaceId: WorkspaceId, channel: Channel): Provider | null;
  /** By the name stored with a message. */
  byName(workspaceId: WorkspaceId, name: string): Provider | null;
};

const NO_ACCOUNTS: AccountProviders = {
  load: async () => {},
  of: () => [],
  has: () => false,
  close: async () => {},
};

/** Of a channel a workspace's own accounts come first, in their order; then those of the environment. */
export function providerRegistry(
  environment: readonly Provider[],
  accounts: AccountProviders = NO_ACCOUNTS,
): ProviderRegistry {
  const first = (workspaceId: WorkspaceId, isIt: (provider: Provider) => boolean) =>
    accounts.of(workspaceId).find(isIt) ?? environment.find(isIt) ?? null;
  return {
    find: (workspaceId, channel) => first(workspaceId, (p) => p.channel === channel),
    byName: (workspaceId, name) => first(workspaceId, (p) => p.name === name),
    load: (tx, workspaces) => accounts.load(tx, workspaces),
    has: (workspaceId, channel) => accounts.has(workspaceId, channel),
    close: async () => {
      await Promise.all([accounts.close(), ...environment.map((p) => p.close?.())]);
    },
  };
}

export const NO_PROVIDERS: ProviderRegistry = providerRegistry([]);
