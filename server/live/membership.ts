import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import type { Db } from "@/db/client";
import { findMembership } from "@/db/queries/operators";
import type { Auth } from "@/server/auth/auth";

type Watcher = { operatorId: string; workspaceId: WorkspaceId };

/**
 * Who looks at which workspace, by the session cookie in these headers. Works outside a request, too,
 * and never renews the session: an open tab must not keep it alive by itself. Refuses without a
 * session (`unauthorized`) and for a workspace that is not theirs (`not_found`).
 */
export async function watcherOf(
  { db, auth }: { db: Db; auth: Auth },
  headers: Headers,
  slug: string,
): Promise<Watcher> {
  const session = await auth.api.getSession({ headers, query: { disableRefresh: true } });
  if (!session) throw new AppError("unauthorized", "You are signed out. Sign in again.");
  const operatorId = session.user.id;
  const membership = await findMembership(db, operatorId, slug);
  if (!membership) throw new AppError("not_found", "There is no such workspace.");
  return { operatorId, workspaceId: membership.id };
}
