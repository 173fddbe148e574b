import type { Instant } from "@/core/time";
import { hasFailedLongEnough, verdictOf } from "@/core/webhook/attempts";
import type { DisabledBecause } from "@/core/webhook/endpoint";
import { TEST_TYPE } from "@/core/webhook/event-type";
import { inTransaction, type Tx } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { noteRefused, noteTaken, turnOffEndpoint } from "@/db/queries/webhook-endpoints";
import { type Claimed, recordAttempt } from "@/db/queries/webhook-queue";
import { databaseNow } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import type { Called } from "./call-endpoint";

/** Of whoever claims a delivery: longer than any request takes, so that nobody sends it meanwhile. */
export const LEASE_MS = 60_000;

/** Who turns off an endpoint that nobody turned off. */
const US = { kind: "api" as const, name: "Followthrough" };

/**
 * Makes one attempt and writes what came of it: the log, where the delivery stands, and how the
 * endpoint does. A test is tried once, and says nothing about the endpoint.
 */
export async function sendClaimed(
  ctx: Ctx,
  claimed: Claimed,
  call: (delivery: Claimed) => Promise<Called>,
): Promise<void> {
  const called = await call(claimed);
  const isTest = claimed.type === TEST_TYPE;
  await inTransaction(ctx.db, async (tx) => {
    const now = await databaseNow(tx);
    const found = verdictOf(called, { tries: claimed.tries, now, jitter: Math.random() });
    const verdict =
      isTest && found.kind === "again" ? ({ kind: "failed", gone: false } as const) : found;
    const { at, durationMs, status, said } = called;
    const isWritten = await recordAttempt(
      tx,
      claimed,
      { id: newId(), at, durationMs, status, said },
      verdict.kind === "again"
        ? { status: "waiting", nextAttemptAt: new Date(verdict.at) }
        : { status: verdict.kind, nextAttemptAt: null },
    );
    if (!isWritten || isTest) return;
    const { workspaceId, endpointId } = claimed;
    if (verdict.kind === "delivered") return noteTaken(tx, workspaceId, endpointId);
    const since = await noteRefused(tx, workspaceId, endpointId, new Date(now));
    if (since === null) return;
    if (verdict.kind === "failed" && verdict.gone) await turnOff(ctx, tx, claimed, "gone");
    else if (hasFailedLongEnough(since.getTime(), now)) {
      await turnOff(ctx, tx, claimed, "failing", since.getTime());
    }
  });
}

async function turnOff(
  ctx: Ctx,
  tx: Tx,
  { workspaceId, endpointId, url }: Claimed,
  because: DisabledBecause,
  since?: Instant,
): Promise<void> {
  if (!(await turnOffEndpoint(tx, workspaceId, endpointId, because))) return;
  ctx.log.warn({ workspaceId, endpointId, because }, "a webhook endpoint was turned off");
  const detail = {
    url,
    because,
    ...(since !== undefined && { failingSince: new Date(since).toISOString() }),
  };
  const action = "webhook_endpoint.turned_off";
  await audit(tx, workspaceId, { id: newId(), actor: US, action, target: endpointId, detail });
}
