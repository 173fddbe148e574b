import type { Channel } from "@/core/template/channel";
import type { Provider } from "./provider";

/** The providers of live workspaces; sandboxes and in-app messages never ask for one. */
export type ProviderRegistry = {
  /** The provider that new messages of a channel take; null when none is configured. */
  find(channel: Channel): Provider | null;
  /** By the name stored with a message. */
  byName(name: string): Provider | null;
  close(): Promise<void>;
};

/** The first of a channel is the one new messages take. */
export function providerRegistry(providers: readonly Provider[]): ProviderRegistry {
  return {
    find: (channel) => providers.find((p) => p.channel === channel) ?? null,
    byName: (name) => providers.find((p) => p.name === name) ?? null,
    close: async () => {
      await Promise.all(providers.map((p) => p.close?.()));
    },
  };
}

export const NO_PROVIDERS: ProviderRegistry = providerRegistry([]);
