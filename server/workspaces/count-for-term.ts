import { DAY_MS } from "@/core/time";
import { countOld, type RetentionKind } from "@/db/queries/retention";
import { findWorkspace } from "@/db/queries/workspaces";
import type { Who } from "@/server/cases/verbs";
import { databaseNow, nowOf } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";

/** How many rows a term of so many days would let go of now; 0 for null, which keeps them for good. */
export async function countForTerm(
  ctx: Ctx,
  { workspaceId }: Pick<Who, "workspaceId">,
  what: RetentionKind,
  days: number | null,
): Promise<number> {
  const workspace = await findWorkspace(ctx.db, workspaceId);
  if (days === null || !workspace) return 0;
  const now = what === "auditDays" ? await databaseNow(ctx.db) : await nowOf(ctx.db, workspaceId);
  const before = now - days * DAY_MS;
  return countOld(ctx.db, what, { workspaceId, kind: workspace.kind, before });
}
