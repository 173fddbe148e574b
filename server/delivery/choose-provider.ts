import { DOWN_PATIENCE_MS } from "@/core/channel/circuit";
import type { AddressFacts } from "@/core/delivery/gate-input";
import { MINUTE_MS } from "@/core/time";
import type { Provider } from "@/server/providers/provider";
import type { Choice } from "@/server/providers/registry";
import type { ClaimedRow } from "./claimed-rows";
import { dueSinceOf } from "./parcel";
import type { Recipient } from "./recipients";
import type { Batch } from "./settle";

/** How often a message looks whether its channel has a provider by now. */
const NO_PROVIDER_RECHECK_MS = MINUTE_MS;

/** Nothing is configured, or needed. */
export const NO_CHOICE: Choice = { provider: null, down: null };

/** The first that reaches one of the person's addresses, and is not down. */
export function providerOf(row: ClaimedRow, batch: Batch, recipient: Recipient | null): Choice {
  const { workspaceId, channel, maybeAt } = row;
  const { providers } = batch;
  if (maybeAt !== null) return againOf(row, maybeAt, batch);
  let down: Choice | null = null;
  for (const { address, verified, suppressed } of recipient?.addresses.get(channel) ?? []) {
    if (!verified || suppressed) continue;
    const choice = providers.choose(workspaceId, channel, address);
    if (choice.provider) return choice;
    if (choice.down) down ??= choice;
  }
  return down ?? providers.choose(workspaceId, channel);
}

/** Another provider does not know the message: it would send what the earlier one may have sent. */
function againOf(
  { workspaceId, maybeSince }: ClaimedRow,
  name: string,
  { providers, now }: Batch,
): Choice {
  const { idempotentForMs = Number.POSITIVE_INFINITY } = providers.byName(workspaceId, name) ?? {};
  const isForgotten = maybeSince !== null && now - maybeSince > idempotentForMs;
  return isForgotten ? NO_CHOICE : providers.again(workspaceId, name);
}

/** What becomes of a message that no provider takes now: it waits, fails, or stays unknown. */
export function withoutProvider(
  { channel, maybeAt, maybeSince, ...row }: ClaimedRow,
  down: Choice["down"],
  { now }: Batch,
) {
  if (down) {
    const { provider, circuit, waitMs } = down;
    const dueSince = dueSinceOf(row, now);
    if (maybeAt !== null && now - (maybeSince ?? dueSince) > DOWN_PATIENCE_MS) {
      const why = { channel, why: "provider_down", provider: maybeAt };
      return { kind: "unknown" as const, code: "fail.unknown", params: why };
    }
    if (now - dueSince > DOWN_PATIENCE_MS && maybeAt === null) {
      const params = { text: circuit.lastError, channel };
      const code = circuit.blame === "guard" ? "fail.not_called" : "fail.provider";
      return { kind: "failed" as const, code, params };
    }
    const params = { channel, provider, since: circuit.openedAt, dueSince };
    const until = now + waitMs();
    return { kind: "held" as const, code: "held.provider_down", params, until };
  }
  if (maybeAt !== null) {
    const params = { channel, why: "no_provider", provider: maybeAt };
    return { kind: "unknown" as const, code: "fail.unknown", params };
  }
  const until = now + NO_PROVIDER_RECHECK_MS;
  return { kind: "held" as const, code: "held.no_provider", params: { channel }, until };
}

/** An account of webhooks that is off says where messages of people without an address go when it is on. */
export const mayBeAddressed = (
  { workspaceId, channel }: ClaimedRow,
  recipient: Recipient | null,
  { providers }: Batch,
): boolean =>
  channel === "webhook" &&
  (recipient?.addresses.get(channel) ?? []).length === 0 &&
  providers.has(workspaceId, channel);

/** Who has no address of their own on a channel is written to where its account says, if it says. */
export function addressesOf(
  { channel }: ClaimedRow,
  recipient: Recipient | null,
  provider: Provider | null,
): readonly AddressFacts[] {
  const takes = provider?.takes;
  const all = recipient?.addresses.get(channel) ?? [];
  const own = takes ? all.filter(({ address }) => takes(address)) : all;
  if (own.length > 0 || provider?.defaultTo === undefined) return own;
  return [{ address: provider.defaultTo, verified: true, suppressed: null }];
}
