import "server-only";
import { cache } from "react";
import type { Whose } from "@/db/queries/needy-clauses";
import { findMe } from "@/db/queries/operator-person";
import { countRepliesToRead } from "@/db/queries/replies";
import { countNeedyCases } from "@/db/queries/today";
import { requireMember } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { troubles } from "./troubles";

/** Whose escalations this operator sees: their own and their teams'; all, while nobody said who they are. */
export const whose = cache(async (slug: string): Promise<Whose> => {
  const { workspaceId, operatorId } = await requireMember(slug);
  const { personId, teams } = await findMe(ctx.db, workspaceId, operatorId);
  return personId === null ? "everybody" : { personId, teams };
});

/** What waits for this operator, and all of it together: every trouble of the workspace counts as one. */
export const needs = cache(async (slug: string) => {
  const { workspaceId } = await requireMember(slug);
  const [cases, replies, { held, failing, turnedOff, down }] = await Promise.all([
    whose(slug).then((theirs) => countNeedyCases(ctx.db, workspaceId, theirs)),
    countRepliesToRead(ctx.db, workspaceId),
    troubles(slug),
  ]);
  const others = held.length + failing.length + turnedOff.length + down.length;
  return { cases, replies, all: cases + replies + others };
});
