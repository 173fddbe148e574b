import type { WorkspaceId } from "@/core/ids";
import { findKeyed } from "@/db/queries/keyed";
import type { Ctx } from "@/server/context";
import { mintFeedToken } from "@/server/links/feed-token";
import { noRota } from "./overrides";

/**
 * The address of a rota's calendar, or of one person's shifts on it, for apps that subscribe. Whoever
 * has it reads it, until it is renewed. Throws `not_found` for an unknown rota.
 */
export async function feedUrl(
  { db, config }: Pick<Ctx, "db" | "config">,
  workspaceId: WorkspaceId,
  key: string,
  personId: string | null = null,
): Promise<string> {
  const row = await findKeyed(db, workspaceId, "rotas", key);
  if (!row) throw noRota(key);
  const token = { workspaceId, rota: key, feed: row.feed, personId };
  return `${config.appUrl}/api/rotas/${mintFeedToken(config.appSecret, token)}.ics`;
}
