import { ENDPOINTS_MAX, WebhookEndpointInput } from "@/core/contracts/webhooks";
import { AppError } from "@/core/errors";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { insertEndpoint, listEndpoints } from "@/db/queries/webhook-endpoints";
import { lockWorkspace } from "@/db/queries/workspaces";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { checkUrl } from "./check-url";
import { newSecret } from "./secrets";

/**
 * Adds an endpoint; it hears of what commits from then on. Its secret is made here, sealed, and given
 * this once. Refuses an address that must not be called (`invalid`) and more than 20 endpoints
 * (`conflict`).
 */
export async function addEndpoint(
  ctx: Ctx,
  { workspaceId, actor }: Who,
  input: WebhookEndpointInput,
): Promise<{ id: string; secret: string }> {
  const { url, description, eventTypes, enabled } = WebhookEndpointInput.parse(input);
  await checkUrl(ctx.config, url);
  const id = newId();
  const { secret, sealed } = newSecret(ctx.config.appSecret, { workspaceId, id });
  return inTransaction(ctx.db, async (tx) => {
    await lockWorkspace(tx, workspaceId);
    if ((await listEndpoints(tx, workspaceId)).length >= ENDPOINTS_MAX) {
      const message = `A workspace can have ${ENDPOINTS_MAX} webhook endpoints; delete one first.`;
      throw new AppError("conflict", message);
    }
    const off = enabled ? {} : ({ disabledBecause: "operator", disabledAt: new Date() } as const);
    const createdBy = "name" in actor ? actor.name : null;
    const row = { workspaceId, id, url, description, eventTypes, enabled, sealed, createdBy };
    await insertEndpoint(tx, { ...row, ...off });
    const detail = { url, eventTypes, enabled };
    const action = "webhook_endpoint.added";
    await audit(tx, workspaceId, { id: newId(), actor, action, target: id, detail });
    return { id, secret };
  });
}
