import { AppError } from "@/core/errors";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeTeam } from "./change-team";

/** People who can be added at once: each is a transaction that plans cases again. */
export const MEMBERS_ADDED_MAX = 100;

/**
 * Adds people to a team one after the other; who is in it already, or not there, is left out and
 * stops nobody else. Throws `not_found` for an unknown team.
 */
export async function addMembers(
  ctx: Ctx,
  who: Who,
  key: string,
  personIds: readonly string[],
): Promise<{ done: string[]; refused: number }> {
  const done: string[] = [];
  for (const personId of personIds.slice(0, MEMBERS_ADDED_MAX)) {
    try {
      await changeTeam(ctx, who, key, { change: "add", personId });
      done.push(personId);
    } catch (error) {
      const stopsNobody = error instanceof AppError && error.code !== "not_found";
      if (!stopsNobody) throw error;
    }
  }
  return { done, refused: personIds.length - done.length };
}
