import type { Provider } from "@/server/providers/provider";
import type { ProviderRegistry } from "@/server/providers/registry";
import type { Parcel } from "./parcel";
import type { Settled } from "./settled";

/** Marks a message that does not leave beside others any more: a call with it was refused as a whole. */
export const ALONE = "00000000-0000-0000-0000-000000000000";

/** What leaves in one call: one message, or a batch. `provider` null: it went away since the claim. */
export type Lot = { provider: Provider | null; batch: string | null; parcels: Parcel[] };

/** The calls that hand these over. */
export function lotsOf(parcels: readonly Parcel[], providers: ProviderRegistry): Lot[] {
  const lots: Lot[] = [];
  const byBatch = new Map<string, Lot>();
  for (const parcel of parcels) {
    const batch = parcel.batch === ALONE ? null : parcel.batch;
    const known = batch === null ? undefined : byBatch.get(batch);
    if (known) known.parcels.push(parcel);
    else {
      const provider = providers.byName(parcel.workspaceId, parcel.provider);
      const lot: Lot = { provider, batch, parcels: [parcel] };
      lots.push(lot);
      if (batch !== null) byBatch.set(batch, lot);
    }
  }
  // A repeated call must be the very same one.
  for (const { parcels: some } of byBatch.values()) some.sort((a, b) => (a.id < b.id ? -1 : 1));
  return lots;
}

/**
 * Which of the decided messages leave together, by the message's id: many to one account whose
 * provider takes several in a call. Not those that may have left before, by themselves.
 */
export function batchesOf(
  settled: readonly Settled[],
  providers: ProviderRegistry,
  newKey: () => string,
): Map<string, string> {
  const together = new Map<string, { provider: Provider; ids: string[] }>();
  for (const one of settled) {
    if (one.kind !== "sending") continue;
    const { workspaceId, id, maybeAt, batch } = one.row;
    if (maybeAt !== null || batch === ALONE) continue;
    const name = `${workspaceId} ${one.provider}`;
    const known = together.get(name);
    if (known) known.ids.push(id);
    else {
      const provider = providers.byName(workspaceId, one.provider);
      if (provider?.batch) together.set(name, { provider, ids: [id] });
    }
  }
  const found = new Map<string, string>();
  for (const { provider, ids } of together.values()) {
    const { sizeMax = 0, sizeMin = 0 } = provider.batch ?? {};
    for (let at = 0; ids.length - at >= Math.max(sizeMin, 2); at += sizeMax) {
      const key = newKey();
      for (const id of ids.slice(at, at + sizeMax)) found.set(id, key);
    }
  }
  return found;
}
