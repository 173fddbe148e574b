import type { InboxTokenInput } from "@/core/contracts/inbox";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { SECOND_MS, toRfc3339 } from "@/core/time";
import { findPerson } from "@/db/queries/people";
import { databaseNow } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { mintInboxToken, originHash } from "./token";

/** A token for one person's inbox, by the real clock. Throws `not_found`. */
export async function issueToken(
  ctx: Ctx,
  workspaceId: WorkspaceId,
  { personId, ttlSeconds, origin }: InboxTokenInput,
): Promise<{ token: string; expiresAt: string }> {
  const person = await findPerson(ctx.db, workspaceId, personId);
  if (!person) throw new AppError("not_found", "There is no such person.");
  const issuedAt = await databaseNow(ctx.db);
  const expiresAt = issuedAt + ttlSeconds * SECOND_MS;
  const bound = origin === undefined ? null : originHash(origin);
  const token = { workspaceId, personId, issuedAt, expiresAt, origin: bound };
  return { token: mintInboxToken(ctx.config.appSecret, token), expiresAt: toRfc3339(expiresAt) };
}
