import type { Ctx } from "@/server/context";
import type { ProviderRegistry } from "@/server/providers/registry";
import { attempt } from "./attempt";
import type { Parcel } from "./parcel";
import { Recorder } from "./record";

/** The provider went away between the claim and the call; the claim will say so next time. */
const UNCONFIGURED_WAIT_MS = 0;

/**
 * Gives committed messages to their providers at once, as many at a time as each provider allows,
 * and records what became of them. Resolves when every outcome is committed.
 */
export async function handOver(
  ctx: Ctx,
  { workerId, providers }: { workerId: string; providers: ProviderRegistry },
  parcels: readonly Parcel[],
): Promise<void> {
  if (parcels.length === 0) return;
  const claimedAt = performance.now();
  const recorder = new Recorder(ctx, workerId);
  await Promise.all(
    parcels.map(async (parcel) => {
      const provider = providers.byName(parcel.provider);
      const attempted = provider
        ? await attempt(ctx, provider, parcel, claimedAt)
        : { notStarted: true as const, afterMs: UNCONFIGURED_WAIT_MS };
      await recorder.add({ parcel, attempted, provider });
    }),
  );
}
