import type { Circuit } from "@/core/channel/circuit";
import type { WorkspaceId } from "@/core/ids";
import type { Channel } from "@/core/template/channel";
import type { Tx } from "@/db/client";
import type { Provider } from "./provider";
import { keyOf, type ProviderStates } from "./provider-states";

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

/** What a message is given to now, or who it waits for; neither when nothing is configured. */
export type Choice = { provider: Provider | null; down: Down | null };
/** The first of the providers a message could take, all of which are down. */
export type Down = {
  provider: string;
  circuit: Circuit;
  /** How long a message that waits for it stays away; asked once for each. */
  waitMs: () => number;
};

/** The providers of live workspaces; sandboxes and in-app messages never ask for one. */
export type ProviderRegistry = Pick<AccountProviders, "load" | "has" | "close"> & {
  /** The provider that new messages of a channel take; null when none is configured. */
  find(workspaceId: WorkspaceId, channel: Channel): Provider | null;
  /**
   * For one new message, to `address` where it is known: the first provider that reaches it and is not
   * down. Now and then one of them looks whether a provider that is down is there again.
   */
  choose(workspaceId: WorkspaceId, channel: Channel, address?: string): Choice;
  /** For one message that only the provider of this name may be asked about again. */
  again(workspaceId: WorkspaceId, name: string): Choice;
  /** By the name stored with a message. */
  byName(workspaceId: WorkspaceId, name: string): Provider | null;
  /** Which of them are down; null where nobody keeps account of it. */
  states: ProviderStates | null;
};

const NO_ACCOUNTS: AccountProviders = {
  load: async () => {},
  of: () => [],
  has: () => false,
  close: async () => {},
};

const NOTHING: Choice = { provider: null, down: null };

/** Of a channel a workspace's own accounts, in their order; where it has none, those of the environment. */
export function providerRegistry(
  environment: readonly Provider[],
  accounts: AccountProviders = NO_ACCOUNTS,
  states: ProviderStates | null = null,
): ProviderRegistry {
  const all = (workspaceId: WorkspaceId, isIt: (provider: Provider) => boolean) => {
    const own = accounts.of(workspaceId).filter(isIt);
    // What the environment names is from another sender: nothing of theirs leaves through it.
    return own.length > 0 ? own : environment.filter(isIt);
  };
  const isDown = (workspaceId: WorkspaceId, { name }: Provider) =>
    states !== null && states.circuitOf(keyOf(workspaceId, name)) !== null;
  const chooseOf = (workspaceId: WorkspaceId, candidates: readonly Provider[]): Choice => {
    let down: Down | null = null;
    for (const provider of candidates) {
      const key = keyOf(workspaceId, provider.name);
      const circuit = states?.circuitOf(key) ?? null;
      if (!states || circuit === null || states.choosesProbe(key)) return { provider, down: null };
      down ??= { provider: provider.name, circuit, waitMs: () => states.waitMs(key) };
    }
    return down ? { provider: null, down } : NOTHING;
  };
  const byName = (workspaceId: WorkspaceId, name: string) =>
    all(workspaceId, (p) => p.name === name)[0] ?? null;
  return {
    find: (workspaceId, channel) => {
      const candidates = all(workspaceId, (p) => p.channel === channel);
      return candidates.find((p) => !isDown(workspaceId, p)) ?? candidates[0] ?? null;
    },
    choose: (workspaceId, channel, address) =>
      chooseOf(
        workspaceId,
        all(
          workspaceId,
          (p) => p.channel === channel && (address === undefined || !p.takes || p.takes(address)),
        ),
      ),
    again: (workspaceId, name) => {
      const provider = byName(workspaceId, name);
      return provider ? chooseOf(workspaceId, [provider]) : NOTHING;
    },
    byName,
    states,
    load: async (tx, workspaces) => {
      await accounts.load(tx, workspaces);
      if (workspaces.length > 0) await states?.refresh(tx);
    },
    has: (workspaceId, channel) => accounts.has(workspaceId, channel),
    close: async () => {
      await Promise.all([accounts.close(), ...environment.map((p) => p.close?.())]);
    },
  };
}

export const NO_PROVIDERS: ProviderRegistry = providerRegistry([]);
