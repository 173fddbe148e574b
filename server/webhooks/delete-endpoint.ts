import { inTransaction } from "@/db/client";
import { removeDeliveriesOf } from "@/db/queries/webhook-deliveries";
import { removeEndpoint } from "@/db/queries/webhook-endpoints";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeEndpoint } from "./change-endpoints";

const BATCH_ROWS = 1_000;
/** What is left of a very long log goes with age; nobody can see it, and nothing of it is sent. */
const BATCHES_MAX = 50;

/** Deletes an endpoint with its secret and its log. What waits for it is not sent. Throws `not_found`. */
export async function deleteEndpoint(ctx: Ctx, who: Who, id: string): Promise<void> {
  const { workspaceId } = who;
  await changeEndpoint(ctx, who, id, async (tx) => {
    await removeEndpoint(tx, workspaceId, id);
    return { action: "deleted", value: undefined };
  });
  for (let batch = 0; batch < BATCHES_MAX; batch++) {
    const gone = await inTransaction(ctx.db, (tx) =>
      removeDeliveriesOf(tx, workspaceId, id, BATCH_ROWS),
    );
    if (gone < BATCH_ROWS) return;
  }
}
