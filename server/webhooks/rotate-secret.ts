import { updateEndpoint } from "@/db/queries/webhook-endpoints";
import type { Who } from "@/server/cases/verbs";
import { databaseNow } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { changeEndpoint } from "./change-endpoints";
import { BOTH_SIGN_MS, rotated } from "./secrets";

/**
 * Gives an endpoint a new secret, shown this once. For 24 hours the one before signs too, so that
 * nothing is refused while the receiver changes over; one that was older still ends at once. Throws
 * `not_found`.
 */
export async function rotateSecret(ctx: Ctx, who: Who, id: string): Promise<string> {
  const { workspaceId } = who;
  return changeEndpoint(ctx, who, id, async (tx, row) => {
    const { secret, sealed, keepsPrevious } = rotated(ctx.config.appSecret, row);
    const until = new Date((await databaseNow(tx)) + BOTH_SIGN_MS);
    const previousSecretUntil = keepsPrevious ? until : null;
    await updateEndpoint(tx, workspaceId, id, { sealed, previousSecretUntil });
    return { action: "secret_rotated", value: secret };
  });
}
