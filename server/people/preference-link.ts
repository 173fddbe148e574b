import { AppError } from "@/core/errors";
import { type Instant, toRfc3339 } from "@/core/time";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { findPerson } from "@/db/queries/people";
import type { Who } from "@/server/cases/verbs";
import { nowOf } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { personLink } from "@/server/links/person-link";
import { newId } from "@/server/new-id";

/**
 * A link to what a person gets, for a page or a letter of the caller's own. Whoever has it can change
 * the person's settings. Throws `not_found`.
 */
export async function makePreferenceLink(
  ctx: Ctx,
  { workspaceId, actor }: Who,
  personId: string,
): Promise<{ url: string; expiresAt: string }> {
  return inTransaction(ctx.db, async (tx) => {
    if (!(await findPerson(tx, workspaceId, personId))) {
      throw new AppError("not_found", "There is no such person.");
    }
    const issuedAt: Instant = await nowOf(tx, workspaceId);
    const { url, expiresAt } = personLink(ctx, { workspaceId, personId, issuedAt });
    const action = "person.link_made";
    await audit(tx, workspaceId, { id: newId(), actor, action, target: personId });
    return { url, expiresAt: toRfc3339(expiresAt) };
  });
}
