import { AppError } from "@/core/errors";
import { MINUTE_MS, SECOND_MS, toRfc3339 } from "@/core/time";
import { TEST_TYPE } from "@/core/webhook/event-type";
import { countAudit } from "@/db/queries/audit";
import { claimDelivery, insertDeliveries } from "@/db/queries/webhook-queue";
import { lockWorkspace } from "@/db/queries/workspaces";
import type { Who } from "@/server/cases/verbs";
import { nowOf } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { endpointCaller } from "./call-endpoint";
import { changeEndpoint, noEndpoint } from "./change-endpoints";
import { LEASE_MS, sendClaimed } from "./send-claimed";

/** So that nobody writes to strangers from here. */
const TESTS_MAX = 10;
const TESTS_WINDOW_MS = 10 * MINUTE_MS;

/**
 * Sends `webhook.test` to an endpoint, now, once, also while it is off; gives the delivery's id, whose
 * log says what came of it. Throws `not_found`; refuses (`rate_limited`) more than ten tests in ten
 * minutes.
 */
export async function testEndpoint(ctx: Ctx, who: Who, endpointId: string): Promise<string> {
  const { workspaceId } = who;
  const claimed = await changeEndpoint(ctx, who, endpointId, async (tx) => {
    const workspace = await lockWorkspace(tx, workspaceId);
    if (!workspace) throw noEndpoint();
    const since = Date.now() - TESTS_WINDOW_MS;
    const tests = await countAudit(tx, workspaceId, "webhook_endpoint.tested", since);
    if (tests >= TESTS_MAX) {
      const message = `At most ${TESTS_MAX} tests in ten minutes. Try again later.`;
      throw new AppError("rate_limited", message, { retryAfterS: TESTS_WINDOW_MS / SECOND_MS });
    }
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
