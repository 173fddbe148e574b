import type { AuditAction } from "@/core/audit/audit-action";
import { AppError } from "@/core/errors";
import { inTransaction, type Tx } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { type EndpointRow, lockEndpoint } from "@/db/queries/webhook-endpoints";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";

export const noEndpoint = () =>
  new AppError("not_found", "This webhook endpoint is gone: somebody deleted it.");

type VerbOf<Action> = Action extends `webhook_endpoint.${infer Verb}` ? Verb : never;

/** What was done, for the audit log; never a secret. Null: nothing. */
type Done<T> = { action: VerbOf<AuditAction> | null; detail?: Record<string, unknown>; value: T };

/** One change of one endpoint, alone among those of it. Throws `not_found`. */
export async function changeEndpoint<T>(
  ctx: Ctx,
  { workspaceId, actor }: Who,
  id: string,
  change: (tx: Tx, row: EndpointRow) => Promise<Done<T>>,
): Promise<T> {
  return inTransaction(ctx.db, async (tx) => {
    const row = await lockEndpoint(tx, workspaceId, id);
    if (!row) throw noEndpoint();
    const { action, detail = {}, value } = await change(tx, row);
    if (action !== null) {
      await audit(tx, workspaceId, {
        id: newId(),
        actor,
        action: `webhook_endpoint.${action}` as const,
        target: id,
        detail: { url: row.url, ...detail },
      });
    }
    return value;
  });
}
