import { toRfc3339 } from "@/core/time";
import { TEST_TYPE } from "@/core/webhook/event-type";
import { claimDelivery, insertDeliveries } from "@/db/queries/webhook-queue";
import { findWorkspace } from "@/db/queries/workspaces";
import type { Who } from "@/server/cases/verbs";
import { nowOf } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { allowTest } from "@/server/workspaces/allow-test";
import { endpointCaller } from "./call-endpoint";
import { changeEndpoint, noEndpoint } from "./change-endpoints";
import { LEASE_MS, sendClaimed } from "./send-claimed";

/**
 * Sends `webhook.test` to an endpoint, now, once, also while it is off; gives the delivery's id, whose
 * log says what came of it. Throws `not_found`; refuses (`rate_limited`) more than ten tests in ten
 * minutes.
 */
export async function testEndpoint(ctx: Ctx, who: Who, endpointId: string): Promise<string> {
  const { workspaceId } = who;
  const claimed = await changeEndpoint(ctx, who, endpointId, async (tx) => {
    await allowTest(tx, workspaceId, "webhook_endpoint.tested");
    const workspace = await findWorkspace(tx, workspaceId);
    if (!workspace) throw noEndpoint();
    const id = newId();
    const timestamp = toRfc3339(await nowOf(tx, workspaceId));
    const data = { endpointId, workspace: workspace.slug };
    const body = JSON.stringify({ type: TEST_TYPE, timestamp, data });
    const row = { workspaceId, id, endpointId, type: TEST_TYPE, personId: null, body };
    await insertDeliveries(tx, [row]);
    const value = await claimDelivery(tx, { workspaceId, id, leaseMs: LEASE_MS });
    if (!value) throw new Error("Invariant violated: a delivery just written waits");
    return { action: "tested", value };
  });
  await sendClaimed(ctx, claimed, endpointCaller(ctx.config));
  return claimed.id;
}
