import { WebhookEndpointInput } from "@/core/contracts/webhooks";
import { type EndpointRow, updateEndpoint } from "@/db/queries/webhook-endpoints";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeEndpoint } from "./change-endpoints";
import { checkUrl } from "./check-url";
import { wakeSenders } from "./tell";

/**
 * Changes an endpoint; what waits for it goes to its new address. Turned on again it begins with a
 * clean record. Throws `not_found`; refuses addresses as `addEndpoint` does.
 */
export async function editEndpoint(
  ctx: Ctx,
  who: Who,
  id: string,
  input: WebhookEndpointInput,
): Promise<void> {
  const { url, description, eventTypes, enabled } = WebhookEndpointInput.parse(input);
  await checkUrl(ctx.config, url);
  await changeEndpoint(ctx, who, id, async (tx, row) => {
    const moved = url === row.url ? {} : { failingSince: null };
    const set = { url, description, eventTypes, ...moved, ...turned(row, enabled) };
    await updateEndpoint(tx, who.workspaceId, id, set);
    if (enabled) await wakeSenders(tx);
    const { url: before, description: was, eventTypes: types, enabled: on } = row;
    const detail = {
      before: { url: before, description: was, eventTypes: types, enabled: on },
      url,
      description,
      eventTypes,
      enabled,
    };
    return { action: "changed", detail, value: undefined };
  });
}

/** Turns an endpoint on or off; nothing happens to one that is. Throws `not_found`. */
export async function turnEndpoint(
  ctx: Ctx,
  who: Who,
  id: string,
  enabled: boolean,
): Promise<void> {
  await changeEndpoint(ctx, who, id, async (tx, row) => {
    if (row.enabled === enabled) return { action: null, value: undefined };
    await updateEndpoint(tx, who.workspaceId, id, turned(row, enabled));
    if (enabled) await wakeSenders(tx);
    return { action: enabled ? "turned_on" : "turned_off", value: undefined };
  });
}

function turned(row: EndpointRow, enabled: boolean): Partial<EndpointRow> {
  if (row.enabled === enabled) return {};
  return enabled
    ? { enabled, disabledBecause: null, disabledAt: null, failingSince: null }
    : { enabled, disabledBecause: "operator", disabledAt: new Date() };
}
