import type { Tx } from "@/db/client";
import { personName } from "@/server/cases/people-facts";
import type { Provider } from "@/server/providers/provider";
import type { ProviderRegistry } from "@/server/providers/registry";
import { START_WITHIN_MS } from "./attempt";
import type { ClaimedRow } from "./claimed-rows";
import { type Slots, slotsOf } from "./slots";
import type { WorkspaceDelivery } from "./workspace-cache";

/** A message that finds a place later than this would mostly be claimed in vain. */
const PLACE_WITHIN_MS = 0.8 * START_WITHIN_MS;

const DEFER = `
  update messages m set deliver_at = clock_timestamp() + u.wait_ms * interval '1 millisecond'
    from unnest($1::uuid[], $2::uuid[], $3::float8[]) as u(workspace_id, id, wait_ms)
   where m.workspace_id = u.workspace_id and m.id = u.id`;

/**
 * Those of the due messages that their provider has a place for soon. The others come back when it
 * has one, before anything was decided or written for them.
 */
export async function admit(
  tx: Tx,
  providers: ProviderRegistry,
  rows: readonly ClaimedRow[],
  workspaces: ReadonlyMap<string, WorkspaceDelivery>,
): Promise<ClaimedRow[]> {
  const now = performance.now();
  const decided = new Map<string, { waitMs: number | null }>();
  const admitted = new Map<Slots, number>();
  const deferred: { row: ClaimedRow; waitMs: number }[] = [];
  const taken = rows.filter((row) => {
    const provider = narrow(row, providers, workspaces);
    if (!provider) return true;
    // What was collected leaves in one call, and stays together also when it comes back.
    const place = row.carrierId === null ? row.id : `${row.channel} ${nameOf(row)}`;
    const known = decided.get(place);
    if (known) {
      if (known.waitMs !== null) deferred.push({ row, waitMs: known.waitMs });
      return known.waitMs === null;
    }
    const slots = slotsOf(provider);
    const stepMs = provider.ratePerSecond ? 1_000 / provider.ratePerSecond : 0;
    const ahead = admitted.get(slots) ?? 0;
    const isSoon = slots.placeMs(ahead, stepMs) <= PLACE_WITHIN_MS;
    const waitMs = isSoon ? null : slots.deferMs(now, { stepMs, fromMs: PLACE_WITHIN_MS / 2 });
    decided.set(place, { waitMs });
    if (waitMs === null) admitted.set(slots, ahead + 1);
    else deferred.push({ row, waitMs });
    return isSoon;
  });
  if (deferred.length > 0) {
    await tx.$client.unsafe(DEFER, [
      deferred.map(({ row }) => row.workspaceId),
      deferred.map(({ row }) => row.id),
      deferred.map(({ waitMs }) => waitMs),
    ]);
  }
  return taken;
}

const nameOf = ({ workspaceId, personId }: ClaimedRow) => personName(workspaceId, personId);

/** Null where there is always a place: no provider is asked, or it takes many messages in a call. */
function narrow(
  { workspaceId, channel, deliverAt }: ClaimedRow,
  providers: ProviderRegistry,
  workspaces: ReadonlyMap<string, WorkspaceDelivery>,
): Provider | null {
  const isLive = workspaces.get(workspaceId)?.kind === "live";
  if (!isLive || channel === "in_app" || deliverAt === null) return null;
  const provider = providers.find(workspaceId, channel);
  return provider && !provider.batch ? provider : null;
}
