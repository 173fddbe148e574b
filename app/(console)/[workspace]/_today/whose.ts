import "server-only";
import { cache } from "react";
import { findMe } from "@/db/queries/operator-person";
import { countNeedyCases, type Whose } from "@/db/queries/today";
import { requireMember } from "@/server/auth/session";
import { ctx } from "@/server/boot";

/** Whose escalations this operator sees: their own and their teams'; all, while nobody said who they are. */
export const whose = cache(async (slug: string): Promise<Whose> => {
  const { workspaceId, operatorId } = await requireMember(slug);
  const { personId, teams } = await findMe(ctx.db, workspaceId, operatorId);
  return personId === null ? "everybody" : { personId, teams };
});

/** What waits for this operator, for the count beside Today. */
export const needsYou = cache(async (slug: string): Promise<number> => {
  const { workspaceId } = await requireMember(slug);
  return countNeedyCases(ctx.db, workspaceId, await whose(slug));
});
