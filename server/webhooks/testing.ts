import { sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { findDelivery, listAttempts } from "@/db/queries/webhook-deliveries";
import { findEndpoint } from "@/db/queries/webhook-endpoints";
import { insertDeliveries } from "@/db/queries/webhook-queue";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { newWorkspace } from "@/server/testing/house";
import { type Receiver, receiver } from "@/server/testing/receiver";
import { addEndpoint } from "./add-endpoint";
import { WebhookSender } from "./sender";

export const BODY = JSON.stringify({
  type: "case.opened",
  timestamp: "2030-01-01T00:00:00.000Z",
  data: {},
});

export type WebhookWorld = Awaited<ReturnType<typeof webhookWorld>>;

/** A live workspace with one endpoint, and who listens there. */
export async function webhookWorld(ctx: Ctx) {
  const peer = await receiver();
  const who = await newWorkspace(ctx, "live");
  const { workspaceId } = who;
  const { id: endpointId, secret } = await addEndpoint(ctx, who, {
    url: peer.url,
    description: "",
    eventTypes: [],
    enabled: true,
  });
  async function queue(count = 1): Promise<string[]> {
    const rows = Array.from({ length: count }, () => ({
      ...{ workspaceId, id: newId(), endpointId },
      ...{ type: "case.opened", personId: null, body: BODY },
    }));
    await inTransaction(ctx.db, (tx) => insertDeliveries(tx, rows));
    return rows.map((row) => row.id);
  }
  return {
    ...{ who, peer, endpointId, secret, queue },
    /** Sends what is due of this test's workspace, until nothing is. */
    async send(sender = new WebhookSender(ctx)): Promise<void> {
      while ((await sender.round()) > 0) await sender.idle();
    },
    delivery: (id: string) => findDelivery(ctx.db, workspaceId, endpointId, id),
    attempts: (id: string) => listAttempts(ctx.db, workspaceId, id),
    endpoint: () => findEndpoint(ctx.db, workspaceId, endpointId),
    dueNow: () =>
      ctx.db.execute(sql`
        update webhook_deliveries set next_attempt_at = clock_timestamp()
        where workspace_id = ${workspaceId} and status = 'waiting'`),
  };
}

export const failing: Parameters<Receiver["answer"]>[0] = (response) => {
  response.writeHead(503, { "content-type": "text/plain" }).end("Try later");
};
