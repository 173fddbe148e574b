import type { Ctx } from "@/server/context";
import type { ProviderRegistry } from "@/server/providers/registry";
import { attempt } from "./attempt";
import type { Parcel } from "./parcel";
import { Recorder } from "./record";

/** The provider went away between the claim and the call; the claim will say so next time. */
const UNCONFIGURED_WAIT_MS = 0;

/** What an earlier worker may have handed over stays in flight: it must not be decided about anew. */
const GIVE_BACK = `
  update messages m set attempt_by = null, attempts = m.attempts - 1
    from unnest($2::uuid[], $3::uuid[]) as u(workspace_id, id)
   where m.workspace_id = u.workspace_id and m.id = u.id
     and m.status = 'sending' and m.attempt_by = $1::uuid`;

/**
 * Gives committed messages to their providers at once, as many at a time as each provider allows,
 * and records what became of them. Resolves when every outcome is committed. Of `recovered` messages
 * those that find no place stay in flight, for `recover` to find again.
 */
export async function handOver(
  ctx: Ctx,
  round: { workerId: string; providers: ProviderRegistry; recovered?: boolean },
  parcels: readonly Parcel[],
): Promise<void> {
  if (parcels.length === 0) return;
  const { workerId, providers, recovered } = round;
  const claimedAt = performance.now();
  const notAsked: Parcel[] = [];
  const recorder = new Recorder(ctx, workerId);
  await Promise.all(
    parcels.map(async (parcel) => {
      const provider = providers.byName(parcel.workspaceId, parcel.provider);
      const attempted = provider
        ? await attempt(ctx, provider, parcel, claimedAt)
        : { notStarted: true as const, afterMs: UNCONFIGURED_WAIT_MS };
      if (recovered && "notStarted" in attempted) notAsked.push(parcel);
      else await recorder.add({ parcel, attempted, provider });
    }),
  );
  if (notAsked.length === 0) return;
  const columns = [notAsked.map((p) => p.workspaceId), notAsked.map((p) => p.id)];
  await ctx.db.$client.unsafe(GIVE_BACK, [workerId, ...columns]);
}
