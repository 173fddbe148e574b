import type { WorkspaceId } from "@/core/ids";
import type { Ctx } from "@/server/context";
import { listChannels } from "./list-channels";

/**
 * The public key that browsers subscribe with: that of the account which new push messages take, for
 * another one's messages would be refused. Null when there is none.
 */
export async function pushKeyOf(
  ctx: Pick<Ctx, "db" | "config">,
  workspaceId: WorkspaceId,
): Promise<string | null> {
  const { accounts } = (await listChannels(ctx, workspaceId)).push;
  const used = accounts.find(
    ({ state, provider }) => provider === "web_push" && (state === "used" || state === "on"),
  );
  return used ? (used.settings.publicKey ?? null) : (ctx.config.vapid?.publicKey ?? null);
}
