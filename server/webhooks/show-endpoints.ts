import type { WorkspaceId } from "@/core/ids";
import type { Db } from "@/db/client";
import { countDeliveries, type DeliveryCounts } from "@/db/queries/webhook-deliveries";
import { type EndpointRow, listEndpoints } from "@/db/queries/webhook-endpoints";

/** Counting stops here: beyond it the exact number helps nobody. */
export const DELIVERIES_COUNTED_MAX = 1_000;

/** `failed` and `gone` were turned off by us, `off` by somebody. */
export type EndpointState = "on" | "failing" | "off" | "gone" | "failed";

/** An endpoint as the console shows it; its secret is not in it. */
export type EndpointShown = Pick<
  EndpointRow,
  | "id"
  | "url"
  | "description"
  | "eventTypes"
  | "failingSince"
  | "disabledAt"
  | "previousSecretUntil"
> & { state: EndpointState };

export function showEndpoint(row: EndpointRow): EndpointShown {
  const { id, url, description, eventTypes, failingSince, disabledAt, previousSecretUntil } = row;
  const shown = { id, url, description, eventTypes, failingSince, disabledAt, previousSecretUntil };
  return { ...shown, state: stateOf(row) };
}

function stateOf({ enabled, disabledBecause, failingSince }: EndpointRow): EndpointState {
  if (enabled) return failingSince === null ? "on" : "failing";
  if (disabledBecause === "gone") return "gone";
  return disabledBecause === "failing" ? "failed" : "off";
}

/** Every endpoint of a workspace with what waits and what failed there. */
export async function showEndpoints(
  db: Db,
  workspaceId: WorkspaceId,
): Promise<(EndpointShown & { counts: DeliveryCounts })[]> {
  const rows = await listEndpoints(db, workspaceId);
  return Promise.all(
    rows.map(async (row) => ({
      ...showEndpoint(row),
      counts: await countDeliveries(db, workspaceId, row.id, DELIVERIES_COUNTED_MAX),
    })),
  );
}
