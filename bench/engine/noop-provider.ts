import { type OutgoingOf, type Provider, sends } from "@/server/providers/provider";
import { type ProviderRegistry, providerRegistry } from "@/server/providers/registry";

/** A provider that takes everything at once. `onSend` is told of each message as it is handed over. */
export function noopProviders(onSend: (message: OutgoingOf<"email">) => void): ProviderRegistry {
  const provider: Provider = {
    name: "noop",
    channel: "email",
    idempotent: true,
    whenUnknown: "retry",
    concurrencyMax: 1_000,
    send: sends("email", async (message) => {
      onSend(message);
      return { ok: true, providerMessageId: message.id };
    }),
  };
  return providerRegistry([provider]);
}
