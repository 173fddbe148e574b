import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { nextFeed } from "@/db/queries/rotas";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { noRota } from "./overrides";

/** Gives the feeds of a rota new addresses; the old ones answer 404. Throws `not_found`. */
export async function renewFeed(ctx: Ctx, { workspaceId, actor }: Who, key: string): Promise<void> {
  const entry = { id: newId(), actor, action: "rota.feed_renewed" as const, target: key };
  await inTransaction(ctx.db, async (tx) => {
    if (!(await nextFeed(tx, workspaceId, key))) throw noRota(key);
    await audit(tx, workspaceId, entry);
  });
}
